import { isGrant } from "../foreign.ts";
import { elementType } from "../signatures.ts";
import type { CallNode, FunctionNode, LocalType, Node, Parameter } from "../syntax.ts";
import { type Collector, nowhere, type Place } from "./collector.ts";
import { expected, itemPlace } from "./expected.ts";
import { visit } from "./visit.ts";

/** A call of a function of the file itself: its parameters say what must be given, `place` what it must give. */
export function visitFunction(
  c: Collector,
  node: CallNode,
  { parameters, gives }: FunctionNode,
  place: Place,
): void {
  visit(c, node.callee, nowhere);
  localArguments(c, node, parameters);
  if (place.type?.includes(".")) for (const give of gives) followOnce(c, give, place);
}

export function localArguments(c: Collector, node: CallNode, parameters: readonly Parameter[]): void {
  node.arguments.forEach(({ name, value }, i) => {
    visit(c, value, argumentPlace(c, parameters, name, i));
  });
}

function argumentPlace(
  c: Collector,
  parameters: readonly Parameter[],
  name: string | undefined,
  index: number,
): Place {
  const last = parameters.at(-1);
  const found = name === undefined ? parameters[index] : parameters.find((one) => one.name === name);
  if (!found && last?.rest && name === undefined) return restPlace(c, last);
  return found?.rest ? restPlace(c, found) : expected(c, found?.type);
}

/** TypeScript declares the list, Python the item. */
const restPlace = (c: Collector, { type }: Parameter): Place =>
  type?.kind === "list" ? itemPlace(expected(c, type)) : expected(c, type);

/** What the constructor of a class of the file takes: its own, or that of the nearest one it extends. */
export function initOfLocal(c: Collector, type: LocalType, depth = 0): readonly Parameter[] | undefined {
  if (type.init || depth > 8) return type.init;
  const [base] = type.bases;
  const meaning = base && c.resolver.meaning(base);
  return meaning?.kind === "localClass" ? initOfLocal(c, meaning.type, depth + 1) : undefined;
}

/** What is looked at a second time, since only its use tells what it is. */
export function followOnce(c: Collector, node: Node, place: Place): void {
  if (c.visited.has(node)) return;
  c.visited.add(node);
  visit(c, node, place);
}

const GRANTEE = "aws-cdk-lib.aws_iam.IGrantable";

/** `policies.push({...})`: what a list of known items is given; `bucket.grantRead(...)`: whom a grant is for. */
export function givenPlace(c: Collector, { callee }: CallNode): Place | undefined {
  if (callee.kind !== "member") return undefined;
  if (isGrant(callee.name) && c.resolver.meaning(callee)) return { ...nowhere, type: GRANTEE };
  if (!/^(push|unshift|append|add|insert)$/i.test(callee.name)) return undefined;
  const list = c.resolver.meaning(callee.object);
  const type = list?.kind === "value" ? elementType(list.type) : undefined;
  return type === undefined ? undefined : { ...nowhere, type };
}

/** `names.map((name) => ({...}))`: what the function gives are the items of the list. */
export function visitMapped(c: Collector, { callee, arguments: given }: CallNode, place: Place): void {
  const [first] = given;
  if (callee.kind !== "member" || !/^(map|flatMap)$/.test(callee.name)) return;
  if (first?.value?.kind !== "function" || place.type === undefined) return;
  for (const give of first.value.gives) followOnce(c, give, give.kind === "list" ? place : itemPlace(place));
}
