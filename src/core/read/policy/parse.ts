/** A policy statement taken apart, the same for every place that a policy can stand in. */
import type { MapValue, PrincipalKind, Range, Value } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { resolve } from "../resolve.ts";
import { type Branch, branches, entry, items } from "../structure.ts";
import { hasReference, literalOf, type Text } from "../text.ts";
import { asMap } from "./json.ts";

export interface PrincipalEntry {
  readonly kind: PrincipalKind;
  readonly text: Text;
  readonly when: readonly string[];
  readonly range: Range;
}

export interface ConditionTest {
  readonly operator: string;
  /** `StringLike` of `ForAnyValue:StringLikeIfExists`. */
  readonly base: string;
  readonly set: "ForAnyValue" | "ForAllValues" | undefined;
  readonly ifExists: boolean;
  readonly key: string;
  readonly values: readonly Text[];
  /** The key's range. */
  readonly range: Range;
  readonly valueRange: Range;
}

export interface ConditionalTest {
  readonly test: ConditionTest;
  readonly when: readonly string[];
}

export interface Statement {
  readonly effect: "Allow" | "Deny" | undefined;
  /** The effect as it is written; undefined while it is not. */
  readonly effectText: Text | undefined;
  readonly principals: readonly PrincipalEntry[];
  readonly notPrincipals: readonly PrincipalEntry[];
  readonly actions: readonly Text[];
  readonly notActions: readonly Text[];
  readonly resources: readonly Text[];
  readonly notResources: readonly Text[];
  readonly tests: readonly ConditionTest[];
  /** Those that hang on a condition of the template (`Fn::If`). */
  readonly sometimes: readonly ConditionalTest[];
  /** Is there a part that can't be read? */
  readonly unread: boolean;
  /** False when a part can't be read or hangs on a condition: then nothing may be concluded from what is absent. */
  readonly whole: boolean;
  /** Conditions (`Fn::If`) that the statement itself hangs on. */
  readonly when: readonly string[];
  readonly node: MapValue;
}

export interface PolicyDocument {
  readonly statements: readonly Statement[];
  /** False when statements may be missing here. */
  readonly whole: boolean;
  readonly node: Value;
}

/** Reads a document: a map, a JSON string (also inside `Fn::Sub` or `Fn::Join`), or a lone statement list. */
export function parsePolicy(document: Value | undefined, context: ReadContext): PolicyDocument | undefined {
  const ways = branches(document);
  const map = ways.length === 1 ? asMap(ways[0]?.value) : undefined;
  if (!map) return undefined;
  const listed = statementsOf(entry(map, "Statement"));
  return {
    statements: listed.flatMap(({ value, when }) =>
      value.kind === "map" ? [parseStatement(value, context, when)] : [],
    ),
    whole: listed.every(({ value }) => value.kind === "map"),
    node: map,
  };
}

const statementsOf = (value: Value | undefined): Branch[] => items(value);

export function parseStatement(
  node: MapValue,
  context: ReadContext,
  when: readonly string[] = [],
): Statement {
  const texts = (key: string) => textsOf(entry(node, key), context);
  const [effectText] = texts("Effect");
  const effect = literalOf(effectText);
  const principals = principalsOf(entry(node, "Principal"), context);
  const notPrincipals = principalsOf(entry(node, "NotPrincipal"), context);
  const condition = entry(node, "Condition");
  const conditions = conditionsOf(condition, context);
  const open = node.entries.some((e) => e.key.startsWith("Fn::") || e.value === undefined);
  const unread = !principals.whole || !conditions.whole || open;
  const tests = conditions.list.filter((one) => one.when.length === 0).map(({ test }) => test);
  return {
    effect: effect === "Allow" || effect === "Deny" ? effect : undefined,
    effectText,
    principals: principals.list,
    notPrincipals: notPrincipals.list,
    actions: texts("Action"),
    notActions: texts("NotAction"),
    resources: texts("Resource"),
    notResources: texts("NotResource"),
    tests,
    sometimes: conditions.list.filter((one) => one.when.length > 0),
    unread,
    whole: !unread && condition?.kind !== "intrinsic" && tests.length === conditions.list.length,
    when,
    node,
  };
}

