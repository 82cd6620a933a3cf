import type { Value } from "../../types.ts";
import { foreignMember, isForeign, isGrant } from "../foreign.ts";
import type { Instance, InstanceIndex } from "../resolve/instances.ts";
import type { Resolver } from "../resolve/meaning.ts";
import type { CallNode, MemberNode, Node, Syntax } from "../syntax.ts";
import { getAtt, mapOf, oneOrMany, scalar } from "./build.ts";
import { givenTo } from "./fields.ts";
import { itemsOf, lowerStatement } from "./iam/statement.ts";
import { lower } from "./lower/lower.ts";
import { type Lowering, sourceOf } from "./lower/lowering.ts";

/** Calls on something else that add to what a role, user or group may do: `bucket.grantRead(role)`. */
export interface Additions {
  to(made: Node): readonly Addition[];
}

interface Addition {
  readonly kind: "grant" | "statement";
  readonly call: CallNode & { readonly callee: MemberNode };
}

const MODULE = "aws-cdk-lib.aws_iam.";
const HOLDERS: ReadonlySet<string> = new Set(["Role", "User", "Group"].map((name) => MODULE + name));
const DEEPEST = 20;

export function indexAdditions({ calls }: Syntax, resolver: Resolver, instances: InstanceIndex): Additions {
  const byHolder = new Map<Node, Addition[]>();
  const add = (call: Addition["call"]): void => {
    const found = additionIn(resolver, call);
    for (const one of found ? resolver.each(found.holder) : []) {
      const holder = holderOf(resolver, instances, one, 0);
      if (holder && found) noteAt(byHolder, holder.node, { kind: found.kind, call });
    }
  };
  for (const call of calls) if (isMethodCall(call)) add(call);
  return { to: (made) => byHolder.get(made) ?? [] };
}

function noteAt(table: Map<Node, Addition[]>, node: Node, addition: Addition): void {
  const known = table.get(node);
  if (known) known.push(addition);
  else table.set(node, [addition]);
}

const isMethodCall = (node: Node): node is Addition["call"] =>
  node.kind === "call" && node.callee.kind === "member";

// ---------------------------------------------------------------- who gets more

function additionIn(
  resolver: Resolver,
  call: Addition["call"],
): { kind: Addition["kind"]; holder: Node } | undefined {
  const { callee } = call;
  const meaning = resolver.meaning(callee);
  if (!meaning) return undefined;
  const method = meaning.kind === "method" ? meaning.member : undefined;
  if (method?.owner.fqn === `${MODULE}Grant`) {
    const grantee = givenTo(resolver, call, method.owner.fqn).fields.get("grantee")?.node;
    return grantee && { kind: "grant", holder: grantee };
  }
  const [first] = call.arguments;
  if (isGrant(callee.name) && isGiven(resolver, call))
    return first?.value && { kind: "grant", holder: first.value };
  if (/^addTo(Principal)?Policy$/.test(method?.name ?? "")) return throughRole(callee.object);
  const isStatement = meaning.kind === "value" && /^add_?to_?role_?policy$/i.test(callee.name);
  return isStatement ? { kind: "statement", holder: callee.object } : undefined;
}

/** `fn.role.addToPrincipalPolicy(...)`; what is called on the role itself is its own. */
const throughRole = (object: Node): { kind: "statement"; holder: Node } | undefined =>
  object.kind === "member" ? { kind: "statement", holder: object } : undefined;

function isGiven(resolver: Resolver, call: CallNode): boolean {
  const meaning = resolver.meaning(call);
  return meaning?.kind === "value" && meaning.type === `${MODULE}Grant`;
}

/** The role, user or group of the file that an expression is, or that a construct was given as its role. */
function holderOf(
  resolver: Resolver,
  instances: InstanceIndex,
  node: Node,
  depth: number,
): Instance | undefined {
  const own = instances.find(node);
  if (own) return HOLDERS.has(own.fqn) ? own : undefined;
  if (depth > DEEPEST) return undefined;
  const held = resolver.value(node);
  if (held) return holderOf(resolver, instances, held, depth + 1);
  const isRole = node.kind === "member" && foreignMember(node.name).startsWith(MODULE);
  const maker = isRole ? makerOf(resolver, node.object, 0) : makerOf(resolver, node, 0);
  const name = isRole && !/principal$/i.test(node.name) ? node.name : "role";
  const role = maker && propNamed(resolver, maker, name);
  return role && holderOf(resolver, instances, role, depth + 1);
}

