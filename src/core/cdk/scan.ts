import type { Range } from "../types.ts";
import type { Profile, StringForm } from "./profiles/profile.ts";

/**
 * What a token is. A string without expressions inside is one `string`; one with them is `stringOpen`, then
 * `stringText` and expressions between `expressionOpen` and `expressionClose`, then `stringClose`.
 */
export enum Kind {
  name,
  number,
  string,
  stringOpen,
  stringText,
  stringClose,
  expressionOpen,
  expressionClose,
  open,
  close,
  punctuation,
  /** A regular expression literal. */
  other,
}

/** Tokens in columns: thousands of small objects would cost more than the whole scan. */
export interface Tokens {
  readonly text: string;
  readonly profile: Profile;
  readonly kinds: Kind[];
  readonly starts: number[];
  readonly ends: number[];
  /** 1 where a line ends between the token before and this one. */
  readonly newline: (0 | 1)[];
  /** For an opening bracket the token that closes it, or where it must end since another bracket ends there. */
  readonly match: number[];
  readonly comments: Range[];
}

interface Scanner extends Tokens {
  at: number;
  /** No regular expression closes before this offset: its line was searched already. */
  noRegexBefore: number;
  sawNewline: 0 | 1;
  /** Opening brackets and strings that are still open. */
  readonly stack: number[];
  /** Forms of the interpolated strings that are open, the innermost last. */
  readonly forms: StringForm[];
  readonly openCounts: Record<string, number>;
  /** Of a kind of triple quotes, whether their number is odd. */
  readonly unpaired: Record<string, boolean>;
}

/** One pass over the text in linear time. Whatever is unterminated ends at its line's end or the text's. */
export function scan(text: string, profile: Profile): Tokens {
  const scanner: Scanner = {
    text,
    profile,
    kinds: [],
    starts: [],
    ends: [],
    newline: [],
    match: [],
    comments: [],
    at: 0,
    noRegexBefore: 0,
    sawNewline: 1,
    stack: [],
    forms: [],
    openCounts: { "(": 0, "[": 0, "{": 0, s: 0, e: 0 },
    unpaired: {},
  };
  while (scanner.at < text.length) step(scanner);
  popUntil(scanner, 0, scanner.kinds.length);
  return scanner;
}

function step(s: Scanner): void {
  const c = s.text.charCodeAt(s.at);
  if (c === 10) {
    s.sawNewline = 1;
    s.at++;
    if (s.forms.length > 0) endLineOfString(s);
  } else if (c === 32 || c === 9 || c === 13 || c === 0xfeff || c === 0xa0) s.at++;
  else if (isNameStart(c)) nameOrString(s);
  else if (c >= 48 && c <= 57) number(s);
  else if (c === 34 || c === 39 || c === 96 || c === 36 || c === 64) string(s) || punctuation(s);
  else if (c === 35 && s.profile.regexLiterals && isNameStart(s.text.charCodeAt(s.at + 1))) privateName(s);
  else if (c === 47 || c === 35) comment(s) || regex(s) || punctuation(s);
  else if (c === 40 || c === 91 || c === 123) openBracket(s);
  else if (c === 41 || c === 93 || c === 125) closeBracket(s);
  else punctuation(s);
}

const isNameStart = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95 || c > 0xa0;

const isNamePart = (c: number): boolean => isNameStart(c) || (c >= 48 && c <= 57) || c === 36;

function push(s: Scanner, kind: Kind, start: number, end: number): number {
  s.kinds.push(kind);
  s.starts.push(start);
  s.ends.push(end);
  s.newline.push(s.sawNewline);
  s.match.push(-1);
  s.sawNewline = 0;
  s.at = end;
  return s.kinds.length - 1;
}

