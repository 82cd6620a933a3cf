import type { CallNode, Node, OperationNode, Syntax } from "../syntax.ts";
import { childrenOf } from "../walk.ts";
import type { GivenOnce } from "./functions.ts";
import type { Resolver } from "./meaning.ts";

/** A construct that the file makes. */
export interface Instance {
  /** The variable or field it is put into, else its construct id. */
  readonly id: string;
  readonly fqn: string;
  readonly node: CallNode;
  readonly target: Node | undefined;
}

export interface InstanceIndex {
  readonly all: readonly Instance[];
  /** What an expression makes, or what a variable or field holds. */
  find(node: Node): Instance | undefined;
}

/** Every construct that an expression of the file makes, named after what it is put into. */
export function indexInstances(syntax: Syntax, resolver: Resolver, given: GivenOnce): InstanceIndex {
  const byNode = new Map<Node, Instance>();
  const taken = new Map<string, number>();
  for (const { node, target } of syntax.roots) addFrom(node, target);

  function addFrom(node: Node | undefined, target: Node | undefined): void {
    if (!node) return;
    const made = node.kind === "call" ? madeBy(node, resolver) : undefined;
    if (made && node.kind === "call") add(node, made, target);
    for (const child of childrenOf(node)) addFrom(child, isCast(node) ? target : undefined);
  }
  function add(node: CallNode, fqn: string, target: Node | undefined): void {
    const name = nameOf(target) ?? constructId(node) ?? fqn.slice(fqn.lastIndexOf(".") + 1);
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    byNode.set(node, { id: count === 1 ? name : `${name}#${count}`, fqn, node, target });
  }
  function find(node: Node, depth = 0): Instance | undefined {
    const own = byNode.get(node);
    if (own || depth > 50) return own;
    const held = node.kind === "call" ? given(node) : resolver.value(node);
    const value = isCast(node) ? node.operands[0] : held;
    return value && find(value, depth + 1);
  }
  return { all: [...byNode.values()], find: (node) => find(node) };
}

const isCast = (node: Node): node is OperationNode => node.kind === "operation" && node.operator === "as";

/** The construct class that a call makes an instance of. */
function madeBy(node: CallNode, resolver: Resolver): string | undefined {
  const callee = resolver.meaning(node.callee);
  const fqn =
    callee?.kind === "class" || callee?.kind === "constructor"
      ? callee.fqn
      : callee?.kind === "builderMethod" && callee.name === "build"
        ? callee.made
        : callee?.kind === "method" && callee.member.kind === "method"
          ? callee.member.type
          : undefined;
  return fqn !== undefined && resolver.names.type(fqn)?.type.cfn !== undefined ? fqn : undefined;
}

function nameOf(target: Node | undefined): string | undefined {
  return target?.kind === "name" || target?.kind === "member" ? target.name.replace(/^#/, "") : undefined;
}

/** The second argument, at the beginning of a builder chain in Java; the first of `addClient`. */
export function constructId(node: CallNode): string | undefined {
  let call: Node = node;
  while (call.kind === "call" && call.callee.kind === "member" && call.callee.object.kind === "call")
    call = call.callee.object;
  for (const from of call === node ? [node] : [call, node])
    if (from.kind === "call")
      for (const { value } of from.arguments) {
        const text = literal(value);
        if (text !== undefined) return text;
      }
  return undefined;
}

function literal(node: Node | undefined): string | undefined {
  if (node?.kind === "call") return literal(node.arguments[0]?.value);
  const part = node?.kind === "string" && node.parts.length === 1 ? node.parts[0] : undefined;
  return part?.kind === "text" ? part.text : undefined;
}
