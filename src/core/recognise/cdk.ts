import type { Names, Site, Term } from "../types.ts";
import { arnTerm, managedPolicyTerm } from "./arn.ts";
import { issuerTerm } from "./issuer.ts";
import { policyVariableTerm } from "./policy.ts";
import { isAction, isConditionKey, isServicePrincipal } from "./shapes.ts";

type CdkSite = Extract<Site, { role: "module" | "construct" | "prop" | "member" | "method" | "literal" }>;
type LiteralSite = Extract<Site, { role: "literal" }>;

/** CDK sites carry AWS's canonical names already; only strings are left to be understood. */
export function cdkTerm(site: CdkSite, offset: number, names: Names): Term | undefined {
  const { range } = site;
  switch (site.role) {
    case "module":
      return names.isModule(site.module) ? { kind: "module", range, module: site.module } : undefined;
    case "construct":
      return { kind: "construct", range, fqn: site.fqn, resource: site.resource, place: site.place };
    case "prop": {
      const { text: written, fqn, name, construct, resource, value, seconds, place } = site;
      return { kind: "prop", range, fqn, name, written, construct, resource, value, seconds, place };
    }
    case "member":
      return { kind: "enumMember", range, fqn: site.fqn, name: site.name, place: site.place };
    case "method":
      // A length of time means what its prop means.
      if (site.given) return { kind: "prop", range, ...site.given, value: undefined };
      return {
        kind: "method",
        range,
        fqn: site.fqn,
        name: site.name,
        written: site.text,
        resource: site.resource,
        place: site.place,
      };
    case "literal":
      return literalTerm(site, offset, names);
  }
}

function literalTerm(site: LiteralSite, offset: number, names: Names): Term | undefined {
  const { range, text, place } = site;
  if (site.call?.name === "fromAwsManagedPolicyName") {
    return { kind: "managedPolicy", range, name: text.split("/").at(-1) ?? text, arn: undefined };
  }
  // In an assertion of a test, or the `type` of a `CfnResource`.
  if (names.isType(text)) return { kind: "resourceType", range, type: text, resource: undefined };
  const element = site.prop?.name === "notActions" ? "NotAction" : "Action";
  if (isAction(text, names)) return { kind: "action", range, action: text, element, place };
  if (isServicePrincipal(text) || isOwnService(site)) {
    const principal = isFederated(site) ? "Federated" : "Service";
    return { kind: "principal", range, principal, text, place, bare: !isPrincipal(site) };
  }
  if (isAwsPrincipal(site)) return { kind: "principal", range, principal: "AWS", text, place };
  return (
    organisationTerm(site) ??
    managedPolicyTerm(site) ??
    policyVariableTerm(site, offset) ??
    arnTerm(site) ??
    issuerTerm(site, names) ??
    conditionKeyTerm(site)
  );
}

/** `new WebIdentityPrincipal("cognito-identity.amazonaws.com")`: an identity provider, though it looks like a service. */
const isFederated = ({ call }: LiteralSite): boolean =>
  /\.(WebIdentityPrincipal|FederatedPrincipal|OpenIdConnectPrincipal)$/.test(call?.fqn ?? "");

/** `new ServicePrincipal("ec2.amazonaws.com")`, `principal: "ec2.amazonaws.com"`, a text in a policy. */
const isPrincipal = ({ call, prop, place }: LiteralSite): boolean =>
  place !== undefined || /Principal/.test(call?.fqn ?? "") || /principal|service/i.test(prop?.name ?? "");

/** `new AccountPrincipal("111122223333")`, `new ArnPrincipal("arn:aws:iam::111122223333:role/ci")`. */
const isAwsPrincipal = ({ call, text }: LiteralSite): boolean =>
  (/\.AccountPrincipal$/.test(call?.fqn ?? "") && /^\d{12}$/.test(text)) ||
  (/\.ArnPrincipal$/.test(call?.fqn ?? "") && /^(arn:[\w-]+:(iam|sts)::|\*$)/.test(text));

/** `new ServicePrincipal("alexa-appkit.amazon.com")`: not all of them are of `amazonaws.com`. */
const isOwnService = ({ call, text }: LiteralSite): boolean =>
  /\.ServicePrincipal$/.test(call?.fqn ?? "") && /^[\w-]+\.amazon\.com$/.test(text);

/** `new OrganizationPrincipal("o-a1b2c3d4e5")`: everyone, on the condition that they are of it. */
function organisationTerm({ range, text, call, place }: LiteralSite): Term | undefined {
  if (!/\.OrganizationPrincipal$/.test(call?.fqn ?? "") || !/^o-[a-z0-9]+$/.test(text)) return undefined;
  const value = { kind: "scalar", value: text, range } as const;
  const alone = {
    use: "unknown",
    owner: undefined,
    statement: undefined,
    statementIndex: undefined,
  } as const;
  return {
    ...{ kind: "conditionValue", operator: "StringEquals", key: "aws:PrincipalOrgID" },
    ...{ range, text, value, place: place ?? { ...alone, document: value } },
  };
}

function conditionKeyTerm({ range, text, place }: LiteralSite): Term | undefined {
  if (!isConditionKey(text)) return undefined;
  return { kind: "conditionKey", range, key: text, operator: undefined, place, value: undefined };
}
