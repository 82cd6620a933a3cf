import { childrenOf } from "./instances.ts";
import type { Resolver } from "./resolve.ts";
import type { CallNode, FunctionNode, Node, Syntax } from "./syntax.ts";

/** What a call of a file's own function gives, where the function says one thing only. */
export function givenBy(resolver: Resolver, node: CallNode): Node | undefined {
  const { gives } = functionOf(resolver, node) ?? { gives: [] };
  return gives.length === 1 ? gives[0] : undefined;
}

function functionOf(resolver: Resolver, { callee }: CallNode): FunctionNode | undefined {
  const meaning = resolver.meaning(callee);
  return meaning?.kind === "function" ? meaning.node : undefined;
}

/** The same of a function that is called at one place only, so that what it makes is one thing. */
export type GivenOnce = (node: CallNode) => Node | undefined;

export function indexGiven(syntax: Syntax, resolver: Resolver): GivenOnce {
  const calls = new Map<FunctionNode, number>();
  const visit = (node: Node | undefined, depth: number): void => {
    if (!node || depth > 400) return;
    const called = node.kind === "call" ? functionOf(resolver, node) : undefined;
    if (called) calls.set(called, (calls.get(called) ?? 0) + 1);
    for (const child of childrenOf(node)) visit(child, depth + 1);
  };
  for (const { node } of syntax.roots) visit(node, 0);
  return (node) => {
    const called = functionOf(resolver, node);
    return called && calls.get(called) === 1 ? givenBy(resolver, node) : undefined;
  };
}
