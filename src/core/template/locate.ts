import { withoutConflicts } from "../text.ts";
import type { Dialect, Located, Range, Site, TextDoc } from "../types.ts";
import { withoutTags } from "../yamlText.ts";
import { isBalanced } from "./balance.ts";
import { layOut } from "./layout.ts";
import { modelOf } from "./model.ts";
import { Part, type Surroundings } from "./part.ts";
import { type Piece, split, whole } from "./split.ts";
import { onlyLines, syntaxOf } from "./templateText.ts";
import type { Found, ReferenceSite } from "./walk.ts";
import type { Anchors } from "./yaml.ts";

type TemplateDialect = Exclude<Dialect, { kind: "cdk" }>;

export interface TemplateLocator {
  /** What stands where in this version. Keeps the entries of the last version of each document. */
  locate(doc: TextDoc, dialect: TemplateDialect): Located;
  /** The document was closed. */
  forget(uri: string): void;
}

interface Held {
  readonly version: number;
  readonly text: string;
  readonly parts: readonly Part[];
  readonly located: Located;
}

export function createTemplateLocator(): TemplateLocator {
  const documents = new Map<string, Held>();
  return {
    locate(doc, dialect) {
      const before = documents.get(doc.uri);
      const last = before && isSame(before.located.dialect, dialect) ? before : undefined;
      if (last?.version === doc.version && last.text === doc.text) return last.located;
      const held = read(doc, dialect, last?.parts ?? []);
      documents.set(doc.uri, held);
      return held.located;
    },
    forget(uri) {
      documents.delete(uri);
    },
  };
}

/** A file of another language is read anew, though its text is the same. */
const isSame = (one: Dialect, other: TemplateDialect): boolean =>
  one.kind === other.kind && one.syntax === other.syntax;

function read(doc: TextDoc, dialect: TemplateDialect, before: readonly Part[]): Held {
  const { text, version } = doc;
  const untagged = dialect.syntax === "yaml" ? withoutTags(text) : text;
  const parts = partsOf(untagged, dialect, before);
  return { version, text, parts, located: located(parts, untagged, dialect) };
}

function partsOf(
  written: string,
  { kind, syntax }: TemplateDialect,
  before: readonly Part[],
): readonly Part[] {
  const text = withoutConflicts(written);
  const laidOut = syntax === "yaml" ? layOut(text) : text;
  if (kind === "policy") return reused([whole(text)], laidOut, before);
  const parts = reused(split(laidOut, syntax), laidOut, before);
  return syntax === "yaml" || parts.every(isSound) || !isBalanced(text)
    ? parts
    : reused([whole(text)], laidOut, before);
}

/** Where entries of JSON don't end where their lines do, the layout is no guide, unless the file is broken. */
const isSound = (part: Part): boolean => part.piece.kind === "root" || part.traits.outermost !== undefined;

/** Pieces whose text was there before keep what was read of them. */
function reused(pieces: readonly Piece[], text: string, before: readonly Part[]): readonly Part[] {
  const same = (part: Part | undefined, piece: Piece, own: string): part is Part =>
    part?.text === own && part.piece.section === piece.section && part.piece.kind === piece.kind;
  const others = once(() => byText(before));
  return pieces.map((piece, index) => {
    const own = text.slice(piece.start, piece.end);
    const fromStart = before[index];
    const fromEnd = before[before.length - pieces.length + index];
    if (same(fromStart, piece, own)) return fromStart.movedTo(piece);
    if (same(fromEnd, piece, own)) return fromEnd.movedTo(piece);
    const part = others().get(own);
    return same(part, piece, own) ? part.movedTo(piece) : new Part(piece, own);
  });
}

const byText = (parts: readonly Part[]): ReadonlyMap<string, Part> =>
  new Map(parts.map((part) => [part.text, part]));

function located(parts: readonly Part[], text: string, dialect: TemplateDialect): Located {
  const around: Surroundings = {
    text,
    syntax: dialect.syntax,
    isPolicy: dialect.kind === "policy",
    anchors: once(() => anchorsOf(parts, around)),
  };
  const model = once(() => modelOf(parts, around));
  const isResource = (id: string): boolean => model().resources.has(id);
  const inside = new Map<number, Located>();
  function foundAt(offset: number): Found | undefined {
    const part = parts[lastBefore(parts.length, (i) => parts[i]?.piece.start ?? 0, offset)];
    const found = part?.found(around) ?? [];
    const site = found[lastBefore(found.length, (i) => found[i]?.range.start ?? 0, offset)];
    return site && offset < site.range.end ? site : undefined;
  }
  return {
    dialect,
    model,
    *reading() {
      for (const part of parts) if (!part.isRead) yield part.entries(around);
    },
    siteAt(offset) {
      const site = foundAt(offset);
      return site?.inner ? pieceAt(site, offset, isResource) : site;
    },
    within(offset) {
      const site = foundAt(offset);
      if (!site?.isTemplate) return undefined;
      const known = inside.get(site.range.start) ?? locatedIn(text, site.range);
      inside.set(site.range.start, known);
      return known;
    },
    *sites() {
      for (const part of parts)
        for (const site of part.found(around)) {
          if (site.inner) yield* piecesOf(site, isResource);
          else yield site;
        }
    },
  };
}

/** A template that stands as a text in another, with declarations of its own. */
function locatedIn(document: string, range: Range): Located {
  const text = onlyLines(document, range);
  const dialect = { kind: "template", syntax: syntaxOf(text, range) } as const;
  return located(partsOf(text, dialect, []), text, dialect);
}

function anchorsOf(parts: readonly Part[], around: Surroundings): Anchors {
  const anchors: Anchors = new Map();
  for (const part of parts) if (part.traits.hasAnchor) part.parse(around, anchors);
  return anchors;
}

const pieceAt = (site: Found, offset: number, isResource: (id: string) => boolean): Site | undefined =>
  piecesOf(site, isResource).find(({ range }) => range.start <= offset && offset < range.end);

/**
 * A text with `${...}` in it: the variables that lead to a resource of this file are places of their own,
 * what stands between them are places of the text. Each piece of the text keeps the whole text.
 */
function piecesOf(site: Found, isResource: (id: string) => boolean): readonly Site[] {
  const { inner = [], ...outer } = site;
  const leading = inner.filter((variable) => isResource(variable.target));
  const text = outer as Site;
  if (leading.length === 0) return [text];
  const pieces: Site[] = [];
  let from = site.range.start;
  for (const variable of leading) {
    pushPiece(pieces, text, from, variable);
    pieces.push({ ...variable, within: { ...text, range: variable.range } });
    from = variable.range.end;
  }
  if (from < site.range.end) pieces.push({ ...text, range: { start: from, end: site.range.end } });
  return pieces;
}

function pushPiece(pieces: Site[], outer: Site, start: number, { range }: ReferenceSite): void {
  if (start < range.start) pieces.push({ ...outer, range: { start, end: range.start } });
}

/** The last of `count` ascending starts that isn't after `offset`; -1 when there is none. */
function lastBefore(count: number, startOf: (index: number) => number, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(middle) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
