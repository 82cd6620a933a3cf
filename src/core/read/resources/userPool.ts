/** User pools and what belongs to them. https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools.html */
import { code, plain, say } from "../../text.ts";
import type { Resource, Rich } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { and, or, show } from "../phrase.ts";
import { knownItems, shown, shownItems, target, worded } from "../read.ts";
import { booleanOf, numberOf, resolve } from "../resolve.ts";
import { items, property, valueAt } from "../structure.ts";

export function readUserPool(pool: Resource, context: ReadContext): Rich[] {
  return [
    say`People sign in with ${signIn(pool, context)}; ${signUp(pool, context)}.`,
    say`${mfa(pool, context)}; ${password(pool, context)}${recovery(pool, context)}; ${keeping(pool, context)}${triggers(pool)}.`,
    say`What serves as username can never be changed, and attributes can only be added.`,
  ];
}

export const summariseUserPool = (pool: Resource, context: ReadContext): Rich =>
  say`sign-in with ${signIn(pool, context)}; ${signUp(pool, context)}; ${mfa(pool, context)}`;

const ATTRIBUTES: Readonly<Record<string, string>> = {
  email: "email address",
  phone_number: "phone number",
  preferred_username: "preferred username",
};

function attributes(pool: Resource, key: string, context: ReadContext): Rich[] {
  const list = knownItems(property(pool, key), context);
  return list
    ? list.map((name) => say`${ATTRIBUTES[name] ?? name}`)
    : shownItems(property(pool, key), context);
}

function signIn(pool: Resource, context: ReadContext): Rich {
  const names = attributes(pool, "UsernameAttributes", context);
  if (names.length) return say`${their(names)} as username${caseOf(pool, context)}`;
  return say`a username${aliases(pool, context)}${caseOf(pool, context)}`;
}

/** An address or number must be verified before it serves to sign in; a preferred username need not. */
function aliases(pool: Resource, context: ReadContext): Rich {
  const [preferred, others] = split(
    attributes(pool, "AliasAttributes", context),
    (name) => plain(name) === ATTRIBUTES.preferred_username,
  );
  return say`${preferred.length ? say`, or ${their(preferred)}` : []}${others.length ? say`, or, once verified, ${their(others)}` : []}`;
}

const split = <T>(list: readonly T[], first: (one: T) => boolean): readonly [T[], T[]] => [
  list.filter(first),
  list.filter((one) => !first(one)),
];

/** "their email address"; a value that isn't known goes without "their". */
const their = (names: readonly Rich[]): Rich =>
  names.every((name) => name.length === 1 && !name[0]?.style) ? say`their ${or(names)}` : or(names);

function caseOf(pool: Resource, context: ReadContext): string {
  const value = booleanOf(property(pool, "UsernameConfiguration", "CaseSensitive"), context.model);
  return value === true ? " (capitals count)" : "";
}

function signUp(pool: Resource, context: ReadContext): Rich {
  const only = property(pool, "AdminCreateUserConfig", "AllowAdminCreateUserOnly");
  return worded(
    only,
    { true: "only administrators make users", false: "anyone may sign up" },
    say`anyone may sign up`,
    context,
    (value) => say`only administrators make users if ${value} is ${code("true")}, else anyone may sign up`,
  );
}

const FACTORS: Readonly<Record<string, string>> = {
  SMS_MFA: "SMS",
  SOFTWARE_TOKEN_MFA: "authenticator app",
  EMAIL_OTP: "email",
};

function mfa(pool: Resource, context: ReadContext): Rich {
  const list = knownItems(property(pool, "EnabledMfas"), context);
  const by = list?.length ? say` by ${or(list.map((f) => say`${FACTORS[f] ?? f}`))}` : [];
  const value = property(pool, "MfaConfiguration");
  const state = worded(
    value,
    { OFF: "no MFA", ON: "MFA is required", OPTIONAL: "users may choose MFA" },
    say`no MFA`,
    context,
    (value) => say`MFA is ${value}`,
  );
  const on = state.length > 1 || !/^no MFA$/.test(state[0]?.text ?? "");
  return say`${state}${on ? by : []}`;
}

const CLASSES: readonly (readonly [string, string])[] = [
  ["RequireLowercase", "lowercase"],
  ["RequireUppercase", "uppercase"],
  ["RequireNumbers", "digits"],
  ["RequireSymbols", "symbols"],
];

