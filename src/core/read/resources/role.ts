/** Roles, users, groups and their policies: who may be it, and what it may do in terms of identity. */
import { say } from "../../text.ts";
import type { Resource, Rich, Value } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { named } from "../nouns.ts";
import { and, distinct, plural, show } from "../phrase.ts";
import { tell } from "../policy/document.ts";
import { parsePolicy, type Statement } from "../policy/parse.ts";
import { trusted } from "../policy/trust.ts";
import { referring, shown, shownItems, target } from "../read.ts";
import { known, resolve } from "../resolve.ts";
import { items, property } from "../structure.ts";
import { policyName, powers } from "./powers.ts";

/** The statements of a role's trust policy. */
export const trustOf = (role: Resource, context: ReadContext): readonly Statement[] =>
  parsePolicy(property(role, "AssumeRolePolicyDocument"), context)?.statements ?? [];

export function readRole(role: Resource, context: ReadContext): Rich[] {
  const told = tell(trustOf(role, context), "trust", role, context, "more trust statement");
  return [...told, permissionLine(role, context)];
}

/** "for GitHub Actions ...; administrator" */
export function summariseRole(role: Resource, context: ReadContext): Rich {
  const who = distinct(trustOf(role, context).flatMap((s) => trusted(s, context)));
  const unread = say`assumed by whoever a policy allows that can't be followed here`;
  const by = who.length
    ? say`assumed by ${and(who.slice(0, 3))}${who.length > 3 ? " and others" : ""}`
    : unread;
  const able = powers(policiesOf(role, context), context);
  const within = property(role, "PermissionsBoundary") ? ", within its boundary" : "";
  return able.length ? say`${by}; ${and(able)}${within}` : by;
}

function permissionLine(role: Resource, context: ReadContext): Rich {
  const policies = policiesOf(role, context);
  const able = powers(policies, context);
  const { managed } = policies;
  const inline = policies.statements.length;
  const has = [
    ...managed.slice(0, 4),
    ...(managed.length > 4 ? [say`${plural(managed.length - 4, "more policy", "more policies")}`] : []),
    ...(inline ? [say`${plural(inline, "statement")} of its own`] : []),
  ];
  const boundary = shown(property(role, "PermissionsBoundary"), context);
  const under = boundary ? say`, never more than the boundary ${boundary} allows` : [];
  if (has.length === 0 && !policies.whole) return say`What it may do can't be followed here${under}.`;
  if (has.length === 0)
    return say`No permissions are given to it in this file${boundary ? say`; its boundary is ${boundary}` : []}.`;
  const sum = able.length ? say`: ${and(able)}` : [];
  return say`It has ${and(has)}${sum}${under}.`;
}

/** What is attached to a role, user or group in this file. */
export interface Attached {
  readonly managed: readonly Rich[];
  /** Literal names or ARNs of AWS managed policies. */
  readonly names: readonly string[];
  readonly statements: readonly Statement[];
  /** False when more may be attached than can be seen. */
  readonly whole: boolean;
}

export function policiesOf(owner: Resource, context: ReadContext): Attached {
  const managed = items(property(owner, "ManagedPolicyArns"));
  const own = items(property(owner, "Policies")).map((item) =>
    item.value.kind === "map" ? item.value.entries.find((e) => e.key === "PolicyDocument")?.value : undefined,
  );
  const attached = attachedPolicies(owner, context).map((policy) => property(policy, "PolicyDocument"));
  const documents = [...own, ...attached].map((document) => parsePolicy(document, context));
  const names = managed.map(({ value, when }) => (when.length ? undefined : known(value, context.model)));
  return {
    managed: shownItems(property(owner, "ManagedPolicyArns"), context, policyName),
    names: names.filter((name) => name !== undefined),
    statements: documents.flatMap((document) => document?.statements ?? []),
    whole:
      names.every((name) => name !== undefined) && documents.every((document) => document?.whole === true),
  };
}

/** Policies of this file that name the role, user or group. */
function attachedPolicies(owner: Resource, context: ReadContext): Resource[] {
  const kind = owner.type.split("::")[2] ?? "";
  return [
    ...referring("AWS::IAM::Policy", `${kind}s`, owner, context),
    ...referring("AWS::IAM::ManagedPolicy", `${kind}s`, owner, context),
    ...referring(`AWS::IAM::${kind}Policy`, `${kind}Name`, owner, context),
  ];
}

export function readPolicyResource(policy: Resource, context: ReadContext): Rich[] {
  const statements = parsePolicy(property(policy, "PolicyDocument"), context)?.statements ?? [];
  return [...tell(statements, "identity", policy, context), attachment(policy, context)];
}

export function summarisePolicy(policy: Resource, context: ReadContext): Rich {
  const statements = parsePolicy(property(policy, "PolicyDocument"), context)?.statements ?? [];
  const able = powers({ managed: [], names: [], statements, whole: false }, context);
  const what = able.length ? and(able) : say`${plural(statements.length, "statement")}`;
  const to = holders(policy, context);
  return to.length ? say`${what}; for ${and(to)}` : what;
}

const HOLDERS = ["AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group"];

/** Who has a policy: those that it names, and those of this file that name it. */
const holders = (policy: Resource, context: ReadContext): Rich[] => [
  ...["Roles", "Users", "Groups", "RoleName", "UserName", "GroupName"].flatMap((key) =>
    shownItems(property(policy, key), context),
  ),
  ...naming("ManagedPolicyArns", policy, context),
];

const naming = (key: string, policy: Resource, context: ReadContext): Rich[] =>
  HOLDERS.flatMap((type) => referring(type, key, policy, context)).map(named);

function attachment(policy: Resource, context: ReadContext): Rich {
  const to = holders(policy, context);
  const limited = naming("PermissionsBoundary", policy, context);
  if (to.length) return say`It is attached to ${and(to)}.`;
  if (limited.length)
    return say`It is the permissions boundary of ${and(limited)}, and grants nothing by itself.`;
  return policy.type === "AWS::IAM::ManagedPolicy"
    ? say`It grants nothing until it is attached to a role, user or group.`
    : say`It is attached to nothing yet.`;
}

export function readUserOrGroup(owner: Resource, context: ReadContext): Rich[] {
  const first =
    owner.type === "AWS::IAM::User"
      ? say`A user, whose credentials are long-lived${groups(owner, context)}${login(property(owner, "LoginProfile"))}.`
      : say`A group: its policies count for every user that is put into it.`;
  return [first, permissionLine(owner, context)];
}

const groups = (owner: Resource, context: ReadContext): Rich => {
  const list = shownItems(property(owner, "Groups"), context);
  return list.length ? say`, in ${and(list)}` : [];
};
const login = (profile: Value | undefined): string => (profile ? ", who may sign in to the console" : "");

export function readInstanceProfile(profile: Resource, context: ReadContext): Rich[] {
  const roles = shownItems(property(profile, "Roles"), context);
  return roles.length ? [say`Hands ${and(roles)} to the EC2 instances that are started with it.`] : [];
}

export function readServiceLinkedRole(role: Resource, context: ReadContext): Rich[] {
  const service = property(role, "AWSServiceName");
  if (!service) return [];
  const name = show(resolve(service, context.model));
  return [say`A role that only ${name} can assume, with permissions that AWS sets.`];
}

export function readAccessKey(key: Resource, context: ReadContext): Rich[] {
  return [
    say`A long-lived access key of ${target(property(key, "UserName"), context)}: it has no end of its own.`,
  ];
}
