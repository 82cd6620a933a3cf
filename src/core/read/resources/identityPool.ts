/** Identity pools, their role attachment and principal tags. */
import { code, say } from "../../text.ts";
import type { Resource, Rich } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { and } from "../phrase.ts";
import { referring, shownItems, target, worded } from "../read.ts";
import { booleanOf } from "../resolve.ts";
import { items, property, valueAt } from "../structure.ts";

export function readIdentityPool(pool: Resource, context: ReadContext): Rich[] {
  const attachment = attachmentOf(pool, context);
  const closed = booleanOf(property(pool, "AllowUnauthenticatedIdentities"), context.model) === false;
  const roles = attachment ? [rolesSentence(attachment, context, closed)] : [];
  return [
    say`${guests(pool, context)}; they sign in through ${providers(pool, context)}${classic(pool, context)}.`,
    ...roles,
  ];
}

export const summariseIdentityPool = (pool: Resource, context: ReadContext): Rich =>
  say`${guests(pool, context)}; through ${providers(pool, context)}`;

/** The one attachment of this file that names the pool. */
export const attachmentOf = (pool: Resource, context: ReadContext): Resource | undefined =>
  referring("AWS::Cognito::IdentityPoolRoleAttachment", "IdentityPoolId", pool, context)[0];

const guests = (pool: Resource, context: ReadContext): Rich =>
  worded(
    property(pool, "AllowUnauthenticatedIdentities"),
    {
      true: "Signed-in users and guests get AWS credentials",
      false: "Signed-in users get AWS credentials, guests none",
    },
    say`Signed-in users get AWS credentials`,
    context,
    (value) => say`Signed-in users get AWS credentials, guests too if ${value} is ${code("true")}`,
  );

const classic = (pool: Resource, context: ReadContext): string =>
  booleanOf(property(pool, "AllowClassicFlow"), context.model)
    ? "; the classic flow is open, in which the app calls STS itself"
    : "";

function providers(pool: Resource, context: ReadContext): Rich {
  const native = items(property(pool, "CognitoIdentityProviders")).map((item) => {
    const client = valueAt(item.value, "ClientId");
    const name = valueAt(item.value, "ProviderName");
    return client ? say`the user pool of ${target(client, context)}` : target(name, context);
  });
  const social = property(pool, "SupportedLoginProviders");
  const names = social?.kind === "map" ? social.entries.map((e) => say`${e.key}`) : [];
  const others = ["OpenIdConnectProviderARNs", "SamlProviderARNs"].flatMap((key) =>
    shownItems(property(pool, key), context),
  );
  const developer = property(pool, "DeveloperProviderName");
  const own = developer ? [say`the developer provider ${target(developer, context)}`] : [];
  const all = [...native, ...names, ...others, ...own];
  return all.length ? and(all) : say`no provider yet`;
}

export function readRoleAttachment(attachment: Resource, context: ReadContext): Rich[] {
  const pool = target(property(attachment, "IdentityPoolId"), context);
  return [say`For ${pool}: ${rolesSentence(attachment, context)}`];
}

const USERS: Readonly<Record<string, string>> = {
  authenticated: "signed-in users get",
  unauthenticated: "guests get",
};

/** `closed`: the pool lets no guests in, whatever role there is for them. */
function rolesSentence(attachment: Resource, context: ReadContext, closed = false): Rich {
  const roles = property(attachment, "Roles");
  const parts =
    roles?.kind === "map"
      ? roles.entries.map(
          (e) =>
            say`${closed && e.key === "unauthenticated" ? "guests, once let in, get" : (USERS[e.key] ?? e.key)} ${target(e.value, context)}`,
        )
      : [];
  const mapping = property(attachment, "RoleMappings");
  const mapped = mapping?.kind === "map" ? mapping.entries.map((e) => mappingWords(e.value, context)) : [];
  return parts.length || mapped.length
    ? say`${and([...parts, ...mapped])}.`
    : say`the roles are still to be written.`;
}

function mappingWords(mapping: Parameters<typeof target>[0], context: ReadContext): Rich {
  const kind = worded(
    valueAt(mapping, "Type"),
    { Token: "the role in their token", Rules: "the role that the first fitting rule names" },
    say`a mapped role`,
    context,
  );
  const otherwise = worded(
    valueAt(mapping, "AmbiguousRoleResolution"),
    { AuthenticatedRole: "else the authenticated role", Deny: "else none" },
    say`else none`,
    context,
  );
  return say`users of a mapped provider get ${kind}, ${otherwise}`;
}

export function readPrincipalTag(tag: Resource, context: ReadContext): Rich[] {
  const provider = property(tag, "IdentityProviderName");
  const pool = target(property(tag, "IdentityPoolId"), context);
  return [
    say`Claims of users who come from ${target(provider, context)} become session tags of their credentials from ${pool}.`,
  ];
}
