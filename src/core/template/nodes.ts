import type {
  IntrinsicValue,
  ListValue,
  MapEntry,
  MapValue,
  Range,
  ScalarValue,
  UnknownValue,
} from "../types.ts";

/**
 * Values with what only `locate` needs beside them: how a scalar is written, where an intrinsic's name
 * stands, what came in by an alias. A Node is a Value, so it goes out to the other stages as it is.
 */
export type Node = ScalarNode | MapNode | ListNode | IntrinsicNode | UnknownValue;

export type ScalarStyle = "plain" | "single" | "double" | "block";

/** What stands elsewhere and came in by an anchor: a value to read, but no place to point at. */
interface Borrowed {
  readonly borrowed?: true;
}

export interface ScalarNode extends ScalarValue, Borrowed {
  readonly style: ScalarStyle;
}

export interface EntryNode extends MapEntry, Borrowed {
  readonly value: Node | undefined;
}

export interface MapNode extends MapValue, Borrowed {
  readonly entries: readonly EntryNode[];
}

export interface ListNode extends ListValue, Borrowed {
  readonly items: readonly Node[];
}

export interface IntrinsicNode extends IntrinsicValue, Borrowed {
  readonly argument: Node;
  /** `!Ref` or the key `Fn::GetAtt`. */
  readonly nameRange: Range;
}

export const entryOf = (map: MapNode, key: string): EntryNode | undefined =>
  map.entries.find((entry) => entry.key === key);

/** The text of a plain scalar under `key`, else undefined. */
export function textOf(node: Node | undefined): string | undefined {
  return node?.kind === "scalar" && node.value !== null ? String(node.value) : undefined;
}

const move = (range: Range, by: number): Range => ({ start: range.start + by, end: range.end + by });

/** The same tree, `by` further on in the document. */
export function shift<T extends Node>(node: T, by: number): T;
export function shift(node: Node, by: number): Node {
  const range = move(node.range, by);
  switch (node.kind) {
    case "map":
      return { ...node, range, entries: node.entries.map((entry) => shiftEntry(entry, by)) };
    case "list":
      return { ...node, range, items: node.items.map((item) => shift(item, by)) };
    case "intrinsic":
      return {
        ...node,
        range,
        nameRange: move(node.nameRange, by),
        argument: shift(node.argument, by),
      };
    default:
      return { ...node, range };
  }
}

export function shiftEntry(entry: EntryNode, by: number): EntryNode {
  return {
    ...entry,
    keyRange: move(entry.keyRange, by),
    value: entry.value && shift(entry.value, by),
  };
}

/** Long names of the functions, by what may stand in a template: tag or key. */
export const INTRINSICS: readonly string[] = [
  "And",
  "Base64",
  "Cidr",
  "Contains",
  "EachMemberEquals",
  "EachMemberIn",
  "Equals",
  "FindInMap",
  "GetAtt",
  "GetAZs",
  "GetStackOutput",
  "If",
  "ImportValue",
  "Join",
  "Length",
  "Not",
  "Or",
  "RefAll",
  "Select",
  "Split",
  "Sub",
  "ToJsonString",
  "Transform",
  "ValueOf",
  "ValueOfAll",
];

const KEYS = new Set(["Ref", ...INTRINSICS.map((name) => `Fn::${name}`)]);

/** `{"Ref": ...}`, `{"Fn::Sub": ...}`, and `{"Condition": "Name"}`: a map that is a function call. */
export function asIntrinsic(map: MapNode): Node {
  const [entry] = map.entries;
  if (map.entries.length !== 1 || !entry?.value || entry.borrowed) return map;
  const isCondition = entry.key === "Condition" && textOf(entry.value) !== undefined;
  if (!KEYS.has(entry.key) && !isCondition) return map;
  const { key, keyRange, value } = entry;
  return { kind: "intrinsic", name: key, nameRange: keyRange, argument: value, range: map.range };
}
