/** The statements that a resource holds, each read out: what a list shows below it. */
import type { PolicyUse, Range, Resource, Rich, Value } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { capital } from "../phrase.ts";
import { sentences } from "../policy/document.ts";
import { parsePolicy } from "../policy/parse.ts";
import { known } from "../resolve.ts";
import { entry, items, property } from "../structure.ts";

export interface HeldStatement {
  readonly use: PolicyUse;
  /** Its `Sid`, or the name of its policy. */
  readonly name: string | undefined;
  readonly words: Rich;
  readonly range: Range;
}

/** Who may assume it first, then what it gives; empty for a resource without policies. */
export function statementsOf(resource: Resource, context: ReadContext): readonly HeldStatement[] {
  return policiesIn(resource).flatMap(({ use, name, document }) =>
    (parsePolicy(document, context)?.statements ?? []).map((statement) => ({
      use,
      name: known(entry(statement.node, "Sid"), context.model) ?? known(name, context.model),
      words: capital(sentences(statement, use, resource, context)[0] ?? []),
      range: statement.node.range,
    })),
  );
}

interface Held {
  readonly use: PolicyUse;
  readonly name?: Value | undefined;
  readonly document: Value | undefined;
}

/** Only policies of IAM, Identity Center and Organizations: a bucket's is not an identity resource's. */
function policiesIn(resource: Resource): readonly Held[] {
  const own = items(property(resource, "Policies")).flatMap(({ value }): Held[] =>
    value.kind === "map"
      ? [{ use: "identity", name: entry(value, "PolicyName"), document: entry(value, "PolicyDocument") }]
      : [],
  );
  const content: PolicyUse = isResourceControl(property(resource, "Type")) ? "rcp" : "scp";
  return [
    { use: "trust" as const, document: property(resource, "AssumeRolePolicyDocument") },
    ...own,
    { use: "identity" as const, document: property(resource, "PolicyDocument") },
    { use: "identity" as const, document: property(resource, "InlinePolicy") },
    {
      use: content,
      document: resource.type === "AWS::Organizations::Policy" ? property(resource, "Content") : undefined,
    },
  ].filter(({ document }) => document !== undefined);
}

const isResourceControl = (type: Value | undefined): boolean =>
  type?.kind === "scalar" && type.value === "RESOURCE_CONTROL_POLICY";
