/** Conditions in words. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
import { code, plain, say } from "../../text.ts";
import type { Rich, Value } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { accountName, and, capital, duration, or, show, when } from "../phrase.ts";
import { literalOf, type Text } from "../text.ts";
import { isAccountKey, isSecondsKey, keyNoun } from "./conditionKeys.ts";
import { type ConditionalTest, type ConditionTest, conditionTest } from "./parse.ts";

interface Verb {
  readonly is: string;
  /** Holds when none of the values fits; also when the key is absent. */
  readonly negative?: true;
  readonly after?: string;
}

const VERBS: Readonly<Record<string, Verb>> = {
  stringequals: { is: "is" },
  stringnotequals: { is: "is not", negative: true },
  stringequalsignorecase: { is: "is", after: " (capitals aside)" },
  stringnotequalsignorecase: { is: "is not", negative: true, after: " (capitals aside)" },
  stringlike: { is: "matches" },
  stringnotlike: { is: "does not match", negative: true },
  numericequals: { is: "is" },
  numericnotequals: { is: "is not", negative: true },
  numericlessthan: { is: "is less than" },
  numericlessthanequals: { is: "is at most" },
  numericgreaterthan: { is: "is more than" },
  numericgreaterthanequals: { is: "is at least" },
  dateequals: { is: "is" },
  datenotequals: { is: "is not", negative: true },
  datelessthan: { is: "is before" },
  datelessthanequals: { is: "is at or before" },
  dategreaterthan: { is: "is after" },
  dategreaterthanequals: { is: "is at or after" },
  bool: { is: "is" },
  binaryequals: { is: "is, in Base64," },
  ipaddress: { is: "is in" },
  notipaddress: { is: "is not in", negative: true },
  arnequals: { is: "matches" },
  arnlike: { is: "matches" },
  arnnotequals: { is: "does not match", negative: true },
  arnnotlike: { is: "does not match", negative: true },
};

/** Does the operator read `*` and `?` as wildcards? */
export const readsWildcards = (base: string): boolean => /like$|^arn(not)?equals$/i.test(base);

/** Is the operator one that holds when its values do not fit? */
export const isNegative = (base: string): boolean => VERBS[base.toLowerCase()]?.negative === true;

/**
 * One condition as a clause: "the caller's organization is `o-abc`". Every value is named. `full` also says
 * what happens when the key is absent.
 */
export function conditionClause(test: ConditionTest, full = false): Rich {
  const special = specialClause(test);
  if (special) return say`${special}${afterthought(test, full)}`;
  if (test.base.toLowerCase() === "null") return nullClause(test);
  const verb = VERBS[test.base.toLowerCase()];
  const values = valuesOf(test);
  const words = verb
    ? say`${verb.is} ${values}${verb.after ?? ""}`
    : say`is compared by ${code(test.base)} with ${values}`;
  return say`${subject(test)} ${words}${afterthought(test, full)}`;
}

function subject(test: ConditionTest): Rich {
  const noun = keyNoun(test.key);
  const of = /^the (tag )?(keys|names) /.test(plain(noun)) ? "of" : "value of";
  if (test.set === "ForAnyValue") return say`at least one ${of} ${noun}`;
  if (test.set === "ForAllValues") return say`each ${of} ${noun}`;
  return noun;
}

function afterthought(test: ConditionTest, full: boolean): Rich {
  if (test.set === "ForAllValues") return say` (or there is none)`;
  if (test.ifExists) return say` (or the request does not have it)`;
  if (!isNegative(test.base) || test.set === "ForAnyValue") return [];
  return full ? say` (also when the request does not have it)` : say` (or is absent)`;
}

function valuesOf(test: ConditionTest): Rich {
  if (test.values.length === 0) return say`a value that is still to be written`;
  return or(test.values.map((value) => showValue(test.key, value)));
}

/** A condition's value: account ids and seconds in words, all else as it stands. */
function showValue(key: string, text: Text): Rich {
  if (isAccountKey(key)) return accountName(text);
  const literal = literalOf(text);
  if (literal !== undefined && isSecondsKey(key) && /^\d+$/.test(literal))
    return [{ text: duration(Number(literal)) }];
  return show(text);
}

function nullClause(test: ConditionTest): Rich {
  const literal = test.values.length === 1 && test.values[0] ? literalOf(test.values[0]) : undefined;
  const key = code(test.key);
  if (literal?.toLowerCase() === "true") return say`the request does not have ${key}`;
  if (literal?.toLowerCase() === "false") return say`the request has ${key}`;
  return say`the request has ${key}, or does not, by ${valuesOf(test)}`;
}

const BOOLEANS: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  "aws:multifactorauthpresent": [
    "the caller signed in with multi-factor authentication",
    "the caller signed in without multi-factor authentication",
  ],
  "aws:securetransport": ["the request uses TLS", "the request does not use TLS"],
  "aws:viaawsservice": [
    "an AWS service makes the request on the caller's behalf",
    "the caller makes the request itself, not an AWS service on its behalf",
  ],
  "aws:principalisawsservice": ["the caller is an AWS service", "the caller is not an AWS service"],
  "kms:grantisforawsresource": [
    "the grant is for an AWS service to use",
    "the grant is not for an AWS service",
  ],
};

function specialClause(test: ConditionTest): Rich | undefined {
  const key = test.key.toLowerCase();
  const only = test.values.length === 1 && test.values[0] ? literalOf(test.values[0]) : undefined;
  if (only === undefined || test.set) return undefined;
  const pair = BOOLEANS[key];
  if (pair && test.base.toLowerCase() === "bool") {
    if (only.toLowerCase() === "true") return [{ text: pair[0] }];
    if (only.toLowerCase() === "false") return [{ text: pair[1] }];
  }
  if (key === "aws:multifactorauthage" && /^numericlessthan/i.test(test.base) && /^\d+$/.test(only)) {
    const most = /equals$/i.test(test.base) ? "at most" : "less than";
    return say`the caller signed in with multi-factor authentication ${most} ${duration(Number(only))} ago`;
  }
  return undefined;
}

/** "only if ..., and ..." of all conditions; nothing when there are none. */
export function conditionsTail(
  tests: readonly ConditionTest[],
  word: string,
  sometimes: readonly ConditionalTest[],
): Rich {
  const clauses = [
    ...tests.map((test) => conditionClause(test)),
    ...sometimes.map((one) => say`${conditionClause(one.test)} (${when(one.when)})`),
  ];
  return clauses.length ? say`, ${word} ${and(clauses)}` : [];
}

/** One operator and key with its value, as a sentence of its own. */
export function readCondition(
  operator: string,
  key: string,
  value: Value | undefined,
  context: ReadContext,
): Rich {
  const range = value?.range ?? { start: 0, end: 0 };
  const clause = conditionClause(conditionTest(operator, key, range, value, context), true);
  return say`${capital(say`holds if ${clause}`)}.`;
}
