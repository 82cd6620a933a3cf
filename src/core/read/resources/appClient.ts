/** App clients: who may sign in through them, how, and how long the tokens live. */
import { code, say } from "../../text.ts";
import type { Resource, Rich } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { and, duration, or, plural } from "../phrase.ts";
import { knownItems, shown, shownItems, target, worded } from "../read.ts";
import { booleanOf, known, numberOf } from "../resolve.ts";
import { isUnset, property } from "../structure.ts";

export function readAppClient(client: Resource, context: ReadContext): Rich[] {
  const pool = target(property(client, "UserPoolId"), context);
  return [
    say`An app of ${pool}, ${secret(client, context)}; it signs users in ${flows(client, context)}${providers(client, context)}.`,
    ...oauth(client, context),
    say`${tokens(client, context)}.`,
  ];
}

export const summariseAppClient = (client: Resource, context: ReadContext): Rich =>
  say`${secret(client, context)}; ${grants(client, context) ?? say`signs in ${flows(client, context)}`}; ${tokens(client, context, true)}`;

function secret(client: Resource, context: ReadContext): Rich {
  return worded(
    property(client, "GenerateSecret"),
    { true: "with a secret (for servers)", false: "without a secret (for browsers and phones)" },
    say`without a secret (for browsers and phones)`,
    context,
    (value) => say`with a secret if ${value} is ${code("true")}`,
  );
}

const FLOWS: Readonly<Record<string, string>> = {
  ALLOW_USER_SRP_AUTH: "SRP (the password never leaves the device)",
  ALLOW_USER_PASSWORD_AUTH: "the plain password",
  ALLOW_ADMIN_USER_PASSWORD_AUTH: "the plain password from a server",
  ALLOW_CUSTOM_AUTH: "a custom challenge",
  ALLOW_USER_AUTH: "a way the user chooses",
  USER_PASSWORD_AUTH: "the plain password",
  ADMIN_NO_SRP_AUTH: "the plain password from a server",
  CUSTOM_AUTH_FLOW_ONLY: "a custom challenge only",
};

function flows(client: Resource, context: ReadContext): Rich {
  const value = property(client, "ExplicitAuthFlows");
  const listed = value ? knownItems(value, context) : ["ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH"];
  if (!listed) return say`by the flows ${and(shownItems(value, context))}`;
  const named = listed.filter((f) => !/REFRESH_TOKEN_AUTH$/.test(f)).map((f) => say`${FLOWS[f] ?? f}`);
  return named.length ? say`by ${or(named)}` : say`by no direct flow`;
}

function providers(client: Resource, context: ReadContext): Rich {
  const list = property(client, "SupportedIdentityProviders");
  const names = list
    ? knownItems(list, context)?.map((n) => (n === "COGNITO" ? "the pool itself" : n))
    : undefined;
  if (names?.length)
    return say`, through ${or(names.map((n) => (n === "the pool itself" ? say`${n}` : [code(n)])))}`;
  const shown = list ? shownItems(list, context) : [];
  return shown.length ? say`, through ${or(shown)}` : [];
}

const GRANTS: Readonly<Record<string, string>> = {
  code: "authorization code",
  implicit: "implicit (tokens in the address bar)",
  client_credentials: "client credentials (no user)",
};

function grants(client: Resource, context: ReadContext): Rich | undefined {
  if (isOAuthOff(client, context)) return undefined;
  const list = knownItems(property(client, "AllowedOAuthFlows"), context);
  if (!list?.length) return undefined;
  return say`OAuth by ${and(list.map((g) => say`${GRANTS[g] ?? g}`))}`;
}

/** Without `AllowedOAuthFlowsUserPoolClient` the flows have no effect. */
export function isOAuthOff(client: Resource, context: ReadContext): boolean {
  const on = property(client, "AllowedOAuthFlowsUserPoolClient");
  return isUnset(client, "AllowedOAuthFlowsUserPoolClient") || booleanOf(on, context.model) === false;
}

function oauth(client: Resource, context: ReadContext): Rich[] {
  const by = grants(client, context);
  if (!by) return [];
  const scopes = shownItems(property(client, "AllowedOAuthScopes"), context);
  const callbacks = shownItems(property(client, "CallbackURLs"), context);
  const to = callbacks.length
    ? say`, back to ${and(callbacks.slice(0, 3))}${callbacks.length > 3 ? ` and ${plural(callbacks.length - 3, "more address", "more addresses")}` : ""}`
    : [];
  return [say`${by}${scopes.length ? say`, scopes ${and(scopes)}` : []}${to}.`];
}

const UNIT_SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86400 };
const TOKENS: readonly (readonly [key: string, unit: string, name: string, standard: string])[] = [
  ["AccessToken", "hours", "access", "1 hour"],
  ["IdToken", "hours", "ID", "1 hour"],
  ["RefreshToken", "days", "refresh", "30 days"],
];

/** How long a token of a client lives, in seconds; undefined when it can't be known. */
export function tokenSeconds(client: Resource, token: string, context: ReadContext): number | undefined {
  const row = TOKENS.find(([key]) => key === token);
  const value = numberOf(property(client, `${token}Validity`), context.model);
  const written = property(client, "TokenValidityUnits", token);
  const unit = written ? known(written, context.model) : row?.[1];
  const size = unit === undefined ? undefined : UNIT_SECONDS[unit];
  return value === undefined || size === undefined ? undefined : value * size;
}

function tokens(client: Resource, context: ReadContext, short = false): Rich {
  const parts = TOKENS.map(([key, unit, name, standard]) => {
    const value = property(client, `${key}Validity`);
    const seconds = tokenSeconds(client, key, context);
    // Zero asks for the default.
    if (!value || seconds === 0) return say`${name} ${standard}`;
    if (seconds !== undefined) return say`${name} ${duration(seconds)}`;
    const units = shown(property(client, "TokenValidityUnits", key), context) ?? say`${unit}`;
    return say`${name} ${shown(value, context) ?? []} ${units}`;
  });
  return short ? say`tokens: ${and(parts)}` : say`Tokens live: ${and(parts)}`;
}
