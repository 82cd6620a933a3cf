import {
  type DocumentOptions,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParseOptions,
  parseDocument,
  type SchemaOptions,
  type Tags,
  type YAMLMap,
  type YAMLSeq,
  type Node as YamlNode,
  type Scalar as YamlScalar,
} from "yaml";
import type { Range } from "../types.ts";
import {
  asIntrinsic,
  type EntryNode,
  INTRINSICS,
  type MapNode,
  type Node,
  type ScalarNode,
} from "./nodes.ts";

/** Nodes that carry an anchor, by its name; an alias takes the last one that was read. */
export type Anchors = Map<string, Node>;

export interface Parsed {
  readonly root: Node | undefined;
  /** Nothing in the text was against the grammar. */
  readonly clean: boolean;
}

const SHORT = ["Ref", "Condition", ...INTRINSICS];

const customTags: Tags = SHORT.flatMap((name) => [
  { tag: `!${name}`, resolve: (text: string) => text },
  { tag: `!${name}`, collection: "map" as const },
  { tag: `!${name}`, collection: "seq" as const },
]);

const OPTIONS: ParseOptions & DocumentOptions & SchemaOptions = {
  schema: "failsafe",
  customTags,
  logLevel: "silent",
  prettyErrors: false,
  uniqueKeys: false,
  merge: false,
};

/** Deeper than anything that people write; keeps the stages after this one from running out of stack. */
const DEEPEST = 100;

/** Reads YAML that stands at `base` in its document. Never throws: what can't be read isn't clean. */
export function parseYaml(text: string, base: number, anchors: Anchors): Parsed {
  try {
    // an entry may end between a carriage return and its newline, which would make it a part of the last value
    const parsed = parseDocument(text.replace(/\r$/, ""), OPTIONS);
    const reader = new Reader(text, base, anchors);
    const root = parsed.contents ? reader.node(parsed.contents, 0) : undefined;
    return { root, clean: parsed.errors.length === 0 };
  } catch {
    return { root: undefined, clean: false };
  }
}

class Reader {
  readonly #text: string;
  readonly #base: number;
  readonly #anchors: Anchors;

  constructor(text: string, base: number, anchors: Anchors) {
    this.#text = text;
    this.#base = base;
    this.#anchors = anchors;
  }

  node(source: unknown, depth: number): Node | undefined {
    if (depth > DEEPEST) return undefined;
    if (isAlias(source)) return this.#borrowed(source.source);
    if (!isScalar(source) && !isMap(source) && !isSeq(source)) return undefined;
    const node = this.#tagged(source, this.#plain(source, depth));
    if (node && source.anchor) this.#anchors.set(source.anchor, node);
    return node;
  }

  #plain(source: YamlNode, depth: number): Node | undefined {
    if (isScalar(source)) return this.#scalar(source);
    if (isMap(source)) return asIntrinsic(this.#map(source, depth));
    return isSeq(source) ? this.#list(source, depth) : undefined;
  }

  #range(start: number, end: number): Range {
    return { start: this.#base + start, end: this.#base + Math.max(start, end) };
  }

  #scalar(source: YamlScalar): ScalarNode | undefined {
    const [start, end] = source.range ?? [0, 0];
    if (end <= start) return undefined;
    switch (source.type) {
      case "QUOTE_SINGLE":
        return this.#quoted(source, "single", start, end);
      case "QUOTE_DOUBLE":
        return this.#quoted(source, "double", start, end);
      case "BLOCK_FOLDED":
      case "BLOCK_LITERAL":
        return { kind: "scalar", value: String(source.value), range: this.#body(start, end), style: "block" };
      default:
        return this.#unquoted(String(source.value ?? ""), start, end);
    }
  }

  /** A quote that closes what none opened is left out. */
  #unquoted(text: string, start: number, end: number): ScalarNode {
    const shut = /^[^\s"']+["']$/.test(text) ? 1 : 0;
    const value = plainValue(shut ? text.slice(0, -1) : text);
    return { kind: "scalar", value, range: this.#range(start, end - shut), style: "plain" };
  }

  #quoted(source: YamlScalar, style: "single" | "double", start: number, end: number): ScalarNode {
    const quote = style === "single" ? "'" : '"';
    const closed = end > start + 1 && this.#text[end - 1] === quote;
    const range = this.#range(start + 1, closed ? end - 1 : end);
    // The parser takes the last character for the closing quote.
    const value = closed ? String(source.value) : this.#text.slice(start + 1, end);
    return { kind: "scalar", value, range, style };
  }

