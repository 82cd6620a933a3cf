import type { CallNode, FunctionNode, Node, Syntax } from "../syntax.ts";
import type { Resolver } from "./meaning.ts";

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

export function indexGiven({ calls }: Syntax, resolver: Resolver): GivenOnce {
  const times = new Map<FunctionNode, number>();
  for (const call of calls) {
    const called = functionOf(resolver, call);
    if (called) times.set(called, (times.get(called) ?? 0) + 1);
  }
  return (node) => {
    const called = functionOf(resolver, node);
    return called && times.get(called) === 1 ? givenBy(resolver, node) : undefined;
  };
}
