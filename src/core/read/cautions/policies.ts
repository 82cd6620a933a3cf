/** Where policy documents stand in a resource, for checks that go over all of them. */
import type { PolicyUse, Resource, Value } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { type PolicyDocument, parsePolicy, type Statement } from "../policy/parse.ts";
import { policyUse } from "../resources/organizations.ts";
import { items, property, valueAt } from "../structure.ts";

export interface Placed {
  readonly use: PolicyUse;
  readonly policy: PolicyDocument;
}

const SINGLE = new Set([
  "AWS::IAM::Policy",
  "AWS::IAM::ManagedPolicy",
  "AWS::IAM::RolePolicy",
  "AWS::IAM::UserPolicy",
  "AWS::IAM::GroupPolicy",
]);

/** What checks are given: as for readings, with each resource's policies read once for all of them. */
export interface CheckContext extends ReadContext {
  policiesOf(resource: Resource): readonly Placed[];
}

export function checkContext(context: ReadContext): CheckContext {
  const kept = new Map<Resource, readonly Placed[]>();
  return {
    ...context,
    policiesOf(resource) {
      const placed = kept.get(resource) ?? readPolicies(resource, context);
      kept.set(resource, placed);
      return placed;
    },
  };
}

/** Every policy document of a resource that can be read. */
export const policiesIn = (resource: Resource, context: CheckContext): readonly Placed[] =>
  context.policiesOf(resource);

function readPolicies(resource: Resource, context: ReadContext): readonly Placed[] {
  return documents(resource, context).flatMap(([use, document]) => {
    const policy = parsePolicy(document, context);
    return policy ? [{ use, policy }] : [];
  });
}

function documents(resource: Resource, context: ReadContext): [PolicyUse, Value | undefined][] {
  if (resource.type === "AWS::Organizations::Policy")
    return [[policyUse(resource, context), property(resource, "Content")]];
  if (resource.type === "AWS::SSO::PermissionSet") return [["identity", property(resource, "InlinePolicy")]];
  if (SINGLE.has(resource.type)) return [["identity", property(resource, "PolicyDocument")]];
  if (resource.type.startsWith("AWS::Serverless::")) return serverless(resource);
  const trust: [PolicyUse, Value | undefined][] =
    resource.type === "AWS::IAM::Role" ? [["trust", property(resource, "AssumeRolePolicyDocument")]] : [];
  const inline = items(property(resource, "Policies")).map((item): [PolicyUse, Value | undefined] => [
    "identity",
    valueAt(item.value, "PolicyDocument"),
  ]);
  return [...trust, ...inline];
}

/** Statements that allow, of the given use. */
export const allowed = (resource: Resource, use: PolicyUse, context: CheckContext): Statement[] =>
  policiesIn(resource, context)
    .filter((placed) => placed.use === use)
    .flatMap((placed) => placed.policy.statements)
    .filter((statement) => statement.effect === "Allow");

/** SAM takes whole documents as items of `Policies`, beside names and templates of its own. */
function serverless(resource: Resource): [PolicyUse, Value | undefined][] {
  const own = items(property(resource, "Policies")).filter((item) => valueAt(item.value, "Statement"));
  return [
    ["trust", property(resource, "AssumeRolePolicyDocument")],
    ...own.map((item): [PolicyUse, Value] => ["identity", item.value]),
  ];
}