  /** From the first character of a block scalar's text to the last that isn't white space. */
  #body(header: number, end: number): Range {
    const lineEnd = this.#text.indexOf("\n", header);
    if (lineEnd < 0 || lineEnd >= end) return this.#range(end, end);
    const first = this.#text.slice(lineEnd, end).search(/\S/);
    if (first < 0) return this.#range(end, end);
    return this.#range(lineEnd + first, lineEnd + this.#text.slice(lineEnd, end).trimEnd().length);
  }

  #map(source: YAMLMap, depth: number): MapNode {
    const [start, end] = source.range ?? [0, 0];
    const own = source.items.flatMap((pair) => this.#entry(pair, depth));
    return { kind: "map", entries: withMerged(own), range: this.#range(start, end) };
  }

  #entry(pair: Pair, depth: number): EntryNode[] {
    if (!isScalar(pair.key)) return [];
    const key = this.#scalar(pair.key);
    if (!key) return [];
    const value = this.node(pair.value, depth + 1);
    return [{ key: String(pair.key.value), keyRange: key.range, value }];
  }

  #list(source: YAMLSeq, depth: number): Node {
    const [start, end] = source.range ?? [0, 0];
    const items = source.items.map((item) => this.node(item, depth + 1) ?? this.#hole(item));
    return { kind: "list", items, range: this.#range(start, end) };
  }

  /** An item that is still to be typed: it keeps the positions of the others. */
  #hole(item: unknown): Node {
    const start = (item as YamlNode | null)?.range?.[0] ?? 0;
    return { kind: "scalar", value: null, range: this.#range(start, start), style: "plain" };
  }

  #tagged(source: YamlNode, node: Node | undefined): Node | undefined {
    const { tag } = source;
    if (!tag?.startsWith("!") || !SHORT.includes(tag.slice(1))) return node;
    const at = source.range?.[0] ?? 0;
    const start = this.#text.lastIndexOf(tag, Math.max(0, at - tag.length));
    return tagged(tag, this.#range(start, start + tag.length), node);
  }

  #borrowed(name: string): Node | undefined {
    const node = this.#anchors.get(name);
    return node?.kind === "unknown" || !node ? node : { ...node, borrowed: true };
  }
}

/** A function by its tag: `!Ref`, `!GetAtt`. The argument may still be to come. */
export function tagged(tag: string, nameRange: Range, node: Node | undefined): Node {
  const name = tag === "!Ref" || tag === "!Condition" ? tag.slice(1) : `Fn::${tag.slice(1)}`;
  const nowhere = { start: nameRange.end, end: nameRange.end };
  const argument: Node = node ?? { kind: "scalar", value: null, range: nowhere, style: "plain" };
  const range = { start: nameRange.start, end: Math.max(argument.range.end, nameRange.end) };
  return { kind: "intrinsic", name, nameRange, argument, range };
}

/** `<<` puts in the entries of another map, or of several, that this one doesn't have. */
function withMerged(own: readonly EntryNode[]): readonly EntryNode[] {
  const merge = own.find((entry) => entry.key === "<<");
  if (!merge?.value) return own;
  const sources = merge.value.kind === "list" ? merge.value.items : [merge.value];
  const entries = new Map<string, EntryNode>();
  for (const source of sources) {
    if (source.kind !== "map") continue;
    for (const entry of source.entries)
      if (!entries.has(entry.key))
        entries.set(entry.key, source.borrowed ? { ...entry, borrowed: true } : entry);
  }
  for (const entry of own) if (entry !== merge) entries.delete(entry.key);
  return [...own.filter((entry) => entry !== merge), ...entries.values()];
}

/** YAML's core schema, save that numbers with a leading zero stay text: they are account ids. */
function plainValue(text: string): string | number | boolean | null {
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === "true";
  if (/^[-+]?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(text)) return Number(text);
  return text === "~" || text === "null" ? null : text;
}
