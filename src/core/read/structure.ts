/** The way through maps, lists and conditions of a file's values. */
import type { MapValue, Model, Resource, Value } from "../types.ts";

/** How deep conditions are followed into each other. */
const MAX_DEPTH = 24;

export const entry = (map: MapValue, key: string): Value | undefined =>
  map.entries.find((e) => e.key === key)?.value;

/** The value under keys and list positions; undefined where the road ends or an intrinsic stands in the way. */
export function valueAt(value: Value | undefined, ...path: readonly (string | number)[]): Value | undefined {
  let at = value;
  for (const step of path) {
    if (at?.kind === "map" && typeof step === "string") at = entry(at, step);
    else if (at?.kind === "list" && typeof step === "number") at = at.items[step];
    else return undefined;
  }
  return at;
}

export const property = (
  resource: Resource | undefined,
  ...path: readonly (string | number)[]
): Value | undefined => valueAt(resource?.properties, ...path);

export const isNoValue = (value: Value): boolean =>
  value.kind === "intrinsic" &&
  value.name === "Ref" &&
  value.argument.kind === "scalar" &&
  value.argument.value === "AWS::NoValue";

/** One way a value can turn out; `when` names the conditions it hangs on. */
export interface Branch {
  readonly value: Value;
  readonly when: readonly string[];
}

/** A value without `Fn::If`: each branch, leaving out `AWS::NoValue`. */
export function branches(value: Value | undefined, when: readonly string[] = []): Branch[] {
  if (!value || isNoValue(value)) return [];
  const choice = ifOf(value);
  if (!choice || when.length > MAX_DEPTH) return [{ value, when }];
  return [
    ...branches(choice.yes, [...when, choice.condition]),
    ...branches(choice.no, [...when, `not ${choice.condition}`]),
  ];
}

/** A scalar, or each item of a list, with branches laid out. A half-typed value is no item. */
export function items(value: Value | undefined): Branch[] {
  return branches(value).flatMap(({ value: v, when }) =>
    v.kind === "list" ? v.items.flatMap((item) => branches(item, when)) : [{ value: v, when }],
  );
}

/** `Fn::If` taken apart. */
export function ifOf(
  value: Value,
): { condition: string; yes: Value | undefined; no: Value | undefined } | undefined {
  if (value.kind !== "intrinsic" || value.name !== "Fn::If") return undefined;
  const [condition, yes, no] = value.argument.kind === "list" ? value.argument.items : [];
  if (condition?.kind !== "scalar") return undefined;
  return { condition: String(condition.value), yes, no };
}

/** What the CDK's own constructs set without a prop, or let be set by a later call. */
const MADE_BY_CONSTRUCTS = new Set(["SmsConfiguration", "LambdaConfig", "EmailConfiguration", "EnabledMfas"]);

const isOwnConstruct = ({ construct }: Resource): boolean =>
  construct !== undefined && !/\.Cfn\w+$/.test(construct);

/**
 * Is a property surely not set? Not when the properties are half known: an intrinsic or a call stands in
 * the place of the map, as with `Fn::Transform`.
 */
export function isUnset(resource: Resource, ...path: readonly string[]): boolean {
  if (isOwnConstruct(resource) && MADE_BY_CONSTRUCTS.has(path[0] ?? "")) return false;
  let at: Value | undefined = resource.properties;
  for (const key of path) {
    if (!at) return true;
    if (at.kind !== "map" || at.entries.some((e) => e.key.startsWith("Fn::"))) return false;
    const found: boolean = at.entries.some((e) => e.key === key);
    if (!found) return true;
    at = entry(at, key);
    if (!at) return false;
  }
  return false;
}

/** The resource whose text holds an offset. */
export function resourceAt(offset: number, model: Model): Resource | undefined {
  for (const resource of model.resources.values())
    if (resource.range.start <= offset && offset < resource.range.end) return resource;
  return undefined;
}
