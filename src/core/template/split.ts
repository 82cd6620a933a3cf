import { holdsType, linesBelow } from "../yamlText.ts";
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
  readonly indent: number;
}

/**
 * Cuts a template into its entries by one pass over the indents of its lines, so that a keystroke costs
 * one entry and damage stays where it is. Nothing of a scalar or of a flow collection can stand at the
 * indent of an entry's key, save closing brackets, which never begin an entry. A document that isn't laid
 * out in lines (minified JSON, flow style at the top) stays one piece.
 */
export function split(text: string, syntax: Syntax): readonly Piece[] {
  if (syntax === "yaml" && /^[\s\uFEFF]*\{(?![{%])/.test(text.slice(0, 1000))) return [whole(text)];
  const pieces = new Splitter(text, syntax).pieces();
  return syntax === "yaml" || pieces.some((piece) => piece.kind === "entry") ? pieces : [whole(text)];
}

/** The whole text in one piece. */
export const whole = (text: string): Piece => ({
  kind: "root",
  section: "",
  start: afterMark(text),
  end: text.length,
  key: undefined,
});

/** Behind the byte order mark. */
const afterMark = (text: string): number => (text.charCodeAt(0) === 0xfeff ? 1 : 0);

/** What stands in an entry, first of all; by it an entry is known that stands at the wrong indent. */
const IN_ENTRY =
  /^\s*["']?(?:Type|Properties|DependsOn|Condition|DeletionPolicy|UpdateReplacePolicy|Default|AllowedValues|Value|Export)["']?\s*:/;

const METADATA = /^\s*["']?Metadata["']?\s*:/;

const RESOURCES = "resources";
const SPACE = 0x20;
const TAB = 0x09;

class Splitter {
  readonly #text: string;
  readonly #json: boolean;
  /** JSON laid out with tabs alone; where spaces stand beside them, a tab has no width to go by. */
  readonly #tabbed: boolean;
  readonly #pieces: Piece[] = [];
  #open: Omit<Piece, "end"> | undefined;
  #section = "";
  #rootIndent = -1;
  /** Indent of the entries in the present section, unless it isn't cut. */
  #entryIndent: number | "unknown" | "none" = "none";
  /** Below the Serverless Framework's `resources:`, where sections stand at any indent, also in a list. */
  #inResources = false;
  /** The bracket of the last section of JSON stands above: the next may stand at any indent. */
  #isClosed = false;
  /** Indent of what stands in an entry without a key; the entries stand less deep. */
  #keylessIndent = Number.POSITIVE_INFINITY;

  constructor(text: string, syntax: Syntax) {
    this.#text = text;
    this.#json = syntax === "json";
    this.#tabbed = this.#json && !/^\t* +["{}[\]]/m.test(text);
  }

  pieces(): readonly Piece[] {
    const text = this.#text;
    this.#root(afterMark(text), "");
    for (let start = afterMark(text); start < text.length; ) {
      const newline = text.indexOf("\n", start);
      const end = newline < 0 ? text.length : newline;
      this.#line(start, end);
      start = end + 1;
    }
    this.#close(text.length);
    return this.#pieces;
  }

  #root(start: number, section: string): void {
    this.#begin({ kind: "root", section, start, key: undefined });
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
    while (content < end && this.#indents(text.charCodeAt(content))) content++;
    if (content === end || this.#isInside(content - start)) return;
    if (this.#inResources && this.#isItemSection(content, end)) content += 2;
    const line = { start, content, end, indent: content - start };
    if (text.charCodeAt(content) === TAB) this.#afterTab(line);
    else if (this.#begins(line)) this.#keyed(line);
    else if (!this.#json && this.#isMarker(line)) this.#section = this.#nextDocument(line);
    else if (this.#json && this.#closes(line)) {
      this.#root(start, "");
      this.#isClosed = true;
    }
  }

  #indents = (char: number): boolean => char === SPACE || (char === TAB && this.#tabbed);

  /** Deeper than an entry's key: nothing begins here. Most lines are such. */
  #isInside = (indent: number): boolean =>
    typeof this.#entryIndent === "number" && indent > this.#entryIndent && this.#section !== RESOURCES;

  /** Can a key begin here? Comments, closing brackets, list items, blank lines and template tags can't. */
  #begins({ content }: Line): boolean {
    const first = this.#text[content] ?? "";
    return this.#json ? first === '"' || /[A-Z]/.test(first) : !"#}])-{%\r,|>:".includes(first);
  }

  /** `- Resources:` */
  #isItemSection = (content: number, end: number): boolean =>
    this.#text.startsWith("- ", content) && sectionAt(this.#text, content + 2, end) !== undefined;

  #isMarker = ({ content, indent }: Line): boolean => indent === 0 && this.#text.startsWith("---", content);

  #nextDocument({ start }: Line): string {
    this.#entryIndent = "none";
    this.#root(start, "");
    return "";
  }

  /** The bracket that closes a section of JSON belongs to none of its entries. */
  #closes({ content, indent }: Line): boolean {
    return this.#text[content] === "}" && typeof this.#entryIndent === "number" && indent < this.#entryIndent;
  }

  /** A stray tab before the name of a section. */
  #afterTab({ start, content, end }: Line): void {
    const section = sectionAt(this.#text, content + 1, end);
    if (section && content === start) this.#cutSection(start, section);
  }

  #keyed(line: Line): void {
    const { indent, content, end } = line;
    if (this.#rootIndent < 0) this.#rootIndent = this.#isEntry(line) ? 0 : indent;
    const above = this.#entryIndent === "none" || this.#entryIndent === "unknown" ? 1 : this.#entryIndent - 1;
    const mayBeRoot = indent <= Math.max(this.#rootIndent, Math.min(above, this.#rootIndent + 1));
    const section =
      mayBeRoot || this.#isClosed || this.#inResources ? sectionAt(this.#text, content, end) : undefined;
    this.#isClosed = false;
    if (section) this.#known(line, section);
    else if (this.#entryIndent === "none" && this.#isDeeperSection(line)) this.#deeperSection(line);
    else if (indent <= this.#rootIndent) this.#unknown(line);
    else this.#inner(line);
  }

  /** Sections may stand deeper than the first line did, though not in an entry that stands in none. */
  #isDeeperSection(line: Line): boolean {
    if (this.#open?.kind === "entry") return false;
    const name = this.#key(line)?.text;
    return name !== undefined && ENTRY_SECTIONS.has(name) && this.#hasNoValue(line);
  }

  #deeperSection(line: Line): void {
    this.#rootIndent = line.indent;
    this.#cutSection(line.start, this.#key(line)?.text ?? "");
  }

  #known(line: Line, section: string): void {
    this.#rootIndent = Math.min(this.#rootIndent, line.indent);
    if (ENTRY_SECTIONS.has(section) && this.#hasNoValue(line)) this.#cutSection(line.start, section);
    else {
      this.#section = section;
      this.#entryIndent = "none";
      this.#root(line.start, section);
    }
  }

  #cutSection(start: number, section: string): void {
    this.#section = section;
    this.#entryIndent = "unknown";
    this.#keylessIndent = Number.POSITIVE_INFINITY;
    this.#root(start, section);
  }

  /** At the top, but no section of CloudFormation: one of someone else's, or an entry out of its place. */
  #unknown(line: Line): void {
    const key = this.#key(line);
    this.#inResources = !this.#json && key?.text === RESOURCES;
    const holdsEntries = this.#section === "" || ENTRY_SECTIONS.has(this.#section) || this.#isResource(line);
    if (key && holdsEntries && this.#isEntry(line)) this.#marginEntry(line);
    else if (key && this.#hasNoValue(line)) this.#cutSection(line.start, key.text);
    else this.#known(line, key?.text ?? "");
  }

  /** Behind a line that only looked like the name of a section. */
  #marginEntry(line: Line): void {
    if (this.#entryIndent === "unknown" && !ENTRY_SECTIONS.has(this.#section)) this.#entryIndent = "none";
    this.#entry(line);
  }

  #inner(line: Line): void {
    if (this.#entryIndent === "none" && this.#open?.kind === "entry") return;
    if (this.#entryIndent === "none" && this.#hasNoValue(line) && this.#isEntry(line)) {
      // The line with the section's name is gone or broken.
      this.#section = "";
      this.#entryIndent = line.indent;
    }
    if (this.#entryIndent === "unknown") this.#find(line);
    else if (this.#isShallower(line)) this.#entryIndent = line.indent;
    if (line.indent === this.#entryIndent) this.#entry(line);
  }

  /** The first line of a section stands at the indent of its entries, unless its entry's own line is gone. */
  #find(line: Line): void {
    if (this.#isInEntry(line)) this.#keylessIndent = Math.min(this.#keylessIndent, line.indent);
    else if (line.indent < this.#keylessIndent) this.#entryIndent = line.indent;
  }

  /** The first entry of the section stood too deep. */
  #isShallower(line: Line): boolean {
    if (typeof this.#entryIndent !== "number" || line.indent >= this.#entryIndent) return false;
    return this.#hasNoValue(line) && this.#isEntry(line);
  }

  /** `Type: ...` or `Properties:`, whose entry's key is gone. */
  #isInEntry(line: Line): boolean {
    const isTyped =
      ENTRY_SECTIONS.has(this.#section) && IN_ENTRY.test(this.#text.slice(line.start, line.end));
    return isTyped && !(this.#hasNoValue(line) && this.#isEntry(line));
  }

  #entry(line: Line): void {
    this.#begin({ kind: "entry", section: this.#section, start: line.start, key: this.#key(line) });
  }

  /** The line below says so, or it is metadata and a type stands beside it. */
  #isEntry(line: Line): boolean {
    const [first] = linesBelow(this.#text, line.end);
    if (first === undefined || first.search(/\S/) <= line.indent) return false;
    return IN_ENTRY.test(first) || (METADATA.test(first) && this.#isResource(line));
  }

  #isResource = ({ end, indent }: Line): boolean => holdsType(this.#text, end, indent);

  /** `Resources:` or `"Resources": {`, and nothing behind it but a comment. An anchor stays with its value. */
  #hasNoValue({ content, end }: Line): boolean {
    const rest = this.#text.slice(content, Math.min(end, content + 300));
    if (this.#json) return /^"?[^"]*"?\s*:?\s*\{?[\s{[]*$/.test(rest);
    if (/^[^:]*:?[\s}\]]*(?:#.*)?$/.test(rest)) return true;
    // A bracket that nothing closes was opened by mistake.
    return /^[^:]*:\s*[[{]\s*$/.test(rest) && !/^[}\]]/m.test(this.#text.slice(end));
  }

  #key({ content, end }: Line): Piece["key"] {
    const rest = this.#text.slice(content, Math.min(end, content + 300));
    const match =
      /^(["']?)((?:[^:"'#]|:(?=\S)|(?<=\S)#)*?)\1\s*:(?=\s|$)/.exec(rest) ?? /^(")([^"]*)"\s*:/.exec(rest);
    const text = match?.[2];
    return match && text ? { text, start: content + (match[1] ? 1 : 0) } : undefined;
  }
}

/** The section whose name stands here; a quote or the colon may be missing. */
function sectionAt(text: string, content: number, end: number): string | undefined {
  const name = /^["']?([A-Z][A-Za-z]+)["']?\s*(?::|[[{]?\s*$)/.exec(
    text.slice(content, Math.min(end, content + 40)),
  )?.[1];
  return name && SECTIONS.has(name) ? name : undefined;
}
