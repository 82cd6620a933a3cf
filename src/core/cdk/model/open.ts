import { givenBy } from "../resolve/functions.ts";
import type { Resolver } from "../resolve/meaning.ts";
import { isTargetTyped } from "../resolve/targets.ts";
import type { CallNode, Node, OperationNode } from "../syntax.ts";

const DEEPEST = 8;

/**
 * Where props come from that aren't followed: a parameter, a spread of one, a call into other code. What is
 * absent from such props may be set all the same, and what the CDK adds by default may not be.
 */
export function openIn(resolver: Resolver, node: Node | undefined, depth = 0): readonly Node[] {
  if (!node || depth > DEEPEST) return [];
  switch (node.kind) {
    case "map":
      return node.spreads.flatMap((part) => openIn(resolver, part, depth + 1));
    case "name":
    case "member": {
      const value = resolver.value(node);
      return value ? openIn(resolver, value, depth + 1) : [node];
    }
    case "operation":
      return passes(node) ? openIn(resolver, node.operands[0], depth + 1) : [node];
    case "call":
      return openInCall(resolver, node, depth);
    default:
      return [];
  }
}

/** `x as T`, `**x`: the value is the operand's. */
export const passes = ({ operator }: OperationNode): boolean => operator === "as" || operator === "**";

function openInCall(resolver: Resolver, node: CallNode, depth: number): readonly Node[] {
  const given = givenBy(resolver, node);
  if (given) return openIn(resolver, given, depth + 1);
  // `RoleProps.builder()`, `new RoleProps {...}`, `iam.RoleProps(...)`: not a call into other code.
  const callee = resolver.meaning(node.callee);
  return (callee && callee.kind !== "function") || isTargetTyped(node)
    ? openIn(resolver, node.initialiser, depth + 1)
    : [node];
}