/** The call that made a construct outside of the names' data. */
function makerOf(resolver: Resolver, node: Node, depth: number): CallNode | undefined {
  const held = depth < DEEPEST ? resolver.value(node) : undefined;
  if (held) return makerOf(resolver, held, depth + 1);
  const meaning = resolver.meaning(node);
  const isMade = node.kind === "call" && meaning?.kind === "value" && isForeign(meaning.type);
  return isMade ? node : undefined;
}

const bare = (name: string): string => name.replaceAll("_", "").toLowerCase();

/** What a call gives for a prop, whose struct isn't known: a key, a keyword, a link of a builder's chain. */
function propNamed(resolver: Resolver, node: Node, name: string, depth = 0): Node | undefined {
  if (depth > DEEPEST) return undefined;
  if (node.kind === "map")
    return node.entries.find(({ key }) => key !== undefined && bare(key) === bare(name))?.value;
  if (node.kind !== "call") {
    const held = resolver.value(node);
    return held && propNamed(resolver, held, name, depth + 1);
  }
  const keyword = node.arguments.find((one) => one.name !== undefined && bare(one.name) === bare(name));
  if (keyword) return keyword.value;
  if (node.callee.kind === "member" && bare(node.callee.name) === bare(name)) return node.arguments[0]?.value;
  const parts = [node.initialiser, ...node.arguments.map(({ value }) => value)];
  const chain =
    node.callee.kind === "member" && node.callee.object.kind === "call" ? node.callee.object : undefined;
  for (const part of [...parts, chain]) {
    const isProps = part && (part === chain || /^(map|call|name)$/.test(part.kind));
    const found = isProps ? propNamed(resolver, part, name, depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}

// ---------------------------------------------------------------- what it gets

/** The statement that an addition makes; what a grant allows is known only where the source says it. */
export function addedStatement(l: Lowering, { kind, call }: Addition): Value {
  const [first] = call.arguments;
  if (kind === "statement") return first?.value ? lowerStatement(l, first.value) : sourceOf(l, call);
  const { range } = call;
  return mapOf(
    { Action: actionsOf(l, call), Effect: scalar("Allow", range), Resource: resourceOf(l, call) },
    range,
  );
}

const ACTIONS: Readonly<Record<string, string>> = {
  grantAssumeRole: "sts:AssumeRole",
  grantPassRole: "iam:PassRole",
};

function actionsOf(l: Lowering, call: Addition["call"]): Value {
  const { range, callee } = call;
  const meaning = l.resolver.meaning(callee);
  const name = meaning?.kind === "method" ? meaning.member.name : callee.name;
  const known = ACTIONS[name];
  if (known !== undefined) return scalar(known, callee.nameRange);
  const listed = optionsOf(l, call)?.get("actions")?.node;
  if (listed) return single(l, listed);
  const rest = call.arguments.slice(1).flatMap(({ value }) => (value ? itemsOf(lower(l, value)) : []));
  return (/^grant$/i.test(name) && oneOrMany(rest, range)) || sourceOf(l, callee);
}

function resourceOf(l: Lowering, call: Addition["call"]): Value {
  const listed = optionsOf(l, call)?.get("resourceArns")?.node;
  if (listed) return single(l, listed);
  const { object } = call.callee;
  const instance = l.instances.find(object);
  return instance ? getAtt(instance.id, "Arn", object.range) : sourceOf(l, object);
}

function single(l: Lowering, node: Node): Value {
  const value = lower(l, node);
  return oneOrMany(itemsOf(value), value.range) ?? value;
}

/** Of `Grant.addToPrincipal({...})`. */
function optionsOf(l: Lowering, call: CallNode) {
  const meaning = l.resolver.meaning(call.callee);
  const isGrant = meaning?.kind === "method" && meaning.member.owner.fqn === `${MODULE}Grant`;
  return isGrant ? givenTo(l.resolver, call, meaning.member.owner.fqn).fields : undefined;
}