const textsOf = (value: Value | undefined, context: ReadContext): Text[] =>
  items(value).map((item) => resolve(item.value, context.model));

interface Parsed<T> {
  readonly list: readonly T[];
  readonly whole: boolean;
}

const KINDS = new Set<string>(["AWS", "Service", "Federated", "CanonicalUser"]);

function principalsOf(value: Value | undefined, context: ReadContext): Parsed<PrincipalEntry> {
  const list: PrincipalEntry[] = [];
  let whole = true;
  for (const { value: way, when } of branches(value)) {
    if (way.kind === "scalar" && way.value === "*") {
      list.push({ kind: "*", text: resolve(way, context.model), when, range: way.range });
    } else if (way.kind === "map") {
      for (const e of way.entries) {
        if (!KINDS.has(e.key)) whole = false;
        else list.push(...principalEntries(e.key as PrincipalKind, e.value, when, context));
      }
    } else whole = false;
  }
  return { list, whole };
}

const principalEntries = (
  kind: PrincipalKind,
  value: Value | undefined,
  when: readonly string[],
  context: ReadContext,
): PrincipalEntry[] =>
  items(value).map((item) => ({
    kind,
    text: resolve(item.value, context.model),
    when: [...when, ...item.when],
    range: item.value.range,
  }));

function conditionsOf(value: Value | undefined, context: ReadContext): Parsed<ConditionalTest> {
  let whole = true;
  const list: ConditionalTest[] = [];
  for (const { key: operator, value: keys, when } of entriesOf(value, [])) {
    if (keys === undefined || operator.startsWith("Fn::")) whole = false;
    else
      for (const e of entriesOf(keys, when)) {
        if (e.keyRange === undefined || hasReference(e.key) || e.key.includes("${")) whole = false;
        if (e.keyRange)
          list.push({ test: conditionTest(operator, e.key, e.keyRange, e.value, context), when: e.when });
      }
  }
  return { list, whole };
}

/** The entries of a map, in each of the ways it can turn out; one without a range where a way is no map. */
const entriesOf = (value: Value | undefined, guard: readonly string[]): ConditionEntry[] =>
  branches(value, guard).flatMap(({ value: way, when }): ConditionEntry[] =>
    way.kind === "map" ? way.entries.map((e) => ({ ...e, when })) : [{ key: "", value: undefined, when }],
  );

interface ConditionEntry {
  readonly key: string;
  readonly keyRange?: Range;
  readonly value: Value | undefined;
  readonly when: readonly string[];
}

/** `ForAnyValue:StringLikeIfExists` and one key of it. */
export function conditionTest(
  operator: string,
  key: string,
  range: Range,
  value: Value | undefined,
  context: ReadContext,
): ConditionTest {
  const m = /^(?:(ForAnyValue|ForAllValues):)?(.*?)(IfExists)?$/i.exec(operator);
  const set = m?.[1]?.toLowerCase();
  return {
    operator,
    base: m?.[2] ?? operator,
    set: set === "foranyvalue" ? "ForAnyValue" : set === "forallvalues" ? "ForAllValues" : undefined,
    ifExists: m?.[3] !== undefined,
    key,
    values: textsOf(value, context),
    range,
    valueRange: value?.range ?? range,
  };
}

/** Does a list of action patterns cover an action? `*` and `?` as IAM reads them, capitals aside. */
export const covers = (patterns: readonly Text[], action: string): boolean =>
  patterns.some((pattern) => !hasReference(pattern.s) && matchesPattern(pattern.s, action));

/** Wildcard match without backtracking traps: linear in both lengths for the patterns that IAM allows. */
export function matchesPattern(pattern: string, text: string): boolean {
  const p = pattern.toLowerCase();
  const t = text.toLowerCase();
  let pi = 0;
  let star = -1;
  let mark = 0;
  for (let ti = 0; ti < t.length; ) {
    if (pi < p.length && (p[pi] === "?" || p[pi] === t[ti]) && p[pi] !== "*") {
      pi++;
      ti++;
    } else if (p[pi] === "*") {
      star = pi++;
      mark = ti;
    } else if (star >= 0) {
      pi = star + 1;
      ti = ++mark;
    } else return false;
  }
  while (p[pi] === "*") pi++;
  return pi === p.length;
}
