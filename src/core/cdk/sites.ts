import type { Path, Range, Site, Value } from "../types.ts";
import { policyInText } from "./jsonText.ts";
import { type PolicySpot, stepInto } from "./model/places.ts";
import type { Member } from "./names.ts";
import { isWrapper, textOf } from "./pieces.ts";
import { policySites } from "./policySites.ts";
import { alternatives, initOf, type Meaning, propsOf, type Resolver, structIn } from "./resolve.ts";
import type { Argument, CallNode, Entry, MapNode, Node, StringNode, Syntax } from "./syntax.ts";

/** What the sites of a file need from the constructs it declares. */
export interface Instances {
  /** The resource that an expression makes, or that a variable or field holds. */
  resourceOf(node: Node): string | undefined;
  /** What a node is in CloudFormation's shape. */
  valueOf(node: Node): Value | undefined;
  /** What a node is to a policy: its document, or a statement of it. */
  policyAt(node: Node, calledBy: string | undefined, isStatement: boolean): PolicySpot | undefined;
  /** The statement that conditions would stand in, where it isn't known which that is. */
  conditionsAlone(node: Node): PolicySpot;
}

/** Where in a construct's props an expression stands. */
interface Place {
  readonly construct: string | undefined;
  readonly resource: string | undefined;
  readonly path: Path;
  /** The type that is expected here. */
  readonly type: string | undefined;
  readonly prop: { readonly fqn: string; readonly name: string } | undefined;
  readonly call: { readonly fqn: string; readonly name: string; readonly index: number } | undefined;
  /** The policy's statement that is being written. */
  readonly policy: PolicySpot | undefined;
}

const nowhere: Place = {
  construct: undefined,
  resource: undefined,
  path: [],
  type: undefined,
  prop: undefined,
  call: undefined,
  policy: undefined,
};

interface Collector {
  readonly resolver: Resolver;
  readonly instances: Instances;
  readonly sites: Site[];
  readonly visited: Set<Node>;
  /** Variables that are being followed, one from within the other. */
  following: number;
}

/** Every site of the file that is not prose, in no order. */
export function collectSites(syntax: Syntax, resolver: Resolver, instances: Instances): Site[] {
  const c: Collector = { resolver, instances, sites: [], visited: new Set(), following: 0 };
  for (const { name, range } of syntax.modules) {
    const module = resolver.names.module(name, resolver.language);
    if (module !== undefined) c.sites.push({ role: "module", range, text: name, module });
  }
  for (const { node, target, type } of syntax.roots)
    visit(c, node, { ...nowhere, type: declaredType(c, type ?? target, type !== undefined) });
  return c.sites;
}

/** The struct that a variable is declared to be: `const props: iam.RoleProps = {...}`. */
function declaredType(c: Collector, node: Node | undefined, isType: boolean): string | undefined {
  const meaning = node && c.resolver.meaning(node.kind === "list" && node.items[0] ? node.items[0] : node);
  const suffix = node?.kind === "list" ? "[]" : "";
  if (meaning?.kind === "class" && isType) return meaning.fqn + suffix;
  return meaning?.kind === "value" && !isType ? meaning.type : undefined;
}

function visit(c: Collector, node: Node | undefined, place: Place): void {
  if (!node) return;
  switch (node.kind) {
    case "name":
      visitName(c, node, place);
      return;
    case "member":
      visitMember(c, node);
      return;
    case "call":
      visitCall(c, node, place);
      return;
    case "string":
      visitString(c, node, place);
      return;
    case "list":
      for (const item of node.items) visit(c, item, { ...place, type: elementType(place.type) });
      return;
    case "map":
      visitMap(c, node, place);
      return;
    case "operation":
      for (const operand of node.operands) visit(c, operand, operandPlace(c, node, place));
      return;
    default:
      return;
  }
}

/** What is indexed says nothing of its place; `x as T` says the type itself. */
function operandPlace(c: Collector, node: Node & { kind: "operation" }, place: Place): Place {
  if (node.operator === "index") return nowhere;
  return node.type ? { ...place, type: declaredType(c, node.type, true) ?? place.type } : place;
}

