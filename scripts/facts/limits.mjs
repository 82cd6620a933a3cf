/** Limits of properties, from the comments of cfn-resource-types. */
import { readFileSync } from "node:fs";
import { packageFile } from "./lib.mjs";

/** `{ block: { property: { minLength, ... } } }` of one resource's declarations; the resource itself is block "". */
export function limitsOf(type) {
  const file = packageFile("@awboost/cfn-resource-types", `lib/${type.replaceAll("::", "-")}.d.ts`);
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return {};
  }
  const own = type.split("::").slice(1).join("");
  const blocks = {};
  for (const [, name, body] of text.matchAll(/^export type (\w+) = \{\n([\s\S]*?)^\};/gm)) {
    if (name === `${own}Attributes`) continue;
    const block = {};
    for (const [, comment, property] of body.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(\w+)\??:/g)) {
      const tags = Object.fromEntries(
        [...comment.matchAll(/@(min|max|minLength|maxLength|pattern) `(.*)`/g)].map(([, tag, value]) => [
          tag,
          value,
        ]),
      );
      if (Object.keys(tags).length) block[property] = tags;
    }
    blocks[name === `${own}Properties` ? "" : name] = block;
  }
  return blocks;
}

const number = (value) => Number(value).toLocaleString("en-US");

function span(min, max, unit) {
  const plural = (n) => (unit && Number(n) === 1 ? unit.replace(/s$/, "") : unit);
  const tail = (n) => (unit ? ` ${plural(n)}` : "");
  if (min !== undefined && min === max) return `exactly ${number(min)}${tail(min)}`;
  if (min !== undefined && max !== undefined) return `${number(min)} to ${number(max)}${tail(max)}`;
  return min !== undefined ? `at least ${number(min)}${tail(min)}` : `at most ${number(max)}${tail(max)}`;
}

/** Patterns that let everything through, or that nobody can read, say nothing. */
const tellsSomething = (pattern) =>
  pattern.length <= 60 &&
  !/^\^?\(?(\[(\\s\\S|\\S\\s|\\w\\W)\]|\.)[*+]\)?\$?$|&quot;|\\u00/.test(pattern) &&
  pattern !== "[\\S]+";

/** In words: `1 to 128 characters`, then the pattern. */
export function limitWords(tags, isList) {
  if (!tags) return [];
  const words = [];
  const big = Number(tags.maxLength) >= 131072;
  const least = Number(tags.minLength) === 0 ? undefined : tags.minLength;
  if (least !== undefined || (tags.maxLength !== undefined && !big))
    words.push(span(least, big ? undefined : tags.maxLength, isList ? "items" : "characters"));
  if (tags.min !== undefined || tags.max !== undefined) words.push(span(tags.min, tags.max));
  if (tags.pattern && tellsSomething(tags.pattern))
    words.push(`matches \`${tags.pattern.replaceAll("`", "")}\``);
  return words;
}
