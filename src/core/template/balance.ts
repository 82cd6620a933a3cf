/** Does every bracket of this JSON close, and no other? */
export const isBalanced = (text: string): boolean => outermost(text) !== undefined;

/** How many brackets stand in no other; undefined where one doesn't close. Strings don't go over lines. */
export function outermost(text: string): number | undefined {
  let depth = 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) at = endOfString(text, at);
    else if (char === OPEN_BRACE || char === OPEN_BRACKET) count += depth++ === 0 ? 1 : 0;
    else if ((char === CLOSE_BRACE || char === CLOSE_BRACKET) && --depth < 0) return undefined;
  }
  return depth === 0 ? count : undefined;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

function endOfString(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === BACKSLASH) at++;
    else if (char === QUOTE || char === NEWLINE) return at;
  }
  return text.length;
}