/** What a list's or map's items must be. */
function elementType(type: string | undefined): string | undefined {
  const found = type?.split(/\|(?![^(]*\))/).find((part) => /(\[\]|\{\})$/.test(part));
  return found?.slice(0, -2).replace(/^\((.*)\)$/, "$1");
}

// ---------------------------------------------------------------- names and members

function visitName(c: Collector, node: Node & { kind: "name" }, place: Place): void {
  const meaning = c.resolver.meaning(node);
  if (!meaning) {
    followVariable(c, node, place);
    return;
  }
  if (meaning.kind === "value" && meaning.member && meaning.member.kind !== "prop" && isImported(c, node)) {
    const { owner, name } = meaning.member;
    c.sites.push({ role: "member", range: node.range, text: node.name, fqn: owner.fqn, name });
    return;
  }
  if (meaning.kind === "value") {
    reference(c, node, node.range, undefined, node.name);
    followVariable(c, node, place);
    return;
  }
  nameSite(c, node.name, node.range, meaning);
}

/** A member that an import brings in under its own name (Java's static imports), not a variable that holds it. */
function isImported(c: Collector, node: Node): boolean {
  const binding = c.resolver.binding(node);
  return (
    c.resolver.language === "java" &&
    (!binding || (binding.value?.kind === "member" && binding.value.name === binding.name))
  );
}

function nameSite(c: Collector, text: string, range: Range, meaning: Meaning): void {
  const { names } = c.resolver;
  if (meaning.kind === "module") c.sites.push({ role: "module", range, text, module: meaning.module });
  if ((meaning.kind === "class" || meaning.kind === "constructor") && names.type(meaning.fqn))
    c.sites.push({ role: "construct", range, text, fqn: meaning.fqn, resource: undefined });
}

const DEEPEST = 30;

/** An object that was put into a variable before it was given as props. */
function followVariable(c: Collector, node: Node, place: Place): void {
  if (place.type === undefined || !place.type.includes(".")) return;
  const value = c.resolver.binding(node)?.value;
  if (value?.kind !== "map" && value?.kind !== "list") return;
  if (c.visited.has(value) || c.following > DEEPEST) return;
  c.visited.add(value);
  c.following++;
  visit(c, value, place);
  c.following--;
}

function visitMember(c: Collector, node: Node & { kind: "member" }): void {
  const meaning = c.resolver.meaning(node);
  const { language } = c.resolver;
  if (
    (language === "java" || language === "csharp") &&
    (meaning?.kind === "module" || meaning?.kind === "package")
  ) {
    nameSite(c, textOfDotted(node), node.range, meaning);
    return;
  }
  visit(c, node.object, nowhere);
  const { name: text, nameRange: range } = node;
  if (!meaning || text === "") return;
  if (meaning.kind === "method") {
    methodSite(c, node, meaning.member);
    return;
  }
  const member = meaning.kind === "value" ? meaning.member : undefined;
  if (!member) {
    if (meaning.kind === "value") reference(c, node, range, undefined, text);
    nameSite(c, text, range, meaning);
    return;
  }
  if (member.kind === "prop") {
    const attribute = member.owner.type.attributes?.[member.name];
    if (attribute !== undefined)
      reference(c, node.object, range, attribute === "Ref" ? undefined : attribute, text, true);
    else reference(c, node, range, undefined, text);
  } else c.sites.push({ role: "member", range, text, fqn: member.owner.fqn, name: member.name });
}

/** `software.amazon.awscdk.services.iam` is one module, not five. */
const textOfDotted = (node: Node): string =>
  node.kind === "member"
    ? `${textOfDotted(node.object)}.${node.name}`
    : node.kind === "name"
      ? node.name
      : "";

function methodSite(c: Collector, node: Node & { kind: "member" }, member: Member): void {
  const resource = c.instances.resourceOf(node.object);
  c.sites.push({
    role: "method",
    range: node.nameRange,
    text: node.name,
    fqn: member.owner.fqn,
    name: member.name,
    resource,
  });
}

