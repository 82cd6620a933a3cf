import type { StringForm } from "../profiles/profile.ts";
import { COUNTED } from "./stack.ts";

/** Where the text of a string ends: at its closing quote, an expression, or, unterminated, the line's end. */
export function endOfText(text: string, from: number, form: StringForm): number {
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
