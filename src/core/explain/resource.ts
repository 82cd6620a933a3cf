import { readResource, summarise } from "../read/index.ts";
import { code, fromMarked, say } from "../text.ts";
import type { Concept, Explanation, FactLine, ResourceTypeFact, Rich } from "../types.ts";
import {
  authored,
  type ExplainContext,
  explanation,
  fact,
  link,
  listed,
  pageOf,
  type TermOf,
} from "./context.ts";
import { referrersOf } from "./referrers.ts";

export function explainResourceType(
  term: TermOf<"resourceType">,
  c: ExplainContext,
): Explanation | undefined {
  const type = c.facts.resourceType(term.type);
  const concept = c.names.conceptOf(term.type);
  if (!type && !concept) return undefined;
  const resource = term.resource === undefined ? undefined : c.model.resources.get(term.resource);
  return explanation(term, {
    title: concept?.title ?? shortName(term.type),
    about: term.type,
    meaning: fromMarked(concept?.summary ?? type?.doc ?? ""),
    reading: resource ? readResource(resource, c) : [],
    facts: type ? typeFacts(type) : [],
    cautions: term.resource === undefined ? [] : c.findingsOf(term.resource),
    concepts: [concept],
    links: [link(term.type, type?.url) ?? pageOf(concept)],
  });
}

export function typeFacts(type: ResourceTypeFact): (FactLine | undefined)[] {
  return [
    fact("Ref", type.ref === undefined ? undefined : fromMarked(type.ref)),
    fact("New resource when you change", listed(type.replacedBy, 6)),
    fact(
      "GetAtt",
      listed(
        type.attributes.map((attribute) => attribute.name),
        6,
      ),
    ),
  ];
}

export function explainLogicalId(term: TermOf<"logicalId">, c: ExplainContext): Explanation | undefined {
  const resource = c.model.resources.get(term.id);
  const concept = c.names.conceptOf(term.type);
  const type = c.facts.resourceType(term.type);
  if (!resource || (!type && !concept)) return undefined;
  const [first, ...rest] = readResource(resource, c);
  return explanation(term, {
    title: term.id,
    about: term.type,
    meaning: first ?? fromMarked(concept?.summary ?? type?.doc ?? ""),
    reading: rest,
    facts: [
      fact("Is", say`${concept?.title ?? shortName(term.type)}`),
      fact("Used by", listed(referrersOf(term.id, c.model), 6)),
    ],
    cautions: c.findingsOf(term.id),
    concepts: [concept],
    links: [link(term.type, type?.url) ?? pageOf(concept)],
  });
}

/** `!Ref Pool`, `!GetAtt Pool.Arn`, `${Pool}`: what arrives where it is written, and what it leads to. */
export function explainReference(term: TermOf<"reference">, c: ExplainContext): Explanation | undefined {
  const resource = c.model.resources.get(term.target);
  const type = c.facts.resourceType(term.type);
  const concept = c.names.conceptOf(term.type);
  const kind = concept?.title ?? shortName(term.type);
  return explanation(term, {
    title: term.attribute === undefined ? term.target : `${term.target}.${term.attribute}`,
    about: term.attribute === undefined ? term.type : `${term.type}.${term.attribute}`,
    meaning: isVariable(term) ? say`${kind} declared in this file.` : whatArrives(term, type, c),
    reading: resource ? [summarise(resource, c)].filter((words) => words.length > 0) : [],
    facts: isVariable(term) ? [] : [fact("Leads to", say`${kind} ${code(term.target)}`)],
    concepts: [concept],
    links: [link(term.type, type?.url) ?? pageOf(concept)],
  });
}

/** `pool` itself: a variable of CDK source, of which nothing is read. */
const isVariable = ({ form, attribute }: TermOf<"reference">): boolean =>
  form === "variable" && attribute === undefined;

function whatArrives(term: TermOf<"reference">, type: ResourceTypeFact | undefined, c: ExplainContext): Rich {
  const { form, attribute } = term;
  if (form === "DependsOn" || form === "Condition") return authored(c.facts.resourceAttribute(form)) ?? [];
  if (attribute === undefined) {
    return type?.ref === undefined
      ? say`A reference to ${code(term.target)}.`
      : say`Gives ${fromMarked(type.ref)}.`;
  }
  const known = type?.attributes.find(({ name }) => name === attribute);
  if (known)
    return known.doc === "" ? say`Gives ${code(attribute)} of ${code(term.target)}.` : fromMarked(known.doc);
  const names = listed(type?.attributes.map(({ name }) => name) ?? [], 8);
  return type && names
    ? say`${code(term.type)} has no attribute ${code(attribute)}; it has ${names}.`
    : say`The attribute ${code(attribute)} of ${code(term.target)}.`;
}

export function explainResourceAttribute(
  term: TermOf<"resourceAttribute">,
  c: ExplainContext,
): Explanation | undefined {
  const text = c.facts.resourceAttribute(term.name);
  if (!text) return undefined;
  const ofSam = term.owner.type.startsWith("AWS::Serverless::");
  return explanation(term, {
    title: term.name,
    about: ofSam ? `${term.owner.type}.${term.name}` : term.name,
    meaning: fromMarked(text.text),
    links: [link("AWS documentation", text.source)],
    concepts: [ofSam ? samPage(term.name, c) : c.names.conceptOf(term.owner.type)],
    schemaOnly: !ofSam,
  });
}

/** What SAM's words for roles and the like stand for; the others are of authorizers. */
const SAM_PAGES: Readonly<Record<string, string>> = {
  AssumeRolePolicyDocument: "iam/trust-policy",
  PermissionsBoundary: "iam/permissions-boundary",
  Policies: "iam/service-role",
  Role: "iam/service-role",
  Connectors: "iam/service-role",
  "Events.Trigger": "cognito/lambda-triggers",
  "Events.UserPool": "cognito/lambda-triggers",
  "FunctionUrlConfig.AuthType": "iam/resource-policy",
};

const samPage = (name: string, { names }: ExplainContext): Concept | undefined =>
  names.concept(SAM_PAGES[name] ?? "cognito/api-authorizers");

/** `AWS::IAM::RolePolicy` without its vendor. */
export const shortName = (type: string): string => type.split("::").slice(1).join(" ");
