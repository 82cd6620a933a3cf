import type { NameIndex } from "./names.ts";

/** The types that a union may be, lists and maps left out. */
export const alternatives = (type: string): readonly string[] =>
  type.split("|").filter((part) => part.includes(".") && !/[[\]{}()]/.test(part));

/** What the items of a list or the values of a map are. */
export function elementType(type: string | undefined): string | undefined {
  const found = type?.split(/\|(?![^(]*\))/).find((part) => /(\[\]|\{\})$/.test(part));
  return found?.slice(0, -2).replace(/^\((.*)\)$/, "$1");
}

/** The struct that a class takes as its props: the last parameter's type; a struct is its own. */
export function propsOf(names: NameIndex, fqn: string): string | undefined {
  const declared = names.type(fqn);
  if (declared?.type.kind === "struct") return fqn;
  const last = declared?.init.at(-1);
  return last && structIn(names, last[1]);
}

/** The struct among the types of a union. */
export const structIn = (names: NameIndex, type: string): string | undefined =>
  alternatives(type).find((part) => names.type(part)?.type.kind === "struct");
