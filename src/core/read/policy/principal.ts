/** Who a principal is. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
import { code, say } from "../../text.ts";
import type { Resource, Rich } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { named, nounOf } from "../nouns.ts";
import { accountName, arnOf, show, when } from "../phrase.ts";
import { resolve } from "../resolve.ts";
import { property } from "../structure.ts";
import { hasReference, literalOf, piece, type Reference, refAt, referenceOf, type Text } from "../text.ts";
import type { PrincipalEntry } from "./parse.ts";

/** The provider behind a `Federated` principal. */
export interface Provider {
  readonly kind: "oidc" | "saml" | "unknown";
  /** Issuer without `https://`, when all of it is known. */
  readonly issuer: string | undefined;
  readonly name: Rich;
  /** When it is a resource of this file. */
  readonly resource: Resource | undefined;
}

const BUILT_IN: Readonly<Record<string, string>> = {
  "cognito-identity.amazonaws.com": "Amazon Cognito identity pools",
  "accounts.google.com": "Google",
  "graph.facebook.com": "Facebook",
  "www.amazon.com": "Login with Amazon",
};

export const bareIssuer = (url: string): string => url.replace(/^https:\/\//i, "").replace(/\/$/, "");

export function providerOf(text: Text, context: ReadContext): Provider {
  const literal = literalOf(text);
  const builtIn = literal && BUILT_IN[literal.toLowerCase()];
  if (literal && builtIn)
    return { kind: "oidc", issuer: literal.toLowerCase(), name: [{ text: builtIn }], resource: undefined };
  const reference = referenceOf(text);
  if (reference?.kind === "resource") return ownProvider(reference.resource, context);
  const arn = arnOf(text);
  const m = arn ? /^(oidc|saml)-provider\/(.*)$/.exec(arn.resource.s) : undefined;
  if (!arn || !m) return { kind: "unknown", issuer: undefined, name: show(text), resource: undefined };
  const id = piece(text, m[2] ?? "");
  const elsewhere = /^\d{12}$/.test(arn.account.s) ? say` of ${accountName(arn.account)}` : [];
  return {
    kind: m[1] === "oidc" ? "oidc" : "saml",
    issuer: m[1] === "oidc" ? literalOf(id) : undefined,
    name: say`${show(id)}${elsewhere}`,
    resource: undefined,
  };
}

function ownProvider(resource: Resource, context: ReadContext): Provider {
  const name: Rich = [code(resource.id)];
  if (/SAMLProvider$/i.test(resource.type)) return { kind: "saml", issuer: undefined, name, resource };
  if (!/OIDCProvider$|OpenIdConnectProvider$/i.test(resource.type))
    return { kind: "unknown", issuer: undefined, name, resource };
  const url = property(resource, "Url");
  const issuer = url ? literalOf(resolve(url, context.model)) : undefined;
  return { kind: "oidc", issuer: issuer ? bareIssuer(issuer) : undefined, name, resource };
}

/** "the AWS Lambda service (`lambda.amazonaws.com`)" */
export function serviceName(text: Text, context: ReadContext): Rich {
  const host = principalHost(text);
  const service = host
    ? (context.facts.servicePrincipal(host) ?? context.facts.servicePrincipal(withoutRegion(host)))?.service
    : undefined;
  if (!service) return say`the service ${show(text)}`;
  const noun = /services?$/i.test(service) ? `the ${service}` : `the ${service} service`;
  return say`${noun} (${show(text)})`;
}

/** `logs.eu-west-1.amazonaws.com` is the same service as `logs.amazonaws.com`. */
const withoutRegion = (host: string): string =>
  host.replace(/\.(?:[a-z]{2}(?:-[a-z]+)+-\d|this-region)(?=\.amazonaws\.com)/, "");

const PARTS: Readonly<Record<string, string>> = {
  "AWS::URLSuffix": "amazonaws.com",
  "AWS::Region": "this-region",
};

/** `ec2.${AWS::URLSuffix}` as `ec2.amazonaws.com`; undefined where another part is unknown. */
export function principalHost(text: Text): string | undefined {
  const host = text.s.replace(/[\ue000-\uf8ff]/gu, (mark) => {
    const reference = refAt(text, mark);
    return (reference?.kind === "pseudo" ? PARTS[reference.name] : undefined) ?? mark;
  });
  return hasReference(host) ? undefined : host.toLowerCase();
}

/** "the role `Deploy` of ..."; a name that only deployment knows is what something names. */
function titled(noun: string, name: Text, of: Rich): Rich {
  const naming = isNaming(referenceOf(name));
  return naming
    ? say`the ${noun} of ${of} that ${show(name)} names`
    : say`the ${noun} ${show(name)} of ${of}`;
}

const SUBJECTS: readonly (readonly [RegExp, (m: readonly string[], text: Text, of: Rich) => Rich])[] = [
  [/^role\/(?:.*\/)?([^/]+)$/, (m, t, of) => titled("role", piece(t, m[1] ?? ""), of)],
  [
    /^user\/CloudFront Origin Access Identity ([^/]+)$/,
    (m, t) => say`the CloudFront origin access identity ${show(piece(t, m[1] ?? ""))}`,
  ],
  [/^user\/(?:.*\/)?([^/]+)$/, (m, t, of) => titled("IAM user", piece(t, m[1] ?? ""), of)],
  [
    /^assumed-role\/([^/]+)\/(.+)$/,
    (m, t, of) =>
      say`the session ${show(piece(t, m[2] ?? ""))} of the role ${show(piece(t, m[1] ?? ""))} in ${of}`,
  ],
  [/^federated-user\/(.+)$/, (m, t, of) => say`the federated user ${show(piece(t, m[1] ?? ""))} of ${of}`],
];

/** Is the principal a whole account? Gives its id as a text. */
export function accountOf(text: Text): Text | undefined {
  if (/^\d{12}$/.test(text.s)) return text;
  const reference = referenceOf(text);
  if (reference?.kind === "pseudo" && reference.name === "AWS::AccountId") return text;
  const arn = arnOf(text);
  return arn?.service === "iam" && arn.resource.s === "root" ? arn.account : undefined;
}

/** A value that names somebody, rather than being a name. */
export const isNaming = (reference: Reference | undefined): boolean =>
  reference !== undefined && ["parameter", "part", "import", "choice", "unknown"].includes(reference.kind);

/** Who stands behind `AWS`: an account, a role, a user, a session. */
export function awsPrincipalName(text: Text): Rich {
  if (text.s === "*") return say`everyone`;
  const owner = accountOf(text);
  if (owner) return say`any principal of ${accountName(owner)} that its own administrators allow`;
  const reference = referenceOf(text);
  if (reference?.kind === "resource") return ownPrincipal(reference.resource, text);
  const arn = arnOf(text);
  if (arn?.service === "iam" || arn?.service === "sts") {
    for (const [pattern, words] of SUBJECTS) {
      const m = pattern.exec(arn.resource.s);
      if (m) return say`${words(m, text, accountName(arn.account))}${path(arn.resource)}`;
    }
  }
  if (/^A(IDA|ROA|GPA|NPA)[A-Z0-9]{12,}$/.test(text.s))
    return say`the principal with the unique id ${code(text.s)} (its name is gone: it was deleted)`;
  return isNaming(reference) ? say`whoever is named by ${show(text)}` : say`the principal ${show(text)}`;
}

const ownPrincipal = (resource: Resource, text: Text): Rich =>
  nounOf(resource.type) === undefined ? say`whoever is named by ${show(text)}` : named(resource);

/** Is it one role, whose sessions take another role by chaining? */
export function isRole(text: Text): boolean {
  const reference = referenceOf(text);
  if (reference?.kind === "resource") return reference.resource.type === "AWS::IAM::Role";
  return /^(role|assumed-role)\//.test(arnOf(text)?.resource.s ?? "");
}

/** CloudFront gives its origin access identities a canonical user id too. */
function canonicalUser(text: Text): Rich {
  const reference = referenceOf(text);
  return reference?.kind === "resource" && reference.resource.type.endsWith("OriginAccessIdentity")
    ? say`the CloudFront origin access identity ${code(reference.resource.id)}`
    : say`the account with the canonical user id ${show(text)}`;
}

/** The path of a role or user, when it has one: two roles of one name may differ in it. */
function path(resource: Text): Rich {
  const m = /^(?:role|user)\/(.*\/)[^/]+$/.exec(resource.s);
  return m ? say` under the path ${show(piece(resource, `/${m[1] ?? ""}`))}` : [];
}

/** A principal of a resource policy, or of a trust policy where nothing more is known of it. */
export function principalName(entry: PrincipalEntry, context: ReadContext): Rich {
  const name = bareName(entry, context);
  return entry.when.length ? say`${name} (${when(entry.when)})` : name;
}

function bareName(entry: PrincipalEntry, context: ReadContext): Rich {
  switch (entry.kind) {
    case "*":
      return say`everyone`;
    case "AWS":
      return awsPrincipalName(entry.text);
    case "Service":
      return serviceName(entry.text, context);
    case "Federated":
      return say`users of the identity provider ${providerOf(entry.text, context).name}`;
    default:
      return canonicalUser(entry.text);
  }
}
