import type { Range } from "../../types.ts";
import type { Profile, StringForm } from "../profiles/profile.ts";

/**
 * What a token is. A string without expressions inside is one `string`; one with them is `stringOpen`, then
 * `stringText` and expressions between `expressionOpen` and `expressionClose`, then `stringClose`.
 */
export enum Kind {
  name,
  number,
  string,
  stringOpen,
  stringText,
  stringClose,
  expressionOpen,
  expressionClose,
  open,
  close,
  punctuation,
  /** A regular expression literal. */
  other,
}

/** Tokens in columns: thousands of small objects would cost more than the whole scan. */
export interface Tokens {
  readonly text: string;
  readonly profile: Profile;
  readonly kinds: Kind[];
  readonly starts: number[];
  readonly ends: number[];
  /** 1 where a line ends between the token before and this one. */
  readonly newline: (0 | 1)[];
  /** For an opening bracket the token that closes it, or where it must end since another bracket ends there. */
  readonly match: number[];
  readonly comments: Range[];
}

export interface Scanner extends Tokens {
  at: number;
  /** No regular expression closes before this offset: its line was searched already. */
  noRegexBefore: number;
  sawNewline: 0 | 1;
  /** Opening brackets and strings that are still open. */
  readonly stack: number[];
  /** Of what is open, the column at which its line begins. */
  readonly indents: number[];
  /** The column at which the line at hand begins. */
  indent: number;
  /** Forms of the interpolated strings that are open, the innermost last. */
  readonly forms: StringForm[];
  readonly openCounts: Record<string, number>;
  /** Of a kind of triple quotes, whether their number is odd. */
  readonly unpaired: Record<string, boolean>;
  /** Whether the layout tells which bracket a line closes. */
  readonly byLayout: boolean;
  /** Whether a bracket lacks its other half. */
  isUnbalanced: boolean;
}

export const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;

export function push(s: Scanner, kind: Kind, start: number, end: number): number {
  s.kinds.push(kind);
  s.starts.push(start);
  s.ends.push(end);
  s.newline.push(s.sawNewline);
  if (s.sawNewline) s.indent = start - lineStart(s.text, start);
  s.match.push(-1);
  s.sawNewline = 0;
  s.at = end;
  return s.kinds.length - 1;
}
