import type { MapEntry, MapValue, Range, Value } from "../../types.ts";
import { isWrapper, pairsIn, spreadOf, wrappedIn, textOf as writtenText } from "../pieces.ts";
import { givenBy } from "../resolve/functions.ts";
import type { InstanceIndex } from "../resolve/instances.ts";
import type { Resolver } from "../resolve/meaning.ts";
import type { CallNode, MapNode, Node, StringNode } from "../syntax.ts";
import type { Additions } from "./additions.ts";
import { entry, getAtt, intrinsic, join, list, map, partitionArn, ref, scalar, unknown } from "./build.ts";
import type { Calls } from "./calls.ts";
import { cfnName, cfnNameOf } from "./cfnNames.ts";
import { type Fields, fieldsOf } from "./fields.ts";
import type { Overrides } from "./overrides.ts";
import { lowerDocument, lowerStatement } from "./statement.ts";

/** What lowering works with. */
export interface Lowering {
  readonly text: string;
  readonly resolver: Resolver;
  readonly instances: InstanceIndex;
  readonly calls: Calls;
  readonly additions: Additions;
  readonly overrides: Overrides;
  /** Expressions being lowered, so that a variable that leads to itself ends. */
  depth: number;
  /** Expressions lowered for one value, so that variables made of each other twice don't double it each time. */
  work: number;
}

const DEEPEST = 40;
const MOST_WORK = 5000;

/** One step further in; false where it goes too deep or on for too long. */
export function enter(l: Lowering): boolean {
  if (l.depth === 0) l.work = 0;
  if (l.depth > DEEPEST || l.work > MOST_WORK) return false;
  l.depth++;
  l.work++;
  return true;
}

export const sourceOf = (l: Lowering, node: Node): Value =>
  unknown(l.text.slice(node.range.start, Math.min(node.range.end, node.range.start + 200)), node.range);

/** What says to whoever reads a map that more may be in it: CloudFormation's own key for that. */
export const openEntry = (l: Lowering, node: Node): MapEntry =>
  entry("Fn::Transform", sourceOf(l, node), node.range);

/** What an expression is in CloudFormation's shape; `unknown` with its text where it isn't followed. */
export function lower(l: Lowering, node: Node): Value {
  if (!enter(l)) return sourceOf(l, node);
  const value = lowerNode(l, node);
  l.depth--;
  return value;
}

function lowerNode(l: Lowering, node: Node): Value {
  switch (node.kind) {
    case "string":
      return lowerString(l, node);
    case "number":
    case "constant":
      return scalar(node.value, node.range);
    case "list":
      return list(
        node.items.flatMap((item) => lowerItem(l, item)),
        node.range,
      );
    case "map":
      return lowerMap(l, node);
    case "name":
    case "member":
      return lowerName(l, node);
    case "call":
      return lowerCall(l, node);
    case "operation":
      return lowerOperation(l, node);
    default:
      return sourceOf(l, node);
  }
}

function lowerItem(l: Lowering, item: Node): readonly Value[] {
  const spread = spreadOf(item);
  const value = spread && lower(l, spread);
  return value?.kind === "list" ? value.items : [value ?? lower(l, item)];
}

function lowerString(l: Lowering, node: StringNode): Value {
  const parts = node.parts.map((part) =>
    part.kind === "text" ? scalar(part.text, part.range) : lower(l, part),
  );
  return parts.every((part) => part.kind === "scalar")
    ? scalar(
        parts.map((part) => (part.kind === "scalar" ? String(part.value ?? "") : "")).join(""),
        node.range,
      )
    : join(parts, node.range);
}

/** Keys stay as written: this is data, not props. */
function lowerMap(l: Lowering, node: MapNode): Value {
  const entries = node.entries.map(({ key, keyNode, value }) =>
    entry(key ?? keyOf(l, keyNode), value && lower(l, value), keyNode.range),
  );
  return map([...entries, ...node.spreads.map((part) => openEntry(l, part))], node.range);
}

/** The text of a key that is made of others; `${...}` stands for what isn't known of it. */
function keyOf(l: Lowering, node: Node): string {
  const value = lower(l, node);
  if (value.kind === "scalar") return String(value.value);
  if (node.kind === "string") return writtenText(node);
  if (node.kind === "operation" && node.operator === "+")
    return node.operands.map((operand) => keyOf(l, operand)).join("");
  return `\${${l.text.slice(node.range.start, node.range.end).replace(/\s+/g, " ")}}`;
}

export const textOf = (value: Value | undefined): string | undefined =>
  value?.kind === "scalar" && typeof value.value === "string" ? value.value : undefined;

