import { code, fromMarked, say } from "../text.ts";
import type { Explanation, Rich } from "../types.ts";
import { type ExplainContext, explanation, fact, link, pageOf, type TermOf } from "./context.ts";

interface Arn {
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** Splits at the colons outside of `${...}`, as `arn:${AWS::Partition}:iam::...` needs. */
export function parseArn(text: string): Arn | undefined {
  const parts = text.split(/:(?![^{]*\})/);
  if (parts[0] !== "arn" || parts.length < 6) return undefined;
  const [, , service = "", region = "", account = "", ...resource] = parts;
  return { service, region, account, resource: resource.join(":") };
}

/** The parts of an ARN in words; undefined where the text is none. */
export function arnInWords(text: string): Rich | undefined {
  const arn = parseArn(text);
  if (!arn) return undefined;
  const region = arn.region === "" ? say`` : say` in ${inWords(arn.region, "every Region")}`;
  return say`${code(arn.resource)} of ${code(arn.service)} in ${accountInWords(arn.account)}${region}.`;
}

const inWords = (part: string, all: string): Rich => (part === "*" ? say`${all}` : say`${code(part)}`);

function accountInWords(account: string): Rich {
  if (account === "") return say`any account, or one that the name alone tells`;
  if (account === "aws") return say`AWS's own account`;
  if (/AWS::AccountId/.test(account)) return say`the account that deploys this`;
  return account === "*" ? say`every account` : say`account ${code(account)}`;
}

export function explainArn(term: TermOf<"arn">, c: ExplainContext): Explanation | undefined {
  const arn = parseArn(term.arn);
  const words = arnInWords(term.arn);
  if (!arn || !words) return undefined;
  const kind = arn.resource.split(/[/:]/)[0] ?? "";
  const concept =
    c.names.conceptOf(`arn:${arn.service}:${kind}`) ?? c.names.conceptOf(`${arn.service}:${kind}`);
  return explanation(term, {
    title: arn.resource,
    about: term.arn,
    meaning: words,
    facts: [fact("Service", say`${code(arn.service)}`), fact("Account", accountInWords(arn.account))],
    concepts: [concept],
    links: [pageOf(concept)],
  });
}

export function explainManagedPolicy(
  term: TermOf<"managedPolicy">,
  c: ExplainContext,
): Explanation | undefined {
  const policy = c.facts.managedPolicy(term.arn ?? term.name) ?? c.facts.managedPolicy(term.name);
  const concept = c.names.conceptOf("policy:ManagedPolicy") ?? c.names.concept("iam/managed-policy");
  if (!policy && term.arn === undefined) return undefined;
  return explanation(term, {
    title: term.name,
    about: policy?.arn ?? term.arn ?? term.name,
    meaning: policy
      ? fromMarked(policy.doc || `AWS managed policy \`${policy.name}\`.`)
      : say`AWS lists no managed policy ${code(term.name)}; an unknown name fails when the stack is deployed.`,
    facts: [fact("Kind", policy && say`AWS managed policy, kept up to date by AWS`)],
    concepts: [concept],
    links: [
      link(
        "AWS managed policy reference",
        policy &&
          `https://docs.aws.amazon.com/aws-managed-policy/latest/reference/${encodeURIComponent(policy.name)}.html`,
      ),
    ],
  });
}
