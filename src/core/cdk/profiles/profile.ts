import type { CdkLanguage } from "../../types.ts";

/** How a string literal that starts at some place is written. Lengths count UTF-16 code units. */
export interface StringForm {
  /** Prefix and opening quote together. */
  readonly open: number;
  readonly close: string;
  /** `doubled`: C#'s `""` in a verbatim string. */
  readonly escape: "backslash" | "doubled" | "none";
  readonly multiline: boolean;
  /** What opens an expression inside: `${` or `{`. `{{` is then a brace. */
  readonly interpolation: string | undefined;
}

/** What the scanner and the parser have to know of a language. */
export interface Profile {
  readonly language: CdkLanguage;
  readonly lineComment: string;
  readonly blockComments: boolean;
  readonly regexLiterals: boolean;
  /** The string that starts at `at`, where a quote or a string prefix stands. */
  stringAt(text: string, at: number): StringForm | undefined;
  /** Words that can only begin a statement: at a line's start they end what an unclosed bracket began. */
  readonly statementWords: ReadonlySet<string>;
  /** Words that, with nothing before them on their line, begin a declaration of the file, whatever is still open. */
  readonly fileWords?: ReadonlySet<string>;
  /** Words that are no names of variables. */
  readonly reserved: ReadonlySet<string>;
  /** Where statements end: at a line's end (unless within brackets), or with `;`. */
  readonly lineEnds: "python" | "go" | "none";
}

export const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const plainForms = new Map<string, StringForm>();

/** `"..."` on one line with backslash escapes. */
export function plainString(quote: string): StringForm {
  const form: StringForm = plainForms.get(quote) ?? {
    open: quote.length,
    close: quote,
    escape: "backslash",
    multiline: false,
    interpolation: undefined,
  };
  plainForms.set(quote, form);
  return form;
}
