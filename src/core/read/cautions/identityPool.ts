/** Identity pools against the roles that they give. */
import { code, say } from "../../text.ts";
import type { Resource, Rich, Value } from "../../types.ts";
import { named } from "../nouns.ts";
import { or, show } from "../phrase.ts";
import { oidcKey } from "../policy/conditionKeys.ts";
import { type ConditionTest, covers, type Statement } from "../policy/parse.ts";
import { booleanOf, known, resourceOf } from "../resolve.ts";
import { attachmentOf } from "../resources/identityPool.ts";
import { policiesOf } from "../resources/role.ts";
import { isUnset, property, valueAt } from "../structure.ts";
import { hasReference, literalOf, referenceOf } from "../text.ts";
import { allowed, type CheckContext } from "./policies.ts";
import type { Check, Raised } from "./raise.ts";

const ISSUER = "cognito-identity.amazonaws.com";

const guests: Check = (pool, context) =>
  flag(pool, "AllowUnauthenticatedIdentities", "identity-pool-guests", context);
const classic: Check = (pool, context) =>
  flag(pool, "AllowClassicFlow", "identity-pool-classic-flow", context);

function flag(pool: Resource, key: string, id: string, context: CheckContext): Raised[] {
  const value = property(pool, key);
  return value && booleanOf(value, context.model) === true ? [{ id, range: value.range }] : [];
}

export const identityPoolChecks: readonly Check[] = [guests, classic];

// ---------------------------------------------------------------- roles of an attachment

interface Given {
  readonly users: "authenticated" | "unauthenticated";
  readonly role: Resource;
  readonly value: Value;
}

/** The roles of an attachment that stand in this file. */
function given(attachment: Resource, context: CheckContext): Given[] {
  return (["authenticated", "unauthenticated"] as const).flatMap((users) => {
    const value = property(attachment, "Roles", users);
    const role = resourceOf(value, context.model);
    return value && role?.type === "AWS::IAM::Role" ? [{ users, role, value }] : [];
  });
}

/** The role's statements for identity pools; nothing when its trust policy can't be read whole. */
function cognitoTrust(role: Resource, context: CheckContext): Statement[] | undefined {
  const statements = allowed(role, "trust", context);
  if (
    statements.length === 0 ||
    statements.some((s) => !s.whole || s.principals.some((p) => hasReference(p.text.s)))
  )
    return undefined;
  return statements.filter((s) =>
    s.principals.some((p) => p.kind === "Federated" && p.text.s.toLowerCase() === ISSUER),
  );
}

const testOf = (statement: Statement, claim: string): ConditionTest | undefined =>
  statement.tests.find((test) => {
    const key = oidcKey(test.key);
    return key?.issuer.toLowerCase() === ISSUER && key.claim.toLowerCase() === claim;
  });

const trust: Check = (attachment, context) =>
  given(attachment, context).flatMap((one): readonly Raised[] => {
    const statements = cognitoTrust(one.role, context);
    if (!statements) return [];
    const range = one.value.range;
    const role: Rich = named(one.role);
    const values = { role, users: one.users };
    if (!statements.some((s) => covers(s.actions, "sts:AssumeRoleWithWebIdentity")))
      return [{ id: "identity-pool-role-no-trust", range, values }];
    return [
      ...usersCaution(one, statements, range),
      ...poolCaution(attachment, statements, role, range, context),
    ];
  });

/** `amr` is `authenticated`, `unauthenticated`, or names a provider, which only signed-in users have. */
function usersCaution(one: Given, statements: readonly Statement[], range: Raised["range"]): Raised[] {
  const values = { role: named(one.role), users: one.users };
  const tests = statements.map((s) => testOf(s, "amr"));
  if (tests.some((test) => test === undefined)) return [{ id: "identity-pool-role-any-user", range, values }];
  const amr = tests.flatMap((test) => test?.values.map((value) => literalOf(value)) ?? []);
  if (amr.some((value) => value === undefined || value.includes("*"))) return [];
  const fits = (value: string | undefined) =>
    (value === "unauthenticated") === (one.users === "unauthenticated");
  if (amr.some(fits) || amr.length === 0) return [];
  const found = or([...new Set(amr)].map((value) => [code(value ?? "")]));
  return [{ id: "identity-pool-role-wrong-users", range, values: { ...values, amr: found } }];
}

