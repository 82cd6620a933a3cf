/** IAM Identity Center: permission sets, assignments, applications. */
import { code, say } from "../../text.ts";
import type { Resource, Rich } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { and, duration, isoSeconds, show } from "../phrase.ts";
import { parsePolicy } from "../policy/parse.ts";
import { referring, shown, shownItems, target, worded } from "../read.ts";
import { known, resolve } from "../resolve.ts";
import { items, property, valueAt } from "../structure.ts";
import { literalOf } from "../text.ts";
import { policyName, powers } from "./powers.ts";

export function readPermissionSet(set: Resource, context: ReadContext): Rich[] {
  const name = property(set, "Name");
  const role = name
    ? say` (${code("AWSReservedSSO_…")} with the name ${show(resolve(name, context.model))})`
    : [];
  return [
    say`Sessions of up to ${sessionLength(set, context)} with ${policies(set, context)}${boundary(set, context)}.`,
    say`In each account where it is assigned it becomes a role${role}.`,
    ...assigned(set, context),
  ];
}

/** Who gets it where, as far as this file says. */
function assigned(set: Resource, context: ReadContext): Rich[] {
  const given = referring("AWS::SSO::Assignment", "PermissionSetArn", set, context);
  if (given.length === 0) return [];
  const list = given.slice(0, 3).map((one) => say`${who(one, context)} in ${place(one, context)}`);
  const more = given.length > 3 ? [say`${String(given.length - 3)} more`] : [];
  return [say`This file assigns it to ${and([...list, ...more])}.`];
}

export function summarisePermissionSet(set: Resource, context: ReadContext): Rich {
  return say`up to ${sessionLength(set, context)}; ${policies(set, context)}`;
}

/** A permission set's longest session; 1 hour where nothing is set. */
export function sessionLength(set: Resource, context: ReadContext): Rich {
  const value = property(set, "SessionDuration");
  if (!value) return say`1 hour`;
  const text = resolve(value, context.model);
  const seconds = isoSeconds(literalOf(text) ?? "");
  return seconds === undefined ? show(text) : [{ text: duration(seconds) }];
}

function policies(set: Resource, context: ReadContext): Rich {
  const aws = shownItems(property(set, "ManagedPolicies"), context).map(policyName);
  const own = items(property(set, "CustomerManagedPolicyReferences")).map((item) => {
    const name = shown(valueAt(item.value, "Name") ?? item.value, context);
    return say`the account's own policy ${name ?? []}`;
  });
  const inline = parsePolicy(property(set, "InlinePolicy"), context);
  const able = inline
    ? powers({ managed: [], names: [], statements: inline.statements, whole: false }, context)
    : [];
  const its = able.length ? say`its inline policy (${and(able)})` : say`its inline policy`;
  const all = [...aws, ...own, ...(property(set, "InlinePolicy") ? [its] : [])];
  return all.length ? and(all) : say`no permissions yet`;
}

function boundary(set: Resource, context: ReadContext): Rich {
  const aws = shown(property(set, "PermissionsBoundary", "ManagedPolicyArn"), context);
  const own = shown(property(set, "PermissionsBoundary", "CustomerManagedPolicyReference", "Name"), context);
  const name = aws ?? own;
  return name ? say`, never more than the boundary ${name} allows` : [];
}

const who = (resource: Resource, context: ReadContext): Rich => {
  const kind = worded(
    property(resource, "PrincipalType"),
    { GROUP: "the group", USER: "the user" },
    say`the principal`,
    context,
  );
  const id = property(resource, "PrincipalId");
  const literal = known(id, context.model);
  return literal === undefined ? target(id, context) : say`${kind} ${code(literal)}`;
};

export function readAssignment(assignment: Resource, context: ReadContext): Rich[] {
  const set = target(property(assignment, "PermissionSetArn"), context);
  return [say`Gives ${who(assignment, context)} ${set} in ${place(assignment, context)}.`];
}

function place(assignment: Resource, context: ReadContext): Rich {
  const account = property(assignment, "TargetId");
  const text = account ? resolve(account, context.model) : undefined;
  return text ? accountWords(show(text), literalOf(text)) : say`an account that is still to be written`;
}

function accountWords(words: Rich, literal: string | undefined): Rich {
  if (literal) return say`account ${literal.replace(/^(\d{4})(\d{4})(\d{4})$/, "$1-$2-$3")}`;
  return words;
}

export function readApplication(application: Resource, context: ReadContext): Rich[] {
  const name = shown(property(application, "Name"), context) ?? say`without a name yet`;
  return [
    say`An application ${name} that users of ${target(property(application, "InstanceArn"), context)} can be given.`,
  ];
}

export const readApplicationAssignment = (assignment: Resource, context: ReadContext): Rich[] => [
  say`Gives ${who(assignment, context)} access to ${target(property(assignment, "ApplicationArn"), context)}.`,
];

export function readAttributeConfiguration(config: Resource, context: ReadContext): Rich[] {
  const list = property(config, "AccessControlAttributes");
  const names = items(list).flatMap((item) => {
    const key = shown(valueAt(item.value, "Key"), context);
    return key ? [key] : [];
  });
  return names.length
    ? [say`Passes ${and(names)} of each user as session tags, for attribute-based access control.`]
    : [];
}

export function readStoreUser(user: Resource, context: ReadContext): Rich[] {
  const name = shown(property(user, "UserName"), context) ?? say`without a name yet`;
  return [say`A user ${name} of the identity store, who has no access until it is assigned.`];
}

export function readStoreGroup(group: Resource, context: ReadContext): Rich[] {
  const name = shown(property(group, "DisplayName"), context) ?? say`without a name yet`;
  return [
    say`A group ${name} of the identity store, for permission sets and applications to be assigned to.`,
  ];
}

export const readMembership = (membership: Resource, context: ReadContext): Rich[] => [
  say`Puts ${target(property(membership, "MemberId", "UserId"), context)} into ${target(property(membership, "GroupId"), context)}.`,
];
