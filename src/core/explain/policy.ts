import { keyNoun, readCondition, readPolicy, readStatement, readText } from "../read/index.ts";
import { code, fromMarked, say } from "../text.ts";
import type { ActionFact, Concept, Explanation, PolicyPlace, Rich } from "../types.ts";
import { arnInWords } from "./arn.ts";
import {
  type ExplainContext,
  explanation,
  fact,
  link,
  listed,
  pageOf,
  sourceOf,
  type TermOf,
} from "./context.ts";

/** The reading of the statement a term stands in, for an action of it; of the whole document where it stands in none. */
export function readingAt(
  place: PolicyPlace | undefined,
  c: ExplainContext,
  action?: string,
): readonly Rich[] {
  if (!place) return [];
  return place.statement
    ? readStatement(place.statement, place.use, c, action)
    : readPolicy(place.document, place.use, c);
}

/** A property that holds the policy of a bucket, a queue, a key, read out. */
export function explainPolicyDocument(term: TermOf<"policyDocument">, c: ExplainContext): Explanation {
  const concept = c.names.concept("iam/resource-policy");
  return explanation(term, {
    title: term.name.split(".").at(-1) ?? term.name,
    about: term.owner.type === "" ? term.name : `${term.owner.type}.${term.name}`,
    meaning: fromMarked(concept?.summary ?? ""),
    reading: readPolicy(term.value, term.owner.type.startsWith("AWS::") ? "resource" : "unknown", c),
    concepts: [concept],
    links: [pageOf(concept)],
  });
}

/** What says nothing of what the policy does. */
const FORMAL = new Set(["Version", "Id"]);

export function explainPolicyElement(
  term: TermOf<"policyElement">,
  c: ExplainContext,
): Explanation | undefined {
  const text = c.facts.policyElement(term.element, term.place.use);
  if (!text) return undefined;
  return explanation(term, {
    title: term.element,
    about: term.element,
    meaning: fromMarked(text.text),
    reading: FORMAL.has(term.element) ? [] : readingAt(term.place, c),
    facts: [place(term.place)],
    concepts: [c.names.conceptOf(`policy:${term.element}`)],
    links: [sourceOf(text)],
  });
}

const USES: Record<PolicyPlace["use"], string | undefined> = {
  trust: "the trust policy",
  identity: "a permissions policy",
  resource: "a resource policy",
  scp: "a service control policy",
  rcp: "a resource control policy",
  organization: "an Organizations policy",
  unknown: undefined,
};

function place({ use, owner }: PolicyPlace) {
  const name = USES[use];
  if (name === undefined) return undefined;
  return fact("Part of", owner ? say`${name} of ${code(owner.id)}` : say`${name}`);
}

/** `Allow`, `2012-10-17`, `arn:aws:s3:::bucket/*`, `*`. */
export function explainPolicyValue(term: TermOf<"policyValue">, c: ExplainContext): Explanation | undefined {
  const { element, text } = term;
  const whole = readText(term.value, c);
  const known = c.facts.policyElement(`${element}: ${kindOfValue(whole)}`, term.place.use);
  const meaning = known ? fromMarked(known.text) : arnInWords(whole);
  if (!meaning) return undefined;
  return explanation(term, {
    title: text,
    about: text,
    meaning,
    reading: FORMAL.has(element) ? [] : readingAt(term.place, c),
    concepts: [c.names.conceptOf(`policy:${element}`)],
    links: [sourceOf(known ?? c.facts.policyElement(element, term.place.use))],
  });
}

/** `execute-api:/test/GET/pets` is short for an ARN, whatever it names. */
const kindOfValue = (value: string): string => value.replace(/^(execute-api:\/).*$/, "$1");

export function explainConditionOperator(
  term: TermOf<"conditionOperator">,
  c: ExplainContext,
): Explanation | undefined {
  const text = c.facts.conditionOperator(term.operator);
  if (!text) return undefined;
  const keys = term.value?.kind === "map" ? term.value.entries : [];
  return explanation(term, {
    title: term.operator,
    about: term.operator,
    meaning: fromMarked(text.text),
    reading: keys.flatMap(({ key, value }) => (value ? [readCondition(term.operator, key, value, c)] : [])),
    concepts: [c.names.conceptOf("policy:ConditionOperator") ?? c.names.conceptOf("policy:Condition")],
    links: [sourceOf(text)],
  });
}

export function explainConditionKey(
  term: TermOf<"conditionKey">,
  c: ExplainContext,
): Explanation | undefined {
  const key = c.facts.conditionKey(term.key);
  if ((!key || key.guessed) && term.place === undefined) return undefined;
  const { operator, value } = term;
  return explanation(term, {
    title: term.key,
    about: key?.key ?? term.key,
    meaning: key ? fromMarked(key.doc) : unlisted(term.key, c),
    reading: operator !== undefined && value ? [readCondition(operator, term.key, value, c)] : [],
    facts: [
      fact("Type", key && say`${key.type}`),
      fact("Kind", key?.global ? say`global key, for the policies of every service` : undefined),
    ],
    concepts: [c.names.conceptOf(term.key) ?? c.names.conceptOf("policy:Condition")],
    links: [link("AWS documentation", key?.url)],
  });
}

/** The facts have every global key and those of identity services, but not those of every service. */
function unlisted(key: string, { names }: ExplainContext): Rich {
  const service = key.split(":")[0]?.toLowerCase() ?? "";
  if (service === "aws") return say`AWS lists no global condition key ${code(key)}.`;
  return names.isActionService(service)
    ? say`A condition key of the service ${code(service)}.`
    : say`A condition key that isn't among those AWS lists for identity.`;
}