function reference(
  c: Collector,
  node: Node,
  range: Range,
  attribute: string | undefined,
  text: string,
  isAttribute = false,
): void {
  const target = c.instances.resourceOf(node);
  if (target === undefined) return;
  const part = isAttribute ? "attribute" : "target";
  c.sites.push({ role: "reference", range, text, target, attribute, part, form: "variable" });
}

// ---------------------------------------------------------------- calls

function visitCall(c: Collector, node: CallNode, outside: Place): void {
  const callee = c.resolver.meaning(node.callee);
  const place = { ...outside, policy: policyOf(c, node, outside) ?? outside.policy };
  if (node.callee.kind === "name" && node.callee.name === "" && place.type !== undefined) {
    targetTyped(c, node, place);
    return;
  }
  switch (callee?.kind) {
    case "class":
    case "constructor":
      visitCallee(c, node);
      visitArguments(c, node, instancePlace(c, node, callee.fqn, place), callee.fqn, "constructor");
      return;
    case "method":
      visitCallee(c, node);
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
      visitMaker(c, node.callee.kind === "member" ? node.callee.object : node.callee, undefined);
      return;
    case "builderMethod":
      visitBuilder(c, node, callee, place);
      return;
    case "require":
      requireSite(c, node);
      return;
    default:
      visitOther(c, node, place);
      return;
  }
}

/** The statement that a call makes: a PolicyStatement, or a principal that a role trusts. */
function policyOf(c: Collector, node: CallNode, place: Place): PolicySpot | undefined {
  const made = c.resolver.meaning(node);
  const isStatement = made?.kind === "value" && made.type === "aws-cdk-lib.aws_iam.PolicyStatement";
  const found = c.instances.policyAt(node, place.call?.name, isStatement);
  if (found?.place.statement || node.callee.kind !== "member" || node.callee.object.kind !== "call")
    return found;
  return c.instances.policyAt(node.callee.object, undefined, false) ?? found;
}

/** C#'s `new() { ... }`. */
function targetTyped(c: Collector, node: CallNode, place: Place): void {
  const struct = place.type && structIn(c.resolver.names, place.type);
  if (struct) visitArguments(c, node, place, struct, "constructor");
  else visitOther(c, node, place);
}

function visitCallee(c: Collector, node: CallNode): void {
  visitMaker(c, node.callee, c.instances.resourceOf(node));
}

