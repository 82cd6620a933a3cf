import type { Value } from "../../../types.ts";
import type { Node } from "../../syntax.ts";
import { entry, join, list, map, ref, scalar } from "../build.ts";
import { type Field, fieldsOf } from "../fields.ts";
import { follow } from "../lower/follow.ts";
import { lower } from "../lower/lower.ts";
import { copy, type Entries, itemsIn, nestedFields, otherwise, type Props } from "../props.ts";

/** Constructs of aws-cdk-lib/aws-cognito-identitypool, and of its alpha package. */
export const identityPoolConstructs: Readonly<Record<string, (p: Props) => Entries>> = {
  IdentityPool: (p) => [
    ...copy(p, "identityPoolName", "IdentityPoolName"),
    ...copy(p, "allowUnauthenticatedIdentities", "AllowUnauthenticatedIdentities"),
    ...otherwise(
      p,
      "allowUnauthenticatedIdentities",
      "AllowUnauthenticatedIdentities",
      scalar(false, p.range),
    ),
    ...copy(p, "allowClassicFlow", "AllowClassicFlow"),
    ...providers(p),
    ...noProviders(p),
  ],
};

/** What the CDK writes where no provider is named, at once or later. */
function noProviders(p: Props): Entries {
  const added = p.l.calls.on(p.instance.node, "addUserPoolAuthentication");
  if (added.length > 0) return [];
  return otherwise(p, "authenticationProviders", "CognitoIdentityProviders", list([], p.range));
}

function providers(p: Props): Entries {
  const fields = nestedFields(p, "authenticationProviders");
  const pools = fields.get("userPools");
  const items = itemsIn(p.l, pools?.node) ?? [];
  const arns = (
    [
      ["openIdConnectProviders", "OpenIdConnectProviderARNs"],
      ["samlProviders", "SamlProviderARNs"],
      ["customProvider", "DeveloperProviderName"],
    ] as const
  ).flatMap(([prop, name]) => {
    const field = fields.get(prop);
    return field ? [entry(name, field.node && lower(p.l, field.node), field.keyRange)] : [];
  });
  if (!pools) return arns;
  const value = list(
    items.map((item) => userPoolProvider(p, item)),
    pools.node?.range ?? pools.keyRange,
  );
  return [entry("CognitoIdentityProviders", value, pools.keyRange), ...arns];
}

/** `new UserPoolAuthenticationProvider({ userPool, userPoolClient })`; without a client the CDK makes one. */
function userPoolProvider(p: Props, node: Node): Value {
  const made = follow(p.l, node);
  const struct = "aws-cdk-lib.aws_cognito_identitypool.UserPoolAuthenticationProviderProps";
  const keywords = fieldsOf(p.l.resolver, made, struct);
  const given = made.kind === "call" ? made.arguments[0]?.value : undefined;
  const fields = keywords.size > 0 ? keywords : fieldsOf(p.l.resolver, given, struct);
  const client = fields.get("userPoolClient");
  const disabled = fields.get("disableServerSideTokenCheck");
  const off = disabled?.node && lower(p.l, disabled.node);
  const check =
    off?.kind === "scalar" && off.value === true
      ? scalar(false, off.range)
      : scalar(true, disabled?.keyRange ?? made.range);
  return map(
    [
      ...(client ? [entry("ClientId", client.node && lower(p.l, client.node), client.keyRange)] : []),
      ...providerName(p, fields.get("userPool")),
      entry("ServerSideTokenCheck", check, disabled?.keyRange ?? made.range),
    ],
    made.range,
  );
}

/** `cognito-idp.<region>.<suffix>/<pool id>` */
function providerName(p: Props, pool: Field | undefined): Entries {
  if (!pool?.node) return [];
  const { range } = pool.node;
  const parts = [
    scalar("cognito-idp.", range),
    ref("AWS::Region", range),
    scalar(".", range),
    ref("AWS::URLSuffix", range),
    scalar("/", range),
    lower(p.l, pool.node),
  ];
  return [entry("ProviderName", join(parts, range), pool.keyRange)];
}
