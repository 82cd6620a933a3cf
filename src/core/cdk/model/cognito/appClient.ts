import type { Value } from "../../../types.ts";
import { argumentsOf } from "../../pieces.ts";
import type { Node } from "../../syntax.ts";
import { entry, list, map, scalar } from "../build.ts";
import { durationIn } from "../durations.ts";
import { type Field, type Fields, fieldsOf } from "../fields.ts";
import { follow } from "../lower/follow.ts";
import { lower, textOf } from "../lower/lower.ts";
import {
  convert,
  copy,
  type Entries,
  each,
  enumValue,
  flag,
  flagged,
  memberOf,
  nestedFields,
  type Props,
} from "../props.ts";

/** aws-cdk-lib's UserPoolClient as `AWS::Cognito::UserPoolClient`, with the defaults that its constructor adds. */
export function appClient(p: Props): Entries {
  return [
    ...copy(p, "userPoolClientName", "ClientName"),
    ...copy(p, "generateSecret", "GenerateSecret"),
    ...authFlows(p),
    ...oAuth(p),
    ...convert(p, "preventUserExistenceErrors", "PreventUserExistenceErrors", (node) => {
      const value = lower(p.l, node);
      if (value.kind !== "scalar" || typeof value.value !== "boolean") return value;
      return scalar(value.value ? "ENABLED" : "LEGACY", value.range);
    }),
    ...identityProviders(p),
    ...copy(p, "enableTokenRevocation", "EnableTokenRevocation"),
    ...copy(p, "enablePropagateAdditionalUserContextData", "EnablePropagateAdditionalUserContextData"),
    ...convert(p, "authSessionValidity", "AuthSessionValidity", (node) => durationIn(p.l, node, "minutes")),
    ...validity(p),
    ...rotation(p),
  ];
}

const FLOWS = {
  userPassword: "ALLOW_USER_PASSWORD_AUTH",
  adminUserPassword: "ALLOW_ADMIN_USER_PASSWORD_AUTH",
  custom: "ALLOW_CUSTOM_AUTH",
  userSrp: "ALLOW_USER_SRP_AUTH",
  user: "ALLOW_USER_AUTH",
};

/** Tokens can be renewed unless they rotate. */
function authFlows(p: Props): Entries {
  const field = p.fields.get("authFlows");
  const fields = nestedFields(p, "authFlows");
  if (!field || fields.size === 0) return [];
  const range = field.node?.range ?? field.keyRange;
  const refresh = p.fields.has("refreshTokenRotationGracePeriod")
    ? []
    : [scalar("ALLOW_REFRESH_TOKEN_AUTH", range)];
  return [
    entry("ExplicitAuthFlows", list([...flagged(p.l, fields, FLOWS), ...refresh], range), field.keyRange),
  ];
}

// ---------------------------------------------------------------- OAuth

const GRANTS = {
  clientCredentials: "client_credentials",
  implicitCodeGrant: "implicit",
  authorizationCodeGrant: "code",
};
const ALL_SCOPES = ["profile", "phone", "email", "openid", "aws.cognito.signin.user.admin"];

/** Without `disableOAuth` the hosted pages are on: both code grants, every standard scope, example.com. */
function oAuth(p: Props): Entries {
  const disabled = p.fields.get("disableOAuth");
  if (disabled && flag(disabled, p.l) === true)
    return [entry("AllowedOAuthFlowsUserPoolClient", scalar(false, disabled.keyRange), disabled.keyRange)];
  const field = p.fields.get("oAuth");
  const fields = nestedFields(p, "oAuth");
  const keyRange = field?.keyRange ?? p.range;
  const flows = grants(p, fields);
  return [
    entry("AllowedOAuthFlowsUserPoolClient", scalar(true, keyRange), keyRange),
    ...(flows.length > 0
      ? [
          entry(
            "AllowedOAuthFlows",
            list(flows, fields.get("flows")?.node?.range ?? keyRange),
            fields.get("flows")?.keyRange ?? keyRange,
          ),
        ]
      : []),
    scopes(p, fields.get("scopes"), keyRange),
    ...callbacks(p, fields, flows),
    ...urls(p, fields, "logoutUrls", "LogoutURLs"),
    ...urls(p, fields, "defaultRedirectUri", "DefaultRedirectURI"),
  ];
}

function grants(p: Props, fields: Fields): readonly Value[] {
  const field = fields.get("flows");
  if (!field) return [scalar("implicit", p.range), scalar("code", p.range)];
  return flagged(p.l, fieldsOf(p.l.resolver, field.node, "aws-cdk-lib.aws_cognito.OAuthFlows"), GRANTS);
}

