import type { Path, PolicyPlace, PrincipalKind, Range, Site, Term, Value } from "../types.ts";
import { managedPolicyTerm } from "./arn.ts";
import { isServicePrincipal } from "./shapes.ts";

type KeySite = Site & { role: "policyKey" };
type ValueSite = Site & { role: "policyValue" };

const PRINCIPAL_KINDS: readonly PrincipalKind[] = ["AWS", "Service", "Federated", "CanonicalUser"];
const TOP = new Set(["Version", "Id", "Statement"]);
const IN_STATEMENT = new Set([
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
]);

/** Names below the statement: `["Condition", "StringEquals", "aws:SourceArn"]`; empty at the document's top. */
const inStatement = (path: Path): readonly string[] =>
  path[0] === "Statement" ? path.slice(1).filter((step): step is string => typeof step === "string") : [];

const asPrincipalKind = (name: string): PrincipalKind | undefined =>
  PRINCIPAL_KINDS.find((kind) => kind === name);

/** A key of the policy language, each meant in its place: a `Statement` inside a condition is no element. */
export function policyKeyTerm(site: KeySite): Term | undefined {
  const { range, text, path, place, value } = site;
  if (path.length === 1)
    return TOP.has(text) ? { kind: "policyElement", range, element: text, place, value } : undefined;
  const [element, second, third, deeper] = inStatement(path);
  if (second === undefined) {
    if (element === undefined || !IN_STATEMENT.has(element)) return undefined;
    return { kind: "policyElement", range, element, place, value };
  }
  if (element === "Principal" || element === "NotPrincipal") {
    const principal = third === undefined ? asPrincipalKind(second) : undefined;
    return principal && { kind: "principalKind", range, principal, place, value };
  }
  if (element !== "Condition" || deeper !== undefined) return undefined;
  if (third === undefined) return { kind: "conditionOperator", range, operator: second, place, value };
  return { kind: "conditionKey", range, key: third, operator: second, place, value };
}

/** A value inside a policy document: an action, a principal, a resource, what a condition compares with. */
export function policyValueTerm(site: ValueSite, offset: number): Term | undefined {
  const { range, text, path, place, whole: value } = site;
  if (path.length === 1) {
    return path[0] === "Version"
      ? { kind: "policyValue", range, element: "Version", text, value, place }
      : undefined;
  }
  const [element, second, third, deeper] = inStatement(path);
  switch (element) {
    case "Effect":
      return { kind: "policyValue", range, element, text, value, place };
    case "Action":
    case "NotAction":
      return { kind: "action", range, action: text, element, place };
    case "Principal":
    case "NotPrincipal":
      return third === undefined ? principalTerm(site, second) : undefined;
    case "Resource":
    case "NotResource":
      if (second !== undefined) return undefined;
      return (
        managedPolicyTerm(site) ??
        policyVariableTerm(site, offset) ?? { kind: "policyValue", range, element, text, value, place }
      );
    case "Condition":
      if (second === undefined || third === undefined || deeper !== undefined) return undefined;
      return (
        policyVariableTerm(site, offset) ?? {
          kind: "conditionValue",
          range,
          operator: second,
          key: third,
          text,
          value,
          place,
        }
      );
    default:
      return undefined;
  }
}

/** `glue.amazon.com`: no service's name, as a slip of the keyboard. Alexa's are the exception. */
const isOtherHost = (text: string): boolean =>
  /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(text) &&
  !isServicePrincipal(text.toLowerCase()) &&
  !/^alexa-[a-z]+\.amazon\.com$|\.(?:ic|sgov)\.gov$/.test(text);

function principalTerm(
  { range, text, whole: value, place }: ValueSite,
  kind: string | undefined,
): Term | undefined {
  const principal = kind === undefined ? (text === "*" ? "*" : undefined) : asPrincipalKind(kind);
  if (principal === "Service" && isOtherHost(text)) return undefined;
  return principal && text !== "" ? { kind: "principal", range, principal, text, value, place } : undefined;
}

/** Variables of the Serverless Framework: `${self:provider.stage}`, `${aws:accountId}`. */
const SERVERLESS = /^(?:self|opt|env|sls|param|cf|ssm:\/)|^aws:(?:accountId|region|partition)$/;

/** `${aws:PrincipalTag/team}` under the cursor; `${AWS::Region}` and `${Pool}` are CloudFormation's own. */
export function policyVariableTerm(
  site: {
    readonly range: Range;
    readonly text: string;
    readonly place?: PolicyPlace | undefined;
    /** The whole text's value, where references stand apart and `range` is only a piece of it. */
    readonly value?: Value | undefined;
  },
  offset: number,
): Term | undefined {
  const whole = [site.range, site.value?.range].find((r) => r && r.end - r.start === site.text.length);
  if (!whole) return undefined;
  for (const match of site.text.matchAll(
    /\$\{!?([A-Za-z][\w.-]{0,80}:(?!:)[^}\s,]{1,200})(?:\s*,[^}]{0,80})?\}/g,
  )) {
    if (SERVERLESS.test(match[1] ?? "")) continue;
    const start = whole.start + match.index;
    const range = { start, end: start + match[0].length };
    if (offset >= range.start && offset <= range.end) {
      return { kind: "policyVariable", range, key: match[1] ?? "", place: site.place };
    }
  }
  return undefined;
}
