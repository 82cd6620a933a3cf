import { isWrapper } from "../../pieces.ts";
import { givenBy } from "../../resolve/functions.ts";
import type { CallNode, Node } from "../../syntax.ts";
import { DEEPEST, type Lowering } from "./lowering.ts";

/** Through variables, casts and Go's pointers to what is written. */
export function follow(l: Lowering, node: Node, depth = 0): Node {
  if (depth > DEEPEST) return node;
  if (node.kind === "operation" && node.operator === "as" && node.operands[0])
    return follow(l, node.operands[0], depth + 1);
  if (node.kind === "call" && isWrapper(node) === "value" && node.arguments[0]?.value)
    return follow(l, node.arguments[0].value, depth + 1);
  if (node.kind === "call" && node.initialiser && !l.resolver.meaning(node.callee)) return node.initialiser;
  const value = node.kind === "call" ? dataFrom(l, node) : l.resolver.value(node);
  return value ? follow(l, value, depth + 1) : node;
}

/** What a function of the file gives; not what it makes, since each call makes another. */
export function dataFrom(l: Lowering, node: CallNode): Node | undefined {
  const given = givenBy(l.resolver, node);
  return given && !l.instances.find(given) ? given : undefined;
}
