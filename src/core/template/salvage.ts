import { beginsWithKey, type Head, headOf } from "./head.ts";
import { joined } from "./joined.ts";
import { parseJson } from "./json.ts";
import { asIntrinsic, type EntryNode, type ListNode, type Node } from "./nodes.ts";
import type { Syntax } from "./split.ts";
import { type Anchors, type Parsed, parseYaml, tagged } from "./yaml.ts";

/**
 * Reads text that may be broken. What the grammar takes is read as it is; else the text is divided by its
 * indents, as it was laid out, and each part is read alone, down to the line that is broken.
 */
export function read(text: string, base: number, syntax: Syntax, anchors: Anchors): Node | undefined {
  const reader = new Salvage(text, base, syntax, anchors);
  return reader.region(reader.linesIn(0, text.length), 0);
}

/** A line with something on it; `column` may lie behind a `- ` that was read already. */
interface Line {
  readonly column: number;
  readonly start: number;
  readonly end: number;
  /** `}` or `]` in JSON: ends what stands above, begins nothing. */
  readonly closes: boolean;
}

/** Nobody nests deeper, and dividing costs the text once for each level. */
const DEEPEST = 40;

class Salvage {
  readonly #text: string;
  readonly #base: number;
  readonly #syntax: Syntax;
  readonly #anchors: Anchors;

  constructor(text: string, base: number, syntax: Syntax, anchors: Anchors) {
    this.#text = text;
    this.#base = base;
    this.#syntax = syntax;
    this.#anchors = anchors;
  }

