import { type HeldStatement, statementsOf, summarise } from "../read/index.ts";
import type { OutlineRow, Resource } from "../types.ts";
import type { ExplainContext } from "./context.ts";

/** A resource of the file in one line, and below it the statements of its policies. */
export function outlineRow(resource: Resource, context: ExplainContext): OutlineRow {
  const concept = context.names.conceptOf(resource.type);
  return {
    id: resource.id,
    service: concept?.service ?? "other",
    type: resource.type,
    kind: concept?.title ?? resource.type,
    concept: concept?.id,
    summary: summarise(resource, context),
    range: resource.idRange,
    children: statementsOf(resource, context).map((statement) => statementRow(statement, resource, context)),
  };
}

function statementRow(
  { use, name, words, range }: HeldStatement,
  owner: Resource,
  context: ExplainContext,
): OutlineRow {
  const concept = context.names.concept(use === "trust" ? "iam/trust-policy" : "iam/policy-document");
  return {
    id: name ?? concept?.title ?? "",
    service: context.names.conceptOf(owner.type)?.service ?? "other",
    type: owner.type,
    kind: concept?.title ?? "",
    concept: concept?.id,
    summary: words,
    range,
    children: [],
  };
}
