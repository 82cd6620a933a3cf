/** Who is let in by a role's trust policy. */
import { code } from "../../text.ts";
import type { Resource } from "../../types.ts";
import { account, and, arnOf, duration, show } from "../phrase.ts";
import { covers, type PrincipalEntry, type Statement } from "../policy/parse.ts";
import { accountOf, principalHost, providerOf } from "../policy/principal.ts";
import { numberOf } from "../resolve.ts";
import { property } from "../structure.ts";
import { literalOf } from "../text.ts";
import { allowed, type CheckContext } from "./policies.ts";
import type { Check, Raised } from "./raise.ts";

type StatementCheck = (statement: Statement, role: Resource, context: CheckContext) => readonly Raised[];

/** A check of each allowing statement of a role's trust policy. */
const each =
  (check: StatementCheck): Check =>
  (role, context) =>
    allowed(role, "trust", context).flatMap((statement) => check(statement, role, context));

const keyRange = (statement: Statement, key: string) =>
  statement.node.entries.find((e) => e.key === key)?.keyRange ?? statement.node.range;

// ---------------------------------------------------------------- who

/** Keys that say nothing of whose principal it is. */
const SAYS_NOT_WHO =
  /^(sts:|aws:(multifactorauth|securetransport|sourceip|requestedregion|currenttime|useragent|requesttag|tagkeys))/i;

const anyone = each((statement) => {
  const open = statement.principals.filter(
    (entry) => entry.kind === "*" || (entry.kind === "AWS" && entry.text.s === "*"),
  );
  if (!statement.whole || statement.tests.some((test) => !SAYS_NOT_WHO.test(test.key))) return [];
  return open.map((entry) => ({ id: "trust-anyone", range: entry.range }));
});

const notPrincipal = each((statement) =>
  statement.notPrincipals.length
    ? [{ id: "trust-not-principal", range: keyRange(statement, "NotPrincipal") }]
    : [],
);

const notAction = each((statement) =>
  statement.notActions.length ? [{ id: "trust-not-action", range: keyRange(statement, "NotAction") }] : [],
);

/** The literal account of a principal elsewhere: a whole account, or a role or user of it. */
function foreignAccount(entry: PrincipalEntry): string | undefined {
  const literal = literalOf(accountOf(entry.text) ?? arnOf(entry.text)?.account);
  return literal !== undefined && /^\d{12}$/.test(literal) ? literal : undefined;
}

const NARROWS_ACCOUNT =
  /^(sts:externalid|aws:principalorg(id|paths)|aws:principalarn|aws:principaltag\/.*|aws:multifactorauth(present|age)|saml:.*)$/i;

const crossAccount = each((statement) => {
  const takes = statement.notActions.length > 0 || covers(statement.actions, "sts:AssumeRole");
  if (!takes || !statement.whole || statement.tests.some((test) => NARROWS_ACCOUNT.test(test.key))) return [];
  return statement.principals.flatMap((entry) => {
    const id = entry.kind === "AWS" ? foreignAccount(entry) : undefined;
    return id
      ? [
          {
            id: "cross-account-without-external-id",
            range: entry.range,
            values: { account: [code(account(id))] },
          },
        ]
      : [];
  });
});

/** Services whose own guides show `aws:SourceAccount` in the role's trust policy. */
const SENDS_SOURCE = new Set([
  "bedrock.amazonaws.com",
  "bedrock-agentcore.amazonaws.com",
  "cognito-idp.amazonaws.com",
  "pipes.amazonaws.com",
  "scheduler.amazonaws.com",
  "transfer.amazonaws.com",
]);

const serviceSource = each((statement) => {
  if (!statement.whole || statement.tests.some((test) => /^aws:source|^sts:externalid$/i.test(test.key)))
    return [];
  return statement.principals.flatMap((entry) => {
    const host = entry.kind === "Service" ? principalHost(entry.text) : undefined;
    return host && SENDS_SOURCE.has(host)
      ? [{ id: "service-without-source", range: entry.range, values: { service: [code(host)] } }]
      : [];
  });
});

const samlAudience = each((statement, _role, context) => {
  if (!statement.whole || !covers(statement.actions, "sts:AssumeRoleWithSAML")) return [];
  if (statement.tests.some((test) => /^saml:/i.test(test.key))) return [];
  return statement.principals
    .filter((entry) => entry.kind === "Federated" && providerOf(entry.text, context).kind === "saml")
    .map((entry) => ({ id: "saml-audience-missing", range: entry.range }));
});

