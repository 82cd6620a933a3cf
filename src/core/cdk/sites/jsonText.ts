import { type Node as Json, parseTree } from "jsonc-parser";
import type { Entry, Node, StringNode } from "../syntax.ts";

const LONGEST = 100_000;

/**
 * The policy document that a string holds as JSON, as if it were written in the language itself; undefined when it
 * holds none, or when escapes and expressions in the string keep offsets from being known.
 */
export function policyInText(node: StringNode): Node | undefined {
  const [part] = node.parts;
  if (node.parts.length !== 1 || part?.kind !== "text") return undefined;
  const { text, range } = part;
  if (text.length !== range.end - range.start || text.length > LONGEST) return undefined;
  if (!/^\s*\{/.test(text) || !text.includes('"Statement"')) return undefined;
  if (isTooDeep(text)) return undefined;
  const tree = parseTree(text);
  return tree && fromJson(tree, range.start);
}

/** No policy nests like this, and the parser recurses. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === "{" || char === "[") depth++;
    else if (char === "}" || char === "]") depth--;
    if (depth > 100) return true;
  }
  return false;
}

function fromJson(json: Json, offset: number): Node {
  const range = { start: offset + json.offset, end: offset + json.offset + json.length };
  switch (json.type) {
    case "object":
      return {
        kind: "map",
        entries: (json.children ?? []).flatMap((property) => entryOf(property, offset)),
        spreads: [],
        range,
      };
    case "array":
      return { kind: "list", items: (json.children ?? []).map((item) => fromJson(item, offset)), range };
    case "string":
      return text(String(json.value), { start: range.start + 1, end: range.end - 1 }, range);
    case "number":
      return { kind: "number", value: Number(json.value), range };
    default:
      return {
        kind: "constant",
        value: json.value === true ? true : json.value === false ? false : null,
        range,
      };
  }
}

const text = (value: string, range: Node["range"], outer: Node["range"]): StringNode => ({
  kind: "string",
  parts: [{ kind: "text", text: value, range }],
  range,
  outer,
});

function entryOf(property: Json, offset: number): readonly Entry[] {
  const [key, value] = property.children ?? [];
  if (!key) return [];
  return [
    {
      key: String(key.value),
      keyNode: fromJson(key, offset),
      quoted: true,
      value: value && fromJson(value, offset),
    },
  ];
}
