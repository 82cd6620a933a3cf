import type { PolicySpot } from "../model/iam/places.ts";
import type { Member } from "../names.ts";
import { isWrapper, textOf } from "../pieces.ts";
import type { Meaning } from "../resolve/meaning.ts";
import { isTargetTyped } from "../resolve/targets.ts";
import { alternatives, initOf, propsOf, structIn } from "../signatures.ts";
import type { Argument, CallNode, LocalType, Node } from "../syntax.ts";
import { type Collector, DURATION, nowhere, type Place } from "./collector.ts";
import { extended, itemPlace } from "./expected.ts";
import { givenPlace, initOfLocal, localArguments, visitFunction, visitMapped } from "./locals.ts";
import { conditions, propSite, visitPolicy } from "./props.ts";
import { visit } from "./visit.ts";

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
      visitCallee(c, node, place);
      visitArguments(c, node, instancePlace(c, node, callee.fqn, place), callee.fqn, "constructor");
      return;
    case "method":
      if (givenDuration(c, node, callee.member, place)) return;
      visitCallee(c, node, place);
      visitArguments(
        c,
        node,
        instancePlace(c, node, callee.member.type, place),
        callee.member.owner.fqn,
        callee.member.name,
        callee.member,
      );
      return;
    case "builderClass":
      visitMaker(c, node.callee.kind === "member" ? node.callee.object : node.callee, {
        ...place,
        resource: undefined,
      });
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

/** `Duration.hours(12)` as the value of a prop: one site, told by the prop. */
function givenDuration(c: Collector, node: CallNode, { owner, name }: Member, place: Place): boolean {
  const isLength = owner.fqn === DURATION && place.type === DURATION && place.prop !== undefined;
  const seconds = isLength ? c.instances.secondsOf(node) : undefined;
  if (!place.prop || seconds === undefined || node.callee.kind !== "member") return false;
  const { object, nameRange, name: text } = node.callee;
  const isClass = c.resolver.meaning(object)?.kind === "class";
  if (object.kind === "member") visit(c, object.object, nowhere);
  else if (!isClass) visit(c, object, nowhere);
  const { start } = !isClass ? nameRange : object.kind === "member" ? object.nameRange : object.range;
  const { construct, resource } = place;
  c.sites.push({
    role: "method",
    range: { start, end: node.range.end },
    text,
    fqn: owner.fqn,
    name,
    resource: undefined,
    given: { ...place.prop, construct, resource, seconds },
  });
  return true;
}

const STATEMENT = "aws-cdk-lib.aws_iam.PolicyStatement";

/** The statement that a call makes: a PolicyStatement, or a principal that a role trusts. */
function policyOf(c: Collector, node: CallNode, place: Place): PolicySpot | undefined {
  const made = c.resolver.meaning(node);
  const isStatement = made?.kind === "value" && made.type === STATEMENT;
  const found = c.instances.policyAt(node, place.call?.name, isStatement);
  if (found?.place.statement || node.callee.kind !== "member") return found;
  const { object } = node.callee;
  if (object.kind === "call") return c.instances.policyAt(object, undefined, false) ?? found;
  return addedTo(c, object) ?? found;
}

/** The statement that a variable holds, to which `statement.addActions(...)` adds. */
function addedTo(c: Collector, object: Node): PolicySpot | undefined {
  const meaning = c.resolver.meaning(object);
  const maker = c.resolver.value(object);
  const isStatement = meaning?.kind === "value" && meaning.type === STATEMENT;
  return isStatement && maker ? c.instances.policyAt(maker, undefined, true) : undefined;
}

/** C#'s `new() { ... }`. */
function targetTyped(c: Collector, node: CallNode, place: Place): void {
  const { names } = c.resolver;
  const types = place.type === undefined ? [] : alternatives(place.type);
  const made = types.find((fqn) => /^(struct|class)$/.test(names.type(fqn)?.type.kind ?? ""));
  if (made) visitArguments(c, node, place, made, "constructor");
  else visitOther(c, node, place);
}

