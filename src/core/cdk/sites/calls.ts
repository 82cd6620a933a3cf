import type { Member } from "../names.ts";
import { isWrapper, textOf } from "../pieces.ts";
import { isTargetTyped } from "../resolve/targets.ts";
import { alternatives } from "../signatures.ts";
import type { CallNode, LocalType, Node } from "../syntax.ts";
import { visitArguments } from "./arguments.ts";
import { visitBuilder } from "./builders.ts";
import { type Collector, nowhere, type Place } from "./collector.ts";
import { givenDuration } from "./durations.ts";
import { extended, itemPlace } from "./expected.ts";
import { givenPlace, initOfLocal, localArguments, visitFunction, visitMapped } from "./locals.ts";
import { instancePlace, visitCallee, visitMaker } from "./makers.ts";
import { policyOf, visitPolicy } from "./statements.ts";
import { visit } from "./visit.ts";

/** A call by what is called: what it makes, and what stands in its arguments. */
export function visitCall(c: Collector, node: CallNode, outside: Place): void {
  const callee = c.resolver.meaning(node.callee);
  const place = { ...outside, policy: policyOf(c, node, outside) ?? outside.policy };
  if (!callee && isTargetTyped(node) && place.type !== undefined) {
    targetTyped(c, node, place);
    return;
  }
  switch (callee?.kind) {
    case "class":
    case "constructor":
      visitNew(c, node, callee.fqn, place);
      return;
    case "method":
      if (!givenDuration(c, node, callee.member, place)) visitMethod(c, node, callee.member, place);
      return;
    case "builderClass":
      visitMaker(c, withoutMethod(node.callee), { ...place, resource: undefined });
      return;
    case "builderMethod":
      visitBuilder(c, node, callee, place);
      return;
    case "require":
      requireSite(c, node);
      return;
    case "function":
      visitFunction(c, node, callee.node, place);
      return;
    case "localClass":
      visitLocalClass(c, node, callee.type);
      return;
    case "base":
      visitArguments(c, node, { ...nowhere, construct: callee.fqn }, callee.fqn, "constructor");
      return;
    default:
      visitOther(c, node, place);
      return;
  }
}

function visitNew(c: Collector, node: CallNode, fqn: string, place: Place): void {
  visitCallee(c, node, place);
  visitArguments(c, node, instancePlace(c, node, fqn, place), fqn, "constructor");
}

function visitMethod(c: Collector, node: CallNode, member: Member, place: Place): void {
  visitCallee(c, node, place);
  const { owner, name, type } = member;
  visitArguments(c, node, instancePlace(c, node, type, place), owner.fqn, name, member);
}

const withoutMethod = (callee: Node): Node => (callee.kind === "member" ? callee.object : callee);

/** C#'s `new() { ... }`. */
function targetTyped(c: Collector, node: CallNode, place: Place): void {
  const { names } = c.resolver;
  const types = place.type === undefined ? [] : alternatives(place.type);
  const made = types.find((fqn) => /^(struct|class)$/.test(names.type(fqn)?.type.kind ?? ""));
  if (made) visitArguments(c, node, place, made, "constructor");
  else visitOther(c, node, place);
}

function requireSite(c: Collector, node: CallNode): void {
  const argument = node.arguments[0]?.value;
  const meaning = c.resolver.meaning(node);
  if (argument?.kind === "string" && meaning?.kind === "module")
    c.sites.push({
      role: "module",
      range: argument.range,
      text: textOf(argument) ?? "",
      module: meaning.module,
    });
}

/** A construct that the file itself defines; without a constructor of its own it takes what the CDK's does. */
function visitLocalClass(c: Collector, node: CallNode, type: LocalType): void {
  visit(c, node.callee, nowhere);
  const init = initOfLocal(c, type);
  const base = init ? undefined : extended(c, type);
  if (base === undefined) localArguments(c, node, init ?? []);
  else visitArguments(c, node, { ...nowhere, construct: base }, base, "constructor");
}

/** A call into other code; Go's `jsii.String(x)` hands on what it gets. */
function visitOther(c: Collector, node: CallNode, place: Place): void {
  visit(c, node.callee, nowhere);
  const passes = isWrapper(node);
  if (passes === "map" && visitPolicy(c, node, place)) return;
  const inner = passes === "list" ? itemPlace(place) : passes ? place : (givenPlace(c, node) ?? nowhere);
  for (const { name: named, value } of node.arguments) visit(c, value, { ...inner, named });
  visitMapped(c, node, place);
  const changed = node.initialiser && c.resolver.meaning(node.callee);
  visit(c, node.initialiser, changed?.kind === "value" ? { ...place, type: changed.type } : place);
}
