import type { MapValue, Range, Resource, Value } from "../../../types.ts";
import { entry, getAtt, join, list, map, mapOf, ref, scalar } from "../build.ts";
import type { Props } from "../props.ts";
import { arnOf, roleMappings } from "./roleMappings.ts";

const IDENTITY_POOLS: ReadonlySet<string> = new Set(["aws-cdk-lib.aws_cognito_identitypool.IdentityPool"]);

const KINDS = [
  ["authenticated", "authenticatedRole", "AuthenticatedRole"],
  ["unauthenticated", "unauthenticatedRole", "UnauthenticatedRole"],
] as const;

/**
 * What an IdentityPool makes beside itself: a role for each kind of user that isn't given one, and the attachment
 * of both. Nothing where its props aren't followed.
 */
export function identityPoolRoles(p: Props, pool: Resource): readonly Resource[] {
  if (!IDENTITY_POOLS.has(p.instance.fqn) || p.open.length > 0) return [];
  const made = KINDS.filter(([, prop]) => !p.fields.has(prop)).map(([users, , name]) =>
    resource(pool, name, "AWS::IAM::Role", defaultRole(pool.id, users, p.range)),
  );
  return [...made, attachment(p, pool)];
}

function attachment(p: Props, pool: Resource): Resource {
  const roles = KINDS.map(([users, prop, name]) => {
    const field = p.fields.get(prop);
    const range = field?.keyRange ?? p.range;
    return entry(users, field ? given(p, prop) : getAtt(pool.id + name, "Arn", range), range);
  });
  const mappings = p.fields.get("roleMappings");
  const properties = map(
    [
      entry("IdentityPoolId", ref(pool.id, p.range), p.range),
      ...(mappings ? [entry("RoleMappings", roleMappings(p, mappings), mappings.keyRange)] : []),
      entry("Roles", map(roles, p.range), p.range),
    ],
    p.range,
  );
  return resource(pool, "DefaultRoleAttachment", "AWS::Cognito::IdentityPoolRoleAttachment", properties);
}

function given(p: Props, prop: string): Value | undefined {
  const node = p.fields.get(prop)?.node;
  return node && arnOf(p, node);
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html */
function defaultRole(poolId: string, users: string, range: Range): MapValue {
  const text = (value: string): Value => scalar(value, range);
  const issuer = "cognito-identity.amazonaws.com";
  const statement = mapOf(
    {
      Action: text("sts:AssumeRoleWithWebIdentity"),
      Condition: mapOf(
        {
          StringEquals: mapOf({ [`${issuer}:aud`]: ref(poolId, range) }, range),
          "ForAnyValue:StringLike": mapOf({ [`${issuer}:amr`]: text(users) }, range),
        },
        range,
      ),
      Effect: text("Allow"),
      Principal: mapOf({ Federated: text(issuer) }, range),
    },
    range,
  );
  const document = mapOf({ Statement: list([statement], range), Version: text("2012-10-17") }, range);
  const kind = users.charAt(0).toUpperCase() + users.slice(1);
  const words = text(`Default ${kind} Role for Identity Pool `);
  const description = join([words, getAtt(poolId, "Name", range)], range);
  return mapOf({ AssumeRolePolicyDocument: document, Description: description }, range);
}

function resource(pool: Resource, name: string, type: string, properties: MapValue): Resource {
  const { idRange, range } = pool;
  const construct = type === "AWS::IAM::Role" ? { construct: "aws-cdk-lib.aws_iam.Role" } : {};
  return {
    id: pool.id + name,
    idRange,
    type,
    typeRange: undefined,
    properties,
    attributes: [],
    range,
    ...construct,
  };
}
