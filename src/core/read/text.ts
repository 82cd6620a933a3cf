/**
 * Strings that may hold references: what a value of a file comes to before deployment fills it in.
 */
import type { Parameter, Range, Resource } from "../types.ts";

export type Reference =
  | { readonly kind: "resource"; readonly resource: Resource; readonly attribute: string | undefined }
  | { readonly kind: "parameter"; readonly parameter: Parameter }
  | { readonly kind: "pseudo"; readonly name: string }
  | { readonly kind: "import"; readonly name: Text }
  | { readonly kind: "choice"; readonly condition: string; readonly yes: Text; readonly no: Text }
  /** `Fn::Select` and `Fn::Split` of what only deployment knows. */
  | { readonly kind: "part"; readonly of: Text; readonly all: boolean }
  | { readonly kind: "absent" }
  | { readonly kind: "unknown"; readonly text: string };

/**
 * A string whose parts may be references: each stands in `s` as one private-use character, whose code
 * point says its place in `refs`. So a text can be split and matched like any string, and its pieces still
 * know what they refer to.
 */
export interface Text {
  readonly s: string;
  readonly refs: readonly Reference[];
  readonly range: Range;
}

const FIRST = 0xe000;
const MAX_REFS = 6000;
const MARK = /[\ue000-\uf8ff]/u;
const MARKS = /[\ue000-\uf8ff]/gu;

export const hasReference = (s: string): boolean => MARK.test(s);

/** The text when all of it is known; undefined when a part of it is not. */
export const literalOf = (text: Text | undefined): string | undefined =>
  text && !hasReference(text.s) ? text.s : undefined;

/** The reference that is the whole text. */
export function referenceOf(text: Text): Reference | undefined {
  return text.s.length === 1 && hasReference(text.s) ? refAt(text, text.s) : undefined;
}

export const refAt = (text: Text, mark: string): Reference | undefined =>
  text.refs[mark.charCodeAt(0) - FIRST];

/** A piece of a text, with the same references. */
export const piece = (text: Text, s: string): Text => ({ s, refs: text.refs, range: text.range });

export const replaceMarks = (text: Text, by: (reference: Reference | undefined) => string): string =>
  text.s.replace(MARKS, (mark) => by(refAt(text, mark)));

export const literalText = (s: string, range: Range): Text => ({
  s: s.replace(MARKS, "\ufffd"),
  refs: [],
  range,
});
export const referenceText = (reference: Reference, range: Range): Text => ({
  s: String.fromCharCode(FIRST),
  refs: [reference],
  range,
});
export const unknownText = (text: string, range: Range): Text =>
  referenceText({ kind: "unknown", text }, range);

export function concat(texts: readonly Text[], range: Range): Text {
  const refs: Reference[] = [];
  let s = "";
  for (const text of texts) {
    const base = refs.length;
    if (base + text.refs.length > MAX_REFS) break;
    refs.push(...text.refs);
    s += text.s.replace(MARKS, (mark) => String.fromCharCode(mark.charCodeAt(0) + base));
  }
  return { s, refs, range };
}
