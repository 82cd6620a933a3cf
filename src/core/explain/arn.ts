import { code, fromMarked, say } from "../text.ts";
import type { Concept, Explanation, Rich } from "../types.ts";
import { type ExplainContext, explanation, fact, link, pageOf, type TermOf } from "./context.ts";

interface Arn {
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** Splits at the colons outside of `${...}`, as `arn:${AWS::Partition}:iam::...` needs. */
function parseArn(text: string): Arn | undefined {
  const parts = text.split(/:(?![^{]*\})/);
  if (parts[0] !== "arn" || parts.length < 6) return undefined;
  const [, , service = "", region = "", account = "", ...resource] = parts;
  return { service, region, account, resource: resource.join(":") };
}

/** What an ARN of this service and kind names. https://docs.aws.amazon.com/service-authorization/latest/reference/ */
const NOUNS: Readonly<Record<string, string>> = {
  "iam:role": "IAM role",
  "iam:user": "IAM user",
  "iam:group": "IAM group",
  "iam:policy": "managed policy",
  "iam:instance-profile": "instance profile",
  "iam:oidc-provider": "OIDC provider",
  "iam:saml-provider": "SAML provider",
  "iam:server-certificate": "server certificate",
  "iam:mfa": "MFA device",
  "sts:assumed-role": "role session",
  "sts:federated-user": "federated user",
  "cognito-idp:userpool": "user pool",
  "cognito-identity:identitypool": "identity pool",
  "sso:instance": "IAM Identity Center instance",
  "sso:permissionSet": "permission set",
  "sso:application": "IAM Identity Center application",
  "identitystore:identitystore": "identity store",
  "identitystore:user": "user of the identity store",
  "identitystore:group": "group of the identity store",
  "organizations:organization": "organization",
  "organizations:root": "organization root",
  "organizations:ou": "organizational unit",
  "organizations:account": "member account",
  "organizations:policy": "organization policy",
  "ds:directory": "directory",
  "rolesanywhere:trust-anchor": "trust anchor",
  "rolesanywhere:profile": "Roles Anywhere profile",
  "verifiedpermissions:policy-store": "policy store",
  "dynamodb:table": "DynamoDB table",
  "lambda:function": "Lambda function",
  "kms:key": "KMS key",
  "kms:alias": "KMS alias",
  "secretsmanager:secret": "secret",
  "ssm:parameter": "Systems Manager parameter",
  "ec2:instance": "EC2 instance",
  "ecs:cluster": "ECS cluster",
  "states:stateMachine": "state machine",
};

/** What an ARN names, in words; undefined where the text is none. */
export function arnInWords(text: string): Rich | undefined {
  const arn = parseArn(text);
  if (!arn || arn.resource === "") return undefined;
  const what = arn.service === "s3" && arn.account === "" ? inS3(arn.resource) : named(arn);
  return say`${what}${inAccount(arn.account)}${inRegion(arn.region)}.`;
}

/** `role/path/Audit` is "The role `path/Audit`". */
function named({ service, resource }: Arn): Rich {
  const kind = kindOf(resource);
  const rest = resource.slice(kind.length + 1);
  const noun = NOUNS[`${service}:${kind}`];
  if (noun === undefined) {
    return resource === "*"
      ? say`Everything in ${code(service)}`
      : say`${code(resource)} of ${code(service)}`;
  }
  if (rest === "*") return say`Every ${noun}`;
  return /[*?]/.test(rest) ? say`Every ${noun} that matches ${code(rest)}` : say`The ${noun} ${code(rest)}`;
}

function inS3(resource: string): Rich {
  const slash = resource.search(/\/(?![^{]*\})/);
  if (resource === "*") return say`Every bucket and object of S3`;
  if (slash < 0) {
    return /[*?]/.test(resource)
      ? say`Everything in S3 whose name matches ${code(resource)}`
      : say`The S3 bucket ${code(resource)}`;
  }
  const bucket = resource.slice(0, slash);
  const key = resource.slice(slash + 1);
  return key === "*"
    ? say`Every object of the S3 bucket ${code(bucket)}`
    : say`The objects ${code(key)} of the S3 bucket ${code(bucket)}`;
}

function inAccount(account: string): Rich {
  if (account === "") return [];
  if (account === "aws") return say` of AWS's own`;
  if (account.includes("AWS::AccountId")) return say` in this account`;
  return account === "*" ? say` in every account` : say` in account ${code(account)}`;
}

function inRegion(region: string): Rich {
  if (region === "") return [];
  if (region.includes("AWS::Region")) return say` in this Region`;
  return region === "*" ? say` in every Region` : say` in ${code(region)}`;
}

export function explainArn(term: TermOf<"arn">, c: ExplainContext): Explanation | undefined {
  const arn = parseArn(term.arn);
  const words = arnInWords(term.arn);
  if (!arn || !words) return undefined;
  const concept = conceptOf(arn, c);
  return explanation(term, {
    title: arn.resource,
    about: term.arn,
    meaning: words,
    concepts: [concept],
    links: [pageOf(concept)],
  });
}

/** The page of what the ARN names, by the glossary; else of its service. */
function conceptOf({ service, resource }: Arn, { names }: ExplainContext): Concept | undefined {
  const [word] = names.wordsIn(NOUNS[`${service}:${kindOf(resource)}`] ?? "");
  return word ? names.concept(word.concept) : names.conceptOf(`${service}.amazonaws.com`);
}

const kindOf = (resource: string): string => /^([\w-]+)[:/]/.exec(resource)?.[1] ?? "";

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
