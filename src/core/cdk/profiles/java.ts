import { type Profile, plainString, type StringForm, words } from "./profile.ts";

const textBlock: StringForm = {
  open: 3,
  close: '"""',
  escape: "backslash",
  multiline: true,
  interpolation: undefined,
};

export const java: Profile = {
  language: "java",
  lineComment: "//",
  blockComments: true,
  regexLiterals: false,
  stringAt: (text, at) => {
    const quote = text.charAt(at);
    if (text.startsWith('"""', at)) return textBlock;
    return quote === '"' || quote === "'" ? plainString(quote) : undefined;
  },
  statementWords: words(
    "public private protected import package class interface enum return throw if for while try",
  ),
  reserved: words(
    "public private protected import package class interface enum return throw if else for while do switch case " +
      "default try catch finally new this super null true false static final abstract synchronized extends " +
      "implements throws break continue instanceof void assert native transient volatile strictfp",
  ),
  lineEnds: "none",
};
