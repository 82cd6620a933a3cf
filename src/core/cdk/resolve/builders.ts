import { propsOf } from "../signatures.ts";
import type { CallNode, MemberNode, Node, Syntax } from "../syntax.ts";
import { openedForeign } from "./constructs.ts";
import type { Context, Meaning, Resolver } from "./meaning.ts";

export function builderMember(
  c: Context,
  object: Meaning & { kind: "builder" | "builderMethod" },
  name: string,
): Meaning | undefined {
  const { made, props } = object;
  const prop = props === undefined ? undefined : c.names.member(props, name, "java");
  return { kind: "builderMethod", made, props, prop: prop?.kind === "prop" ? prop : undefined, name };
}

/** `FargateCluster.Builder`, by a wildcard import. */
export function foreignBuilder(c: Context, { object, name }: MemberNode): Meaning | undefined {
  const made = c.language === "java" && name === "Builder" ? openedForeign(c, object) : undefined;
  return made === undefined ? undefined : { kind: "builderClass", made };
}

/** Java's `Role.Builder.create(...)` and `RoleProps.builder()`. */
export const beginsBuilder = (c: Context, made: string, name: string): Meaning => ({
  kind: "builderMethod",
  made,
  props: propsOf(c.names, made),
  prop: undefined,
  name,
});

/** Java's calls on a builder that was put into a variable, by the expression that made it: `builder.roleName("x")`. */
export type Steps = (maker: Node) => readonly CallNode[];

export function indexSteps({ calls }: Syntax, resolver: Pick<Resolver, "meaning" | "value">): Steps {
  const steps = new Map<Node, CallNode[]>();
  for (const call of calls) {
    const maker = makerOf(call, resolver);
    if (maker) steps.set(maker, [...(steps.get(maker) ?? []), call]);
  }
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
