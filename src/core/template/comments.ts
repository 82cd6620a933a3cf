import { createScanner } from "jsonc-parser";
import type { Range } from "../types.ts";
import type { EntryNode, Node } from "./nodes.ts";
import type { Found } from "./walk.ts";

/** The comments of a piece of YAML that stands at `base`, each as words for people. */
export function commentsIn(text: string, base: number, entries: readonly EntryNode[]): Found[] {
  if (!text.includes("#")) return [];
  const held = entries.flatMap((entry) => (entry.value ? textsOf(entry.value, 0) : []));
  const found: Found[] = [];
  let next = 0;
  for (let hash = text.indexOf("#"); hash >= 0; hash = text.indexOf("#", hash + 1)) {
    if (hash > 0 && !/\s/.test(text[hash - 1] ?? "")) continue;
    const at = base + hash;
    while ((held[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++;
    if ((held[next]?.start ?? Number.POSITIVE_INFINITY) <= at) continue;
    const newline = text.indexOf("\n", hash);
    const end = newline < 0 ? text.length : newline;
    const words = text.slice(hash, end).trimEnd();
    found.push({ role: "prose", range: { start: at, end: at + words.length }, text: words });
    hash = end - 1;
  }
  return found;
}

/** The comments of a piece of JSON that allows them: `//` to the end of the line, and `/* ... *\/`. */
export function jsonCommentsIn(text: string, base: number): Found[] {
  if (!/\/[/*]/.test(text)) return [];
  const scanner = createScanner(text);
  const found: Found[] = [];
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const start = scanner.getTokenOffset();
    const words = text.slice(start, start + scanner.getTokenLength());
    const range = { start: base + start, end: base + start + words.length };
    if (/^\/[/*]/.test(words)) found.push({ role: "prose", range, text: words });
  }
  return found;
}

/** Quoted and block scalars, in order: the places where `#` begins no comment. */
function textsOf(node: Node, depth: number): Range[] {
  if (node.kind === "unknown" || node.borrowed || depth > 200) return [];
  switch (node.kind) {
    case "scalar":
      return node.style === "plain" ? [] : [node.range];
    case "map":
      return node.entries.flatMap(({ value, borrowed }) =>
        value && !borrowed ? textsOf(value, depth + 1) : [],
      );
    case "list":
      return node.items.flatMap((item) => textsOf(item, depth + 1));
    case "intrinsic":
      return textsOf(node.argument, depth + 1);
  }
}