function nameOrString(s: Scanner): void {
  const start = s.at;
  const { text } = s;
  let end = start + 1;
  while (end < text.length && isNamePart(text.charCodeAt(end))) end++;
  const next = text.charCodeAt(end);
  if ((next === 34 || next === 39) && end - start <= 2 && string(s)) return;
  if (s.sawNewline && s.stack.length > 0) {
    const word = text.slice(start, end);
    if (isDedented(s, word)) endBrackets(s, () => true);
    else endUnclosed(s, word);
  }
  push(s, Kind.name, start, end);
}

/** `#pool`, a private field. */
function privateName(s: Scanner): void {
  let end = s.at + 1;
  while (end < s.text.length && isNamePart(s.text.charCodeAt(end))) end++;
  push(s, Kind.name, s.at, end);
}

/** `const` at a line's start: the round and square brackets that are open were left open by someone typing. */
function endUnclosed(s: Scanner, word: string): void {
  if (startsFile(s, s.at, word)) popUntil(s, 0, s.kinds.length);
  if (s.profile.lineEnds === "go" && DECLARES.test(s.text.slice(s.at, s.at + 100)))
    endBrackets(s, (bracket) => bracket !== "{");
  if (
    !s.profile.statementWords.has(word) ||
    /^\s*[:,=.(?)]/.test(s.text.slice(s.at + word.length, s.at + word.length + 4))
  )
    return;
  endBrackets(s, (bracket) => bracket !== "{");
}

/** Go's `a, b := `. */
const DECLARES = /^\w+[ \t]*(,[ \t]*\w+[ \t]*)*:=/;

function endBrackets(s: Scanner, ends: (bracket: string) => boolean): void {
  while (s.stack.length > 0) {
    const top = s.stack[s.stack.length - 1] ?? 0;
    if (s.kinds[top] !== Kind.open || !ends(s.text.charAt(s.starts[top] ?? 0))) return;
    pop(s, s.kinds.length);
  }
}

const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;

/**
 * Does a statement of Python begin here, though brackets are open? It stands no further right than the one that
 * they belong to, and no comma leads to it; or it is an assignment.
 */
