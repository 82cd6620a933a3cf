import { commentsIn, jsonCommentsIn } from "./comments.ts";
import { parseJson } from "./json.ts";
import { type EntryNode, type Node, shiftEntry } from "./nodes.ts";
import { visitPolicyFile } from "./policy.ts";
import { read } from "./salvage.ts";
import { visitEntry, visitSection } from "./sections.ts";
import type { Piece, Syntax } from "./split.ts";
import { type Traits, traitsOf } from "./traits.ts";
import type { Found } from "./walk.ts";
import type { Anchors } from "./yaml.ts";

/** What reading a piece takes from its document: the whole text, and nodes that aliases lead to. */
export interface Surroundings {
  readonly text: string;
  readonly syntax: Syntax;
  /** The document is a policy, not a template. */
  readonly isPolicy: boolean;
  anchors(): Anchors;
}

interface Before {
  readonly start: number;
  readonly entries: readonly EntryNode[];
}

/** Characters of one entry, about half a second's reading; of JSON also those of a whole document. */
const LARGEST_YAML = 200_000;
const LARGEST_JSON = 1_500_000;

/**
 * A piece with what was read of it. Nothing is parsed before someone asks. Parts are never changed:
 * a piece that stands elsewhere in a later version is a new part that moves the tree of the old one.
 */
export class Part {
  readonly piece: Piece;
  readonly text: string;
  readonly traits: Traits;
  #entries: readonly EntryNode[] | undefined;
  #found: readonly Found[] | undefined;
  /** What was read of the same text when it stood at `start`. */
  #before: Before | undefined;

  constructor(piece: Piece, text: string, traits: Traits = traitsOf(text)) {
    this.piece = piece;
    this.text = text;
    this.traits = traits;
  }

  /** The part for the same text in a later version. */
  movedTo(piece: Piece): Part {
    // What an alias leads to may have changed.
    if (this.traits.hasAlias) return new Part(piece, this.text, this.traits);
    if (piece.start === this.piece.start) return this;
    const part = new Part(piece, this.text, this.traits);
    part.#before = this.#entries ? { start: this.piece.start, entries: this.#entries } : this.#before;
    return part;
  }

  /** Nothing is left to be parsed. */
  get isRead(): boolean {
    return this.#entries !== undefined || this.#before !== undefined;
  }

  /** The entries of this piece, where they stand in the document. */
  entries(around: Surroundings): readonly EntryNode[] {
    this.#entries ??=
      this.#moved() ?? this.parse(around, this.traits.hasAlias ? around.anchors() : new Map());
    this.#before = undefined;
    return this.#entries;
  }

  /** Empty for an entry that is too large to be read while someone waits. */
  parse(around: Surroundings, anchors: Anchors): readonly EntryNode[] {
    const { text, piece } = this;
    if (text.length > (around.syntax === "yaml" ? LARGEST_YAML : LARGEST_JSON)) return [];
    const isWhole = around.syntax === "json" && piece.kind === "root" && piece.section === "";
    const root = isWhole
      ? readWhole(text, piece.start, around.isPolicy)
      : read(text, piece.start, around.syntax, anchors);
    return root?.kind === "map" ? root.entries : [];
  }

  #moved(): readonly EntryNode[] | undefined {
    if (!this.#before) return undefined;
    const by = this.piece.start - this.#before.start;
    return this.#before.entries.map((entry) => shiftEntry(entry, by));
  }

  /** What stands in this piece, in order and not overlapping. */
  found(around: Surroundings): readonly Found[] {
    this.#found ??= this.#find(around);
    return this.#found;
  }

  #find(around: Surroundings): readonly Found[] {
    const found: Found[] = [];
    const walk = { text: around.text, found };
    const entries = this.entries(around);
    if (around.isPolicy) visitPolicyFile(entries, walk);
    else
      for (const entry of entries) {
        if (this.piece.kind === "entry") visitEntry(this.piece.section, entry, walk);
        else visitSection(entry, walk);
      }
    for (const comment of this.#comments(around, entries)) found.push(comment);
    // What came in from another entry by an alias stands there, not here.
    const { start, end } = this.piece;
    return inOrder(found.filter(({ range }) => range.start >= start && range.end <= end));
  }

  #comments({ syntax }: Surroundings, entries: readonly EntryNode[]): readonly Found[] {
    const { text, piece } = this;
    return syntax === "yaml" ? commentsIn(text, piece.start, entries) : jsonCommentsIn(text, piece.start);
  }
}

/** JSON from its opening bracket to the closing one; a broken policy by its layout. */
function readWhole(text: string, start: number, isPolicy: boolean): Node | undefined {
  const { root, clean } = parseJson(text, (offset) => start + offset);
  if (clean || !isPolicy) return root;
  const open = text.indexOf("{") + 1;
  return read(text.slice(open).replace(/\}\s*$/, ""), start + open, "json", new Map()) ?? root;
}

function inOrder(found: Found[]): readonly Found[] {
  const sorted = found.sort((a, b) => a.range.start - b.range.start);
  let end = -1;
  return sorted.filter(({ range }) => {
    const kept = range.start >= end && range.end > range.start;
    if (kept) end = range.end;
    return kept;
  });
}
