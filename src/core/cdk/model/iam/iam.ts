import type { Value } from "../../../types.ts";
import { argumentsOf, isWrapper } from "../../pieces.ts";
import type { Instance } from "../../resolve/instances.ts";
import type { Node } from "../../syntax.ts";
import { addedStatement } from "../additions.ts";
import { entry, list, map, mapOf, ref, scalar } from "../build.ts";
import { durationIn } from "../durations.ts";
import { follow } from "../lower/follow.ts";
import { lower, textOf } from "../lower/lower.ts";
import { type Lowering, sourceOf } from "../lower/lowering.ts";
import { openIn } from "../open.ts";
import { convert, copy, type Entries, each, itemsIn, otherwise, type Props } from "../props.ts";
import { principalsOf } from "./principal.ts";
import { trustStatements } from "./principalElement.ts";
import { documentOf, itemsOf, lowerDocument, lowerStatement, statementsIn } from "./statement.ts";

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

// ---------------------------------------------------------------- trust

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

// ---------------------------------------------------------------- policies

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

function inlinePolicies(p: Props): Entries {
  const field = p.fields.get("inlinePolicies");
  const made = field?.node && follow(p.l, field.node);
  if (!field || !made) return [];
  const isPairs = made.kind === "call" && isWrapper(made) === "map";
  const open = isPairs ? [] : openIn(p.l.resolver, made);
  const pairs =
    made.kind === "map"
      ? made.entries.map(({ key, keyNode, value }) => ({
          name: key ?? textOf(lower(p.l, keyNode)) ?? "",
          keyNode,
          value,
        }))
      : callPairs(p, isPairs ? argumentsOf(made) : []);
  const policies = pairs.map(({ name, keyNode, value }) =>
    map(
      [
        ...(value ? [entry("PolicyDocument", lowerDocument(p.l, value), keyNode.range)] : []),
        entry("PolicyName", scalar(name, keyNode.range), keyNode.range),
      ],
      value?.range ?? keyNode.range,
    ),
  );
  const unread = open.map((node) => sourceOf(p.l, node));
  return [entry("Policies", list([...policies, ...unread], made.range), field.keyRange)];
}

/** Java's `Map.of("name", document)`. */
function callPairs(
  p: Props,
  args: readonly Node[],
): readonly { name: string; keyNode: Node; value: Node | undefined }[] {
  return args.flatMap((keyNode, i) =>
    i % 2 === 0 ? [{ name: textOf(lower(p.l, keyNode)) ?? "", keyNode, value: args[i + 1] }] : [],
  );
}

/** The document of a Policy or ManagedPolicy: `document`, `statements`, and what is added later. */
function ownDocument(p: Props): Entries {
  const { l, instance } = p;
  const document = p.fields.get("document");
  const field = p.fields.get("statements");
  const added = l.calls
    .on(instance.node, "addStatements")
    .flatMap((call) => argumentsOf(call).map((item) => lowerStatement(l, item)));
  if (document?.node) return [entry("PolicyDocument", lowerDocument(l, document.node), document.keyRange)];
  const statements = [...statementsIn(l, field?.node), ...added];
  if (statements.length === 0 && !field) return [];
  return [
    entry(
      "PolicyDocument",
      documentOf(statements, field?.node?.range ?? p.range, field?.keyRange ?? p.range),
      field?.keyRange ?? p.range,
    ),
  ];
}

function attachments(p: Props): Entries {
  const kinds = [
    ["groups", "Groups", "Group"],
    ["roles", "Roles", "Role"],
    ["users", "Users", "User"],
  ] as const;
  return kinds.flatMap(([prop, name, type]) => {
    const field = p.fields.get(prop);
    const added = attachedLater(p, type);
    if (added.length === 0)
      return convert(p, prop, name, (node) => each(p.l, node, (item) => lower(p.l, item)));
    const given = field?.node ? itemsOf(each(p.l, field.node, (item) => lower(p.l, item))) : [];
    const range = field?.keyRange ?? added[0]?.range ?? p.range;
    return [entry(name, list([...given, ...added.map((node) => lower(p.l, node))], range), range)];
  });
}

/** `policy.attachToRole(role)`, `role.attachInlinePolicy(policy)` */
function attachedLater({ l, instance }: Props, type: string): readonly Node[] {
  const to = l.calls.on(instance.node, `attachTo${type}`).flatMap((call) => argumentsOf(call).slice(0, 1));
  const by = l.calls.taking(instance.node, "attachInlinePolicy").filter((node) => kindOf(l, node) === type);
  return [...to, ...by];
}

function kindOf(l: Lowering, node: Node): string {
  const meaning = l.resolver.meaning(node);
  const known = meaning?.kind === "value" ? /\.I?(Role|User|Group)$/.exec(meaning.type)?.[1] : undefined;
  return known ?? "Role";
}

/** What `addToPolicy` and its like make: a policy of its own beside the role, user or group. */
export function addedPolicy(l: Lowering, instance: Instance): Entries | undefined {
  const holder = ({ Role: "Roles", User: "Users", Group: "Groups" } as Record<string, string>)[
    className(instance)
  ];
  const calls = ["addToPolicy", "addToPrincipalPolicy"]
    .flatMap((name) => l.calls.on(instance.node, name))
    .map((call) => ({
      call,
      give: () =>
        argumentsOf(call)
          .slice(0, 1)
          .map((item) => lowerStatement(l, item)),
    }));
  const others = l.additions
    .to(instance.node)
    .map((one) => ({ call: one.call, give: () => [addedStatement(l, one)] }));
  const added = [...calls, ...others].sort((a, b) => a.call.range.start - b.call.range.start);
  const [first] = added;
  if (holder === undefined || !first) return undefined;
  const statements = added.flatMap(({ give }) => give());
  const { range } = first.call;
  return [
    entry("PolicyDocument", documentOf(statements, range), range),
    entry("PolicyName", scalar(`${instance.id}DefaultPolicy`, range), range),
    entry(holder, list([ref(instance.id, range)], range), range),
  ];
}

const className = ({ fqn }: Instance): string => fqn.slice(fqn.lastIndexOf(".") + 1);

// ---------------------------------------------------------------- users

function groups(p: Props): Entries {
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
