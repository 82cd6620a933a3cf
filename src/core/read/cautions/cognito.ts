/** User pools and app clients. */
import { code } from "../../text.ts";
import type { Resource, Value } from "../../types.ts";
import { duration, or } from "../phrase.ts";
import { codes, knownItems, referring } from "../read.ts";
import { booleanOf, known, resourceOf } from "../resolve.ts";
import { isOAuthOff, tokenSeconds } from "../resources/appClient.ts";
import { isUnset, items, property } from "../structure.ts";
import type { CheckContext } from "./policies.ts";
import type { Check, Raised } from "./raise.ts";

// ---------------------------------------------------------------- user pool

const mfa: Check = (pool, context) => {
  const value = property(pool, "MfaConfiguration");
  const state = known(value, context.model);
  if (!value || state === undefined) return [];
  if (state === "OFF") return [{ id: "user-pool-mfa-off", range: value.range }];
  const none =
    isUnset(pool, "EnabledMfas") &&
    isUnset(pool, "SmsConfiguration") &&
    isUnset(pool, "WebAuthnFactorConfiguration");
  return none
    ? [{ id: "user-pool-mfa-without-factor", range: value.range, values: { state: [code(state)] } }]
    : [];
};

const factors: Check = (pool, context) =>
  items(property(pool, "EnabledMfas")).flatMap(({ value, when }): readonly Raised[] => {
    const factor = when.length ? undefined : known(value, context.model);
    const off = known(property(pool, "MfaConfiguration"), context.model) ?? "OFF";
    if (off === "OFF") return [];
    if (factor === "SMS_MFA" && isUnset(pool, "SmsConfiguration"))
      return [{ id: "user-pool-sms-without-configuration", range: value.range }];
    if (factor !== "EMAIL_OTP") return [];
    const account = known(property(pool, "EmailConfiguration", "EmailSendingAccount"), context.model);
    const unset = isUnset(pool, "EmailConfiguration", "EmailSendingAccount");
    return unset || account === "COGNITO_DEFAULT"
      ? [{ id: "user-pool-email-otp-without-ses", range: value.range }]
      : [];
  });

/** The plan that is written; nothing where it is absent, since its default depends on the features. */
const plan = (pool: Resource, context: CheckContext): string | undefined =>
  known(property(pool, "UserPoolTier"), context.model);

const tooSmall = (feature: string, has: string, needed: string, range: Raised["range"]): Raised => ({
  id: "user-pool-plan-too-small",
  range,
  values: { feature, plan: [code(has)], needed: [code(needed)] },
});

const planFeatures: Check = (pool, context) => {
  const has = plan(pool, context);
  if (has !== "LITE" && has !== "ESSENTIALS") return [];
  const threat = property(pool, "UserPoolAddOns", "AdvancedSecurityMode");
  const mode = known(threat, context.model);
  const guarded = mode === "AUDIT" || mode === "ENFORCED";
  const found = threat && guarded ? [tooSmall("Threat protection", has, "PLUS", threat.range)] : [];
  return has === "LITE" ? [...found, ...liteFeatures(pool, context)] : found;
};

function liteFeatures(pool: Resource, context: CheckContext): Raised[] {
  const factors = property(pool, "Policies", "SignInPolicy", "AllowedFirstAuthFactors");
  const listed = knownItems(factors, context) ?? [];
  const mail = items(property(pool, "EnabledMfas")).find(
    (i) => known(i.value, context.model) === "EMAIL_OTP",
  );
  const version = property(pool, "LambdaConfig", "PreTokenGenerationConfig", "LambdaVersion");
  const v = known(version, context.model);
  return [
    ...(factors && listed.some((f) => f !== "PASSWORD")
      ? [tooSmall("Sign-in without a password", "LITE", "ESSENTIALS", factors.range)]
      : []),
    ...(mail ? [tooSmall("MFA by email", "LITE", "ESSENTIALS", mail.value.range)] : []),
    ...(version && (v === "V2_0" || v === "V3_0")
      ? [tooSmall("Changing access tokens", "LITE", "ESSENTIALS", version.range)]
      : []),
  ];
}

const managedLogin: Check = (domain, context) => {
  const version = property(domain, "ManagedLoginVersion");
  const pool = resourceOf(property(domain, "UserPoolId"), context.model);
  if (!version || !pool || known(version, context.model) !== "2" || plan(pool, context) !== "LITE") return [];
  return [tooSmall("Managed login", "LITE", "ESSENTIALS", version.range)];
};

/** Only of a pool that looks like one with people in it: MFA on, the plan PLUS, or a domain of its own. */
const unprotected: Check = (pool, context) => {
  // The CDK keeps a user pool unless its removal policy says otherwise.
  if (pool.construct !== undefined) return [];
  if (
    !isUnset(pool, "DeletionProtection") &&
    known(property(pool, "DeletionProtection"), context.model) !== "INACTIVE"
  )
    return [];
  if (pool.attributes.some((e) => /^(DeletionPolicy|UpdateReplacePolicy)$/.test(e.key))) return [];
  const mfaOn = known(property(pool, "MfaConfiguration"), context.model) === "ON";
  const domain = referring("AWS::Cognito::UserPoolDomain", "UserPoolId", pool, context);
  const own = domain.some((d) => property(d, "CustomDomainConfig") !== undefined);
  return mfaOn || own || plan(pool, context) === "PLUS"
    ? [{ id: "user-pool-deletion-unprotected", range: pool.typeRange ?? pool.idRange }]
    : [];
};

export const userPoolChecks: readonly Check[] = [mfa, factors, planFeatures, unprotected];
export const domainChecks: readonly Check[] = [managedLogin];

// ---------------------------------------------------------------- app client

