import type { MapEntry, Value } from "../../../types.ts";
import { argumentsOf } from "../../pieces.ts";
import type { Node } from "../../syntax.ts";
import { entry, getAtt, join, list, map, scalar } from "../build.ts";
import { type Field, type Fields, fieldsOf } from "../fields.ts";
import { follow } from "../lower/follow.ts";
import { lower } from "../lower/lower.ts";
import { sourceOf } from "../lower/lowering.ts";
import { enumValue, flag, itemsIn, memberOf, type Props } from "../props.ts";

const MODULE = "aws-cdk-lib.aws_cognito_identitypool.";

/** The `roleMappings` of an IdentityPool as its attachment has them: by the provider's name, or the key that is given. */
export function roleMappings(p: Props, { node, keyRange }: Field): Value | undefined {
  const items = itemsIn(p.l, node);
  if (!node || !items) return node && sourceOf(p.l, node);
  return map(
    items.map((item) => mapping(p, item)),
    keyRange,
  );
}

function mapping(p: Props, item: Node): MapEntry {
  const fields = fieldsOf(p.l.resolver, follow(p.l, item), `${MODULE}IdentityPoolRoleMapping`);
  const provider = providerOf(p, fields.get("providerUrl")?.node);
  const key = fields.get("mappingKey");
  const name = key?.node ? lower(p.l, key.node) : provider;
  const text = name?.kind === "scalar" ? String(name.value) : "";
  return entry(text, mappingValue(p, fields, provider, item), key?.keyRange ?? item.range);
}

function mappingValue(p: Props, fields: Fields, provider: Value | undefined, { range }: Node): Value {
  const token = flag(fields.get("useToken"), p.l) === true;
  const ambiguous = flag(fields.get("resolveAmbiguousRoles"), p.l) === true;
  const said = (prop: string) => fields.get(prop)?.keyRange ?? range;
  const resolution = scalar(ambiguous ? "AuthenticatedRole" : "Deny", said("resolveAmbiguousRoles"));
  const rules = token ? undefined : fields.get("rules");
  return map(
    [
      entry("AmbiguousRoleResolution", resolution, said("resolveAmbiguousRoles")),
      ...(provider ? [entry("IdentityProvider", provider, said("providerUrl"))] : []),
      ...(rules ? [entry("RulesConfiguration", rulesOf(p, rules), rules.keyRange)] : []),
      entry("Type", scalar(token ? "Token" : "Rules", said("useToken")), said("useToken")),
    ],
    range,
  );
}

function rulesOf(p: Props, { node, keyRange }: Field): Value | undefined {
  const items = itemsIn(p.l, node);
  const rules = items
    ? list(
        items.map((item) => rule(p, item)),
        keyRange,
      )
    : node && sourceOf(p.l, node);
  return map([entry("Rules", rules, keyRange)], keyRange);
}

const MATCH_TYPES: Readonly<Record<string, string>> = {
  EQUALS: "Equals",
  CONTAINS: "Contains",
  STARTS_WITH: "StartsWith",
  NOTEQUAL: "NotEqual",
};

function rule(p: Props, item: Node): Value {
  const { l } = p;
  const fields = fieldsOf(l.resolver, follow(l, item), `${MODULE}RoleMappingRule`);
  const give = (prop: string, name: string, value: (node: Node) => Value): readonly MapEntry[] => {
    const field = fields.get(prop);
    return field ? [entry(name, field.node && value(field.node), field.keyRange)] : [];
  };
  const match = give("matchType", "MatchType", (node) => enumValue(l, node, MATCH_TYPES));
  return map(
    [
      ...give("claim", "Claim", (node) => lower(l, node)),
      ...(match.length > 0 ? match : [entry("MatchType", scalar("Equals", item.range), item.range)]),
      ...give("mappedRole", "RoleARN", (node) => arnOf(p, node)),
      ...give("claimValue", "Value", (node) => lower(l, node)),
    ],
    item.range,
  );
}

/** The ARN of a role that is given as a construct. */
export function arnOf({ l }: Props, node: Node): Value {
  const role = l.instances.find(node);
  return role ? getAtt(role.id, "Arn", node.range) : lower(l, node);
}

const PROVIDERS: Readonly<Record<string, string>> = {
  FACEBOOK: "graph.facebook.com",
  GOOGLE: "accounts.google.com",
  AMAZON: "www.amazon.com",
  APPLE: "appleid.apple.com",
  TWITTER: "api.twitter.com",
};

/** `IdentityPoolProviderUrl.GOOGLE`, `.openId(url)`, `.userPool(pool, client)` */
function providerOf({ l }: Props, node: Node | undefined): Value | undefined {
  if (!node) return undefined;
  const made = follow(l, node);
  const known = PROVIDERS[memberOf(l, made) ?? ""];
  if (known !== undefined) return scalar(known, made.range);
  const callee = made.kind === "call" ? l.resolver.meaning(made.callee) : undefined;
  const [first, second] = made.kind === "call" ? argumentsOf(made) : [];
  if (callee?.kind !== "method" || !first) return sourceOf(l, node);
  if (callee.member.name !== "userPool") return lower(l, first);
  const pool = l.instances.find(first);
  if (!pool || !second) return sourceOf(l, node);
  const colon = scalar(":", made.range);
  return join([getAtt(pool.id, "ProviderName", first.range), colon, lower(l, second)], made.range);
}
