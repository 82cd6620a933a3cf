/** Tokens of outside issuers: whose, for whom. */
import { code } from "../../text.ts";
import type { Range } from "../../types.ts";
import { or, show } from "../phrase.ts";
import { isNegative, readsWildcards } from "../policy/condition.ts";
import { oidcKey } from "../policy/conditionKeys.ts";
import { GITHUB } from "../policy/github.ts";
import { type ConditionTest, covers, type Statement } from "../policy/parse.ts";
import { type Provider, providerOf } from "../policy/principal.ts";
import { knownItems } from "../read.ts";
import { property } from "../structure.ts";
import { literalOf, type Text } from "../text.ts";
import { allowed, type CheckContext, policiesIn } from "./policies.ts";
import type { Check, Raised } from "./raise.ts";

const COGNITO = "cognito-identity.amazonaws.com";

/**
 * Issuers that serve many customers, with the claims of which IAM asks for one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
 */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  [GITHUB]: ["sub", "job_workflow_ref"],
  "vstoken.actions.githubusercontent.com": ["sub"],
  "gitlab.com": ["sub"],
  "app.terraform.io": ["sub"],
  "agent.buildkite.com": ["sub"],
  "oidc.codefresh.io": ["sub"],
  "studio.datachain.ai/api": ["sub"],
  "scalr.io": ["sub"],
  "tokens.cloud.shisho.dev": ["sub"],
  "proidc.upbound.io": ["sub"],
  "api.pulumi.com/oidc": ["aud"],
  "sandboxes.cloud": ["aud"],
  "oidc.vercel.com": ["aud"],
};

interface Entry {
  readonly statement: Statement;
  readonly provider: Provider;
  readonly range: Range;
}

/** Statements that let tokens of an OIDC provider in, with nothing of them unread. */
function entries(role: Parameters<Check>[0], context: CheckContext): Entry[] {
  return allowed(role, "trust", context)
    .filter((s) => s.whole && covers(s.actions, "sts:AssumeRoleWithWebIdentity"))
    .flatMap((statement) =>
      statement.principals
        .filter((entry) => entry.kind === "Federated")
        .map((entry) => ({ statement, provider: providerOf(entry.text, context), range: entry.range }))
        .filter((found) => found.provider.kind === "oidc"),
    );
}

const testsOf = (entry: Entry): ConditionTest[] =>
  entry.statement.tests.filter((test) => {
    const issuer = oidcKey(test.key)?.issuer.toLowerCase();
    return (
      issuer !== undefined &&
      (entry.provider.issuer === undefined || issuer === entry.provider.issuer.toLowerCase())
    );
  });

const claimOf = (test: ConditionTest): string => oidcKey(test.key)?.claim.toLowerCase() ?? "";

const claims: Check = (role, context) =>
  entries(role, context).flatMap((entry): readonly Raised[] => {
    const { issuer } = entry.provider;
    if (issuer === undefined) return [];
    const found = testsOf(entry).map(claimOf);
    if (issuer === COGNITO)
      return found.includes("aud") ? [] : [{ id: "cognito-audience-missing", range: entry.range }];
    const wanted = SHARED[issuer.toLowerCase()];
    if (wanted && !wanted.some((claim) => found.includes(claim))) {
      const keys = or(wanted.map((claim) => [code(`${issuer}:${claim}`)]));
      const values = { issuer: [code(issuer)], claim: keys };
      return [{ id: "oidc-issuer-claim-missing", range: entry.range, values }];
    }
    return found.length || entry.statement.tests.length
      ? []
      : [{ id: "oidc-no-claim-condition", range: entry.range, values: { issuer: [code(issuer)] } }];
  });

/** Only where another audience is possible: a provider with several, or one that stands elsewhere. */
const audience: Check = (role, context) =>
  entries(role, context).flatMap((entry): readonly Raised[] => {
    const { issuer, resource } = entry.provider;
    const found = testsOf(entry).map(claimOf);
    if (issuer === undefined || issuer === COGNITO || found.length === 0) return [];
    if (found.some((claim) => ["aud", "azp", "oaud", "app_id"].includes(claim))) return [];
    const listed = resource ? knownItems(property(resource, "ClientIdList"), context) : undefined;
    if (resource && (listed === undefined || listed.length < 2)) return [];
    const values = { issuer: [code(issuer)], key: [code(`${issuer}:aud`)] };
    return [{ id: "oidc-audience-missing", range: entry.range, values }];
  });

// ---------------------------------------------------------------- GitHub's subject

const NARROWS_GITHUB = ["repository_id", "repository", "job_workflow_ref", "repository_owner_id"];

const githubSubject: Check = (role, context) =>
  entries(role, context)
    .filter((entry) => entry.provider.issuer === GITHUB)
    .flatMap((entry) => {
      const tests = testsOf(entry);
      const bound = tests.some((test) => NARROWS_GITHUB.includes(claimOf(test)));
      const subjects = tests.filter(
        (test) => claimOf(test) === "sub" && /^string(like|equals)$/i.test(test.base),
      );
      return subjects.flatMap((test) => test.values.flatMap((value) => subjectCaution(test, value, bound)));
    });

function subjectCaution(test: ConditionTest, value: Text, bound: boolean): Raised[] {
  const s = literalOf(value);
  // Without wildcards another caution speaks of the `*`.
  if (s === undefined || bound || (s.includes("*") && !readsWildcards(test.base))) return [];
  const id = subjectId(s);
  return id ? [{ id, range: value.range, values: { sub: [code(s)] } }] : [];
}

