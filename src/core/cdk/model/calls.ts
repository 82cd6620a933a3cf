import type { GivenOnce } from "../resolve/functions.ts";
import type { Resolver } from "../resolve/meaning.ts";
import type { CallNode, Node, Syntax } from "../syntax.ts";

/** Method calls on what an expression made: `role.addToPolicy(...)`, in the order of the file. */
export interface Calls {
  /** `name` may go through a property: `assumeRolePolicy.addStatements`. */
  on(made: Node, name: string): readonly CallNode[];
  /** What a method was called on with what the expression made: `role` of `role.attachInlinePolicy(policy)`. */
  taking(made: Node, name: string): readonly Node[];
  /** The expression that made what a variable, field or chain of calls holds. */
  origin(node: Node): Node;
}

const DEEPEST = 50;

export function indexCalls(syntax: Syntax, resolver: Resolver, given: GivenOnce): Calls {
  const byMaker = new Map<Node, Map<string, CallNode[]>>();
  const byArgument = new Map<Node, Map<string, Node[]>>();
  const origin = (node: Node, depth = 0): Node => {
    if (depth > DEEPEST) return node;
    const value = node.kind === "call" ? given(node) : resolver.value(node);
    if (value) return origin(value, depth + 1);
    return isFluent(node, resolver) ? origin(node.callee.object, depth + 1) : node;
  };
  const add = (node: CallNode): void => {
    const target = targetOf(resolver, node);
    for (const object of target ? resolver.each(target.object) : [])
      note(byMaker, origin(object), target?.name ?? "", node);
    const given = node.arguments[0]?.value;
    const taker = target ?? attachedTo(node);
    if (given && taker) note(byArgument, origin(given), taker.name, taker.object);
  };
  for (const call of syntax.calls) add(call);
  return {
    on: (made, name) => byMaker.get(made)?.get(name) ?? [],
    taking: (made, name) => byArgument.get(made)?.get(name) ?? [],
    origin: (node) => origin(node),
  };
}

/** What a method is called on; in `role.assumeRolePolicy.addStatements()` the role, through its property. */
function targetOf(resolver: Resolver, node: CallNode): { object: Node; name: string } | undefined {
  const callee = resolver.meaning(node.callee);
  if (callee?.kind !== "method" || callee.member.kind !== "method" || node.callee.kind !== "member")
    return undefined;
  const { object } = node.callee;
  const { name } = callee.member;
  if (object.kind !== "member" || resolver.binding(object)) return { object, name };
  const through = resolver.meaning(object);
  const property = through?.kind === "value" && through.member?.kind === "prop" ? through.member : undefined;
  return property ? { object: object.object, name: `${property.name}.${name}` } : { object, name };
}

function note<T>(table: Map<Node, Map<string, T[]>>, node: Node, name: string, value: T): void {
  const named = table.get(node) ?? new Map<string, T[]>();
  table.set(node, named);
  const known = named.get(name);
  if (known) known.push(value);
  else named.set(name, [value]);
}

/** `x.role.attachInlinePolicy(policy)` says what it does, also where it isn't known what `x` is. */
function attachedTo({ callee }: CallNode): { object: Node; name: string } | undefined {
  if (callee.kind !== "member" || !/^attach_?inline_?policy$/i.test(callee.name)) return undefined;
  return { object: callee.object, name: "attachInlinePolicy" };
}

/** `statement.addActions(...)` gives the statement back. */
function isFluent(
  node: Node,
  resolver: Resolver,
): node is CallNode & { callee: { kind: "member"; object: Node } } {
  if (node.kind !== "call" || node.callee.kind !== "member") return false;
  const callee = resolver.meaning(node.callee);
  return (
    callee?.kind === "method" &&
    callee.member.kind === "method" &&
    callee.member.type === callee.member.owner.fqn
  );
}
