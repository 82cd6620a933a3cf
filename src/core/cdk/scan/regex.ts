import { Kind, push, type Scanner } from "./tokens.ts";

const BEFORE_REGEX = new Set("return typeof case in of delete void throw new else".split(" "));

/** A slash after a value divides; elsewhere it opens a regular expression, if one closes on this line. */
export function regex(s: Scanner): boolean {
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
