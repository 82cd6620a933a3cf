import type { EntryNode, MapNode, Node } from "./nodes.ts";

/**
 * What stands beside each other in one place, put together: entries beside entries, items beside items.
 * Where both stand, what stands first says which it is, save that half of a key says nothing: entries
 * among items are those of the item above, an item among entries has one dash or bracket too many.
 */
export function joined(nodes: readonly (Node | undefined)[]): Node | undefined {
  const all = nodes.filter((node) => node !== undefined);
  const [first] = all;
  if (!first || all.length === 1) return first;
  const range = { start: first.range.start, end: Math.max(...all.map((node) => node.range.end)) };
  const leading = all.find((node) => node.kind === "list" || (node.kind === "map" && !isHalf(node)));
  if (leading?.kind === "list") return { kind: "list", items: all.reduce(withItems, []), range };
  const isMap = leading !== undefined || all.some((node) => node.kind === "map");
  return isMap ? { kind: "map", entries: all.flatMap(asEntries), range } : first;
}

/** Half of a key, and nothing else. */
const isHalf = ({ entries }: MapNode): boolean => entries.every(({ value }) => value === undefined);

function withItems(items: readonly Node[], node: Node): readonly Node[] {
  if (node.kind === "list") return [...items, ...node.items];
  if (node.kind !== "map" || isHalf(node)) return items;
  const last = items.at(-1);
  if (last?.kind !== "map") return [...items, node];
  return [...items.slice(0, -1), { ...last, entries: [...last.entries, ...node.entries] }];
}

/** Beside entries, a word alone is half of a key. */
function asEntries(node: Node): readonly EntryNode[] {
  if (node.kind === "map") return node.entries;
  if (node.kind === "list") return node.items.flatMap(asEntries);
  const isWord = node.kind === "scalar" && /^[A-Za-z][\w:.-]*$/.test(String(node.value));
  return isWord ? [{ key: String(node.value), keyRange: node.range, value: undefined }] : [];
}
