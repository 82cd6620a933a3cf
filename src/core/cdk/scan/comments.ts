import type { Scanner } from "./tokens.ts";

export function comment(s: Scanner): boolean {
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
