/** Doors from outside: OIDC and SAML providers, Roles Anywhere. */
import { code, say } from "../../text.ts";
import type { Resource, Rich, Value } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { and, duration } from "../phrase.ts";
import { shown, shownItems, target, worded } from "../read.ts";
import { booleanOf, numberOf, resolve } from "../resolve.ts";
import { property } from "../structure.ts";
import { referenceOf } from "../text.ts";
import { trustOf } from "./role.ts";

export function readOidcProvider(provider: Resource, context: ReadContext): Rich[] {
  const url = shown(property(provider, "Url"), context) ?? say`an issuer that is still to be written`;
  const audiences = shownItems(property(provider, "ClientIdList"), context);
  const meant = audiences.length ? say` and meant for ${and(audiences)}` : [];
  return [say`Accepts tokens issued by ${url}${meant}.`, trusting(provider, context)];
}

export function readSamlProvider(provider: Resource, context: ReadContext): Rich[] {
  const name = shown(property(provider, "Name"), context);
  const encrypted = worded(
    property(provider, "AssertionEncryptionMode"),
    { Required: ", which must be encrypted", Allowed: ", encrypted or not" },
    [],
    context,
  );
  return [
    say`Accepts SAML assertions${name ? say` of ${name}` : []}${encrypted}.`,
    trusting(provider, context),
  ];
}

/** Roles of this file whose trust policy names a resource. */
export function rolesTrusting(of: Resource, context: ReadContext): Resource[] {
  return [...context.model.resources.values()].filter(
    (role) =>
      role.type === "AWS::IAM::Role" && trustOf(role, context).some((s) => mentions(s.node, of, context, 0)),
  );
}

function mentions(value: Value, of: Resource, context: ReadContext, depth: number): boolean {
  if (depth > 12) return false;
  if (value.kind === "map")
    return value.entries.some((e) => e.value && mentions(e.value, of, context, depth + 1));
  if (value.kind === "list") return value.items.some((item) => mentions(item, of, context, depth + 1));
  if (value.kind !== "intrinsic") return false;
  const text = resolve(value, context.model);
  const whole = referenceOf(text);
  return whole?.kind === "resource"
    ? whole.resource === of
    : text.refs.some((ref) => ref.kind === "resource" && ref.resource === of);
}

function trusting(provider: Resource, context: ReadContext): Rich {
  const roles = rolesTrusting(provider, context).map((role): Rich => [code(role.id)]);
  if (roles.length === 0) return say`No role of this file trusts it.`;
  return roles.length === 1 ? say`The role ${and(roles)} trusts it.` : say`The roles ${and(roles)} trust it.`;
}

export function readTrustAnchor(anchor: Resource, context: ReadContext): Rich[] {
  const from = worded(
    property(anchor, "Source", "SourceType"),
    {
      AWS_ACM_PCA: "an AWS Private CA",
      CERTIFICATE_BUNDLE: "the certificates that are given here",
      SELF_SIGNED_REPOSITORY: "self-signed certificates",
    },
    say`an authority that is still to be written`,
    context,
  );
  return [
    say`Machines with a certificate of ${from} can ask for temporary credentials${off(anchor, context)}.`,
    trusting(anchor, context),
  ];
}

export function readProfile(profile: Resource, context: ReadContext): Rich[] {
  const roles = shownItems(property(profile, "RoleArns"), context);
  const seconds = property(profile, "DurationSeconds");
  const n = numberOf(seconds, context.model);
  const long =
    n !== undefined ? say`${duration(n)}` : seconds ? (shown(seconds, context) ?? []) : say`1 hour`;
  const policies = shownItems(property(profile, "ManagedPolicyArns"), context);
  const narrowed =
    policies.length || property(profile, "SessionPolicy") ? ", narrowed by a session policy" : "";
  const list = roles.length ? and(roles) : say`no role yet`;
  return [
    say`Lets machines with a trusted certificate take ${list} for up to ${long}${narrowed}${off(profile, context)}.`,
  ];
}

const off = (resource: Resource, context: ReadContext): string =>
  booleanOf(property(resource, "Enabled"), context.model) === false ? " (switched off)" : "";

export const readPolicyStore = (store: Resource, context: ReadContext): Rich[] => {
  const mode = worded(
    property(store, "ValidationSettings", "Mode"),
    { STRICT: "checked against its schema", OFF: "not checked against a schema" },
    say`still to be set up`,
    context,
  );
  return [say`Cedar policies that are ${mode} decide who may do what in an application.`];
};

export function readIdentitySource(source: Resource, context: ReadContext): Rich[] {
  const pool = property(source, "Configuration", "CognitoUserPoolConfiguration", "UserPoolArn");
  const issuer = property(source, "Configuration", "OpenIdConnectConfiguration", "Issuer");
  const from = pool ? target(pool, context) : target(issuer, context);
  return [
    say`Tokens of ${from} say who the principal is in ${target(property(source, "PolicyStoreId"), context)}.`,
  ];
}
