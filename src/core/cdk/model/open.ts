import type { Resolver } from "../resolve.ts";
import type { Node } from "../syntax.ts";

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
      return node.operator === "as" ? openIn(resolver, node.operands[0], depth + 1) : [node];
    case "call":
      // `RoleProps.builder()`, `new RoleProps {...}`, `iam.RoleProps(...)`: not a call into other code.
      return resolver.meaning(node.callee) ? openIn(resolver, node.initialiser, depth + 1) : [node];
    default:
      return [];
  }
}