// ---------------------------------------------------------------- Roles Anywhere

const ANYWHERE = ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"];
const isAnywhere = (entry: PrincipalEntry): boolean =>
  entry.kind === "Service" && principalHost(entry.text) === "rolesanywhere.amazonaws.com";

const anywhereActions: Check = (role, context) => {
  const statements = allowed(role, "trust", context).filter((s) => s.principals.some(isAnywhere));
  const first = statements[0];
  if (!first || statements.some((s) => !s.whole || s.actions.some((a) => literalOf(a) === undefined)))
    return [];
  const missing = ANYWHERE.filter((action) => !statements.some((s) => covers(s.actions, action)));
  if (missing.length === 0) return [];
  const values = { missing: and(missing.map((action) => [code(action)])) };
  return [{ id: "roles-anywhere-actions", range: keyRange(first, "Action"), values }];
};

const anywhereCertificate = each((statement) => {
  const entry = statement.principals.find(isAnywhere);
  if (!entry || !statement.whole || !covers(statement.actions, "sts:AssumeRole")) return [];
  const narrow = /^(aws:source(arn|account)|aws:principaltag\/x509|aws:requesttag\/x509|sts:sourceidentity)/i;
  return statement.tests.some((test) => narrow.test(test.key))
    ? []
    : [{ id: "roles-anywhere-any-certificate", range: entry.range }];
});

// ---------------------------------------------------------------- what IAM refuses

const wrongAction = each((statement, _role, context) => {
  const only = statement.actions.length > 0 && statement.actions.every((a) => /^sts:AssumeRole$/i.test(a.s));
  if (!only) return [];
  return statement.principals.flatMap((entry) => {
    const provider = entry.kind === "Federated" ? providerOf(entry.text, context) : undefined;
    if (!provider || provider.kind === "unknown") return [];
    const action = provider.kind === "saml" ? "sts:AssumeRoleWithSAML" : "sts:AssumeRoleWithWebIdentity";
    const values = { provider: provider.name, action: [code(action)] };
    return [{ id: "federated-wrong-action", range: keyRange(statement, "Action"), values }];
  });
});

/** Part of an ARN can't be left open in `Principal`. */
const wildcard = each((statement) =>
  statement.principals
    .filter((entry) => entry.kind === "AWS" && /^arn:.*[*?]/.test(entry.text.s))
    .map((entry) => ({
      id: "trust-principal-wildcard",
      range: entry.range,
      values: { principal: show(entry.text) },
    })),
);

const otherAction = each((statement) =>
  statement.actions
    .filter((action) => /^(?!sts:)[a-z0-9-]+:[a-z*]/i.test(action.s))
    .slice(0, 1)
    .map((action) => ({
      id: "trust-other-action",
      range: action.range,
      values: { action: show(action) },
    })),
);

const resourceInTrust: Check = (role, context) =>
  allowed(role, "trust", context)
    .filter((s) => s.node.entries.some((e) => (e.key === "Resource" || e.key === "NotResource") && e.value))
    .map((s) => ({ id: "trust-policy-resource", range: keyRange(s, "Resource") }));

const noPrincipal = each((statement) => {
  const has = statement.node.entries.some((e) => e.key === "Principal" || e.key === "NotPrincipal");
  return has || !statement.whole || statement.actions.length === 0
    ? []
    : [{ id: "trust-without-principal", range: keyRange(statement, "Effect") }];
});

const sessionRange: Check = (role, context) => {
  const value = property(role, "MaxSessionDuration");
  const seconds = numberOf(value, context.model);
  if (!value || seconds === undefined || (seconds >= 3600 && seconds <= 43200)) return [];
  return [{ id: "role-session-range", range: value.range, values: { found: duration(seconds) } }];
};

export const trustChecks: readonly Check[] = [
  anyone,
  notPrincipal,
  notAction,
  crossAccount,
  serviceSource,
  samlAudience,
  anywhereActions,
  anywhereCertificate,
  wrongAction,
  wildcard,
  otherAction,
  resourceInTrust,
  noPrincipal,
  sessionRange,
];