function password(pool: Resource, context: ReadContext): Rich {
  const policy = property(pool, "Policies", "PasswordPolicy");
  const length = shown(valueAt(policy, "MinimumLength"), context) ?? say`8`;
  const kinds = CLASSES.filter(([key]) => {
    const value = valueAt(policy, key);
    // Without a password policy Cognito asks for all four.
    return policy ? booleanOf(value, context.model) === true : true;
  }).map(([, name]) => say`${name}`);
  return say`passwords of at least ${length} characters${kinds.length ? say` with ${and(kinds)}` : []}`;
}

const MECHANISMS: Readonly<Record<string, string>> = {
  verified_email: "verified email",
  verified_phone_number: "verified phone number",
  admin_only: "administrators only",
};

/** The ways to a new password, the first one first. */
function recovery(pool: Resource, context: ReadContext): Rich {
  const listed = items(property(pool, "AccountRecoverySetting", "RecoveryMechanisms"))
    .map(({ value }) => ({
      rank: numberOf(valueAt(value, "Priority"), context.model) ?? 9,
      name: worded(valueAt(value, "Name"), MECHANISMS, [], context),
    }))
    .filter(({ name }) => name.length > 0)
    .sort((a, b) => a.rank - b.rank);
  const [first, ...rest] = listed.map(({ name }) => name);
  return first ? say`; recovery by ${first}${rest.flatMap((name) => say`, then ${name}`)}` : [];
}

function keeping(pool: Resource, context: ReadContext): Rich {
  const plan = shown(property(pool, "UserPoolTier"), context);
  const guarded = worded(
    property(pool, "DeletionProtection"),
    { ACTIVE: "protected from deletion", INACTIVE: "not protected from deletion" },
    say`not protected from deletion`,
    context,
    (value) => say`protection from deletion is ${value}`,
  );
  return plan ? say`plan ${plan}; ${guarded}` : guarded;
}

function triggers(pool: Resource): Rich {
  const config = property(pool, "LambdaConfig");
  if (config?.kind !== "map" || config.entries.length === 0) return [];
  const names = config.entries.map((e): Rich => [code(e.key)]).filter((n) => n[0]?.text !== "KMSKeyID");
  return say`; triggers ${and(names)}`;
}

export function readDomain(domain: Resource, context: ReadContext): Rich[] {
  const name = property(domain, "Domain");
  const custom = property(domain, "CustomDomainConfig");
  const pool = target(property(domain, "UserPoolId"), context);
  const at = name ? show(resolve(name, context.model)) : say`an address that is still to be written`;
  const kind = custom ? "its own domain" : "the prefix domain";
  const version = shown(property(domain, "ManagedLoginVersion"), context);
  return [
    say`Sign-in pages of ${pool} at ${kind} ${at}${version ? say`, managed login version ${version}` : []}.`,
  ];
}

export function readGroup(group: Resource, context: ReadContext): Rich[] {
  const role = property(group, "RoleArn");
  const precedence = shown(property(group, "Precedence"), context);
  const gets = role ? say`; through an identity pool they can get ${target(role, context)}` : [];
  const rank = precedence ? say`; precedence ${precedence} (the lowest wins)` : [];
  const name = shown(property(group, "GroupName"), context);
  return [
    say`A group ${name ?? []} of users of ${target(property(group, "UserPoolId"), context)}, named in their tokens${gets}${rank}.`,
  ];
}

export function readIdentityProvider(provider: Resource, context: ReadContext): Rich[] {
  const kind = shown(property(provider, "ProviderType"), context) ?? say`outside`;
  const name = shown(property(provider, "ProviderName"), context) ?? say`no name yet`;
  const pool = target(property(provider, "UserPoolId"), context);
  return [say`Lets users of the ${kind} provider ${name} sign in to ${pool}.`];
}

export function readResourceServer(server: Resource, context: ReadContext): Rich[] {
  const id = shown(property(server, "Identifier"), context) ?? say`its identifier`;
  const list = property(server, "Scopes");
  const scopes =
    list?.kind === "list"
      ? list.items.flatMap((item) => {
          const name = shown(valueAt(item, "ScopeName"), context);
          return name ? [name] : [];
        })
      : [];
  const what = scopes.length ? say`the scopes ${and(scopes)}` : say`no scopes yet`;
  return [
    say`An API ${id} of ${target(property(server, "UserPoolId"), context)} with ${what}; clients ask for them as ${code("identifier/scope")}.`,
  ];
}
