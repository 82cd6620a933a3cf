import { type Node as JsonNode, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Range } from "../types.ts";
import { asIntrinsic, type EntryNode, type Node } from "./nodes.ts";
import type { Parsed } from "./yaml.ts";

const DEEPEST = 100;

/** Where each offset of the text read stands in the document. */
export type Offsets = (offset: number) => number;

/** What a missing comma is between stays in its place: the parser goes on as if it were there. */
const isComma = ({ error }: ParseError): boolean => printParseErrorCode(error) === "CommaExpected";

/** Reads JSON, comments and trailing commas allowed. Never throws: what can't be read isn't clean. */
export function parseJson(text: string, offsets: Offsets): Parsed {
  try {
    const errors: ParseError[] = [];
    const tree = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
    const root = tree && convert(tree, text, offsets, 0);
    return { root, clean: errors.every(isComma) };
  } catch {
    return { root: undefined, clean: false };
  }
}

function convert(node: JsonNode, text: string, offsets: Offsets, depth: number): Node | undefined {
  if (depth > DEEPEST) return undefined;
  const range = inside(node, text, offsets);
  const children = node.children ?? [];
  switch (node.type) {
    case "object": {
      const entries = children.flatMap((child) => entry(child, text, offsets, depth));
      return asIntrinsic({ kind: "map", entries, range });
    }
    case "array": {
      const items = children.flatMap((child) => convert(child, text, offsets, depth + 1) ?? []);
      return { kind: "list", items, range };
    }
    case "property":
      return undefined;
    default:
      return { kind: "scalar", value: node.value, range, style: node.type === "string" ? "double" : "plain" };
  }
}

function entry(property: JsonNode, text: string, offsets: Offsets, depth: number): EntryNode[] {
  const [key, value] = property.children ?? [];
  if (!key) return [];
  return [
    {
      key: String(key.value),
      keyRange: inside(key, text, offsets),
      value: value && convert(value, text, offsets, depth + 1),
    },
  ];
}

/** Without the quotes of a string; one that isn't closed yet ends where it ends. */
function inside(node: JsonNode, text: string, offsets: Offsets): Range {
  const start = node.offset;
  const end = start + node.length;
  if (node.type !== "string") return { start: offsets(start), end: offsets(end) };
  const closed = end > start + 1 && text[end - 1] === '"';
  return { start: offsets(start + 1), end: offsets(closed ? end - 1 : end) };
}
