import { string } from "./strings.ts";
import { Kind, push, type Scanner } from "./tokens.ts";
import { endBrackets, endUnclosed, isDedented } from "./unclosed.ts";

export const isNameStart = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95 || c > 0xa0;

const isNamePart = (c: number): boolean => isNameStart(c) || (c >= 48 && c <= 57) || c === 36;

export function nameOrString(s: Scanner): void {
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
export function privateName(s: Scanner): void {
  let end = s.at + 1;
  while (end < s.text.length && isNamePart(s.text.charCodeAt(end))) end++;
  push(s, Kind.name, s.at, end);
}

export function number(s: Scanner): void {
  let end = s.at + 1;
  const { text } = s;
  while (end < text.length && (isNamePart(text.charCodeAt(end)) || isDecimalPoint(text, end))) end++;
  push(s, Kind.number, s.at, end);
}

const isDecimalPoint = (text: string, at: number): boolean =>
  text.charCodeAt(at) === 46 && text.charCodeAt(at + 1) >= 48 && text.charCodeAt(at + 1) <= 57;

const PAIRS = new Set("=> := ?. :: -> ** == != <= >= && || ?? += -= |=".split(" "));
const TRIPLES = new Set("... === !== ??= ||= &&=".split(" "));

export function punctuation(s: Scanner): void {
  const { text, at } = s;
  const length = TRIPLES.has(text.slice(at, at + 3)) ? 3 : PAIRS.has(text.slice(at, at + 2)) ? 2 : 1;
  push(s, Kind.punctuation, at, at + length);
}
