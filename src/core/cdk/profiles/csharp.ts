import { type Profile, plainString, type StringForm, words } from "./profile.ts";

export const csharp: Profile = {
  language: "csharp",
  lineComment: "//",
  blockComments: true,
  regexLiterals: false,
  stringAt: (text, at) => {
    if (text.charAt(at) === "'") return plainString("'");
    let quoteAt = at;
    while (quoteAt < at + 8 && (text.charAt(quoteAt) === "$" || text.charAt(quoteAt) === "@")) quoteAt++;
    if (text.charAt(quoteAt) !== '"') return undefined;
    const prefix = text.slice(at, quoteAt);
    if (text.startsWith('"""', quoteAt)) return raw(prefix, text, quoteAt);
    if (prefix === "") return plainString('"');
    return {
      open: prefix.length + 1,
      close: '"',
      escape: prefix.includes("@") ? "doubled" : "backslash",
      multiline: prefix.includes("@"),
      interpolation: prefix.includes("$") ? "{" : undefined,
    };
  },
  statementWords: words(
    "public private protected internal namespace class interface enum struct return throw if foreach while try var",
  ),
  reserved: words(
    "public private protected internal using namespace class interface enum struct record return throw if else for " +
      "foreach while do switch case default try catch finally new this base null true false static readonly const " +
      "abstract override virtual sealed partial async await var is as in out ref break continue typeof nameof void",
  ),
  lineEnds: "none",
};

/** `"""..."""`, `$$"""..."""`: three quotes or more, and as many braces as dollars. */
function raw(prefix: string, text: string, quoteAt: number): StringForm {
  let end = quoteAt;
  while (text.charAt(end) === '"') end++;
  return {
    open: prefix.length + end - quoteAt,
    close: '"'.repeat(end - quoteAt),
    escape: "none",
    multiline: true,
    interpolation: prefix ? "{".repeat(prefix.length) : undefined,
  };
}
