/** Short ways to a resource's properties as words. */
import { code, say } from "../text.ts";
import type { Resource, Rich, Value } from "../types.ts";
import type { ReadContext } from "./context.ts";
import { named } from "./nouns.ts";
import { show, when } from "./phrase.ts";
import { known, resolve } from "./resolve.ts";
import { items, property } from "./structure.ts";
import { literalOf, referenceOf, type Text } from "./text.ts";

/** A value in words; nothing when it isn't there. */
export const shown = (value: Value | undefined, context: ReadContext): Rich | undefined =>
  value && show(resolve(value, context.model));

/** Each item in words, `short` where there are shorter ones, with the condition it hangs on. */
export function shownItems(
  value: Value | undefined,
  context: ReadContext,
  short: (words: Rich) => Rich = (words) => words,
): Rich[] {
  return items(value).map((item) => {
    const words = short(target(item.value, context));
    return item.when.length ? say`${words} (${when(item.when)})` : words;
  });
}

/** What a value points at: a resource of this file by kind and name, else the value itself. */
export function target(value: Value | undefined, context: ReadContext): Rich {
  if (!value) return say`one that is still to be written`;
  const text = resolve(value, context.model);
  const reference = referenceOf(text);
  return reference?.kind === "resource" ? named(reference.resource) : show(text);
}

type Words = Readonly<Record<string, string>>;

/** The words for a known value, `open` for another or an unknown one; `absent` when not set. */
export function worded(
  value: Value | undefined,
  words: Words,
  absent: Rich,
  context: ReadContext,
  open: (shown: Rich) => Rich = (shown) => shown,
): Rich {
  return value ? textInWords(resolve(value, context.model), words, absent, open) : absent;
}

function textInWords(text: Text, words: Words, absent: Rich, open: (shown: Rich) => Rich): Rich {
  const reference = referenceOf(text);
  if (reference?.kind === "absent") return absent;
  if (reference?.kind === "choice") {
    const either = (branch: Text) => textInWords(branch, words, absent, open);
    return say`${either(reference.yes)} if ${code(reference.condition)} holds, else ${either(reference.no)}`;
  }
  const found = words[literalOf(text) ?? ""];
  return found === undefined ? open(show(text)) : [{ text: found }];
}

/** The literal items of a list; undefined when one of them is not known. */
export function knownItems(value: Value | undefined, context: ReadContext): string[] | undefined {
  const out: string[] = [];
  for (const item of items(value)) {
    const literal = item.when.length ? undefined : known(item.value, context.model);
    if (literal === undefined) return undefined;
    out.push(literal);
  }
  return out;
}

/** Resources of a type whose property refers to `to`. */
export function referring(type: string, key: string, to: Resource, context: ReadContext): Resource[] {
  return [...context.model.resources.values()].filter((resource) => {
    if (resource.type !== type) return false;
    return items(property(resource, key)).some((item) => {
      const reference = referenceOf(resolve(item.value, context.model));
      return reference?.kind === "resource" && reference.resource === to;
    });
  });
}

export const codes = (list: readonly string[]): Rich[] => list.map((text) => [code(text)]);
