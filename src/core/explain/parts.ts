import type { Model, Part, Term } from "../types.ts";

/**
 * The parts of the knowledge that explaining a term reads, so that they can be read together.
 * Every reading of a policy may name a service or a managed policy, and every caution a property.
 */
export function partsFor(term: Term, model: Model): readonly Part[] {
  switch (term.kind) {
    case "resourceType":
    case "property":
    case "value":
    case "reference":
    case "logicalId":
      return ["authored", typePart(term.type), ...policyParts];
    case "action":
      return ["authored", ...policyParts, ...actionParts(term.action)];
    case "managedPolicy":
      return ["managed-policies"];
    case "construct":
    case "prop":
    case "enumMember":
    case "method":
      return ["authored", ...policyParts, cdkPart(term.fqn), ...resourceParts(term, model)];
    case "module":
    case "word":
      return [];
    default:
      return ["authored", ...policyParts];
  }
}

/** Reading a policy counts what its wildcards cover and tells reading from writing. */
const policyParts: readonly Part[] = ["keys", "principals", "all-actions"];

const typePart = (type: string): Part => `types-${type.split("::")[1] ?? ""}`;

const cdkPart = (fqn: string): Part => `cdk-${fqn.split(".")[1] ?? ""}`;

const actionParts = (action: string): Part[] => [
  `actions-${action.split(":")[0]?.toLowerCase()}`,
  "all-actions",
];

function resourceParts(term: Term, model: Model): Part[] {
  const id = "resource" in term ? term.resource : undefined;
  const type = id === undefined ? undefined : model.resources.get(id)?.type;
  return type === undefined ? [] : [typePart(type)];
}

/** What reading a whole file needs: the types that it declares, and the policy language. */
export function partsForFile(model: Model): readonly Part[] {
  const types = new Set([...model.resources.values()].map(({ type }) => typePart(type)));
  return ["authored", ...policyParts, ...types];
}
