/** A statement that grants or denies: in an identity policy, a resource policy, an SCP or an RCP. */
import { code, say } from "../../text.ts";
import type { PolicyUse, Resource, Rich } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { named } from "../nouns.ts";
import { and, capital, or, show, when } from "../phrase.ts";
import { referenceOf, type Text } from "../text.ts";
import { actionsPhrase, resourcesPhrase } from "./actions.ts";
import { conditionsTail, isNegative } from "./condition.ts";
import { modal, unsettled } from "./effect.ts";
import { covers, matchesPattern, type Statement } from "./parse.ts";
import { principalName } from "./principal.ts";

/**
 * The statement in one sentence, and one for each consequence that its words don't show: of all its actions, or of
 * those that `action` covers.
 */
export function permissionSentences(
  statement: Statement,
  use: PolicyUse,
  owner: Resource | undefined,
  context: ReadContext,
  action?: string,
): Rich[] {
  const every = use === "resource" ? whole(owner) : undefined;
  return [mainSentence(statement, use, every, context), ...consequences(statement, use, action)];
}

/** What `*` comes to in the policy of a resource; that of a VPC endpoint is about whatever is reached through it. */
function whole(owner: Resource | undefined): Rich | undefined {
  if (!owner || owner.type === "AWS::EC2::VPCEndpoint") return undefined;
  return owner.type === "AWS::KMS::Key" ? say`this key` : say`the resource that has this policy`;
}

function mainSentence(
  statement: Statement,
  use: PolicyUse,
  every: Rich | undefined,
  context: ReadContext,
): Rich {
  const what = say`${doing(statement, context)}${on(statement, every)}`;
  const guard = statement.when.length ? say`, ${when(statement.when)}` : [];
  const deny = statement.effect === "Deny";
  const tail = say`${guard}${conditionsTail(statement.tests, deny ? "if" : "only if", statement.sometimes)}${gap(statement)}.`;
  const who = principals(statement, context);
  if (who && deny) return say`Denies ${who} ${what}${tail}`;
  if (who) return say`${capital(who)} ${modal(statement)} do ${what}${tail}`;
  if (statement.effect === undefined) return say`Covers ${what}, ${unsettled(statement)}${tail}`;
  if (use === "scp" || use === "rcp") {
    if (deny) return say`Denies ${what} in every account it is attached to${tail}`;
    return say`Leaves ${what} open, and grants nothing by itself${tail}`;
  }
  return say`${deny ? "Denies" : "Allows"} ${what}${tail}`;
}

const gap = (statement: Statement): Rich =>
  statement.unread ? say` (a part of this statement can't be followed here)` : [];

function principals(statement: Statement, context: ReadContext): Rich | undefined {
  const names = (list: Statement["principals"]) => few(list.map((entry) => principalName(entry, context)));
  if (statement.notPrincipals.length) return say`everyone except ${names(statement.notPrincipals)}`;
  return statement.principals.length ? names(statement.principals) : undefined;
}

/** Names beyond these would push what follows out of the hover. */
const MOST_NAMES = 5;

function few(all: readonly Rich[]): Rich {
  const rest = all.length - MOST_NAMES;
  return rest > 1 ? and([...all.slice(0, MOST_NAMES), say`${String(rest)} more`]) : and(all);
}

function doing(statement: Statement, context: ReadContext): Rich {
  if (statement.notActions.length === 0) return actionsPhrase(statement.actions, context);
  return say`everything except ${actionsPhrase(statement.notActions, context)}`;
}

function on({ resources, notResources }: Statement, every: Rich | undefined): Rich {
  if (notResources.some(({ s }) => s === "*"))
    return say` on nothing (${code("NotResource")} is ${code("*")})`;
  if (notResources.length) return say` on everything except ${resourcesPhrase(notResources)}`;
  if (every && resources.some(({ s }) => s === "*")) return say` on ${every}`;
  return resources.length ? say` on ${resourcesPhrase(resources)}` : [];
}

// ---------------------------------------------------------------- consequences

function consequences(statement: Statement, use: PolicyUse, action: string | undefined): Rich[] {
  if (statement.effect !== "Allow" || use === "scp" || use === "rcp" || use === "resource") return [];
  return CONSEQUENCES.flatMap(([hidden, consequence]) =>
    lists(statement, hidden) && (action === undefined || matchesPattern(action, hidden))
      ? [say`${code(hidden)}: ${consequence(statement)}`]
      : [],
  );
}

const lists = (statement: Statement, action: string): boolean =>
  statement.actions.some((a) => a.s !== "*" && covers([a], action));

const CONSEQUENCES: readonly (readonly [action: string, consequence: (statement: Statement) => Rich])[] = [
  ["iam:PassRole", passRole],
  ["sts:AssumeRole", assumeRole],
  ["sts:TagSession", tagSession],
];

function passRole(statement: Statement): Rich {
  return say`whoever has it can hand ${roles(statement, "any role")} to ${receivers(statement)}, which then works with that role's permissions.`;
}

function receivers(statement: Statement): Rich {
  const tests = statement.tests.filter((test) => /^iam:PassedToService$/i.test(test.key));
  const named = tests.find((test) => !test.set && !isNegative(test.base) && !/^null$/i.test(test.base));
  if (named) return or(named.values.map(show));
  return tests.length ? say`a service that the condition leaves` : say`any service`;
}

function assumeRole(statement: Statement): Rich {
  return say`whoever has it can take the temporary credentials of ${roles(statement, "any role")}, where that role's trust policy allows it too.`;
}

function tagSession(): Rich {
  return say`session tags set this way count in every condition on the caller's tags (${code("aws:PrincipalTag")}).`;
}

function roles(statement: Statement, all: string): Rich {
  if (statement.notResources.length) return say`any role but those named`;
  const open = statement.resources.some((r) => r.s === "*");
  return open || statement.resources.length === 0
    ? [{ text: all }]
    : or(statement.resources.slice(0, 3).map(roleName));
}

/** A role of this file by its kind and name; any other by its ARN. */
function roleName(text: Text): Rich {
  const reference = referenceOf(text);
  return reference?.kind === "resource" ? named(reference.resource) : show(text);
}
