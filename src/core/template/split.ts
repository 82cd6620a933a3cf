import { ENTRY_SECTIONS, SECTIONS } from "./sections.ts";

/**
 * A piece of a template that can be read on its own.
 * `entry`: one entry of a section. `root`: top-level keys with what they hold, down to the whole document.
 */
export interface Piece {
  readonly kind: "entry" | "root";
  readonly section: string;
  readonly start: number;
  readonly end: number;
  /** The key of an entry, inside its quotes; undefined where the line has none to be seen. */
  readonly key: { readonly text: string; readonly start: number } | undefined;
}

export type Syntax = "yaml" | "json";

interface Line {
  readonly start: number;
  /** Offset of the first character that is no space. */
  readonly content: number;
  readonly end: number;
}

/**
 * Cuts a template into its entries by one pass over the indents of its lines, so that a keystroke costs
 * one entry and damage stays where it is. Nothing of a scalar or of a flow collection can stand at the
 * indent of an entry's key, save closing brackets, which never begin an entry. A document that isn't laid
 * out in lines (minified JSON, flow style at the top) stays one piece.
 */
export function split(text: string, syntax: Syntax): readonly Piece[] {
  const pieces = new Splitter(text, syntax).pieces();
  return pieces.some((piece) => piece.section === "Resources") ? pieces : [whole(text)];
}

/** The whole text in one piece. */
export const whole = (text: string): Piece => ({
  kind: "root",
  section: "",
  start: text.charCodeAt(0) === 0xfeff ? 1 : 0,
  end: text.length,
  key: undefined,
});

class Splitter {
  readonly #text: string;
  readonly #json: boolean;
  readonly #pieces: Piece[] = [];
  #open: Omit<Piece, "end"> | undefined;
  #section = "";
  /** Indent of the top-level keys; of the entries of the present section, unless it isn't cut. */
  #rootIndent = -1;
  #entryIndent: number | "unknown" | "none" = "none";

  constructor(text: string, syntax: Syntax) {
    this.#text = text;
    this.#json = syntax === "json";
  }

  pieces(): readonly Piece[] {
    const text = this.#text;
    const from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.#begin({ kind: "root", section: "", start: from, key: undefined });
    for (let start = from; start < text.length; ) {
      const newline = text.indexOf("\n", start);
      const end = newline < 0 ? text.length : newline;
      this.#line(start, end);
      start = end + 1;
    }
    this.#close(text.length);
    return this.#pieces;
  }

  #begin(piece: Omit<Piece, "end">): void {
    this.#close(piece.start);
    this.#open = piece;
  }

  #close(end: number): void {
    if (this.#open && end > this.#open.start) this.#pieces.push({ ...this.#open, end });
    this.#open = undefined;
  }

  #line(start: number, end: number): void {
    const text = this.#text;
    let content = start;
    while (content < end && text.charCodeAt(content) === 32) content++;
    const line = { start, content, end };
    if (this.#begins(line)) this.#content(line, content - start);
    else if (this.#json && this.#closes(line))
      this.#begin({ kind: "root", section: "", start, key: undefined });
  }

  /** Can a key begin here? Comments, closing brackets, list items, blank lines and template tags can't. */
  #begins({ content, end }: Line): boolean {
    if (content >= end) return false;
    const first = this.#text[content] ?? "";
    return this.#json ? first === '"' : !"#}])-{%\t\r,|>".includes(first) || this.#isMarker(content);
  }

  #isMarker(content: number): boolean {
    return this.#text.startsWith("---", content) && (content === 0 || this.#text[content - 1] === "\n");
  }

  /** The bracket that closes a section of JSON belongs to none of its entries. */
  #closes({ start, content }: Line): boolean {
    const indent = content - start;
    return this.#text[content] === "}" && typeof this.#entryIndent === "number" && indent < this.#entryIndent;
  }

  #content(line: Line, indent: number): void {
    if (!this.#json && this.#isMarker(line.content)) {
      this.#section = "";
      this.#entryIndent = "none";
      this.#begin({ kind: "root", section: "", start: line.start, key: undefined });
      return;
    }
    if (this.#rootIndent < 0) this.#rootIndent = indent;
    if (indent > this.#rootIndent && this.#entryIndent === "unknown") this.#entryIndent = indent;
    if (indent === this.#rootIndent) this.#topLevel(line);
    else if (indent === this.#entryIndent) this.#entry(line);
  }

  #topLevel(line: Line): void {
    const key = this.#key(line);
    const section = key?.text ?? "";
    this.#section = section;
    const holdsEntries = ENTRY_SECTIONS.has(section) || !SECTIONS.has(section);
    const cut = holdsEntries && key !== undefined && this.#hasNoValue(line);
    this.#entryIndent = cut ? "unknown" : "none";
    this.#begin({ kind: "root", section, start: line.start, key: undefined });
  }

  #entry(line: Line): void {
    this.#begin({ kind: "entry", section: this.#section, start: line.start, key: this.#key(line) });
  }

  /** `Resources:` or `"Resources": {`, and nothing behind it but an anchor or a comment. */
  #hasNoValue({ content, end }: Line): boolean {
    const rest = this.#text.slice(content, Math.min(end, content + 300));
    const pattern = this.#json ? /^"[^"]*"\s*:\s*\{\s*$/ : /^[^:]*:\s*(?:&\S+\s*)?(?:#.*)?\r?$/;
    return pattern.test(rest);
  }

  #key({ content, end }: Line): Piece["key"] {
    const rest = this.#text.slice(content, Math.min(end, content + 300));
    const match =
      /^(["']?)((?:[^:"'#]|:(?=\S)|(?<=\S)#)*?)\1\s*:(?=\s|$)/.exec(rest) ?? /^(")([^"]*)"\s*:/.exec(rest);
    const text = match?.[2];
    return match && text ? { text, start: content + (match[1] ? 1 : 0) } : undefined;
  }
}
