import type { MapEntry, Range, Value } from "../../../types.ts";
import { argumentsOf, isWrapper, pairsIn, wrappedIn } from "../../pieces.ts";
import type { CallNode, Node } from "../../syntax.ts";
import { entry, intrinsic, list, map, partitionArn, ref } from "../build.ts";
import { cfnName } from "../cfnNames.ts";
import { lowerDocument, lowerStatement } from "../iam/statement.ts";
import { dataFrom } from "./follow.ts";
import { keyOf, lower, textOf } from "./lower.ts";
import { type Lowering, sourceOf } from "./lowering.ts";
import { lowerStruct } from "./structs.ts";

export function lowerCall(l: Lowering, node: CallNode): Value {
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

function lowerMethod(l: Lowering, node: CallNode, owner: string, name: string): Value {
  const args = argumentsOf(node);
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