function callbacks(p: Props, fields: Fields, flows: readonly Value[]): Entries {
  if (fields.has("callbackUrls")) return urls(p, fields, "callbackUrls", "CallbackURLs");
  const needed = flows.some((flow) => /^(code|implicit)$/.test(textOf(flow) ?? ""));
  return needed
    ? [entry("CallbackURLs", list([scalar("https://example.com", p.range)], p.range), p.range)]
    : [];
}

function urls(p: Props, fields: Fields, prop: string, name: string): Entries {
  const field = fields.get(prop);
  return field ? [entry(name, field.node && lower(p.l, field.node), field.keyRange)] : [];
}

function scopes(p: Props, field: Field | undefined, otherwise: { start: number; end: number }) {
  if (!field?.node)
    return entry(
      "AllowedOAuthScopes",
      list(
        ALL_SCOPES.map((scope) => scalar(scope, otherwise)),
        otherwise,
      ),
      field?.keyRange ?? otherwise,
    );
  const given = each(p.l, field.node, (node) => scope(p, node));
  return entry("AllowedOAuthScopes", withOpenId(given), field.keyRange);
}

/** The CDK adds `openid` to the scopes that need it. */
function withOpenId(scopes: Value): Value {
  if (scopes.kind !== "list") return scopes;
  const names = scopes.items.map(textOf);
  if (names.includes("openid") || !names.some((name) => /^(phone|email|profile)$/.test(name ?? "")))
    return scopes;
  return list([...scopes.items, scalar("openid", scopes.range)], scopes.range);
}

const SCOPES = {
  PHONE: "phone",
  EMAIL: "email",
  OPENID: "openid",
  PROFILE: "profile",
  COGNITO_ADMIN: "aws.cognito.signin.user.admin",
};

/** `OAuthScope.OPENID`, `OAuthScope.custom("api/read")`, `OAuthScope.resourceServer(server, scope)` */
function scope(p: Props, node: Node): Value {
  const made = follow(p.l, node);
  const callee = made.kind === "call" ? p.l.resolver.meaning(made.callee) : undefined;
  if (made.kind !== "call" || callee?.kind !== "method") return enumValue(p.l, node, SCOPES);
  const [first] = argumentsOf(made);
  return callee.member.name === "custom" && first ? lower(p.l, first) : lower(p.l, node);
}

// ---------------------------------------------------------------- the rest

const PROVIDERS: Readonly<Record<string, string>> = {
  APPLE: "SignInWithApple",
  FACEBOOK: "Facebook",
  GOOGLE: "Google",
  AMAZON: "LoginWithAmazon",
  COGNITO: "COGNITO",
};

function identityProviders(p: Props): Entries {
  const field = p.fields.get("supportedIdentityProviders");
  if (!field)
    return [entry("SupportedIdentityProviders", list([scalar("COGNITO", p.range)], p.range), p.range)];
  const value = field.node && each(p.l, field.node, (node) => identityProvider(p, node));
  return [entry("SupportedIdentityProviders", value, field.keyRange)];
}

function identityProvider(p: Props, node: Node): Value {
  const made = follow(p.l, node);
  const name = memberOf(p.l, node);
  if (name !== undefined) return enumValue(p.l, node, PROVIDERS);
  const [first] = made.kind === "call" ? argumentsOf(made) : [];
  return first ? lower(p.l, first) : lower(p.l, node);
}

const VALIDITIES = {
  accessTokenValidity: "AccessToken",
  idTokenValidity: "IdToken",
  refreshTokenValidity: "RefreshToken",
};

/** The CDK counts token lifetimes in minutes. */
function validity(p: Props): Entries {
  const given = Object.entries(VALIDITIES).flatMap(([prop, name]) =>
    convert(p, prop, name, (node) => durationIn(p.l, node, "minutes")),
  );
  const [first] = given;
  if (!first) return [];
  const units = given.map(({ key, keyRange }) => entry(`${key}`, scalar("minutes", keyRange), keyRange));
  return [
    ...given.map((one) => ({ ...one, key: `${one.key}Validity` })),
    entry("TokenValidityUnits", map(units, first.keyRange), first.keyRange),
  ];
}

function rotation(p: Props): Entries {
  const field = p.fields.get("refreshTokenRotationGracePeriod");
  if (!field) return [];
  const seconds = field.node && durationIn(p.l, field.node, "seconds");
  const enabled = entry("Feature", scalar("ENABLED", field.keyRange), field.keyRange);
  return [
    entry(
      "RefreshTokenRotation",
      map(
        [enabled, entry("RetryGracePeriodSeconds", seconds, field.keyRange)],
        field.node?.range ?? field.keyRange,
      ),
      field.keyRange,
    ),
  ];
}
