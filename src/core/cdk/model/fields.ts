import type { Range } from "../../types.ts";
import type { Member } from "../names.ts";
import { headOf } from "../resolve/builders.ts";
import { givenBy } from "../resolve/functions.ts";
import type { Resolver } from "../resolve/meaning.ts";
import { propsOf } from "../signatures.ts";
import type { Argument, CallNode, Node } from "../syntax.ts";
import { openIn, passes } from "./open.ts";

/** A prop as it is given, whatever way the language has for it. */
export interface Field {
  readonly prop: Member;
  readonly keyRange: Range;
  readonly node: Node | undefined;
}

/** By canonical name. */
export type Fields = ReadonlyMap<string, Field>;

/** What a call gives: its arguments by position, and the props of its last parameter. */
export interface Given {
  readonly positional: readonly (Node | undefined)[];
  readonly fields: Fields;
  /** Where more props come from that aren't followed. */
  readonly open: readonly Node[];
}

const none: Fields = new Map();
const DEEPEST = 8;

/** The props that an object literal, keyword call, builder chain, initialiser or struct literal holds. */
export function fieldsOf(resolver: Resolver, node: Node | undefined, struct: string, depth = 0): Fields {
  if (!node || depth > DEEPEST) return none;
  switch (node.kind) {
    case "map": {
      const spread = node.spreads.flatMap((part) => [...fieldsOf(resolver, part, struct, depth + 1)]);
      const own = node.entries.flatMap(({ key, keyNode, value }) =>
        key === undefined ? [] : named(resolver, struct, key, keyNode.range, value),
      );
      return new Map([...spread, ...own]);
    }
    case "call":
      return callFields(resolver, node, struct, depth);
    case "name":
    case "member": {
      const value = resolver.value(node);
      return value ? fieldsOf(resolver, value, struct, depth + 1) : none;
    }
    case "operation":
      return passes(node) ? fieldsOf(resolver, node.operands[0], struct, depth + 1) : none;
    default:
      return none;
  }
}

function named(
  resolver: Resolver,
  struct: string,
  key: string,
  keyRange: Range,
  node: Node | undefined,
): [string, Field][] {
  const prop = resolver.names.member(struct, key, resolver.language);
  return prop?.kind === "prop" ? [[prop.name, { prop, keyRange, node }]] : [];
}

function callFields(resolver: Resolver, node: CallNode, struct: string, depth: number): Fields {
  const callee = resolver.meaning(node.callee);
  if (callee?.kind === "builderMethod" || callee?.kind === "builderClass")
    return chainFields(resolver, node, struct);
  const given = givenBy(resolver, node);
  if (given) return fieldsOf(resolver, given, struct, depth + 1);
  const spread = spreadIn(node).flatMap((part) => [...fieldsOf(resolver, part, struct, depth + 1)]);
  const own = node.arguments.flatMap(({ name, nameRange, value }) =>
    name === undefined ? [] : named(resolver, struct, name, nameRange, value),
  );
  const initialised = node.initialiser ? fieldsOf(resolver, node.initialiser, struct, depth + 1) : none;
  return new Map([...initialised, ...spread, ...own]);
}

/** Python's `**common` among the arguments. */
const spreadIn = (node: CallNode): readonly Node[] =>
  node.arguments.flatMap(({ name, value }) =>
    name === undefined && value?.kind === "operation" && value.operator === "**" ? [value] : [],
  );

/** `.a(x).b(y).build()`, and what the variable was given before that it begins with. */
function chainFields(resolver: Resolver, node: CallNode, struct: string): Fields {
  const maker = resolver.value(headOf(node));
  if (maker?.kind !== "call") return new Map(linksOf(resolver, node, struct));
  const chains = [maker, ...resolver.steps(maker), node];
  return new Map(chains.flatMap((chain) => linksOf(resolver, chain, struct)));
}

/** In the order they are written. */
function linksOf(resolver: Resolver, node: CallNode, struct: string): readonly [string, Field][] {
  const found: [string, Field][] = [];
  for (
    let call: Node = node;
    call.kind === "call" && call.callee.kind === "member";
    call = call.callee.object
  )
    found.unshift(
      ...named(resolver, struct, call.callee.name, call.callee.nameRange, call.arguments[0]?.value),
    );
  return found;
}

/** What the constructor of `fqn` is given by the call; `addClient` and its like are told their method's parameters. */
export function givenTo(resolver: Resolver, node: CallNode, fqn: string): Given {
  const callee = resolver.meaning(node.callee);
  const isMethod = callee?.kind === "method";
  const parameters = isMethod ? callee.member.parameters : (resolver.names.type(fqn)?.init ?? []);
  const struct = isMethod ? structOf(resolver, parameters) : propsOf(resolver.names, fqn);
  const start = callee?.kind === "builderMethod" ? chainStart(node) : node;
  const spread = spreadIn(start);
  const positional = inOrder(start.arguments, parameters).filter(
    (value) => !value || !spread.includes(value),
  );
  if (struct === undefined) return { positional, fields: none, open: [] };
  const props = positional.slice(parameters.length - 1).filter((value) => value !== undefined);
  const open = [...props, ...spread, ...builderIn(resolver, node)].flatMap((part) => openIn(resolver, part));
  const last = positional.length >= parameters.length ? positional[parameters.length - 1] : undefined;
  const byKeyword = callFields(resolver, node, struct, 0);
  return { positional, fields: byKeyword.size > 0 ? byKeyword : fieldsOf(resolver, last, struct), open };
}

/** A builder that comes from elsewhere. */
function builderIn(resolver: Resolver, node: CallNode): readonly Node[] {
  const head = headOf(node);
  return head !== node && resolver.meaning(head)?.kind === "builder" ? [head] : [];
}

/** The values by position: C#'s and Python's `Role(scope=this, id="R")` names them, and may leave one out. */
function inOrder(
  given: readonly Argument[],
  parameters: readonly (readonly [string, string])[],
): readonly (Node | undefined)[] {
  if (given.every(({ name }) => name === undefined)) return given.flatMap(({ value }) => value ?? []);
  return parameters.map(([key], i) => {
    const bare = bareName(key.replace(/\?$/, ""));
    return given.find(({ name }, at) => (name === undefined ? at === i : bareName(name) === bare))?.value;
  });
}

const bareName = (name: string): string => name.replaceAll("_", "").toLowerCase();

function structOf(
  resolver: Resolver,
  parameters: readonly (readonly [string, string])[],
): string | undefined {
  const type = parameters.at(-1)?.[1];
  return type !== undefined && resolver.names.type(type)?.type.kind === "struct" ? type : undefined;
}

/** `Role.Builder.create(this, "R")` of a chain. */
function chainStart(node: CallNode): CallNode {
  let call = node;
  while (call.callee.kind === "member" && call.callee.object.kind === "call") call = call.callee.object;
  return call;
}