function visitCallee(c: Collector, node: CallNode, { policy }: Place): void {
  visitMaker(c, node.callee, { resource: c.instances.resourceOf(node), policy });
}

/** The class of a construct, or of a part of a policy, at the place where one is made. */
function visitMaker(
  c: Collector,
  node: Node,
  { resource, policy }: Pick<Place, "resource" | "policy">,
): void {
  const before = c.sites.length;
  visit(c, node, nowhere);
  const last = c.sites.length > before ? c.sites[c.sites.length - 1] : undefined;
  if (last?.role !== "construct") return;
  const makes = c.resolver.names.type(last.fqn)?.type.cfn !== undefined;
  c.sites[c.sites.length - 1] = makes ? { ...last, resource } : { ...last, place: policy?.place };
}

/** A construct begins a new path; a struct goes on with the one it stands in. */
function instancePlace(c: Collector, node: CallNode, fqn: string, place: Place): Place {
  if (!c.resolver.names.type(fqn)?.type.construct) return place;
  return { ...nowhere, construct: fqn, resource: c.instances.resourceOf(node) };
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

function visitArguments(
  c: Collector,
  node: CallNode,
  place: Place,
  fqn: string,
  name: string,
  member?: Member,
): void {
  const { names } = c.resolver;
  const parameters = member ? member.parameters : (initOf(names, fqn) ?? []);
  const struct = member ? structIn(names, parameters.at(-1)?.[1] ?? "") : propsOf(names, fqn);
  for (const [index, argument] of node.arguments.entries()) {
    if (argument.name !== undefined) {
      keywordArgument(c, argument, parameters, struct, place);
      continue;
    }
    const type = parameters[Math.min(index, parameters.length - 1)]?.[1];
    const inner = { ...place, type, prop: undefined, named: undefined, call: { fqn, name, index } };
    if (parameters[index]?.[0].startsWith("conditions")) conditions(c, argument.value, inner);
    else visit(c, argument.value, inner);
  }
  if (node.initialiser) visit(c, node.initialiser, { ...place, type: struct ?? place.type });
}

function keywordArgument(
  c: Collector,
  argument: Argument,
  parameters: readonly (readonly [string, string])[],
  struct: string | undefined,
  place: Place,
): void {
  const { names, language } = c.resolver;
  const name = argument.name ?? "";
  const prop = struct === undefined ? undefined : names.member(struct, name, language);
  if (prop?.kind === "prop" && language !== "csharp") {
    propSite(c, prop, name, argument.nameRange, argument.value, place);
    return;
  }
  const bare = name.replaceAll("_", "").toLowerCase();
  const parameter = parameters.find(([key]) => key.replace(/\?$/, "").toLowerCase() === bare);
  const inner = { ...place, type: parameter?.[1], prop: undefined, named: name, call: undefined };
  if (bare === "conditions") conditions(c, argument.value, inner);
  else visit(c, argument.value, inner);
}

function visitBuilder(
  c: Collector,
  node: CallNode,
  callee: Meaning & { kind: "builderMethod" },
  place: Place,
): void {
  if (node.callee.kind !== "member") return;
  const { object, nameRange, name } = node.callee;
  const inner = builderPlace(c, node, callee, place);
  if (object.kind === "call") visit(c, object, inner);
  else visitMaker(c, object.kind === "member" && object.name === "Builder" ? object.object : object, inner);
  if (callee.prop) {
    const [given, ...others] = node.arguments;
    propSite(c, callee.prop, name, nameRange, given?.value, inner);
    for (const { value } of others) visit(c, value, nowhere);
    return;
  }
  visitArguments(c, node, inner, callee.made, "constructor");
}

/** The place that the props of a builder chain stand in: found at its end, handed down to its beginning. */
function builderPlace(
  c: Collector,
  node: CallNode,
  callee: Meaning & { kind: "builderMethod" },
  place: Place,
): Place {
  const construct = c.resolver.names.type(callee.made)?.type.construct ? callee.made : undefined;
  if (!construct || place.construct === construct) return place;
  return { ...nowhere, construct, resource: c.instances.resourceOf(node) };
}
