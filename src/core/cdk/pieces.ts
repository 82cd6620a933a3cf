import type { CallNode, Node, StringNode } from "./syntax.ts";

type Wrapped = "value" | "list" | "map";

const wrapping = (wrapped: Wrapped, names: string): readonly (readonly [string, Wrapped])[] =>
  names.split(" ").map((name) => [name, wrapped]);

const WRAPPERS: ReadonlyMap<string, Wrapped> = new Map([
  ...wrapping("value", "str list tuple dict jsii.String jsii.Number jsii.Bool jsii.PtrTime"),
  ...wrapping("value", "aws.String aws.Bool"),
  ...wrapping("list", "asList singletonList jsii.Strings jsii.Numbers jsii.Bools List.of Set.of Stream.of"),
  ...wrapping("list", "ImmutableList.of ImmutableSet.of Arrays.asList Lists.newArrayList"),
  ...wrapping("list", "Collections.singleton Collections.singletonList"),
  ...wrapping("map", "singletonMap Map.of Map.ofEntries Collections.singletonMap ImmutableMap.of"),
]);

/** Calls that only wrap their arguments: Go's pointers, lists and maps of the other languages. */
export function isWrapper(node: CallNode): Wrapped | undefined {
  const callee = withoutIndex(node.callee);
  if (callee.kind === "name") return WRAPPERS.get(callee.name);
  if (callee.kind !== "member") return undefined;
  const { object, name } = callee;
  // Java's `java.util.List.of` is the same with its package.
  return object.kind === "name" || object.kind === "member"
    ? WRAPPERS.get(`${object.name}.${name}`)
    : undefined;
}

/** `...common`, `*common`: what is put into a list is itself one. */
export const spreadOf = (node: Node): Node | undefined =>
  node.kind === "operation" &&
  (node.operator === "..." || node.operator === "*") &&
  node.operands.length === 1
    ? node.operands[0]
    : undefined;

/** Go's `jsii.Number[float64](8)`. */
const withoutIndex = (node: Node): Node =>
  node.kind === "operation" && node.operator === "index" ? (node.operands[0] ?? node) : node;

/** What a call is given, without the names. */
export const argumentsOf = (node: CallNode): readonly Node[] =>
  node.arguments.flatMap(({ value }) => (value ? [value] : []));

/** What a wrapper is given: its arguments, or the items of the one array that it gets. */
export function wrappedIn(node: CallNode): readonly Node[] {
  const values = argumentsOf(node);
  const [only] = values;
  const array = only?.kind === "operation" && only.operator === "as" ? only.operands[0] : only;
  return values.length === 1 && array?.kind === "list" ? array.items : values;
}

/** The keys and values of a map's wrapper: by turns, or `Map.entry(key, value)` each. */
export function pairsIn(node: CallNode): readonly (readonly [key: Node, value: Node | undefined])[] {
  const values = wrappedIn(node);
  if (node.callee.kind !== "member" || node.callee.name !== "ofEntries")
    return values.flatMap((key, i) => (i % 2 === 0 ? [[key, values[i + 1]]] : []));
  return values.flatMap((entry) => {
    const [key, value] = entry.kind === "call" ? entry.arguments : [];
    return key?.value ? [[key.value, value?.value]] : [];
  });
}

/** The text of a string; what is put in stands as `${...}`. */
export function textOf(node: StringNode): string {
  return node.parts.map((part) => (part.kind === "text" ? part.text : `\${${shown(part)}}`)).join("");
}

const shown = (node: Node): string =>
  node.kind === "name" ? node.name : node.kind === "member" ? node.name : "...";