/** The class of a construct, at the place where one is made. */
function visitMaker(c: Collector, node: Node, resource: string | undefined): void {
  const before = c.sites.length;
  visit(c, node, nowhere);
  const last = c.sites.length > before ? c.sites[c.sites.length - 1] : undefined;
  const makes = last?.role === "construct" && c.resolver.names.type(last.fqn)?.type.cfn !== undefined;
  if (makes && resource !== undefined) c.sites[c.sites.length - 1] = { ...last, resource };
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

/** A call into other code; Go's `jsii.String(x)` hands on what it gets. */
function visitOther(c: Collector, node: CallNode, place: Place): void {
  visit(c, node.callee, nowhere);
  const passes = isWrapper(node);
  for (const { value } of node.arguments)
    visit(
      c,
      value,
      passes ? { ...place, type: passes === "list" ? elementType(place.type) : place.type } : nowhere,
    );
  visit(c, node.initialiser, place);
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
    const inner = { ...place, type, prop: undefined, call: { fqn, name, index } };
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
  const inner = { ...place, type: parameter?.[1], prop: undefined, call: undefined };
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
  else
    visitMaker(
      c,
      object.kind === "member" && object.name === "Builder" ? object.object : object,
      inner.resource,
    );
  if (callee.prop) {
    propSite(c, callee.prop, name, nameRange, node.arguments[0]?.value, inner);
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

// ---------------------------------------------------------------- props

function propSite(
  c: Collector,
  prop: Member,
  text: string,
  range: Range,
  value: Node | undefined,
  place: Place,
): void {
  const path = [...place.path, prop.name];
  const { construct, resource } = place;
  const lowered = value && c.instances.valueOf(value);
  c.sites.push({
    role: "prop",
    range,
    text,
    fqn: prop.owner.fqn,
    name: prop.name,
    path,
    construct,
    resource,
    value: lowered,
  });
  const inner = {
    ...place,
    path,
    type: prop.type,
    prop: { fqn: prop.owner.fqn, name: prop.name },
    call: undefined,
  };
  if (prop.name === "conditions") conditions(c, value, inner);
  else visit(c, value, inner);
}

/** What a statement's or a principal's conditions are, in the policy's own terms. */
function conditions(c: Collector, node: Node | undefined, place: Place): void {
  if (!node) return;
  const policy = place.policy?.place.statement ? place.policy : c.instances.conditionsAlone(node);
  const value = node.kind === "name" ? c.resolver.binding(node)?.value : undefined;
  const written = value?.kind === "map" && !c.visited.has(value) ? value : node;
  if (written !== node) {
    c.visited.add(written);
    visit(c, node, nowhere);
  }
  policySites(written, stepInto(policy, "Condition"), c.instances, c.sites, (other) => {
    visit(c, other, { ...nowhere, prop: place.prop });
  });
}

/** The struct that an object literal stands for; in scripts also an interface (`{ managedPolicyArn: ... }`). */
function objectIn(c: Collector, type: string): string | undefined {
  const struct = structIn(c.resolver.names, type);
  if (struct !== undefined || !/script$/.test(c.resolver.language)) return struct;
  return alternatives(type).find((part) => c.resolver.names.type(part)?.type.kind === "interface");
}

const isStatementJson = ({ call }: Place): boolean =>
  call?.name === "fromJson" && call.fqn.endsWith(".PolicyStatement");

function visitMap(c: Collector, node: MapNode, place: Place): void {
  const struct = place.type === undefined ? undefined : objectIn(c, place.type);
  const policy =
    struct === undefined ? c.instances.policyAt(node, place.call?.name, isStatementJson(place)) : undefined;
  if (policy) {
    policySites(node, policy, c.instances, c.sites, (other) => {
      visit(c, other, nowhere);
    });
    return;
  }
  for (const spread of node.spreads) visit(c, spread, place);
  const element = elementType(place.type);
  for (const entry of node.entries)
    visitEntry(c, entry, struct, { ...place, type: element ?? (struct ? undefined : place.type) }, place);
}

function visitEntry(
  c: Collector,
  entry: Entry,
  struct: string | undefined,
  inner: Place,
  place: Place,
): void {
  const { names, language } = c.resolver;
  const { key, keyNode, value } = entry;
  const prop = struct === undefined || key === undefined ? undefined : names.member(struct, key, language);
  if (prop?.kind === "prop") {
    propSite(c, prop, key ?? "", keyNode.range, value, place);
    return;
  }
  if (keyNode.kind !== "name") visit(c, keyNode, { ...nowhere, prop: place.prop });
  visit(c, value, inner);
}

// ---------------------------------------------------------------- strings

/** An IAM action, an ARN, a service principal, a condition key: what means something wherever it stands. */
const IDENTITY =
  /^(arn:[\w-]*:|[a-z0-9-]+:[A-Z*][\w*?]*$|[\w.-]+\.amazonaws\.com(\.cn)?$|(aws|[a-z0-9-]+):[A-Za-z]+(\/\S*)?$)|\.amazonaws\.com/;

function visitString(c: Collector, node: StringNode, place: Place): void {
  const text = textOf(node);
  const isIdentity = IDENTITY.test(text);
  const known = place.prop !== undefined || (place.call !== undefined && place.call.index !== undefined);
  const policy = policyInText(node);
  if (policy) {
    visit(c, policy, { ...nowhere, construct: place.construct });
    return;
  }
  const before = c.sites.length;
  if (!isIdentity) for (const part of node.parts) if (part.kind !== "text") visit(c, part, nowhere);
  if (text === "" || !(isIdentity || known) || c.sites.length > before) return;
  const { prop, call } = place;
  c.sites.push({ role: "literal", range: node.range, text, prop, call, place: place.policy?.place });
}
