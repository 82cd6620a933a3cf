import type { Explanation, Term } from "../types.ts";
import { explainArn, explainManagedPolicy } from "./arn.ts";
import { explainConstruct, explainMember, explainProp } from "./cdk.ts";
import type { ExplainContext } from "./context.ts";
import {
  explainAction,
  explainConditionKey,
  explainConditionOperator,
  explainConditionValue,
  explainPolicyDocument,
  explainPolicyElement,
  explainPolicyValue,
  explainPolicyVariable,
} from "./policy.ts";
import { explainPrincipal, explainPrincipalKind } from "./principal.ts";
import { explainProperty, explainValue } from "./property.ts";
import {
  explainLogicalId,
  explainReference,
  explainResourceAttribute,
  explainResourceType,
} from "./resource.ts";
import { explainModule, explainSamPolicyTemplate, explainWord } from "./word.ts";

/** All that is said about a term; undefined where there is nothing to say. */
export function explain(term: Term, c: ExplainContext): Explanation | undefined {
  const said = sayOf(term, c);
  if (!said || !("place" in term) || !term.place?.owner) return said;
  const value = "value" in term ? term.value?.range.end : undefined;
  return withCautions(said, Math.max(said.range.end, value ?? 0), term.place.owner.id, c);
}

/** Inside a policy: what the resource is to be warned of at this very place, the value of a key included. */
function withCautions(said: Explanation, end: number, resource: string, c: ExplainContext): Explanation {
  const { start } = said.range;
  const here = c.findingsOf(resource).filter(({ range }) => range.start < end && range.end > start);
  return { ...said, cautions: [...said.cautions, ...here] };
}

function sayOf(term: Term, c: ExplainContext): Explanation | undefined {
  switch (term.kind) {
    case "resourceType":
      return explainResourceType(term, c);
    case "logicalId":
      return explainLogicalId(term, c);
    case "property":
      return explainProperty(term, c);
    case "value":
      return explainValue(term, c);
    case "resourceAttribute":
      return explainResourceAttribute(term, c);
    case "policyDocument":
      return explainPolicyDocument(term, c);
    case "reference":
      return explainReference(term, c);
    case "policyElement":
      return explainPolicyElement(term, c);
    case "policyValue":
      return explainPolicyValue(term, c);
    case "action":
      return explainAction(term, c);
    case "principalKind":
      return explainPrincipalKind(term, c);
    case "principal":
      return explainPrincipal(term, c);
    case "conditionOperator":
      return explainConditionOperator(term, c);
    case "conditionKey":
      return explainConditionKey(term, c);
    case "conditionValue":
      return explainConditionValue(term, c);
    case "policyVariable":
      return explainPolicyVariable(term, c);
    case "arn":
      return explainArn(term, c);
    case "managedPolicy":
      return explainManagedPolicy(term, c);
    case "samPolicyTemplate":
      return explainSamPolicyTemplate(term, c);
    case "module":
      return explainModule(term, c);
    case "construct":
      return explainConstruct(term, c);
    case "prop":
      return explainProp(term, c);
    case "enumMember":
    case "method":
      return explainMember(term, c);
    case "word":
      return explainWord(term, c);
  }
}