const rotation: Check = (client, context) => {
  const feature = property(client, "RefreshTokenRotation", "Feature");
  if (!feature || known(feature, context.model) !== "ENABLED") return [];
  const flows = knownItems(property(client, "ExplicitAuthFlows"), context);
  const absent = isUnset(client, "ExplicitAuthFlows");
  if (!absent && !flows?.includes("ALLOW_REFRESH_TOKEN_AUTH")) return [];
  const how = absent ? " (it is there by default)" : "";
  return [{ id: "client-rotation-with-refresh-flow", range: feature.range, values: { how } }];
};

const grants: Check = (client, context) =>
  items(property(client, "AllowedOAuthFlows")).flatMap(({ value, when }): readonly Raised[] => {
    const grant = when.length ? undefined : known(value, context.model);
    if (grant === "implicit")
      return [
        {
          id: isWritten(client, value) ? "client-implicit-flow" : "client-default-flows",
          range: value.range,
        },
      ];
    return grant === "client_credentials" ? machine(client, value.range, context) : [];
  });

/** The CDK's default stands where the construct stands, not at a text of its own. */
const isWritten = (client: Resource, grant: Value): boolean =>
  client.construct === undefined || grant.range.start !== client.range.start;

function machine(client: Resource, range: Raised["range"], context: CheckContext): Raised[] {
  const all = knownItems(property(client, "AllowedOAuthFlows"), context) ?? [];
  const others = all.filter((grant) => grant === "code" || grant === "implicit");
  const secret = booleanOf(property(client, "GenerateSecret"), context.model);
  const none = secret === false || isUnset(client, "GenerateSecret");
  return [
    ...(others.length
      ? [{ id: "client-credentials-mixed", range, values: { other: or(codes(others)) } }]
      : []),
    ...(none ? [{ id: "client-credentials-without-secret", range }] : []),
  ];
}

const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/?]|$)/i;

const callbacks: Check = (client, context) =>
  items(property(client, "CallbackURLs")).flatMap(({ value, when }) => {
    const url = when.length ? undefined : known(value, context.model);
    if (!url || !/^http:\/\//i.test(url) || LOOPBACK.test(url)) return [];
    return [{ id: "client-callback-http", range: value.range, values: { url: [code(url)] } }];
  });

const existence: Check = (client, context) => {
  const value = property(client, "PreventUserExistenceErrors");
  return value && known(value, context.model) === "LEGACY"
    ? [{ id: "client-user-existence", range: value.range }]
    : [];
};

/** A public client only, and not while a user migration trigger of the pool needs the password. */
const plainPassword: Check = (client, context) => {
  const pool = resourceOf(property(client, "UserPoolId"), context.model);
  const secret = booleanOf(property(client, "GenerateSecret"), context.model);
  const open = secret === false || isUnset(client, "GenerateSecret");
  if (!open || !pool || !isUnset(pool, "LambdaConfig", "UserMigration")) return [];
  return items(property(client, "ExplicitAuthFlows"))
    .filter((item) => /^(ALLOW_)?USER_PASSWORD_AUTH$/.test(known(item.value, context.model) ?? ""))
    .map((item) => ({ id: "client-plain-password", range: item.value.range }));
};

const oauthOff: Check = (client, context) => {
  const flows = knownItems(property(client, "AllowedOAuthFlows"), context);
  const at = client.properties?.entries.find((e) => e.key === "AllowedOAuthFlows")?.keyRange;
  return flows?.length && at && isOAuthOff(client, context) ? [{ id: "client-oauth-off", range: at }] : [];
};

/** Each named provider of a client, against the providers of the pool in this file. */
const providers: Check = (client, context) => {
  const pool = resourceOf(property(client, "UserPoolId"), context.model);
  // The CDK's own providers see to the order themselves.
  if (pool?.type !== "AWS::Cognito::UserPool" || client.construct !== undefined) return [];
  const own = referring("AWS::Cognito::UserPoolIdentityProvider", "UserPoolId", pool, context);
  const byName = new Map(own.map((p) => [known(property(p, "ProviderName"), context.model), p]));
  return items(property(client, "SupportedIdentityProviders")).flatMap(
    ({ value, when }): readonly Raised[] => {
      const name = when.length || value.kind !== "scalar" ? undefined : known(value, context.model);
      if (!name || name === "COGNITO" || byName.has(undefined)) return [];
      const found = byName.get(name);
      if (!found)
        return [{ id: "client-provider-missing", range: value.range, values: { provider: [code(name)] } }];
      return dependsOn(client, found, context)
        ? []
        : [{ id: "client-provider-order", range: value.range, values: { provider: [code(found.id)] } }];
    },
  );
};

function dependsOn(client: Resource, on: Resource, context: CheckContext): boolean {
  const value = client.attributes.find((e) => e.key === "DependsOn")?.value;
  return items(value).some((item) => known(item.value, context.model) === on.id);
}

const RANGES: readonly (readonly [token: string, name: string, least: number, most: number])[] = [
  ["AccessToken", "access", 300, 86400],
  ["IdToken", "ID", 300, 86400],
  ["RefreshToken", "refresh", 3600, 315_360_000],
];

const tokens: Check = (client, context) =>
  RANGES.flatMap(([token, name, least, most]) => {
    const seconds = tokenSeconds(client, token, context);
    const value = property(client, `${token}Validity`);
    // Zero asks for the default.
    if (!value || !seconds || (seconds >= least && seconds <= most)) return [];
    const values = { token: name, found: duration(seconds), least: duration(least), most: duration(most) };
    return [{ id: "client-token-range", range: value.range, values }];
  });

export const clientChecks: readonly Check[] = [
  rotation,
  grants,
  callbacks,
  existence,
  plainPassword,
  oauthOff,
  providers,
  tokens,
];
