import type { MapEntry, Range, Value } from "../../types.ts";
import { isWrapper, spreadOf, wrappedIn } from "../pieces.ts";
import type { Instance } from "../resolve/instances.ts";
import type { CallNode, Node } from "../syntax.ts";
import { entry, list, map, scalar } from "./build.ts";
import { type Field, type Fields, fieldsOf, givenTo } from "./fields.ts";
import { follow } from "./lower/follow.ts";
import { lower } from "./lower/lower.ts";
import type { Lowering } from "./lower/lowering.ts";

/** A construct's props while it is brought into CloudFormation's shape. */
export interface Props {
  readonly l: Lowering;
  readonly instance: Instance;
  readonly fields: Fields;
  /** The construct's, for what the CDK adds by itself. */
  readonly range: Range;
  /** Where more props come from that aren't followed. */
  readonly open: readonly Node[];
}

export function propsOf(l: Lowering, instance: Instance): Props {
  const { fields, open } = givenTo(l.resolver, instance.node, instance.fqn);
  return { l, instance, fields, range: instance.node.range, open };
}

/** Entries or nothing: what lowering a prop gives. */
export type Entries = readonly MapEntry[];

/** The prop's value as it stands, under its CloudFormation name. */
export function copy(p: Props, prop: string, name: string): Entries {
  return convert(p, prop, name, (node) => lower(p.l, node));
}

/** The prop's value, converted. A prop without a value yet keeps its key. */
export function convert(
  p: Props,
  prop: string,
  name: string,
  give: (node: Node) => Value | undefined,
): Entries {
  const field = p.fields.get(prop);
  if (!field) return [];
  return [entry(name, field.node && give(field.node), field.keyRange)];
}

/** What the CDK adds where the prop isn't given. */
export const otherwise = (p: Props, prop: string, name: string, value: Value): Entries =>
  p.fields.has(prop) ? [] : [entry(name, value, p.range)];

export const fixed = (p: Props, name: string, value: string | number | boolean): MapEntry =>
  entry(name, scalar(value, p.range), p.range);

/** The fields of a nested struct. */
export function nestedFields(p: Props, prop: string): Fields {
  const field = p.fields.get(prop);
  const struct = field && structOf(p, field);
  return field && struct ? fieldsOf(p.l.resolver, field.node, struct) : new Map();
}

function structOf(p: Props, { prop }: Field): string | undefined {
  return prop.type.split("|").find((part) => p.l.resolver.names.type(part)?.type.kind === "struct");
}

/** The items of a list, however the language writes one; undefined where the list isn't followed. */
export function itemsIn(l: Lowering, node: Node | undefined): readonly Node[] | undefined {
  const made = node && follow(l, node);
  if (made?.kind === "list") return flatItems(l, made.items);
  if (made?.kind !== "call") return undefined;
  return isWrapper(made) === "list" ? wrappedIn(made) : mappedItem(made);
}

/** With what is spread among them, where that is followed. */
export const flatItems = (l: Lowering, items: readonly Node[]): readonly Node[] =>
  items.flatMap((item) => itemsIn(l, spreadOf(item)) ?? [item]);

/** `names.map((name) => new PolicyStatement({...}))`: one that stands for all. */
function mappedItem({ callee, arguments: [first] }: CallNode): readonly Node[] | undefined {
  if (callee.kind !== "member" || callee.name !== "map" || first?.value?.kind !== "function")
    return undefined;
  const { gives } = first.value;
  return gives.length === 1 ? gives : undefined;
}

/** A list with each item converted; the value as it stands where the list isn't followed. */
export function each(l: Lowering, node: Node, give: (item: Node) => Value): Value {
  const items = itemsIn(l, node);
  return items ? list(items.map(give), node.range) : lower(l, node);
}

/** `true` as it is written in the source; undefined where it isn't a constant. */
export function flag(field: Field | undefined, l: Lowering): boolean | undefined {
  const value = field?.node && lower(l, field.node);
  return value?.kind === "scalar" && typeof value.value === "boolean" ? value.value : undefined;
}

/** Names for the flags of a struct that are on, each at the key that says so. */
export function flagged(
  l: Lowering,
  fields: Fields,
  names: Readonly<Record<string, string>>,
): readonly Value[] {
  return Object.entries(names).flatMap(([prop, name]) => {
    const field = fields.get(prop);
    return field && flag(field, l) === true ? [scalar(name, field.keyRange)] : [];
  });
}

/** Fields under their CloudFormation names, in the order of the table. */
export function renamed(l: Lowering, fields: Fields, names: Readonly<Record<string, string>>): Entries {
  return Object.entries(names).flatMap(([prop, name]) => {
    const field = fields.get(prop);
    return field ? [entry(name, field.node && lower(l, field.node), field.keyRange)] : [];
  });
}

/** The member of an enum or enum-like class that an expression names. */
export function memberOf(l: Lowering, node: Node): string | undefined {
  const meaning = l.resolver.meaning(follow(l, node));
  const member = meaning?.kind === "value" ? meaning.member : undefined;
  return member?.kind === "enum" || member?.kind === "static" ? member.name : undefined;
}

/** By a table of an enum's members; the value as it stands for others. */
export function enumValue(l: Lowering, node: Node, table: Readonly<Record<string, string>>): Value {
  const made = follow(l, node);
  const name = memberOf(l, node);
  const value = name === undefined ? undefined : (table[name] ?? name);
  return value === undefined
    ? lower(l, node)
    : scalar(value, made.kind === "member" ? made.nameRange : node.range);
}

/** An entry with the map of entries, if there are any. */
export function nest(p: Props, prop: string, name: string, entries: Entries): Entries {
  const field = p.fields.get(prop);
  if (entries.length === 0) return [];
  return [entry(name, map(entries, field?.node?.range ?? p.range), field?.keyRange ?? p.range)];
}
