import type { Value } from "../../../types.ts";
import { entry, list, map, ref, scalar } from "../build.ts";
import { fieldsOf } from "../fields.ts";
import { lower, textOf } from "../lower/lower.ts";
import { convert, copy, type Entries, each, fixed, nestedFields, otherwise, type Props } from "../props.ts";
import { appClient } from "./appClient.ts";
import { userPool } from "./userPool.ts";

/** The user pool of a construct: its `userPool` prop, or what `addClient` and its like are called on. */
export function poolId(p: Props): Entries {
  const given = copy(p, "userPool", "UserPoolId");
  if (given.length > 0) return given;
  const { callee } = p.instance.node;
  const owner = callee.kind === "member" ? p.l.instances.find(callee.object) : undefined;
  return callee.kind === "member" && owner
    ? [entry("UserPoolId", ref(owner.id, callee.object.range), callee.object.range)]
    : [];
}

/** Constructs of aws-cdk-lib/aws-cognito by their class name. */
export const cognitoConstructs: Readonly<Record<string, (p: Props) => Entries>> = {
  UserPool: userPool,
  UserPoolClient: (p) => [...poolId(p), ...appClient(p)],
  UserPoolDomain: (p) => [...poolId(p), ...domain(p)],
  UserPoolGroup: (p) => [
    ...poolId(p),
    ...copy(p, "description", "Description"),
    ...copy(p, "groupName", "GroupName"),
    ...copy(p, "precedence", "Precedence"),
    ...convert(p, "role", "RoleArn", (node) => {
      const instance = p.l.instances.find(node);
      const value = lower(p.l, node);
      return instance
        ? {
            ...value,
            kind: "intrinsic",
            name: "Fn::GetAtt",
            argument: list([scalar(instance.id, node.range), scalar("Arn", node.range)], node.range),
          }
        : value;
    }),
  ],
  UserPoolResourceServer: (p) => [
    ...poolId(p),
    ...copy(p, "identifier", "Identifier"),
    ...resourceServerName(p),
    ...convert(p, "scopes", "Scopes", (node) => each(p.l, node, (item) => scope(p, item))),
  ],
  UserPoolIdentityProviderGoogle: (p) =>
    provider(p, "Google", {
      clientId: "client_id",
      clientSecret: "client_secret",
      clientSecretValue: "client_secret",
      scopes: "authorize_scopes",
    }),
  UserPoolIdentityProviderFacebook: (p) =>
    provider(p, "Facebook", {
      clientId: "client_id",
      clientSecret: "client_secret",
      apiVersion: "api_version",
      scopes: "authorize_scopes",
    }),
  UserPoolIdentityProviderAmazon: (p) =>
    provider(p, "LoginWithAmazon", {
      clientId: "client_id",
      clientSecret: "client_secret",
      scopes: "authorize_scopes",
    }),
  UserPoolIdentityProviderApple: (p) =>
    provider(p, "SignInWithApple", {
      clientId: "client_id",
      teamId: "team_id",
      keyId: "key_id",
      privateKey: "private_key",
      scopes: "authorize_scopes",
    }),
  UserPoolIdentityProviderOidc: (p) =>
    provider(p, "OIDC", {
      clientId: "client_id",
      clientSecret: "client_secret",
      issuerUrl: "oidc_issuer",
      scopes: "authorize_scopes",
    }),
  UserPoolIdentityProviderSaml: (p) =>
    provider(p, "SAML", {
      idpSignout: "IDPSignout",
      idpInitiated: "IDPInit",
      encryptedResponses: "EncryptedResponses",
    }),
};

function domain(p: Props): Entries {
  const prefix = nestedFields(p, "cognitoDomain").get("domainPrefix");
  const custom = nestedFields(p, "customDomain");
  const name = prefix ?? custom.get("domainName");
  const certificate = custom.get("certificate");
  const config = certificate?.node
    ? map(
        [entry("CertificateArn", lower(p.l, certificate.node), certificate.keyRange)],
        certificate.node.range,
      )
    : undefined;
  return [
    ...(name ? [entry("Domain", name.node && lower(p.l, name.node), name.keyRange)] : []),
    ...(config && certificate ? [entry("CustomDomainConfig", config, certificate.keyRange)] : []),
    ...copy(p, "managedLoginVersion", "ManagedLoginVersion"),
  ];
}

function resourceServerName(p: Props): Entries {
  const given = copy(p, "userPoolResourceServerName", "Name");
  return given.length > 0 ? given : copy(p, "identifier", "Name");
}

/** `new ResourceServerScope({ scopeName, scopeDescription })` */
function scope(p: Props, node: Parameters<typeof lower>[1]): Value {
  const { l } = p;
  const made = l.calls.origin(node);
  const given = made.kind === "call" ? (made.arguments[0]?.value ?? made) : made;
  const struct = "aws-cdk-lib.aws_cognito.ResourceServerScopeProps";
  const own = fieldsOf(l.resolver, made, struct);
  const fields = own.size > 0 ? own : fieldsOf(l.resolver, given, struct);
  if (fields.size === 0) return lower(l, node);
  const names = { scopeName: "ScopeName", scopeDescription: "ScopeDescription" };
  return map(
    Object.entries(names).flatMap(([prop, name]) => {
      const field = fields.get(prop);
      return field ? [entry(name, field.node && lower(l, field.node), field.keyRange)] : [];
    }),
    made.range,
  );
}

/** A federated provider: its name and type are fixed, but for OIDC and SAML. */
function provider(p: Props, type: string, details: Readonly<Record<string, string>>): Entries {
  const named = copy(p, "name", "ProviderName");
  const given = Object.entries(details).flatMap(([prop, name]) =>
    convert(p, prop, name, (node) => detail(p, node)),
  );
  return [
    ...poolId(p),
    ...(named.length > 0
      ? named
      : type === "OIDC" || type === "SAML"
        ? []
        : [fixed(p, "ProviderName", type)]),
    fixed(p, "ProviderType", type),
    entry("ProviderDetails", map([...given, ...providerDefaults(p, type)], p.range), p.range),
    ...copy(p, "identifiers", "IdpIdentifiers"),
  ];
}

const SCOPES: Readonly<Record<string, string>> = {
  Google: "profile",
  Facebook: "public_profile",
  LoginWithAmazon: "profile",
  SignInWithApple: "name",
  OIDC: "openid",
};

/** What the CDK asks a provider for where the scopes aren't given. */
function providerDefaults(p: Props, type: string): Entries {
  const scopes = SCOPES[type];
  return [
    ...(scopes === undefined ? [] : otherwise(p, "scopes", "authorize_scopes", scalar(scopes, p.range))),
    ...(type === "OIDC" ? [fixed(p, "attributes_request_method", "GET")] : []),
  ];
}

/** Scopes are one text with spaces between, Facebook's with commas. */
function detail(p: Props, node: Parameters<typeof lower>[1]): Value {
  const value = lower(p.l, node);
  if (value.kind !== "list") return value;
  const texts = value.items.map(textOf);
  const separator = p.instance.fqn.endsWith("Facebook") ? "," : " ";
  return texts.every((text) => text !== undefined) ? scalar(texts.join(separator), value.range) : value;
}
