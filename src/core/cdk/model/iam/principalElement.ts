import type { MapEntry, MapValue, Range, Value } from "../../../types.ts";
import { entry, list, map, mapOf, oneOrMany, scalar } from "../build.ts";
import type { Principal } from "./principal.ts";

/** Several principals in one `Principal` element, those of a kind together. */
export function principalElement(principals: readonly Principal[], range: Range): Value | undefined {
  const [first] = principals;
  if (!first) return undefined;
  if (principals.some(({ kind }) => kind === "*")) return first.value;
  const kinds = new Map<string, Value[]>();
  for (const { kind, value } of principals) kinds.set(kind, [...(kinds.get(kind) ?? []), value]);
  const entries = [...kinds].map(([kind, values]): MapEntry => {
    const [only] = values;
    return entry(kind, values.length === 1 ? only : list(values, range), range);
  });
  return map(entries, range);
}

/** Conditions that must hold together: operators and keys of all of them. */
export function mergeConditions(conditions: readonly Value[], range: Range): Value | undefined {
  const [first, ...rest] = conditions;
  if (!first || rest.length === 0) return first;
  const operators = new Map<string, MapEntry>();
  for (const one of conditions) {
    if (one.kind !== "map") return one;
    for (const operator of one.entries)
      operators.set(operator.key, mergeOperator(operators.get(operator.key), operator));
  }
  return map([...operators.values()], range);
}

function mergeOperator(known: MapEntry | undefined, added: MapEntry): MapEntry {
  if (known?.value?.kind !== "map" || added.value?.kind !== "map") return added;
  return { ...known, value: map([...known.value.entries, ...added.value.entries], known.value.range) };
}

/** A trust policy's statement for each principal. */
export function trustStatements(principals: readonly Principal[]): readonly MapValue[] {
  return principals.map(({ kind, value, conditions, actions, range }) =>
    mapOf(
      {
        Action: oneOrMany(
          actions.map((action) => scalar(action, range)),
          range,
        ),
        Condition: mergeConditions(conditions, range),
        Effect: scalar("Allow", range),
        Principal: kind === "*" ? value : map([entry(kind, value, range)], range),
      },
      range,
    ),
  );
}
