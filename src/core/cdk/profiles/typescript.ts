import { type Profile, plainString, type StringForm, words } from "./profile.ts";

const template: StringForm = {
  open: 1,
  close: "`",
  escape: "backslash",
  multiline: true,
  interpolation: "${",
};

export const typescript: Profile = {
  language: "typescript",
  lineComment: "//",
  blockComments: true,
  regexLiterals: true,
  stringAt: (text, at) => {
    const quote = text.charAt(at);
    if (quote === "`") return template;
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