  linesIn(from: number, to: number): readonly Line[] {
    const lines: Line[] = [];
    for (let start = from; start < to; ) {
      const newline = this.#text.indexOf("\n", start);
      const end = newline < 0 || newline > to ? to : newline;
      const content = this.#skipBlank(start, end);
      const char = this.#text[content];
      if (content < end && char !== "\r" && char !== "#" && !this.#isTag(content, end))
        lines.push({
          column: this.#columnOf(start, content),
          start: content,
          end,
          closes: char === "}" || char === "]",
        });
      start = end + 1;
    }
    return lines;
  }

  /** `{% if prod %}`: a line for a template language alone. */
  #isTag = (content: number, end: number): boolean =>
    /^\{[{%].*[%}]\},?\s*$/.test(this.#text.slice(content, Math.min(end, content + 300)));

  /** A tab among spaces slipped in; tabs alone are an indent of their own. */
  #columnOf(start: number, content: number): number {
    const spaces = this.#text.slice(start, content).replaceAll("\t", "").length;
    return this.#syntax === "yaml" && spaces > 0 ? spaces : content - start;
  }

  #skipBlank(from: number, end: number): number {
    let at = from;
    while (at < end && (this.#text[at] === " " || this.#text[at] === "\t")) at++;
    return at;
  }

  region(lines: readonly Line[], depth: number): Node | undefined {
    const [first] = lines;
    const last = lines.at(-1);
    if (!first || !last || depth > DEEPEST) return undefined;
    const { root, clean } = this.#parse(first, last.end);
    if (clean) return root;
    const groups = this.#groups(lines);
    if (groups.length > 1) return joined(groups.map((group) => this.region(group, depth + 1)));
    return this.#divided(first, lines.slice(1), root, depth);
  }

  /** Text from a line's content on, set at the column where it stands. */
  #parse({ start, column }: Line, end: number): Parsed {
    const text = this.#text.slice(start, end);
    if (this.#syntax === "json") return this.#parseJson(text, start);
    return parseYaml(" ".repeat(column) + text, this.#base + start - column, this.#anchors);
  }

  /** Entries and items without what holds them; the comma behind the last is allowed. */
  #parseJson(text: string, start: number): Parsed {
    const [open, close] = beginsWithKey(text) ? ["{", "}"] : ["[", "]"];
    return parseJson(`${open}${text}\n${close}`, (offset) => this.#base + start + offset - 1);
  }

  /** Each begins at the least indent; list items belong to a key that stands at theirs. */
  #groups(lines: readonly Line[]): Line[][] {
    const least = Math.min(...lines.filter((line) => !line.closes).map((line) => line.column));
    const groups: Line[][] = [];
    let heldByKey = false;
    for (const line of lines) {
      const isItem = this.#isItem(line);
      const begins = line.column <= least && !line.closes && !(isItem && heldByKey);
      // A word above all is half of a key, or of an item: nothing that holds items.
      if (begins) heldByKey = !isItem && !(groups.length === 0 && this.#isWord(line));
      const open = groups.at(-1);
      if (open && !begins) open.push(line);
      else groups.push([line]);
    }
    return groups;
  }

  #isItem = ({ start, end }: Line): boolean =>
    this.#syntax === "yaml" && /^-(?:[ \r\t]|$)/.test(this.#text.slice(start, Math.min(end, start + 2)));

  #isWord = ({ start, end }: Line): boolean => /^[A-Za-z][\w.-]*\s*$/.test(this.#text.slice(start, end));

  /** One key or item with what hangs on it. */
  #divided(first: Line, body: readonly Line[], root: Node | undefined, depth: number): Node | undefined {
    const head = headOf(this.#text.slice(first.start, first.end), this.#syntax);
    if (head.kind === "item") return this.#item(first, head, body, depth);
    if (body.length === 0 || head.opensFlow) return this.#line(first, head, root);
    return head.kind === "key" || head.kind === "word"
      ? this.#keyed(first, head, body, depth)
      : this.#unkeyed(first, head, body, depth);
  }

  #item(first: Line, head: Head, body: readonly Line[], depth: number): ListNode {
    const start = first.start + head.valueAt;
    const inner = { ...first, start, column: first.column + head.valueAt };
    const lines = this.#skipBlank(start, first.end) < first.end ? [inner, ...body] : body;
    const item = this.region(lines, depth + 1);
    return { kind: "list", items: item ? [item] : [], range: this.#range(first.start, first.end) };
  }

  /** Below a key with a value nothing can hang: what stands there deeper belongs beside it. */
  #keyed(first: Line, head: Head, body: readonly Line[], depth: number): Node | undefined {
    const value = head.hasValue ? this.#valueOf(first, head) : this.#held(first, head, body, depth);
    const own = asIntrinsic({
      kind: "map",
      entries: [this.#entry(first, head, value)],
      range: this.#range(first.start, body.at(-1)?.end ?? first.end),
    });
    return head.hasValue ? joined([own, this.region(body, depth + 1)]) : own;
  }

  #held(first: Line, head: Head, lines: readonly Line[], depth: number): Node | undefined {
    const node = this.region(this.#withoutClosing(lines), depth + 1);
    if (!head.tag) return node;
    const at = this.#base + first.start + head.tag.at;
    return tagged(head.tag.name, { start: at, end: at + head.tag.name.length }, node);
  }

  /** The brackets that close what the head opened. */
  #withoutClosing(lines: readonly Line[]): readonly Line[] {
    let count = lines.length;
    while (count > 0 && lines[count - 1]?.closes) count--;
    return lines.slice(0, count);
  }

  /** `{` alone on its line, or something that can't be read, with lines below it. */
  #unkeyed(first: Line, head: Head, body: readonly Line[], depth: number): Node | undefined {
    const below = this.region(this.#withoutClosing(body), depth + 1);
    if (head.kind === "bracket") return this.#bracket(below, first);
    return joined([this.#line(first, head, undefined), below]);
  }

  #bracket(below: Node | undefined, first: Line): Node {
    const range = this.#range(first.start, first.end);
    return { kind: "list", items: below ? [below] : [], range };
  }

  /** A single line: what the parser made of it, else a key and the rest, else nothing. */
  #line(first: Line, head: Head, root: Node | undefined): Node | undefined {
    if (root?.kind === "map" && root.entries.length > 0) return root;
    if (root?.kind === "list" && root.items.length > 0 && head.kind !== "key") return root;
    if (head.kind === "key" || head.kind === "word") {
      const value = head.kind === "key" ? this.#valueOf(first, head) : undefined;
      const entries = [this.#entry(first, head, value)];
      return { kind: "map", entries, range: this.#range(first.start, first.end) };
    }
    return root;
  }

  #valueOf(first: Line, head: Head): Node | undefined {
    const start = first.start + head.valueAt;
    if (start >= first.end) return undefined;
    const { root, clean } = this.#parse({ ...first, start, column: first.column + head.valueAt }, first.end);
    if (this.#syntax === "json") return root?.kind === "list" ? root.items[0] : undefined;
    if (clean || root) return root;
    const value = this.#text.slice(start, first.end).trimEnd();
    return { kind: "scalar", value, range: this.#range(start, start + value.length), style: "plain" };
  }

  #entry(first: Line, head: Head, value: Node | undefined): EntryNode {
    const start = first.start + head.keyAt;
    return { key: head.key, keyRange: this.#range(start, start + head.key.length), value };
  }

  #range = (start: number, end: number) => ({ start: this.#base + start, end: this.#base + end });
}
