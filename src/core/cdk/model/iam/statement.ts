import type { ListValue, MapEntry, MapValue, Range, Value } from "../../../types.ts";
import { argumentsOf } from "../../pieces.ts";
import type { CallNode, Node } from "../../syntax.ts";
import { entry, list, map, mapOf, oneOrMany, scalar } from "../build.ts";
import type { Field } from "../fields.ts";
import { givenTo } from "../fields.ts";
import { follow } from "../lower/follow.ts";
import { lower } from "../lower/lower.ts";
import { enter, type Lowering, openEntry, sourceOf } from "../lower/lowering.ts";
import { itemsIn } from "../props.ts";
import { type Principal, principalsOf } from "./principal.ts";
import { mergeConditions, principalElement } from "./principalElement.ts";

const MODULE = "aws-cdk-lib.aws_iam.";

/** A key of a statement: where it is said, and the values that props and later calls give it. */
interface Part {
  keyRange: Range;
  readonly values: Value[];
}

/** `new PolicyStatement({...})`, with what its variable's methods add later. */
export function lowerStatement(l: Lowering, node: Node): Value {
  if (!enter(l)) return sourceOf(l, node);
  const statement = statementFrom(l, node);
  l.depth--;
  return statement;
}

function statementFrom(l: Lowering, node: Node): Value {
  const made = follow(l, node);
  if (made.kind !== "call") return made.kind === "map" ? lower(l, made) : sourceOf(l, node);
  const callee = l.resolver.meaning(made.callee);
  if (callee?.kind === "method" && callee.member.kind === "staticMethod") return lower(l, made);
  const maker = l.calls.origin(made);
  return maker.kind === "call" ? statementOf(l, maker) : sourceOf(l, node);
}

const ELEMENTS: readonly (readonly [prop: string, element: string, method: string])[] = [
  ["sid", "Sid", ""],
  ["effect", "Effect", ""],
  ["actions", "Action", "addActions"],
  ["notActions", "NotAction", "addNotActions"],
  ["resources", "Resource", "addResources"],
  ["notResources", "NotResource", "addNotResources"],
];

function statementOf(l: Lowering, node: CallNode): MapValue {
  const { fields, open } = givenTo(l.resolver, node, `${MODULE}PolicyStatement`);
  const entries: MapEntry[] = [];
  for (const [prop, element, method] of ELEMENTS) {
    const value = elementValue(l, node, fields.get(prop), element, method);
    const keyRange = fields.get(prop)?.keyRange ?? node.range;
    if (value || fields.has(prop)) entries.push(entry(element, value, keyRange));
  }
  if (!fields.has("effect")) entries.push(entry("Effect", scalar("Allow", node.range), node.range));
  return map(
    [
      ...entries,
      ...principalEntries(l, node, fields),
      ...conditionEntries(l, node, fields),
      ...open.map((part) => openEntry(l, part)),
    ],
    node.range,
  );
}

function elementValue(
  l: Lowering,
  node: CallNode,
  field: Field | undefined,
  element: string,
  method: string,
): Value | undefined {
  if (method === "") return field?.node && lower(l, field.node);
  const part: Part = { keyRange: field?.keyRange ?? node.range, values: [] };
  if (field?.node) part.values.push(...itemsOf(lower(l, field.node)));
  for (const call of l.calls.on(node, method))
    for (const { value } of call.arguments) if (value) part.values.push(...itemsOf(lower(l, value)));
  if (element === "Resource" && l.calls.on(node, "addAllResources").length > 0)
    part.values.push(scalar("*", node.range));
  return oneOrMany(part.values, field?.node?.range ?? node.range);
}

export const itemsOf = (value: Value): readonly Value[] => (value.kind === "list" ? value.items : [value]);

// ---------------------------------------------------------------- principals and conditions

type FieldMap = ReadonlyMap<string, Field>;

function principalEntries(l: Lowering, node: CallNode, fields: FieldMap): readonly MapEntry[] {
  const given = [...principalsIn(l, fields.get("principals")), ...addedPrincipals(l, node)];
  const not = principalsIn(l, fields.get("notPrincipals"));
  return [
    ...one(
      "Principal",
      principalElement(given, node.range),
      fields.get("principals")?.keyRange ?? node.range,
    ),
    ...one(
      "NotPrincipal",
      principalElement(not, node.range),
      fields.get("notPrincipals")?.keyRange ?? node.range,
    ),
  ];
}

