import { childrenOf } from "./instances.ts";
import type { Resolver } from "./resolve.ts";
import type { CallNode, Node, Syntax } from "./syntax.ts";

/** Java's calls on a builder that was put into a variable, by the expression that made it: `builder.roleName("x")`. */
export type Steps = (maker: Node) => readonly CallNode[];

export function indexSteps({ roots }: Syntax, resolver: Pick<Resolver, "meaning" | "value">): Steps {
  const steps = new Map<Node, CallNode[]>();
  const visit = (node: Node | undefined, depth: number): void => {
    if (!node || depth > 400) return;
    const maker = node.kind === "call" ? makerOf(node, resolver) : undefined;
    if (maker && node.kind === "call") steps.set(maker, [...(steps.get(maker) ?? []), node]);
    for (const child of childrenOf(node)) visit(child, depth + 1);
  };
  for (const { node } of roots) visit(node, 0);
  return (maker) => steps.get(maker) ?? [];
}

/** What made the builder that a chain begins with, where a variable stands between. */
function makerOf(node: CallNode, resolver: Pick<Resolver, "meaning" | "value">): Node | undefined {
  return resolver.meaning(node.callee)?.kind === "builderMethod" ? resolver.value(headOf(node)) : undefined;
}

/** What the first method of a chain is called on. */
export function headOf(chain: CallNode): Node {
  let node: Node = chain;
  while (node.kind === "call" && node.callee.kind === "member") node = node.callee.object;
  return node;
}
