import type { Value } from "../../../types.ts";
import { argumentsOf } from "../../pieces.ts";
import type { Node } from "../../syntax.ts";
import { entry, list, map, mapOf, scalar } from "../build.ts";
import { durationIn } from "../durations.ts";
import { follow } from "../lower/follow.ts";
import { lower } from "../lower/lower.ts";
import type { Lowering } from "../lower/lowering.ts";
import { convert, copy, type Entries, each, itemsIn, otherwise, type Props } from "../props.ts";
import { attachments, inlinePolicies, ownDocument } from "./policies.ts";
import { principalsOf } from "./principal.ts";
import { trustStatements } from "./principalElement.ts";
import { documentOf, itemsOf, lowerStatement } from "./statement.ts";

/** Identity constructs of aws-cdk-lib/aws-iam by their class name: the properties of the resource they make. */
export const iamConstructs: Readonly<Record<string, (p: Props) => Entries>> = {
  Role: (p) => [
    ...trustPolicy(p),
    ...copy(p, "description", "Description"),
    ...managedPolicies(p, "managedPolicies", "addManagedPolicy"),
    ...convert(p, "maxSessionDuration", "MaxSessionDuration", (node) => durationIn(p.l, node, "seconds")),
    ...copy(p, "path", "Path"),
    ...boundary(p),
    ...inlinePolicies(p),
    ...copy(p, "roleName", "RoleName"),
  ],
  User: (p) => [
    ...groups(p),
    ...loginProfile(p),
    ...managedPolicies(p, "managedPolicies", "addManagedPolicy"),
    ...copy(p, "path", "Path"),
    ...boundary(p),
    ...copy(p, "userName", "UserName"),
  ],
  Group: (p) => [
    ...copy(p, "groupName", "GroupName"),
    ...managedPolicies(p, "managedPolicies", "addManagedPolicy"),
    ...copy(p, "path", "Path"),
  ],
  Policy: (p) => [...copy(p, "policyName", "PolicyName"), ...ownDocument(p), ...attachments(p)],
  ManagedPolicy: (p) => [
    ...copy(p, "description", "Description"),
    ...otherwise(p, "description", "Description", scalar("", p.range)),
    ...copy(p, "managedPolicyName", "ManagedPolicyName"),
    ...copy(p, "path", "Path"),
    ...otherwise(p, "path", "Path", scalar("/", p.range)),
    ...ownDocument(p),
    ...attachments(p),
  ],
  InstanceProfile: (p) => [
    ...copy(p, "instanceProfileName", "InstanceProfileName"),
    ...copy(p, "path", "Path"),
    ...convert(p, "role", "Roles", (node) => list([lower(p.l, node)], node.range)),
  ],
  OpenIdConnectProvider: oidcProvider,
  OidcProviderNative: oidcProvider,
  SamlProvider: (p) => [...copy(p, "name", "Name"), ...copy(p, "metadataDocument", "SamlMetadataDocument")],
  AccessKey: (p) => [
    ...copy(p, "serial", "Serial"),
    ...copy(p, "status", "Status"),
    ...copy(p, "user", "UserName"),
  ],
};

function oidcProvider(p: Props): Entries {
  return [
    ...copy(p, "clientIds", "ClientIdList"),
    ...copy(p, "thumbprints", "ThumbprintList"),
    ...copy(p, "url", "Url"),
    ...copy(p, "oidcProviderName", "Name"),
  ];
}

function trustPolicy(p: Props): Entries {
  const { l, instance } = p;
  const field = p.fields.get("assumedBy");
  const principals = field?.node ? principalsOf(l, field.node) : [];
  const conditions = externalIds(p);
  const statements = trustStatements(
    principals.map((one) => ({ ...one, conditions: [...one.conditions, ...conditions] })),
  );
  const added = l.calls
    .on(instance.node, "assumeRolePolicy.addStatements")
    .flatMap((call) => argumentsOf(call).map((item) => lowerStatement(l, item)));
  if (!field && added.length === 0) return [];
  const document = documentOf(
    [...statements, ...added],
    field?.node?.range ?? p.range,
    field?.keyRange ?? p.range,
  );
  return [
    entry(
      "AssumeRolePolicyDocument",
      field && !field.node ? undefined : document,
      field?.keyRange ?? p.range,
    ),
  ];
}

/** `externalIds: ["x"]` is a condition on sts:ExternalId. */
function externalIds(p: Props): readonly Value[] {
  const field = p.fields.get("externalIds") ?? p.fields.get("externalId");
  const value = field?.node && lower(p.l, field.node);
  if (!field || !value) return [];
  const items = itemsOf(value);
  const [only] = items;
  const given = items.length === 1 && only ? only : value;
  return [
    mapOf(
      { StringEquals: map([entry("sts:ExternalId", given, field.keyRange)], value.range) },
      field.keyRange,
    ),
  ];
}

function managedPolicies(p: Props, prop: string, method: string): Entries {
  const { l, instance } = p;
  const field = p.fields.get(prop);
  const added = l.calls.on(instance.node, method).flatMap((call) => argumentsOf(call).slice(0, 1));
  if (!field && added.length === 0) return [];
  const given = field?.node ? itemsOf(each(l, field.node, (item) => policyArn(l, item))) : [];
  const all = list([...given, ...added.map((item) => policyArn(l, item))], field?.node?.range ?? p.range);
  return [entry("ManagedPolicyArns", all, field?.keyRange ?? p.range)];
}

/** A managed policy's ARN; `{ managedPolicyArn: ... }` stands for one too. */
function policyArn(l: Lowering, node: Node): Value {
  const made = follow(l, node);
  const arn =
    made.kind === "map" ? made.entries.find(({ key }) => key === "managedPolicyArn")?.value : undefined;
  return lower(l, arn ?? node);
}

function boundary(p: Props): Entries {
  return convert(p, "permissionsBoundary", "PermissionsBoundary", (node) => policyArn(p.l, node));
}

export function groups(p: Props): Entries {
  const field = p.fields.get("groups");
  const added = p.l.calls.on(p.instance.node, "addToGroup").flatMap((call) => argumentsOf(call).slice(0, 1));
  if (!field && added.length === 0) return [];
  const items = [...(itemsIn(p.l, field?.node) ?? []), ...added];
  return [
    entry(
      "Groups",
      list(
        items.map((item) => lower(p.l, item)),
        field?.node?.range ?? p.range,
      ),
      field?.keyRange ?? p.range,
    ),
  ];
}

function loginProfile(p: Props): Entries {
  const password = copy(p, "password", "Password");
  if (password.length === 0) return [];
  const reset = copy(p, "passwordResetRequired", "PasswordResetRequired");
  return [entry("LoginProfile", map([...password, ...reset], p.range), password[0]?.keyRange ?? p.range)];
}
