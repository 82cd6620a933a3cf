import type { CallNode, Node, Root } from "./syntax.ts";

/** The expressions that one is made of. */
export function childrenOf(node: Node): readonly (Node | undefined)[] {
  switch (node.kind) {
    case "member":
      return [node.object];
    case "call":
      return [node.callee, ...node.arguments.map(({ value }) => value), node.initialiser];
    case "string":
      return node.parts.flatMap((part) => (part.kind === "text" ? [] : [part]));
    case "list":
      return node.items;
    case "map":
      return [...node.entries.map(({ value }) => value), ...node.spreads];
    case "operation":
      return node.operands;
    default:
      return [];
  }
}

/** Deeper inside one another than anyone writes calls. */
const DEEPEST = 400;

/** Every call of a file's expressions, those inside others first. */
export function callsIn(roots: readonly Root[]): readonly CallNode[] {
  const calls: CallNode[] = [];
  const visit = (node: Node | undefined, depth: number): void => {
    if (!node || depth > DEEPEST) return;
    for (const child of childrenOf(node)) visit(child, depth + 1);
    if (node.kind === "call") calls.push(node);
  };
  for (const { node } of roots) visit(node, 0);
  return calls;
}