const one = (key: string, value: Value | undefined, range: Range): readonly MapEntry[] =>
  value ? [entry(key, value, range)] : [];

function principalsIn(l: Lowering, field: Field | undefined): readonly Principal[] {
  if (!field?.node) return [];
  const items = itemsIn(l, field.node) ?? [field.node];
  return items.flatMap((item) => principalsOf(l, item));
}

const ADDERS: Readonly<Record<string, string>> = {
  addServicePrincipal: "Service",
  addFederatedPrincipal: "Federated",
  addCanonicalUserPrincipal: "CanonicalUser",
  addArnPrincipal: "AWS",
  addAwsAccountPrincipal: "AWS",
};

function addedPrincipals(l: Lowering, node: CallNode): readonly Principal[] {
  const simple = Object.entries(ADDERS).flatMap(([method, kind]) =>
    l.calls.on(node, method).flatMap((call): Principal[] => {
      const [first, second] = argumentsOf(call);
      const conditions = second && method === "addFederatedPrincipal" ? [lower(l, follow(l, second))] : [];
      return first ? [{ kind, value: lower(l, first), conditions, actions: [], range: call.range }] : [];
    }),
  );
  const any = l.calls.on(node, "addAnyPrincipal").map((call): Principal => {
    return { kind: "AWS", value: scalar("*", call.range), conditions: [], actions: [], range: call.range };
  });
  const given = l.calls
    .on(node, "addPrincipals")
    .flatMap((call) => argumentsOf(call).flatMap((item) => principalsOf(l, item)));
  return [...simple, ...any, ...given];
}

function conditionEntries(l: Lowering, node: CallNode, fields: FieldMap): readonly MapEntry[] {
  const field = fields.get("conditions");
  const principals = [...principalsIn(l, fields.get("principals")), ...addedPrincipals(l, node)];
  const given = field?.node ? [lower(l, follow(l, field.node))] : [];
  const added = l.calls.on(node, "addConditions").flatMap((call) =>
    argumentsOf(call)
      .slice(0, 1)
      .map((value) => lower(l, follow(l, value))),
  );
  const single = l.calls.on(node, "addCondition").flatMap((call) => singleCondition(l, call));
  const all = [...given, ...added, ...single, ...principals.flatMap(({ conditions }) => conditions)];
  return one("Condition", mergeConditions(all, node.range), field?.keyRange ?? node.range);
}

function singleCondition(l: Lowering, call: CallNode): readonly Value[] {
  const [operator, value] = argumentsOf(call);
  const name = operator && lower(l, operator);
  if (name?.kind !== "scalar" || !value) return [];
  return [mapOf({ [String(name.value)]: lower(l, follow(l, value)) }, call.range)];
}

// ---------------------------------------------------------------- documents

/** A PolicyDocument, its JSON, or the plain object that stands for one. */
export function lowerDocument(l: Lowering, node: Node): Value {
  const made = follow(l, node);
  if (made.kind !== "call") return lower(l, made);
  const callee = l.resolver.meaning(made.callee);
  if (callee?.kind === "method") return lower(l, made);
  const { fields } = givenTo(l.resolver, made, `${MODULE}PolicyDocument`);
  const statements = fields.get("statements");
  const added = l.calls
    .on(made, "addStatements")
    .flatMap((call) => argumentsOf(call).map((item) => lowerStatement(l, item)));
  return documentOf([...statementsIn(l, statements?.node), ...added], made.range, statements?.keyRange);
}

/** The statements of a list of them. */
export function statementsIn(l: Lowering, node: Node | undefined): readonly Value[] {
  const made = node && follow(l, node);
  if (!made) return [];
  const items = itemsIn(l, made);
  return items ? items.map((item) => lowerStatement(l, item)) : [sourceOf(l, made)];
}

/** CDK's documents are of the current version of the policy language. */
export function documentOf(statements: readonly Value[], range: Range, keyRange: Range = range): MapValue {
  const all: ListValue = list(statements, range);
  return map(
    [entry("Statement", all, keyRange), entry("Version", scalar("2012-10-17", range), range)],
    range,
  );
}