function lowerOperation(l: Lowering, node: Node & { kind: "operation" }): Value {
  const [first] = node.operands;
  if (node.operator === "as" && first) return lower(l, first);
  if (node.operator === "-" && node.operands.length === 1 && first?.kind === "number")
    return scalar(-first.value, node.range);
  if (node.operator === "!" && first?.kind === "constant") return scalar(!first.value, node.range);
  if (node.operator !== "+") return sourceOf(l, node);
  const parts = node.operands.map((operand) => lower(l, operand));
  if (!parts.some((part) => part.kind === "scalar" && typeof part.value === "string"))
    return sourceOf(l, node);
  const isText = parts.every((part) => part.kind === "scalar");
  return isText
    ? scalar(parts.map((part) => (part.kind === "scalar" ? String(part.value) : "")).join(""), node.range)
    : join(parts, node.range);
}

// ---------------------------------------------------------------- names

const PSEUDO: Readonly<Record<string, string>> = {
  "Aws.ACCOUNT_ID": "AWS::AccountId",
  "Aws.REGION": "AWS::Region",
  "Aws.PARTITION": "AWS::Partition",
  "Aws.STACK_ID": "AWS::StackId",
  "Aws.STACK_NAME": "AWS::StackName",
  "Aws.URL_SUFFIX": "AWS::URLSuffix",
  "Aws.NO_VALUE": "AWS::NoValue",
  "Stack.account": "AWS::AccountId",
  "Stack.region": "AWS::Region",
  "Stack.partition": "AWS::Partition",
  "Stack.stackId": "AWS::StackId",
  "Stack.stackName": "AWS::StackName",
  "Stack.urlSuffix": "AWS::URLSuffix",
};

function lowerName(l: Lowering, node: Node & { kind: "name" | "member" }): Value {
  const meaning = l.resolver.meaning(node);
  const member = meaning?.kind === "value" ? meaning.member : undefined;
  if (member && node.kind === "member") {
    const pseudo = PSEUDO[`${member.owner.fqn.replace("aws-cdk-lib.", "")}.${member.name}`];
    if (pseudo !== undefined) return ref(pseudo, node.range);
    if (member.kind === "enum" || member.kind === "static") return scalar(member.name, node.nameRange);
    const read = attributeOf(l, node.object, member.owner.type.attributes?.[member.name], node.range);
    if (read) return read;
  }
  const instance = l.instances.find(node);
  if (instance) return ref(instance.id, node.range);
  const binding = l.resolver.binding(node);
  const value = l.resolver.value(node) ?? (binding?.item ? binding.value : undefined);
  return value ? lower(l, value) : sourceOf(l, node);
}

function attributeOf(
  l: Lowering,
  object: Node,
  attribute: string | undefined,
  range: Range,
): Value | undefined {
  const instance = attribute === undefined ? undefined : l.instances.find(object);
  if (!instance || attribute === undefined) return undefined;
  return attribute === "Ref" ? ref(instance.id, range) : getAtt(instance.id, attribute, range);
}

// ---------------------------------------------------------------- calls

function lowerCall(l: Lowering, node: CallNode): Value {
  const wrapper = isWrapper(node);
  if (wrapper) return lowerWrapper(l, node, wrapper);
  const instance = l.instances.find(node);
  if (instance) return ref(instance.id, node.range);
  const given = dataFrom(l, node);
  if (given) return lower(l, given);
  const callee = l.resolver.meaning(node.callee);
  if (callee?.kind === "value" && node.arguments.length === 0) return lower(l, node.callee);
  if (callee?.kind === "method") return lowerMethod(l, node, callee.member.owner.fqn, callee.member.name);
  const made = l.resolver.meaning(node);
  const fqn = made?.kind === "value" ? made.type : undefined;
  if (fqn?.endsWith(".PolicyDocument")) return lowerDocument(l, node);
  if (fqn?.endsWith(".PolicyStatement")) return lowerStatement(l, node);
  if (fqn !== undefined && l.resolver.names.type(fqn)?.type.kind === "struct")
    return lowerStruct(l, node, fqn);
  if (!callee && node.initialiser) return lower(l, node.initialiser);
  return sourceOf(l, node);
}

function lowerWrapper(l: Lowering, node: CallNode, wrapper: "value" | "list" | "map"): Value {
  const values = wrappedIn(node);
  const [first] = values;
  if (wrapper === "value") return first ? lower(l, first) : sourceOf(l, node);
  if (wrapper === "list")
    return list(
      values.map((value) => lower(l, value)),
      node.range,
    );
  return map(
    pairsIn(node).map(([key, value]) => entryOf(l, key, value)),
    node.range,
  );
}

function entryOf(l: Lowering, key: Node, value: Node | undefined): MapEntry {
  return entry(keyOf(l, key), value && lower(l, value), key.range);
}

/** A struct by its props' CloudFormation names, as the generated (L1) classes have them. */
export function lowerStruct(l: Lowering, node: Node, fqn: string): Value {
  return lowerFields(l, fieldsOf(l.resolver, node, fqn), node.range);
}

