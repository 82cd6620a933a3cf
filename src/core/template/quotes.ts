/**
 * CloudFormation takes quoted scalars over several lines at any indent (a policy as JSON in quotes, closed
 * at the margin), where YAML's grammar and so `yaml` ask for deeper lines. Gives the same text with the line
 * breaks inside such scalars as spaces: every offset stays, and the lines left are those of the structure.
 */
export function joinQuoted(text: string): string {
  const parts: string[] = [];
  let copied = 0;
  for (const { start, end } of quotedOverLines(text)) {
    parts.push(text.slice(copied, start), text.slice(start, end).replace(/[\r\n]/g, " "));
    copied = end;
  }
  return copied === 0 ? text : parts.join("") + text.slice(copied);
}

/** A scalar that isn't closed within this many characters is one whose quote is still to be typed. */
const LONGEST = 50_000;

function* quotedOverLines(text: string): Generator<{ start: number; end: number }> {
  let blockIndent = -1;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    let end = newline < 0 ? text.length : newline;
    const content = skipSpaces(text, start, end);
    const inBlock = blockIndent >= 0 && (content === end || content - start > blockIndent);
    if (!inBlock) {
      const open = openQuote(text, content, end);
      const close = open < 0 ? -1 : closing(text, open);
      if (close >= 0) {
        yield { start: open, end: close };
        const after = text.indexOf("\n", close);
        end = after < 0 ? text.length : after;
      }
      blockIndent = opensBlock(text, start, end) ? content - start : -1;
    }
    start = end + 1;
  }
}

function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === 32) at++;
  return at;
}

/** `key: |`, `- >-`, `!Sub |2`: what follows deeper is text. */
function opensBlock(text: string, start: number, end: number): boolean {
  const tail = text.slice(Math.max(start, end - 8), end).trimEnd();
  return /(?:^|[\s])[|>][-+\d]{0,2}$/.test(tail);
}

/** The quote that a line opens and doesn't close; -1 when there is none. */
function openQuote(text: string, content: number, end: number): number {
  for (let at = content; at < end; at++) {
    const char = text[at];
    if (char === "#" && (at === content || text[at - 1] === " ")) return -1;
    if ((char !== "'" && char !== '"') || !beginsValue(text, content, at)) continue;
    const close = endOfQuoted(text, at, end);
    if (close < 0) return at;
    at = close;
  }
  return -1;
}

/** A quote opens a scalar behind an indicator, a tag or an anchor; elsewhere it is a character of the text. */
function beginsValue(text: string, content: number, at: number): boolean {
  if (at === content) return true;
  const before = text.slice(content, at);
  return /(?:[:\-?]\s+|[[{,]\s*|(?:^|\s)[!&][\w:-]*\s+)$/.test(before.slice(-60));
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

/** Past the closing quote on a later line, when nothing that begins a scalar of its own follows it. */
function closing(text: string, open: number): number {
  const close = endOfQuoted(text, open, Math.min(text.length, open + LONGEST));
  if (close < 0) return -1;
  const newline = text.indexOf("\n", close);
  const rest = text.slice(close + 1, newline < 0 ? text.length : newline);
  if (!/^[\s,\]}]*(?:\s#.*)?$/.test(rest)) return -1;
  return keyBetween(text, open, close) ? -1 : close + 1;
}

/** A key of the template at the margin or above: the quote before it isn't closed. */
function keyBetween(text: string, open: number, close: number): boolean {
  const indent = /^ */.exec(text.slice(text.lastIndexOf("\n", open) + 1, open))?.[0].length ?? 0;
  for (const [, spaces = ""] of text.slice(open, close).matchAll(/\n( *)[A-Za-z][\w:]*:(?=\s)/g))
    if (spaces.length <= indent) return true;
  return false;
}
