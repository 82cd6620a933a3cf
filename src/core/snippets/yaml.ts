import { lineEnd, type Place, type TextEdit } from "./setups.ts";

/** One line of a YAML text: where it is, and how far its content is indented. */
interface Line {
  readonly start: number;
  /** Without the line end. */
  readonly end: number;
  readonly indent: number;
  /** What stands after the indentation. */
  readonly content: string;
}

/** The `Resources:` section: its key's line, the line after its last, and how far its resources are indented. */
interface Section {
  readonly key: number;
  readonly end: number;
  /** Undefined while it has no resource. */
  readonly indent: number | undefined;
}

const NO_EDITS: readonly TextEdit[] = [];

/** The place at a cursor, if a resource may begin just there, words of a title being typed or not; `width` is a level where the text shows none. */
export function yamlPlaceAt(text: string, offset: number, width: number): Place | undefined {
  const lines = readLines(text);
  const at = lines.findIndex((line) => offset <= line.end);
  const line = lines[at];
  if (!line || offset < line.start || !/^(?:\w[\w -]*)?$/.test(line.content)) return undefined;
  const section = findResources(lines, at);
  if (!section || at <= section.key || at >= section.end) return undefined;
  const column = columnAt(lines, at, section);
  if (column === undefined) return undefined;
  const unit = " ".repeat(section.indent ?? unitOf(lines, width));
  const missing = " ".repeat(Math.max(0, column - line.indent));
  const wordStart = Math.min(offset, line.start + line.indent);
  return {
    range: {
      start: wordStart,
      end: Math.max(offset, line.start + line.indent + line.content.trimEnd().length),
    },
    before: missing,
    after: "",
    indent: " ".repeat(column),
    unit,
    edits: NO_EDITS,
  };
}

/** The column at which a resource would stand on this line; undefined where none can. */
function columnAt(lines: readonly Line[], at: number, section: Section): number | undefined {
  const line = lines[at];
  if (!line) return undefined;
  if (section.indent === undefined) return line.indent > 0 ? line.indent : undefined;
  const next = lines.slice(at + 1, section.end).find((other) => isContent(other));
  // In the midst of a resource: what follows is a part of it.
  if (next && next.indent > section.indent) return undefined;
  // Above a resource, further out than it, nothing but another resource can stand.
  const outside = line.indent < section.indent && next?.indent === section.indent;
  return line.indent === section.indent || outside ? section.indent : undefined;
}

/**
 * Where a resource goes when it is asked for from elsewhere: after the resource that the cursor stands in, else at
 * the end of `Resources:`, which is made where there is none; with a whole skeleton in an empty document. Resources
 * in braces, or from an anchor, have no line for another one.
 */
