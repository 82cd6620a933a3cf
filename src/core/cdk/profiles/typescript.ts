import { type Profile, plainString, type StringForm, words } from "./profile.ts";

const template: StringForm = {
  open: 1,
  close: "`",
  escape: "backslash",
  multiline: true,
  interpolation: "${",
};

/** The same while its closing quote is missing: it ends with its line. */
const unclosed: StringForm = { ...template, multiline: false };

const BACKTICK = 96;

/** A template literal goes over lines, unless the next quote in the text opens another one. */
function isUnclosed(text: string, from: number): boolean {
  let expressions = 0;
  let lineEnded = false;
  for (let at = from; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === BACKTICK) return lineEnded && expressions === 0 && opensAt(text, at);
    if (c === 92) at++;
    else if (c === 10) lineEnded = true;
    else if (c === 36 && text.charCodeAt(at + 1) === 123) expressions++;
    else if (c === 125 && expressions > 0) expressions--;
  }
  return true;
}

/** Behind what a value stands behind, and before what a text begins with. */
const opensAt = (text: string, at: number): boolean =>
  /(^|[([{,=:+?>&|\n]|return)$/.test(text.slice(Math.max(0, at - 200), at).replace(/[ \t]+$/, "")) &&
  /^[^\s)\],;}.]/.test(text.slice(at + 1, at + 2));

export const typescript: Profile = {
  language: "typescript",
  lineComment: "//",
  blockComments: true,
  regexLiterals: true,
  stringAt: (text, at) => {
    const quote = text.charAt(at);
    if (quote === "`") return isUnclosed(text, at + 1) ? unclosed : template;
    return quote === '"' || quote === "'" ? plainString(quote) : undefined;
  },
  statementWords: words(
    "const let var return throw export import class interface enum if for while switch try",
  ),
  reserved: words(
    "const let var return throw export import class interface enum if else for while do switch case default try " +
      "catch finally function new delete typeof void in of instanceof this super null true false undefined await " +
      "async yield public private protected readonly static abstract declare override extends implements break " +
      "continue as satisfies",
  ),
  lineEnds: "none",
};

export const javascript: Profile = { ...typescript, language: "javascript" };
