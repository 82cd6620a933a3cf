/** A statement of a trust policy: who may take the role's credentials, for how long, under what conditions. */
import { code, plain, say } from "../../text.ts";
import type { Resource, Rich } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { and, capital, duration, show, when } from "../phrase.ts";
import { numberOf, resolve } from "../resolve.ts";
import { property } from "../structure.ts";
import { hasReference, literalOf, type Text } from "../text.ts";
import { conditionsTail } from "./condition.ts";
import { modal } from "./effect.ts";
import { federatedParty, type Party } from "./federated.ts";
import { type ConditionTest, covers, type PrincipalEntry, type Statement } from "./parse.ts";
import { isRole, principalHost, principalName, serviceName } from "./principal.ts";

/** Those who may assume the role, alone: "workflows of the GitHub repository ...". Nothing for a Deny. */
export function trusted(statement: Statement, context: ReadContext): Rich[] {
  if (statement.effect !== "Allow") return [];
  return partiesOf(statement, context).map(({ who }) => withoutComma(who));
}

/** A party ends with a comma where a verb is to follow. */
const withoutComma = (words: Rich): Rich => (words.at(-1)?.text === "," ? words.slice(0, -1) : words);

/** `role` is the role the policy belongs to, for its longest session; absent in a standalone document. */
export function trustSentence(statement: Statement, role: Resource | undefined, context: ReadContext): Rich {
  if (statement.notPrincipals.length) return exceptSentence(statement, context);
  const parties = partiesOf(statement, context);
  if (parties.length === 0) return say`Nobody yet: the principal is still to be written.`;
  const who = capital(and(parties.map((p) => p.who)));
  const left = leftOver(statement, parties);
  const what = verbs(statement, parties);
  const tail = statement.unread ? say` (a part of this statement can't be followed here)` : [];
  const guard = statement.when.length ? say`, ${when(statement.when)}` : [];
  if (statement.effect === "Deny")
    return say`${who} may not ${what}${guard}${conditionsTail(left, "if", statement.sometimes)}${tail}.`;
  const long = takesRole(statement) ? length(parties, role, context) : [];
  return say`${who} ${modal(statement)} ${what}${long}${guard}${conditionsTail(left, "only if", statement.sometimes)}${tail}.`;
}

function exceptSentence(statement: Statement, context: ReadContext): Rich {
  const who = and(statement.notPrincipals.map((entry) => principalName(entry, context)));
  const may = statement.effect === "Deny" ? "may not" : "may";
  const word = statement.effect === "Deny" ? "if" : "only if";
  return say`Everyone except ${who} ${may} ${verbs(statement, [])}${conditionsTail(statement.tests, word, statement.sometimes)}.`;
}

const leftOver = (statement: Statement, parties: readonly Party[]): ConditionTest[] =>
  statement.tests.filter((test) => !parties.every((p) => p.used.includes(test)));

// ---------------------------------------------------------------- what they may do

const EXTRA: Readonly<Record<string, string>> = {
  "sts:tagsession": "pass session tags",
  "sts:setsourceidentity": "set a source identity",
  "sts:setcontext": "pass on the identity of an Identity Center user",
};
const TAKES = ["sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML"];
const takes = (action: Text): boolean => TAKES.some((take) => covers([action], take));
const takesRole = (statement: Statement): boolean =>
  statement.notActions.length > 0 || statement.actions.some(takes);

function verbs(statement: Statement, parties: readonly Party[]): Rich {
  if (statement.notActions.length)
    return say`do to this role everything but ${and(statement.notActions.map(show))}`;
  const taking = statement.actions.filter(takes).map((action) => action.s);
  const others = statement.actions.filter((action) => !takes(action));
  const words: Rich[] = [];
  if (taking.length) words.push(say`take this role's temporary credentials${by(taking, parties)}`);
  for (const action of others) {
    const extra = EXTRA[literalOf(action)?.toLowerCase() ?? ""];
    words.push(extra ? [{ text: extra }] : say`use ${show(action)} on this role`);
  }
  return words.length ? and(words) : say`do nothing yet: the action is still to be written`;
}

/** The action's name, unless it is the one by which each of the callers assumes a role. */
function by(taking: readonly string[], parties: readonly Party[]): Rich {
  const wanted = new Set(parties.map((p) => p.action?.toLowerCase()));
  const found = new Set(taking.map((take) => take.slice(4).toLowerCase()));
  const fits = wanted.size === found.size && [...found].every((action) => wanted.has(action));
  return fits ? [] : say` by ${and(taking.map((take) => [code(take)]))}`;
}