/** Only when each pool named by `aud` is a pool of this file, and none is the attachment's. */
function poolCaution(
  attachment: Resource,
  statements: readonly Statement[],
  role: Rich,
  range: Raised["range"],
  context: CheckContext,
): Raised[] {
  const pool = resourceOf(property(attachment, "IdentityPoolId"), context.model);
  const named_ = statements.flatMap((s) => testOf(s, "aud")?.values ?? []);
  const pools = named_.map((value) => {
    const reference = referenceOf(value);
    return reference?.kind === "resource" ? reference.resource : undefined;
  });
  if (
    !pool ||
    pools.length === 0 ||
    pools.some((p) => p?.type !== "AWS::Cognito::IdentityPool" || p === pool)
  )
    return [];
  const values = { role, pool: named(pool), other: or(named_.map(show)) };
  return [{ id: "identity-pool-role-other-pool", range, values }];
}

// ---------------------------------------------------------------- what guests may do

const GUEST_USUAL =
  /^(cognito-sync|mobileanalytics|rum|cognito-identity|geo|personalize|evidently|mobiletargeting):/i;

const guestPower: Check = (attachment, context) =>
  given(attachment, context)
    .filter((one) => one.users === "unauthenticated")
    .flatMap((one) => {
      const statements = policiesOf(one.role, context).statements.filter(
        (s) => s.effect === "Allow" && s.whole,
      );
      for (const s of statements) {
        const action = s.actions.find((a) => /^(\*|[a-z0-9-]+:\*)$/i.test(a.s) && !GUEST_USUAL.test(a.s));
        if (!action || !s.resources.some((r) => r.s === "*") || s.tests.length) continue;
        const values = { role: named(one.role), action: [code(action.s)], resource: say`every resource` };
        return [{ id: "identity-pool-guest-power", range: one.value.range, values }];
      }
      return [];
    });

const mappings: Check = (attachment, context) => {
  const map = property(attachment, "RoleMappings");
  return (map?.kind === "map" ? map.entries : []).flatMap((e): readonly Raised[] => {
    const type = valueAt(e.value, "Type");
    const kind = known(type, context.model);
    const whole = e.value?.kind === "map" && !e.value.entries.some((x) => x.key.startsWith("Fn::"));
    if (!type || !whole || (kind !== "Token" && kind !== "Rules")) return [];
    const said = e.value?.kind === "map" && e.value.entries.some((x) => x.key === "AmbiguousRoleResolution");
    return said ? [] : [{ id: "role-mapping-ambiguous", range: type.range, values: { type: [code(kind)] } }];
  });
};

export const attachmentChecks: readonly Check[] = [trust, guestPower, mappings];

// ---------------------------------------------------------------- principal tags

const tagSession: Check = (tag, context) => {
  const pool = resourceOf(property(tag, "IdentityPoolId"), context.model);
  const attachment = pool && attachmentOf(pool, context);
  if (!pool || !attachment || isUnset(tag, "PrincipalTags")) {
    if (!pool || !attachment || booleanOf(property(tag, "UseDefaults"), context.model) !== true) return [];
  }
  return given(attachment, context)
    .filter((one) => one.users === "authenticated")
    .flatMap((one) => {
      const statements = cognitoTrust(one.role, context);
      if (!statements?.length || statements.some((s) => covers(s.actions, "sts:TagSession"))) return [];
      const values = { pool: named(pool), role: named(one.role) };
      return [{ id: "principal-tag-without-tag-session", range: tag.typeRange ?? tag.idRange, values }];
    });
};

export const principalTagChecks: readonly Check[] = [tagSession];