export function explainConditionValue(
  term: TermOf<"conditionValue">,
  c: ExplainContext,
): Explanation | undefined {
  const key = c.facts.conditionKey(term.key);
  const read = readCondition(term.operator, term.key, term.value, c);
  if (read.length === 0) return undefined;
  return explanation(term, {
    title: term.text,
    about: term.text,
    meaning: read,
    reading: readingAt(term.place, c),
    facts: [fact("Compared with", say`${code(term.key)} by ${code(term.operator)}`)],
    concepts: [c.names.conceptOf(term.key) ?? c.names.conceptOf("policy:Condition")],
    links: [link("AWS documentation", key?.url)],
  });
}

export function explainPolicyVariable(
  term: TermOf<"policyVariable">,
  c: ExplainContext,
): Explanation | undefined {
  const key = c.facts.conditionKey(term.key);
  if (!key && !ofService(term.key, c)) return undefined;
  return explanation(term, {
    title: `\${${term.key}}`,
    about: key?.key ?? term.key,
    meaning: say`Filled in when a request is made, with ${keyNoun(term.key)}.${presence(key?.doc ?? "")}`,
    reading: readingAt(term.place, c),
    facts: [fact("Type", key && say`${key.type}`)],
    concepts: [c.names.conceptOf("policy:Variable") ?? c.names.conceptOf(term.key)],
    links: [link("AWS documentation", key?.url)],
  });
}

/** What AWS says of a key behind "Compare the ... that you specify.": when a request has it. */
const presence = (doc: string): Rich => {
  const rest = doc.replace(/^(?:Compare|Check|Filters?|Use)\b.*?(?:\.\s+|\.?$)/, "");
  return rest === "" ? [] : say` ${fromMarked(rest)}`;
};

const ofService = (key: string, { names }: ExplainContext): boolean =>
  names.isActionService(key.split(":")[0]?.toLowerCase() ?? "");

export function explainAction(term: TermOf<"action">, c: ExplainContext): Explanation | undefined {
  const known = c.facts.action(term.action);
  if (!known) return asConditionKey(term, c) ?? explainPattern(term, c);
  const concept = c.names.conceptOf(known.action);
  return explanation(term, {
    title: known.action,
    about: known.action,
    meaning: actionMeaning(known, concept),
    reading: readingAt(term.place, c, known.action),
    facts: [
      fact("Access", known.doc === undefined ? undefined : say`${known.access}`),
      fact("On", listed(known.resources, 4)),
      fact("Condition keys", known.conditionKeys.length > 12 ? undefined : listed(known.conditionKeys, 5)),
    ],
    concepts: [concept ?? c.names.conceptOf("policy:Action")],
    links: [link("AWS documentation", known.url)],
  });
}

/** In source code a text may be either: `s3:DataAccessPointAccount` is written like an action. */
function asConditionKey({ range, action, place }: TermOf<"action">, c: ExplainContext) {
  if (place || !c.facts.conditionKey(action)) return undefined;
  const key = {
    kind: "conditionKey",
    range,
    key: action,
    operator: undefined,
    place,
    value: undefined,
  } as const;
  return explainConditionKey(key, c);
}

/** An action that has a page of its own is told by it; AWS's line on the others is enough. */
function actionMeaning({ action, access, doc }: ActionFact, concept: Concept | undefined): Rich {
  const [service = "", name] = action.split(":");
  if (concept && concept.title === name) return fromMarked(concept.summary);
  return doc === undefined ? say`${accessOf(access)} of ${code(service)}.` : fromMarked(doc);
}

const accessOf = (access: string): string => (access === "Unknown" ? "Action" : `${access} action`);

/** `cognito-idp:Admin*` in what it covers; a name that AWS does not have is said to be unknown. */
function explainPattern(term: TermOf<"action">, c: ExplainContext): Explanation | undefined {
  const { action, place } = term;
  const covered = action === "*" ? [] : c.facts.actionsMatching(action);
  if (!covered && !/^[\w-]+:[\w*?]+$/.test(action)) return undefined;
  // Source code has other texts of that form, such as the permissions of an OpenSearch data access policy.
  if (!isPattern(action) && !place && c.dialect.kind === "cdk") return undefined;
  const every = c.facts.policyElement("Action: *", place?.use ?? "unknown");
  const examples = isPattern(action) ? covered?.map((one) => one.action) : [];
  return explanation(term, {
    title: action,
    about: action,
    meaning: action === "*" ? fromMarked(every?.text ?? "") : patternMeaning(action, covered ?? []),
    reading: readingAt(place, c, action),
    facts: [fact("For example", listed(examples ?? [], 6))],
    concepts: [c.names.conceptOf("policy:Action")],
    links: [sourceOf(every)],
  });
}

const isPattern = (action: string): boolean => /[*?]/.test(action);

const patternMeaning = (action: string, covered: readonly ActionFact[]): Rich =>
  isPattern(action) ? coverage(action, covered) : say`AWS lists no action ${code(action)}.`;

function coverage(pattern: string, covered: readonly { readonly access: string }[]): Rich {
  if (covered.length === 0) return say`${code(pattern)} covers no action that AWS lists.`;
  const counts = new Map<string, number>();
  for (const { access } of covered) counts.set(access, (counts.get(access) ?? 0) + 1);
  const parts = [...counts].map(([access, n]) => `${n} ${access.toLowerCase()}`);
  return say`Covers ${String(covered.length)} ${covered.length === 1 ? "action" : "actions"}: ${parts.join(", ")}.`;
}
