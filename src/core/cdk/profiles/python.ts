import { type Profile, type StringForm, words } from "./profile.ts";

const forms = new Map<string, StringForm>();

function form(prefix: string, close: string): StringForm {
  const key = prefix + close;
  const made: StringForm = forms.get(key) ?? {
    open: key.length,
    close,
    escape: /r/i.test(prefix) ? "none" : "backslash",
    multiline: close.length === 3,
    interpolation: /[ft]/i.test(prefix) ? "{" : undefined,
  };
  forms.set(key, made);
  return made;
}

export const python: Profile = {
  language: "python",
  lineComment: "#",
  blockComments: false,
  regexLiterals: false,
  stringAt: (text, at) => {
    let quoteAt = at;
    while (quoteAt < at + 2 && /[rbuft]/i.test(text.charAt(quoteAt))) quoteAt++;
    const quote = text.charAt(quoteAt);
    if (quote !== '"' && quote !== "'") return undefined;
    const close = text.startsWith(quote.repeat(3), quoteAt) ? quote.repeat(3) : quote;
    return form(text.slice(at, quoteAt), close);
  },
  statementWords: words("def class return with while try import raise del global nonlocal assert"),
  reserved: words(
    "def class return with while try import raise del global nonlocal assert from as if elif else for in is not and " +
      "or lambda pass break continue except finally yield await async None True False",
  ),
  lineEnds: "python",
};