function isDedented(s: Scanner, word: string): boolean {
  const { text, at } = s;
  if (s.profile.lineEnds !== "python" || GOES_ON.has(word) || s.forms.length > 0) return false;
  const outer = lineStart(text, s.starts[s.stack[0] ?? 0] ?? 0);
  const indent = /^[ \t]*/.exec(text.slice(outer, outer + 200))?.[0].length ?? 0;
  if (at - lineStart(text, at) > indent) return false;
  const last = s.kinds.length - 1;
  const leadsOn = /^([,([{=+\-*/%|&:.<>]|and|or|not|in|if|else|lambda)$/;
  if (!leadsOn.test(text.slice(s.starts[last], s.ends[last]))) return true;
  return /^\w+(\s+=|(\.\w+)+\s*=)[^=]/.test(text.slice(at, at + 100));
}

/** Words that go on with an expression on a new line. */
const GOES_ON: ReadonlySet<string> = new Set("and or not in is if else for lambda async await".split(" "));

/** Does a declaration of the file begin here? */
export const startsFile = ({ text, profile }: Tokens, at: number, word: string): boolean =>
  text.charCodeAt(at - 1) === 10 && (profile.fileWords?.has(word) ?? false);

function number(s: Scanner): void {
  let end = s.at + 1;
  const { text } = s;
  while (end < text.length && (isNamePart(text.charCodeAt(end)) || isDecimalPoint(text, end))) end++;
  push(s, Kind.number, s.at, end);
}

const isDecimalPoint = (text: string, at: number): boolean =>
  text.charCodeAt(at) === 46 && text.charCodeAt(at + 1) >= 48 && text.charCodeAt(at + 1) <= 57;

const PAIRS = new Set([
  "=>",
  ":=",
  "?.",
  "::",
  "->",
  "**",
  "==",
  "!=",
  "<=",
  ">=",
  "&&",
  "||",
  "??",
  "+=",
  "-=",
  "|=",
]);

const TRIPLES = new Set(["...", "===", "!==", "??=", "||=", "&&="]);

function punctuation(s: Scanner): void {
  const { text, at } = s;
  const length = TRIPLES.has(text.slice(at, at + 3)) ? 3 : PAIRS.has(text.slice(at, at + 2)) ? 2 : 1;
  push(s, Kind.punctuation, at, at + length);
}

// ---------------------------------------------------------------- comments and regular expressions

function comment(s: Scanner): boolean {
  const { text, at, profile } = s;
  if (text.startsWith(profile.lineComment, at)) {
    const lineEnd = text.indexOf("\n", at);
    return addComment(s, lineEnd < 0 ? text.length : lineEnd);
  }
  if (profile.language === "csharp" && text.charCodeAt(at) === 35) {
    const lineEnd = text.indexOf("\n", at);
    s.at = lineEnd < 0 ? text.length : lineEnd;
    return true;
  }
  if (!profile.blockComments || !text.startsWith("/*", at)) return false;
  const close = text.indexOf("*/", at + 2);
  // `arn:aws:s3:::reports/*` that lost its quote is no comment to the end of the file.
  if (/[\w*:-]/.test(text.charAt(at - 1)) && !isOnOneLine(text, at, close)) return false;
  return addComment(s, close < 0 ? text.length : close + 2);
}

const isOnOneLine = (text: string, start: number, end: number): boolean =>
  end >= 0 && !text.slice(start, end).includes("\n");

function addComment(s: Scanner, end: number): true {
  const { text, at } = s;
  s.comments.push({ start: at, end });
  for (let i = at; i < end; i++) if (text.charCodeAt(i) === 10) s.sawNewline = 1;
  s.at = end;
  return true;
}

const BEFORE_REGEX = new Set([
  "return",
  "typeof",
  "case",
  "in",
  "of",
  "delete",
  "void",
  "throw",
  "new",
  "else",
]);

/** A slash after a value divides; elsewhere it opens a regular expression, if one closes on this line. */
function regex(s: Scanner): boolean {
  const { text, at } = s;
  if (!s.profile.regexLiterals || text.charCodeAt(at) !== 47) return false;
  const last = s.kinds.length - 1;
  const kind = s.kinds[last];
  const afterValue =
    kind === Kind.number || kind === Kind.string || kind === Kind.stringClose || kind === Kind.close;
  if (afterValue) return false;
  if (kind === Kind.name && !BEFORE_REGEX.has(text.slice(s.starts[last], s.ends[last]))) return false;
  if (at < s.noRegexBefore) return false;
  const end = regexEnd(text, at + 1);
  if (end === undefined) {
    const lineEnd = text.indexOf("\n", at);
    s.noRegexBefore = lineEnd < 0 ? text.length : lineEnd;
    return false;
  }
  push(s, Kind.other, at, end);
  return true;
}

function regexEnd(text: string, from: number): number | undefined {
  let inClass = false;
  for (let at = from; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 10) return undefined;
    if (c === 92) at++;
    else if (c === 91) inClass = true;
    else if (c === 93) inClass = false;
    else if (c === 47 && !inClass) return at + 1;
  }
  return undefined;
}

// ---------------------------------------------------------------- strings

function string(s: Scanner): boolean {
  if (endsOpenExpression(s)) return true;
  const found = s.profile.stringAt(s.text, s.at);
  if (!found) return false;
  const form = isOneTooMany(s, found) ? { ...found, multiline: false } : found;
  if (form.interpolation === undefined) {
    const end = endOfText(s.text, s.at + form.open, form);
    push(s, Kind.string, s.at, s.text.startsWith(form.close, end) ? end + form.close.length : end);
    return true;
  }
  s.stack.push(push(s, Kind.stringOpen, s.at, s.at + form.open));
  count(s, "s", 1);
  s.forms.push(form);
  stringText(s, form);
  return true;
}

/** Of Python's triple quotes one is missing, and what follows this one is code: it ends with its line. */
function isOneTooMany(s: Scanner, { open, close, multiline }: StringForm): boolean {
  if (!multiline || s.profile.lineEnds !== "python") return false;
  s.unpaired[close] ??= s.text.split(close).length % 2 === 0;
  if (!s.unpaired[close]) return false;
  const from = s.at + open;
  const next = s.text.indexOf(close, from);
  return next < 0 || CODE.test(s.text.slice(from, next));
}

const CODE = /^[ \t]*(def \w+\(|class \w+[(:]|return\b|from [\w.]+ import |import \w|@\w|self\.\w+|\w+ = )/m;

/** `$"{appName", x`: the quote closes the string, where its expression closes nowhere on the line. */
function endsOpenExpression(s: Scanner): boolean {
  const form = s.forms[s.forms.length - 1];
  if (!form || form.multiline || !s.text.startsWith(form.close, s.at)) return false;
  const lineEnd = s.text.indexOf("\n", s.at);
  if (s.text.slice(s.at, lineEnd < 0 ? undefined : lineEnd).includes("}")) return false;
  popWhile(s, Kind.expressionOpen, push(s, Kind.expressionClose, s.at, s.at));
  closeString(s, form, s.at);
  return true;
}

/** Goes on inside an interpolated string: text up to the next expression or the end. */
function stringText(s: Scanner, form: StringForm): void {
  const start = s.at;
  const end = endOfText(s.text, start, form);
  if (end > start) push(s, Kind.stringText, start, end);
  const opener = form.interpolation ?? "";
  if (s.text.startsWith(opener, end)) {
    s.stack.push(push(s, Kind.expressionOpen, end, end + opener.length));
    count(s, "e", 1);
    return;
  }
  closeString(s, form, end);
}

function closeString(s: Scanner, form: StringForm, end: number): void {
  const closed = s.text.startsWith(form.close, end);
  const close = push(s, Kind.stringClose, end, closed ? end + form.close.length : end);
  popWhile(s, Kind.stringOpen, close);
  s.forms.pop();
}

/** Where the text of a string ends: at its closing quote, an expression, or, unterminated, the line's end. */
function endOfText(text: string, from: number, form: StringForm): number {
  const close = form.close.charCodeAt(0);
  const opener = form.interpolation;
  const braces = opener !== undefined && opener !== "${";
  for (let at = from; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 92 && form.escape === "backslash") at++;
    else if (c === 10 && !form.multiline) return unclosedEnd(text, from, at);
    else if (c === close && text.startsWith(form.close, at)) {
      if (form.escape !== "doubled" || text.charCodeAt(at + 1) !== close) return at;
      at++;
    } else if (opener !== undefined && c === opener.charCodeAt(0) && text.startsWith(opener, at)) {
      if (!braces || opener.length > 1 || text.charCodeAt(at + 1) !== 123) return at;
      at++;
    }
  }
  return paragraphEnd(text, from);
}

/** Where a string of many lines ends that nothing closes. */
function paragraphEnd(text: string, from: number): number {
  const blank = /\n[ \t\r]*\n/g;
  blank.lastIndex = from;
  return blank.exec(text)?.index ?? text.length;
}

/**
 * Where a string ends that its line doesn't close: the brackets, commas and semicolons at the line's end are the
 * code's, not the text's.
 */
function unclosedEnd(text: string, from: number, lineEnd: number): number {
  let end = lineEnd;
  while (end > from && AFTER_STRING.has(text.charCodeAt(end - 1)) && !closesText(text, from, end - 1)) end--;
  return end;
}

/** `"Your code is {####}`: a bracket that the text itself has opened. */
function closesText(text: string, from: number, at: number): boolean {
  const opener = COUNTED[text.charAt(at)];
  if (opener === undefined) return false;
  const inside = text.slice(from, at);
  return inside.split(opener).length > inside.split(text.charAt(at)).length;
}

/** Closing brackets, comma, semicolon and white space. */
const AFTER_STRING = new Set([..." \t\r)]},;"].map((c) => c.charCodeAt(0)));

/** Are there as many opening as closing quotes in a line? Then no string goes on behind it. */
const isEven = (line: string, quote: string): boolean => line.split(quote).length % 2 === 1;

/** A line ends inside an expression of a string that may not go over lines, or doesn't: both end here. */
function endLineOfString(s: Scanner): void {
  const form = s.forms[s.forms.length - 1];
  const opener = form && [...s.stack].reverse().find((token) => s.kinds[token] === Kind.stringOpen);
  const start = opener === undefined ? -1 : (s.starts[opener] ?? 0);
  if (!form || start < 0 || s.text.indexOf("\n", start) !== s.at - 1) return;
  if (form.multiline && !isEven(s.text.slice(start, s.at - 1), form.close)) return;
  const end = s.at - 1;
  popWhile(s, Kind.expressionOpen, push(s, Kind.expressionClose, end, end));
  popWhile(s, Kind.stringOpen, push(s, Kind.stringClose, end, end));
  s.forms.pop();
  s.at = end + 1;
  s.sawNewline = 1;
}

// ---------------------------------------------------------------- brackets

const COUNTED: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** Brackets that may be left open within others before a closing one is taken for a slip; keeps time linear. */
const MOST_UNCLOSED = 500;

function count(s: Scanner, what: string, by: number): void {
  s.openCounts[what] = (s.openCounts[what] ?? 0) + by;
}

function openBracket(s: Scanner): void {
  const bracket = s.text.charAt(s.at);
  s.stack.push(push(s, Kind.open, s.at, s.at + 1));
  count(s, bracket, 1);
}

function closeBracket(s: Scanner): void {
  const bracket = s.text.charAt(s.at);
  if (bracket === "}" && closesExpression(s)) {
    endExpression(s);
    return;
  }
  const opener = COUNTED[bracket] ?? "";
  const close = push(s, Kind.close, s.at, s.at + 1);
  if (!(s.openCounts[opener] ?? 0)) return;
  const deepest = Math.max(0, s.stack.length - MOST_UNCLOSED);
  for (let i = s.stack.length - 1; i >= deepest; i--) {
    const token = s.stack[i] ?? 0;
    if (s.kinds[token] === Kind.expressionOpen) return;
    if (s.text.charAt(s.starts[token] ?? 0) !== opener) continue;
    popUntil(s, i, close);
    return;
  }
}

/** Is the innermost open brace that of a string's expression? */
function closesExpression(s: Scanner): boolean {
  if (!s.openCounts.e) return false;
  for (let i = s.stack.length - 1; i >= 0; i--) {
    const token = s.stack[i] ?? 0;
    if (s.kinds[token] === Kind.expressionOpen) return true;
    if (s.text.charAt(s.starts[token] ?? 0) === "{") return false;
  }
  return false;
}

function endExpression(s: Scanner): void {
  const form = s.forms[s.forms.length - 1];
  const braces = (form?.interpolation ?? "{").replace("$", "").length;
  popWhile(s, Kind.expressionOpen, push(s, Kind.expressionClose, s.at, s.at + braces));
  if (form) stringText(s, form);
}

/** Takes the innermost token of `kind` off the stack, and whatever stands above it. */
function popWhile(s: Scanner, kind: Kind, closer: number): void {
  for (let i = s.stack.length - 1; i >= 0; i--)
    if (s.kinds[s.stack[i] ?? 0] === kind) {
      popUntil(s, i, closer);
      return;
    }
}

function popUntil(s: Scanner, depth: number, closer: number): void {
  while (s.stack.length > depth) pop(s, closer);
}

function pop(s: Scanner, closer: number): void {
  const token = s.stack.pop() ?? 0;
  const kind = s.kinds[token];
  s.match[token] = closer;
  count(
    s,
    kind === Kind.stringOpen ? "s" : kind === Kind.expressionOpen ? "e" : s.text.charAt(s.starts[token] ?? 0),
    -1,
  );
}
