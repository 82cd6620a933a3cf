import type { PolicyPlace } from "../../types.ts";
import { type PolicySpot, stepInto } from "../model/iam/places.ts";
import type { CallNode, Node } from "../syntax.ts";
import { type Collector, nowhere, type Place } from "./collector.ts";
import { policySites } from "./policy.ts";
import { visit } from "./visit.ts";

const STATEMENT = "aws-cdk-lib.aws_iam.PolicyStatement";

/** The statement that a call makes: a PolicyStatement, or a principal that a role trusts. */
export function policyOf(c: Collector, node: CallNode, place: Place): PolicySpot | undefined {
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

/** The statement that something of the IAM module is part of. */
export const placeIn = (policy: PolicySpot | undefined, fqn: string): PolicyPlace | undefined =>
  fqn.startsWith("aws-cdk-lib.aws_iam.") ? policy?.place : undefined;

/** Tells a map that is a policy, or a statement of one, as such. */
export function visitPolicy(c: Collector, node: Node, place: Place): boolean {
  const policy = c.instances.policyAt(node, place.call?.name, isStatementJson(place));
  if (policy) policySites({ ...c, other: (inner) => visit(c, inner, nowhere) }, node, policy);
  return policy !== undefined;
}

const isStatementJson = ({ call }: Place): boolean =>
  call?.name === "fromJson" && call.fqn.endsWith(".PolicyStatement");

/** What a statement's or a principal's conditions are, in the policy's own terms. */
export function conditions(c: Collector, node: Node | undefined, place: Place): void {
  if (!node) return;
  const policy = place.policy?.place.statement ? place.policy : c.instances.conditionsAlone(node);
  const value = node.kind === "name" ? c.resolver.value(node) : undefined;
  const written = value?.kind === "map" && !c.visited.has(value) ? value : node;
  if (written !== node) {
    c.visited.add(written);
    visit(c, node, nowhere);
  }
  const other = (inner: Node): void => visit(c, inner, { ...nowhere, prop: place.prop });
  policySites({ ...c, other }, written, stepInto(policy, "Condition"));
}
