import { type Profile, plainString, type StringForm, words } from "./profile.ts";

const rawString: StringForm = {
  open: 1,
  close: "`",
  escape: "none",
  multiline: true,
  interpolation: undefined,
};

export const go: Profile = {
  language: "go",
  lineComment: "//",
  blockComments: true,
  regexLiterals: false,
  stringAt: (text, at) => {
    const quote = text.charAt(at);
    if (quote === "`") return rawString;
    return quote === '"' || quote === "'" ? plainString(quote) : undefined;
  },
  statementWords: words("package import type var const return if for switch go defer select"),
  fileWords: words("package import func"),
  reserved: words(
    "package import type var const return if else for range switch case default go defer select func struct " +
      "interface map chan nil true false break continue fallthrough goto",
  ),
  lineEnds: "go",
};