export function lowerFields(l: Lowering, fields: Fields, range: Range): MapValue {
  return map(
    [...fields.values()].map(({ prop, keyRange, node: value }) =>
      entry(cfnNameOf(prop), value && lowerTyped(l, value, prop.type), keyRange),
    ),
    range,
  );
}

/** A value of a generated class's prop: nested structs by their CloudFormation names, the rest as it stands. */
export function lowerTyped(l: Lowering, node: Node, type: string): Value {
  const followed = follow(l, node);
  const struct = type.split("|").find((part) => l.resolver.names.type(part)?.type.kind === "struct");
  if (
    struct !== undefined &&
    (followed.kind === "map" || followed.kind === "call") &&
    !l.instances.find(node)
  )
    return lowerStruct(l, followed, struct);
  const element = /(\[\]|\{\})$/.test(type) ? type.slice(0, -2).replace(/^\((.*)\)$/, "$1") : undefined;
  if (element?.includes(".")) return lowerElements(l, followed, element);
  return lower(l, node);
}

function lowerElements(l: Lowering, node: Node, element: string): Value {
  if (node.kind === "list")
    return list(
      node.items.map((item) => lowerTyped(l, item, element)),
      node.range,
    );
  if (node.kind === "call" && isWrapper(node) === "list")
    return list(
      wrappedIn(node).map((value) => lowerTyped(l, value, element)),
      node.range,
    );
  if (node.kind !== "map") return lower(l, node);
  return map(
    node.entries.flatMap(({ key, keyNode, value }) =>
      key === undefined ? [] : [entry(key, value && lowerTyped(l, value, element), keyNode.range)],
    ),
    node.range,
  );
}

/** What a function of the file gives; not what it makes, since each call makes another. */
function dataFrom(l: Lowering, node: CallNode): Node | undefined {
  const given = givenBy(l.resolver, node);
  return given && !l.instances.find(given) ? given : undefined;
}

/** Through variables, casts and Go's pointers to what is written. */
export function follow(l: Lowering, node: Node, depth = 0): Node {
  if (depth > DEEPEST) return node;
  if (node.kind === "operation" && node.operator === "as" && node.operands[0])
    return follow(l, node.operands[0], depth + 1);
  if (node.kind === "call" && isWrapper(node) === "value" && node.arguments[0]?.value)
    return follow(l, node.arguments[0].value, depth + 1);
  if (node.kind === "call" && node.initialiser && !l.resolver.meaning(node.callee)) return node.initialiser;
  const value = node.kind === "call" ? dataFrom(l, node) : l.resolver.value(node);
  return value ? follow(l, value, depth + 1) : node;
}

function lowerMethod(l: Lowering, node: CallNode, owner: string, name: string): Value {
  const args = node.arguments.flatMap(({ value }) => (value ? [value] : []));
  const [first] = args;
  const key = `${owner.slice(owner.lastIndexOf(".") + 1)}.${name}`;
  switch (key) {
    case "ManagedPolicy.fromAwsManagedPolicyName":
      return first ? awsManagedPolicy(l, first, node.range) : sourceOf(l, node);
    case "PolicyDocument.fromJson":
    case "PolicyStatement.fromJson":
      return first ? lower(l, first) : sourceOf(l, node);
    case "Fn.ref":
      return first ? intrinsic("Ref", lower(l, first), node.range) : sourceOf(l, node);
    case "Fn.importValue":
      return first ? intrinsic("Fn::ImportValue", lower(l, first), node.range) : sourceOf(l, node);
    case "Fn.join":
    case "Fn.select":
    case "Fn.getAtt":
    case "Fn.sub":
      return lowerFn(l, node, name, args);
    default:
      return imported(l, name, args) ?? sourceOf(l, node);
  }
}

function lowerFn(l: Lowering, node: CallNode, name: string, args: readonly Node[]): Value {
  const values = args.map((argument) => lower(l, argument));
  const argument = values.length === 1 && values[0] ? values[0] : list(values, node.range);
  return intrinsic(`Fn::${cfnName(name)}`, argument, node.range);
}

/** `fromRoleArn(this, "X", arn)` is the ARN; what is imported by name stays a text. */
function imported(l: Lowering, name: string, args: readonly Node[]): Value | undefined {
  if (!/^from\w*(Arn|Id)$/.test(name)) return undefined;
  const last = args.length >= 3 ? args[2] : args.length === 1 ? args[0] : undefined;
  return last && lower(l, last);
}

/** Names may leave out the path: `service-role/AWSLambdaBasicExecutionRole`. */
function awsManagedPolicy(l: Lowering, node: Node, range: Range): Value {
  const name = textOf(lower(l, node));
  return name === undefined
    ? sourceOf(l, node)
    : partitionArn(`:iam::aws:policy/${name}`, lower(l, node).range ?? range);
}