// An owner with a wildcard is one that a stranger can register.
function subjectId(s: string): string | undefined {
  if (/^[*?]+$/.test(s) || /^repo:[*?]/.test(s)) return "github-subject-too-wide";
  const m = /^repo:([^/]*)(?:\/([^:]*)(?::(.*))?)?$/.exec(s);
  if (!m) return undefined;
  const [, owner = "", repository, context] = m;
  if (/[*?]/.test(owner)) return "github-subject-too-wide";
  if (repository !== undefined && !repository.includes("*") && context === undefined)
    return "github-subject-without-context";
  if (repository === "*" && (context === undefined || context === "*")) return "github-subject-whole-owner";
  if (repository !== undefined && !/[*?]/.test(repository) && context === "*")
    return "github-subject-any-ref";
  return undefined;
}

/** The claims of GitHub's tokens that AWS takes as condition keys. */
const GITHUB_KEYS = new Set([
  ...["aud", "sub", "amr", "azp", "email", "oaud"],
  ...["actor", "actor_id", "enterprise_id", "environment", "job_workflow_ref", "ref", "repository"],
  ...["repository_id", "repository_owner_id", "workflow"],
]);

const githubClaims: Check = (role, context) =>
  entries(role, context)
    .filter((entry) => entry.provider.issuer === GITHUB)
    .flatMap((entry) =>
      testsOf(entry)
        .filter((test) => !GITHUB_KEYS.has(claimOf(test)))
        .map((test) => ({
          id: "oidc-claim-not-taken",
          range: test.range,
          values: { claim: [code(claimOf(test))], outcome: holdsWithout(test) ? "always" : "never" },
        })),
    );

/** Does a condition hold where the request does not have its key? */
function holdsWithout(test: ConditionTest): boolean {
  if (test.base.toLowerCase() === "null") return test.values.every((value) => value.s === "true");
  if (test.set === "ForAnyValue") return false;
  return test.ifExists || test.set === "ForAllValues" || isNegative(test.base);
}

// ---------------------------------------------------------------- operators

/** Keys whose values are whole names: a literal `*` in one is never meant. */
const WHOLE_NAME = /^(aws:(principalarn|sourcearn|principalorgpaths)|saml:sub)$/i;
const isClaim = (key: string): boolean => oidcKey(key) !== undefined;

const literalWildcard: Check = (resource, context) =>
  policiesIn(resource, context).flatMap(({ policy }) =>
    policy.statements.flatMap((statement) =>
      statement.tests
        .filter((test) => /^string(not)?equals(ignorecase)?$/i.test(test.base))
        .filter((test) => WHOLE_NAME.test(test.key) || isClaim(test.key))
        .flatMap((test) => test.values.flatMap((value) => wildcardCaution(test, value))),
    ),
  );

function wildcardCaution(test: ConditionTest, value: Text): Raised[] {
  const open = value.s.replace(/\$\{[^}]*\}/g, "");
  if (!open.includes("*")) return [];
  const values = { operator: [code(test.base)], value: show(value), key: [code(test.key)] };
  return [{ id: "wildcard-taken-literally", range: value.range, values }];
}

/** Keys with one value at most in a request; `ForAllValues` has its use for the others. */
const SINGLE_VALUED =
  /^(aws:(principal(account|arn|orgid|type)|source(account|arn|identity|ip|vpc|vpce)|userid|username|resource(account|orgid)|requestedregion|securetransport)|sts:(externalid|rolesessionname|sourceidentity)|saml:(aud|iss|sub))$/i;

const forAllValues: Check = (resource, context) =>
  policiesIn(resource, context).flatMap(({ policy }) =>
    policy.statements
      .filter((statement) => statement.effect === "Allow")
      .flatMap((statement) =>
        statement.tests
          .filter(
            (test) => test.set === "ForAllValues" && (SINGLE_VALUED.test(test.key) || isClaim(test.key)),
          )
          .filter((test) => !isRequired(test.key, statement))
          .map((test) => ({
            id: "for-all-values-in-allow",
            range: test.range,
            values: { key: [code(test.key)] },
          })),
      ),
  );

const isRequired = (key: string, statement: Statement): boolean =>
  statement.tests.some(
    (test) =>
      test.key.toLowerCase() === key.toLowerCase() &&
      (test.base.toLowerCase() === "null" || test.set !== "ForAllValues"),
  );

/** `aws:MultiFactorAuthPresent` is absent from requests that are signed with long-lived keys. */
const mfa: Check = (resource, context) =>
  policiesIn(resource, context).flatMap(({ policy }) =>
    policy.statements.flatMap((statement) =>
      statement.tests
        .filter((test) => /^aws:multifactorauthpresent$/i.test(test.key) && /^bool$/i.test(test.base))
        .flatMap((test) => mfaCaution(statement, test)),
    ),
  );

function mfaCaution(statement: Statement, test: ConditionTest): Raised[] {
  const present = literalOf(test.values[0])?.toLowerCase();
  const open = statement.effect === "Allow" && test.ifExists && present === "true";
  const spared = statement.effect === "Deny" && !test.ifExists && present === "false";
  if (open) return [{ id: "mfa-allow-if-exists", range: test.range }];
  return spared && statement.tests.length === 1
    ? [{ id: "mfa-deny-without-if-exists", range: test.range }]
    : [];
}

export const oidcChecks: readonly Check[] = [claims, audience, githubSubject, githubClaims];
export const conditionChecks: readonly Check[] = [literalWildcard, forAllValues, mfa];
