/**
 * CloudFormation takes quoted scalars and flow collections over several lines at any indent (a policy as
 * JSON in quotes, closed at the margin), where YAML's grammar and so `yaml` ask for deeper lines. Gives the
 * same text with the line breaks inside them as spaces: every offset stays, and the lines that are left are
 * those of the structure. Carriage returns and the comments of joined lines become spaces too.
 */
export function layOut(text: string): string {
  const plain = text.includes("\r") ? text.replaceAll("\r", " ") : text;
  const parts: string[] = [];
  let copied = 0;
  for (const { start, end } of joints(plain)) {
    parts.push(plain.slice(copied, start), joined(plain.slice(start, end)));
    copied = end;
  }
  return copied === 0 ? plain : parts.join("") + plain.slice(copied);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What isn't closed within this many characters is still being typed. */
const LONGEST = 50_000;

/** So much is looked ahead in vain in one text; a text that asks for more isn't one that someone wrote. */
const MOST_IN_VAIN = 1_000_000;

function* joints(text: string): Generator<Span> {
  let blockIndent = -1;
  let inVain = 0;
  for (let start = 0; start < text.length; ) {
    let end = lineEnd(text, start);
    const content = skipSpaces(text, start, end);
    if (blockIndent < 0 || (content < end && content - start <= blockIndent)) {
      const open = inVain < MOST_IN_VAIN ? openIn(text, content, end) : -1;
      const limit = open < 0 ? open : limitOf(text, open, content - start);
      const joint = open < 0 ? undefined : jointAt(text, open, limit, content - start);
      if (joint) yield joint;
      if (joint) end = lineEnd(text, joint.end);
      else if (open >= 0) inVain += limit - open;
      blockIndent = opensBlock(text, start, end) ? content - start : -1;
    }
    start = end + 1;
  }
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline;
}

function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === 32) at++;
  return at;
}

/** `key: |`, `- >-`, `!Sub |2`: what follows deeper is text. */
function opensBlock(text: string, start: number, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  if (last > 0x60 && last !== 0x7c) return false;
  const tail = text.slice(Math.max(start, end - 12), end).trimEnd();
  return /(?:^|\s)[|>][-+\d]{0,2}$/.test(tail);
}

/** The scalar or collection that a line opens, later lines close, and the grammar wouldn't take. */
function jointAt(text: string, open: number, limit: number, indent: number): Span | undefined {
  const close = isQuote(text[open]) ? endOfQuoted(text, open, limit) : endOfFlow(text, open, limit);
  if (close < 0) return undefined;
  const rest = text.slice(close + 1, lineEnd(text, close));
  if (!/^[\s,\]}]*(?:\s#.*)?$/.test(rest)) return undefined;
  const span = { start: open, end: close + 1 };
  return leavesMargin(text, span, indent) ? span : undefined;
}

const KEY = /[A-Za-z][\w:]*:(?:\s|$)/y;

/** How far what opens here can go: a key of the template, no deeper than this line, ends it. */
function limitOf(text: string, open: number, indent: number): number {
  const farthest = Math.min(text.length, open + LONGEST);
  for (let start = lineEnd(text, open) + 1; start < farthest; start = lineEnd(text, start) + 1) {
    const content = skipSpaces(text, start, Math.min(farthest, start + indent + 1));
    KEY.lastIndex = content;
    if (content - start <= indent && KEY.test(text)) return start;
  }
  return farthest;
}

const isQuote = (char: string | undefined): boolean => char === "'" || char === '"';

/** What a line opens and doesn't close, quote or bracket; -1 when there is nothing. */
function openIn(text: string, content: number, end: number): number {
  for (let at = content; at < end; at++) {
    // most characters are letters; they alone are above these
    if (text.charCodeAt(at) > 0x5b && text.charCodeAt(at) !== 0x7b) continue;
    const char = text[at];
    if (char === "#" && (at === content || text[at - 1] === " ")) return -1;
    const opens = isQuote(char) || char === "[" || char === "{";
    if (!opens || !beginsValue(text, content, at)) continue;
    const close = isQuote(char) ? endOfQuoted(text, at, end) : endOfFlow(text, at, end);
    if (close < 0) return at;
    at = close;
  }
  return -1;
}

/** A scalar begins behind an indicator, a tag or an anchor; elsewhere a quote is a character of the text. */
function beginsValue(text: string, content: number, at: number): boolean {
  if (at === content) return true;
  const before = text.slice(Math.max(content, at - 60), at);
  return /(?:[:\-?]\s+|[[{,]\s*|(?:^|\s)[!&][\w:-]*\s+)$/.test(before);
}

/** The closing quote before `end`; -1 when there is none. */
function endOfQuoted(text: string, open: number, end: number): number {
  const quote = text[open];
  for (let at = open + 1; at < end; at++) {
    const char = text[at];
    if (char === "\\" && quote === '"') at++;
    else if (char === quote && quote === "'" && text[at + 1] === "'") at++;
    else if (char === quote) return at;
  }
  return -1;
}

/** The closing bracket before `end`; -1 when there is none. */
function endOfFlow(text: string, open: number, end: number): number {
  let depth = 0;
  for (let at = open; at < end; at++) {
    const char = text[at];
    if (char === "[" || char === "{") depth++;
    else if (char === "]" || char === "}") depth--;
    else if (char === "#" && /\s/.test(text[at - 1] ?? "")) at = lineEnd(text, at);
    else if (isQuote(char) && /[\s[{,:]/.test(text[at - 1] ?? "")) {
      const close = endOfQuoted(text, at, end);
      if (close < 0) return -1;
      at = close;
    }
    if (depth === 0) return at;
  }
  return -1;
}

/** Some line stands no deeper than the one that opens it. */
function leavesMargin(text: string, { start, end }: Span, indent: number): boolean {
  const [, ...lines] = text.slice(start, end).split("\n");
  return lines.some((line) => /\S/.test(line) && line.search(/\S/) <= indent);
}

const joined = (span: string): string =>
  isQuote(span[0])
    ? span.replace(/\n/g, " ")
    : span
        .replace(
          /(^|\s)(#.*)$/gm,
          (_, before: string, comment: string) => before + " ".repeat(comment.length),
        )
        .replace(/\n/g, " ");