// ---------------------------------------------------------------- how long

/** A role's longest session in words: "1 hour" where nothing is set. */
export function maximumSession(role: Resource, context: ReadContext): Rich {
  const value = property(role, "MaxSessionDuration");
  if (!value) return say`1 hour`;
  const seconds = numberOf(value, context.model);
  return seconds === undefined
    ? say`as many seconds as ${show(resolve(value, context.model))} says`
    : [{ text: duration(seconds) }];
}

function length(parties: readonly Party[], role: Resource | undefined, context: ReadContext): Rich {
  const bounded = parties.filter((p) => p.bounded);
  if (role?.type !== "AWS::IAM::Role" || bounded.length === 0) return [];
  const longer = property(role, "MaxSessionDuration") !== undefined;
  if (longer && bounded.every((p) => p.chained))
    return say`, for up to 1 hour (a role that takes another gets no more)`;
  return say`, for up to ${maximumSession(role, context)}`;
}

// ---------------------------------------------------------------- who

/** One each. What is named twice, or whether a condition holds or not, is named once. */
function partiesOf(statement: Statement, context: ReadContext): Party[] {
  const all = statement.principals.map((entry) => {
    const bare = bareParty(entry, statement, context);
    return { when: entry.when, bare, words: plain(bare.who) };
  });
  return all.flatMap(({ when: guard, bare, words }, i): Party[] => {
    const same = (one: (typeof all)[number]) => one.words === words;
    if (
      all
        .slice(0, i)
        .some((one) => same(one) && (`${one.when}` === `${guard}` || isOpposite(one.when, guard)))
    )
      return [];
    const always = guard.length === 0 || all.some((one) => same(one) && isOpposite(one.when, guard));
    return [always ? bare : { ...bare, who: say`${bare.who} (${when(guard)})` }];
  });
}

const isOpposite = ([one, ...more]: readonly string[], [other, ...others]: readonly string[]): boolean =>
  more.length + others.length === 0 && (one === `not ${other}` || other === `not ${one}`);

function bareParty(entry: PrincipalEntry, statement: Statement, context: ReadContext): Party {
  if (entry.kind === "Federated") return federatedParty(entry, statement, context);
  if (entry.kind === "Service") return serviceParty(entry, statement, context);
  const external = statement.tests.find(
    (test) =>
      /^sts:externalid$/i.test(test.key) && test.operator === "StringEquals" && test.values.length === 1,
  );
  const id = external?.values[0];
  const who = isStar(entry) ? say`anyone in any AWS account` : principalName({ ...entry, when: [] }, context);
  return {
    chained: entry.kind === "AWS" && isRole(entry.text),
    who: id ? say`${who}, with the external ID ${externalId(id)},` : who,
    used: external ? [external] : [],
    action: "AssumeRole",
    bounded: true,
  };
}

const isStar = (entry: PrincipalEntry): boolean =>
  entry.kind === "*" || (entry.kind === "AWS" && entry.text.s === "*");

const externalId = (id: Text): Rich => (hasReference(id.s) ? say`from ${show(id)}` : show(id));

const SERVICES: Readonly<Record<string, string>> = {
  "ec2.amazonaws.com": "EC2 instances with an instance profile of this role",
  "ecs-tasks.amazonaws.com": "ECS tasks that are given this role",
  "pods.eks.amazonaws.com": "EKS pods that a pod identity association gives this role to",
  "account-access.amazonaws.com": "Identity Center users and groups that are entitled to this role",
};

function serviceParty(entry: PrincipalEntry, statement: Statement, context: ReadContext): Party {
  const host = principalHost(entry.text);
  const usual = { used: [], action: "AssumeRole", bounded: false } as const;
  if (host === "rolesanywhere.amazonaws.com") return rolesAnywhereParty(statement);
  const words = host ? SERVICES[host] : undefined;
  if (words) return { ...usual, who: say`${words} (${show(entry.text)})` };
  return { ...usual, who: serviceName(entry.text, context) };
}

function rolesAnywhereParty(statement: Statement): Party {
  const anchor = statement.tests.find(
    (test) =>
      test.key.toLowerCase() === "aws:sourcearn" && /^(ArnEquals|ArnLike|StringEquals)$/.test(test.operator),
  );
  const from = anchor
    ? say`the Roles Anywhere trust anchor ${and(anchor.values.map(show))} accepts`
    : say`any Roles Anywhere trust anchor of this account accepts`;
  return {
    who: say`holders of an X.509 certificate that ${from}`,
    used: anchor ? [anchor] : [],
    action: "AssumeRole",
    bounded: true,
  };
}
