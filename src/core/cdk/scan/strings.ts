import type { StringForm } from "../profiles/profile.ts";
import { open, popWhile } from "./stack.ts";
import { endOfText } from "./stringEnd.ts";
import { Kind, push, type Scanner } from "./tokens.ts";

export function string(s: Scanner): boolean {
  if (endsOpenExpression(s)) return true;
  const found = s.profile.stringAt(s.text, s.at);
  if (!found) return false;
  const form = isOneTooMany(s, found) ? { ...found, multiline: false } : found;
  if (form.interpolation === undefined) {
    const end = endOfText(s.text, s.at + form.open, form);
    push(s, Kind.string, s.at, s.text.startsWith(form.close, end) ? end + form.close.length : end);
    return true;
  }
  open(s, push(s, Kind.stringOpen, s.at, s.at + form.open));
  s.forms.push(form);
  stringText(s, form);
  return true;
}

/** Of Python's triple quotes one is missing, and what follows this one is code: it ends with its line. */
function isOneTooMany(s: Scanner, { open: opening, close, multiline }: StringForm): boolean {
  if (!multiline || s.profile.lineEnds !== "python") return false;
  s.unpaired[close] ??= s.text.split(close).length % 2 === 0;
  if (!s.unpaired[close]) return false;
  const from = s.at + opening;
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
export function stringText(s: Scanner, form: StringForm): void {
  const start = s.at;
  const end = endOfText(s.text, start, form);
  if (end > start) push(s, Kind.stringText, start, end);
  const opener = form.interpolation ?? "";
  if (s.text.startsWith(opener, end)) {
    open(s, push(s, Kind.expressionOpen, end, end + opener.length));
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

/** A line ends inside an expression of a string that may not go over lines, or doesn't: both end here. */
export function endLineOfString(s: Scanner): void {
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

/** Are there as many opening as closing quotes in a line? Then no string goes on behind it. */
const isEven = (line: string, quote: string): boolean => line.split(quote).length % 2 === 1;
