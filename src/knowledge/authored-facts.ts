import type { Authored, CautionText, Facts, PolicyUse } from "../core/types.ts";
import { field, isRecord, type PartStore, text } from "./parts.ts";

type AuthoredFacts = Pick<
  Facts,
  | "valueMeaning"
  | "policyElement"
  | "conditionOperator"
  | "resourceAttribute"
  | "samPolicyTemplate"
  | "caution"
  | "changeMeaning"
>;

/** Reviewed sentences of ours. `authored.json`, built from `authored/*.yaml` by `scripts/facts/authored.mjs`. */
export function createAuthoredFacts(store: PartStore): AuthoredFacts {
  const section = (name: string): unknown => field(store.get("authored"), name);
  return {
    valueMeaning: (type, path, value) => valueIn(section("values"), type, path, value),
    policyElement: (name, use) => elementIn(section("elements"), name, use),
    conditionOperator: (operator) => operatorIn(section("operators"), operator),
    resourceAttribute: (name) => said(field(section("attributes"), name)),
    samPolicyTemplate: (name) => said(field(section("samPolicyTemplates"), name)),
    changeMeaning: (type, path) =>
      said(field(section("changes"), [type, ...path].join("."))) ??
      (path.length === 1 ? said(field(section("changes"), `${type}.*`)) : undefined),
    caution: (id) => cautionIn(field(section("cautions"), id)),
  };
}

/** An entry is `[text, source]`. */
function said(entry: unknown): Authored | undefined {
  const [words, source] = Array.isArray(entry) ? entry.map(text) : [];
  return words === undefined || source === undefined ? undefined : { text: words, source };
}

/** An entry is `[severity, problem, remedy, source, concept]`. */
function cautionIn(entry: unknown): CautionText | undefined {
  if (!Array.isArray(entry)) return undefined;
  const [severity, problem, remedy, source, concept] = entry.map(text);
  if (severity !== "fails" && severity !== "weakens" && severity !== "hint") return undefined;
  if (!problem || !remedy || !source) return undefined;
  return { severity, problem, remedy, source, concept: concept || undefined };
}

/** By `Type.Path.Of.Property`; the longest tail of the path that is known says it. */
function valueIn(
  values: unknown,
  type: string,
  path: readonly string[],
  value: string,
): Authored | undefined {
  for (let from = 0; from < path.length; from++) {
    const name = [type, ...path.slice(from)].join(".");
    const found = said(field(field(values, name), value));
    if (found) return found;
  }
  return undefined;
}

/** An element by its use (`Principal` in a trust policy), else what holds everywhere. */
function elementIn(elements: unknown, name: string, use: PolicyUse): Authored | undefined {
  const entry = field(elements, name);
  if (!isRecord(entry)) return said(entry);
  return said(field(entry, use)) ?? said(field(entry, "any"));
}

const form = /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/;

const isList = (entry: unknown): entry is readonly unknown[] => Array.isArray(entry);

/** Explained beside the operators, but none by themselves. */
const modifiers = new Set(["ForAnyValue", "ForAllValues", "IfExists"]);

/**
 * `ForAnyValue:StringLikeIfExists`: what the operator does, then its prefix, then its suffix. What happens without the
 * key is said once, by the last of them. An entry is `[text, source, absent]`.
 */
function operatorIn(operators: unknown, operator: string): Authored | undefined {
  const [, prefix, base = "", suffix] = form.exec(operator) ?? [];
  if (modifiers.has(base) || !said(field(operators, base))) return undefined;
  const names = [base, prefix, suffix].filter((name) => name !== undefined);
  const parts = names.map((name) => field(operators, name)).filter(isList);
  const words = [...parts.map(([does]) => does), parts.at(-1)?.[2]].map(text).filter(Boolean);
  return { text: words.join(" "), source: said(parts[1] ?? parts[0])?.source ?? "" };
}
