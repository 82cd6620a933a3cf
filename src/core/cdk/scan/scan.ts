import type { Profile } from "../profiles/profile.ts";
import { closeBracket, openBracket } from "./brackets.ts";
import { comment } from "./comments.ts";
import { regex } from "./regex.ts";
import { popUntil } from "./stack.ts";
import { endLineOfString, string } from "./strings.ts";
import type { Scanner, Tokens } from "./tokens.ts";
import { isNameStart, nameOrString, number, privateName, punctuation } from "./words.ts";

/**
 * One pass over the text in linear time, a second by the layout where a bracket lacks its other half. Whatever is
 * unterminated ends at its line's end or the text's.
 */
export function scan(text: string, profile: Profile): Tokens {
  const tokens = scanBy(text, profile, false);
  return tokens.isUnbalanced ? scanBy(text, profile, true) : tokens;
}

function scanBy(text: string, profile: Profile, byLayout: boolean): Scanner {
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
    indents: [],
    indent: 0,
    forms: [],
    openCounts: { "(": 0, "[": 0, "{": 0, s: 0, e: 0 },
    unpaired: {},
    byLayout,
    isUnbalanced: false,
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