export function yamlPlaceFor(
  text: string,
  offset: number,
  width: number,
  transform: string | undefined,
): Place | undefined {
  const here = yamlPlaceAt(text, offset, width);
  if (here) return here;
  const lines = readLines(text);
  const section = findResources(lines, -1);
  if (section) return placeInSection(text, lines, section, offset, width);
  const elsewhere = lines.some((line) => line.indent === 0 && /^(["']?)Resources\1\s*:/.test(line.content));
  return elsewhere ? undefined : newSection(text, lines, width, transform);
}

function placeInSection(
  text: string,
  lines: readonly Line[],
  section: Section,
  offset: number,
  width: number,
): Place {
  const level = section.indent ?? unitOf(lines, width);
  const indent = " ".repeat(level);
  const from = lines.findIndex((line) => offset <= line.end);
  const inside = from > section.key && from < section.end;
  const next = inside
    ? lines.findIndex((line, i) => i > from && i < section.end && isContent(line) && line.indent <= level)
    : -1;
  const last = lastContent(lines, section.key, next < 0 ? section.end : next, level);
  const end = lines[last]?.end ?? text.length;
  const flow = last === section.key ? emptyFlow(lines[last]) : undefined;
  const gap = last > section.key && blankBetween(lines, section) ? lineEnd(text) : "";
  return {
    range: flow ?? { start: end, end },
    before: gap + lineEnd(text) + indent,
    after: "",
    indent,
    unit: indent,
    edits: NO_EDITS,
  };
}

/** ` {}` of `Resources: {}`, which goes when a resource comes. */
function emptyFlow(line: Line | undefined): { start: number; end: number } | undefined {
  const match = line && /\s*\{\s*\}\s*$/.exec(line.content);
  return match ? { start: line.start + match.index, end: line.end } : undefined;
}

/** The last line before `end` that belongs to a resource: not blank, and no comment above the next resource. */
function lastContent(lines: readonly Line[], key: number, end: number, level: number): number {
  let last = end - 1;
  while (last > key && !isContent(lines[last]) && !isOwnComment(lines[last], level)) last--;
  return last;
}

const isOwnComment = (line: Line | undefined, level: number): boolean =>
  line?.content.startsWith("#") === true && line.indent > level;

/** Are this section's resources set apart by blank lines? A comment above a resource goes with it. */
function blankBetween(lines: readonly Line[], { key, end, indent }: Section): boolean {
  const resources = lines.flatMap((line, i) =>
    i > key && i < end && line.indent === indent && isContent(line) ? [i] : [],
  );
  return resources.slice(1).some((at) => {
    let above = at - 1;
    while (lines[above]?.content.startsWith("#")) above--;
    return lines[above]?.content === "";
  });
}

function newSection(
  text: string,
  lines: readonly Line[],
  width: number,
  transform: string | undefined,
): Place {
  const indent = " ".repeat(unitOf(lines, width));
  const eol = lineEnd(text);
  const head = /\S/.test(text.replace(/^\uFEFF/, ""))
    ? ""
    : `AWSTemplateFormatVersion: '2010-09-09'${eol}${transform ? `Transform: ${transform}${eol}` : ""}`;
  const content = text.trimEnd().length;
  const start = head ? (text.startsWith("\uFEFF") ? 1 : 0) : content;
  return {
    range: { start, end: head ? text.length : content },
    before: `${head || eol}Resources:${eol}${indent}`,
    after: head ? eol : "",
    indent,
    unit: indent,
    edits: NO_EDITS,
  };
}

// ---------------------------------------------------------------- lines and sections

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = text.startsWith("\uFEFF") ? 1 : 0;
  for (;;) {
    const next = text.indexOf("\n", start);
    const end = next < 0 ? text.length : text[next - 1] === "\r" && next > start ? next - 1 : next;
    lines.push(readLine(text, start, end));
    if (next < 0) return lines;
    start = next + 1;
  }
}

function readLine(text: string, start: number, end: number): Line {
  let at = start;
  while (at < end && text[at] === " ") at++;
  const content = text.slice(at, end);
  return {
    start,
    end,
    indent: at - start,
    content: /^\s*$/.test(content) && !content.includes("\t") ? "" : content,
  };
}

/** Not blank, not a comment. */
const isContent = (line: Line | undefined): boolean =>
  line !== undefined && line.content !== "" && !line.content.startsWith("#");

/** The section of `Resources:`; the line at `except`, where someone is typing, doesn't say how it is indented. */
function findResources(lines: readonly Line[], except: number): Section | undefined {
  const key = lines.findIndex(
    (line) => line.indent === 0 && /^(["']?)Resources\1\s*:\s*(\{\s*\}\s*)?(#.*)?$/.test(line.content),
  );
  if (key < 0) return undefined;
  let end = key + 1;
  while (end < lines.length && !endsSection(lines[end], end === except)) end++;
  const first = lines.slice(key + 1, end).find((line, i) => key + 1 + i !== except && isContent(line));
  return { key, end, indent: first?.indent };
}

const endsSection = (line: Line | undefined, typed: boolean): boolean =>
  isContent(line) && line?.indent === 0 && !typed;

/** Spaces of one level: the first indented line that isn't in a list says. */
function unitOf(lines: readonly Line[], width: number): number {
  const first = lines.find((line) => isContent(line) && line.indent > 0 && !line.content.startsWith("- "));
  return first?.indent ?? width;
}
