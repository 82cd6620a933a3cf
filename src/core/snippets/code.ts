import { profiles } from "../cdk/profiles/profiles.ts";
import { scan } from "../cdk/scan/scan.ts";
import type { Tokens } from "../cdk/scan/tokens.ts";
import type { CdkLanguage } from "../types.ts";
import { type Block, braceBlockAt, lastBefore, startsStatement } from "./blocks.ts";
import { pythonBlockAt, pythonEndOf, pythonIndentOf, pythonStatementAt } from "./python.ts";
import { scopeOf } from "./scope.ts";
import { lineEnd, type Place } from "./setups.ts";

/** The place at a cursor of CDK code, if a statement that makes a construct may begin just there. */
export function codePlaceAt(
  text: string,
  language: CdkLanguage,
  offset: number,
  width: number,
): Place | undefined {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const typed = /^([ \t]*)(\w*)$/.exec(text.slice(lineStart, offset));
  if (!typed || !/^[ \t]*\r?(?:\n|$)/.test(text.slice(offset))) return undefined;
  const tokens = scan(text, profiles[language]);
  const lead = typed[1] ?? "";
  const wordStart = lineStart + lead.length;
  if (isInert(tokens, wordStart, offset)) return undefined;
  const block =
    language === "python" ? pythonBlockAt(tokens, wordStart, lead.length) : braceBlockAt(tokens, wordStart);
  if (!block || (block.kind !== "function" && block.kind !== "control")) return undefined;
  if (language !== "python" && !startsStatement(tokens, wordStart, offset, block)) return undefined;
  const scope = scopeOf(block, text, wordStart, language);
  if (scope === undefined) return undefined;
  const own = language === "python" ? lead : indentIn(text, tokens, block, language, width);
  const indent = lead.length < own.length ? own : lead;
  const missing = indent.startsWith(lead) ? indent.slice(lead.length) : "";
  const range = { start: wordStart, end: offset };
  return placeOf({ range, before: missing, after: "", indent }, unitOf(text, language, width), scope);
}

/** In a comment or a string, or between two parts of one. */
function isInert(tokens: Tokens, start: number, end: number): boolean {
  if (tokens.comments.some((comment) => comment.start < start && end <= comment.end)) return true;
  return tokens.starts.some((from, i) => from < start && start < (tokens.ends[i] ?? 0));
}

/**
 * Where statements go when they are asked for from anywhere in CDK code: at the cursor where they can, else at the
 * end of the function that it stands in, else at the end of the file's first constructor.
 */
export function codePlaceFor(
  text: string,
  language: CdkLanguage,
  offset: number,
  width: number,
): Place | undefined {
  const here = codePlaceAt(text, language, offset, width);
  if (here) return here;
  const tokens = scan(text, profiles[language]);
  const block = functionAround(tokens, text, offset, language) ?? firstConstructor(tokens, text, language);
  return block && atEndOf(block, tokens, text, language, width);
}

/** The innermost function at an offset in which constructs can be made. */
function functionAround(
  tokens: Tokens,
  text: string,
  offset: number,
  language: CdkLanguage,
): Block | undefined {
  let block = language === "python" ? pythonAround(tokens, offset) : braceBlockAt(tokens, offset);
  while (block && !(block.kind === "function" && scopeOf(block, text, block.close, language) !== undefined))
    block = block.parent;
  return block;
}

/** Python's block of the statement that an offset stands in or behind. */
function pythonAround(tokens: Tokens, offset: number): Block | undefined {
  const statement = pythonStatementAt(tokens, offset);
  return statement && pythonBlockAt(tokens, statement.start, statement.column);
}

const CONSTRUCTOR: Readonly<Record<CdkLanguage, RegExp>> = {
  typescript: /\bconstructor\s*\([\s\S]{0,2000}?\{/g,
  javascript: /\bconstructor\s*\([\s\S]{0,2000}?\{/g,
  python: /\bdef\s+__init__\s*\([\s\S]{0,2000}?:[ \t]*\r?$/gm,
  java: /\bpublic\s+\w+\s*\([^)]{0,2000}\)\s*\{/g,
  csharp: /\b(?:public|internal)\s+\w+\s*\([^)]{0,2000}\)[^{;]{0,400}\{/g,
  go: /\bfunc\s+\w+\s*\([^)]{0,2000}\)[^{\n]{0,400}\{/g,
};

function firstConstructor(tokens: Tokens, text: string, language: CdkLanguage): Block | undefined {
  for (const match of text.matchAll(CONSTRUCTOR[language])) {
    const inside = match.index + match[0].length;
    const block = functionAround(tokens, text, inside, language);
    if (block) return block;
  }
  return undefined;
}

/** The end of a function's body, above a closing `return`. */
function atEndOf(block: Block, tokens: Tokens, text: string, language: CdkLanguage, width: number): Place {
  const scope = scopeOf(block, text, block.close, language) ?? "";
  const indent = indentIn(text, tokens, block, language, width);
  const end = language === "python" ? pythonEndOf(tokens, block) : endOfBody(tokens, text, block);
  const eol = lineEnd(text);
  const rest = /^[^\n]*/.exec(text.slice(end))?.[0] ?? "";
  const closes = language !== "python" && end + (/^\s*/.exec(rest)?.[0].length ?? 0) === block.close;
  const outer = leadOf(text, block.start);
  const after = closes ? eol + outer : "";
  const range = { start: end, end: closes ? block.close : end };
  return placeOf({ range, before: eol + indent, after, indent }, unitOf(text, language, width), scope);
}

/** Behind the last token of a body, or the comment after it, that no closing `return` begins after. */
function endOfBody(tokens: Tokens, text: string, block: Block): number {
  const found = /\n[ \t]*return\b[^\n;{}]*;?\s*$/.exec(text.slice(block.open, block.close));
  const limit = found ? block.open + found.index : block.close;
  const token = lastBefore(tokens, limit);
  const comment = tokens.comments.filter(({ end }) => end <= limit).at(-1)?.end ?? 0;
  return Math.max(block.open, tokens.ends[token] ?? 0, comment);
}

// ---------------------------------------------------------------- indentation

type Around = Pick<Place, "range" | "before" | "after" | "indent">;

const placeOf = (around: Around, unit: string, scope: string): Place => ({
  ...around,
  unit,
  edits: [],
  ...(scope === "" ? {} : { scope }),
});

/** The indentation of a block's statements: that of its first one, else one level more than its own. */
function indentIn(text: string, tokens: Tokens, block: Block, language: CdkLanguage, width: number): string {
  if (language === "python") {
    const column = pythonIndentOf(tokens, block);
    return column === undefined
      ? leadOf(text, block.start) + unitOf(text, language, width)
      : " ".repeat(column);
  }
  const first = tokens.starts.findIndex((start) => start >= block.open);
  const start = tokens.starts[first] ?? block.close;
  const own = tokens.newline[first] === 1 && start < block.close;
  return own ? leadOf(text, start) : leadOf(text, block.start) + unitOf(text, language, width);
}

const leadOf = (text: string, offset: number): string =>
  /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset))?.[0] ?? "";

/** One level: a tab where lines begin with tabs, else the least indentation of any line. */
function unitOf(text: string, language: CdkLanguage, width: number): string {
  if (language === "go" || /^\t/m.test(text)) return "\t";
  const least = [...text.matchAll(/^( +)[^\s*]/gm)].reduce(
    (min, [, lead]) => Math.min(min, lead?.length ?? min),
    9,
  );
  return " ".repeat(least > 1 && least < 9 ? least : width);
}
