/** Short ways to a resource's properties as words. */
import { code, say } from "../text.ts";
import type { Resource, Rich, Value } from "../types.ts";
import type { ReadContext } from "./context.ts";
import { named } from "./nouns.ts";
import { show, when } from "./phrase.ts";
import { known, resolve } from "./resolve.ts";
import { items, property } from "./structure.ts";
import { referenceOf } from "./text.ts";

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

/** The words for a known value; the value itself when it is another or unknown; `absent` when not set. */
export function worded(
  value: Value | undefined,
  words: Readonly<Record<string, string>>,
  absent: Rich,
  context: ReadContext,
): Rich {
  if (!value) return absent;
  const literal = known(value, context.model);
  const found = literal === undefined ? undefined : words[literal];
  return found === undefined ? show(resolve(value, context.model)) : [{ text: found }];
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
