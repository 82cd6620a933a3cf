import type { CallNode, Node, StringNode } from "./syntax.ts";

/** Calls that only wrap their arguments: Go's pointers, lists and maps of the other languages. */
export function isWrapper(node: CallNode): "value" | "list" | "map" | undefined {
  const { callee } = node;
  if (callee.kind === "name") return /^(str|list|tuple|dict)$/.test(callee.name) ? "value" : undefined;
  if (callee.kind !== "member" || callee.object.kind !== "name") return undefined;
  const name = `${callee.object.name}.${callee.name}`;
  if (/^jsii\.(String|Number|Bool|PtrTime)$/.test(name)) return "value";
  if (
    /^(jsii\.(Strings|Numbers|Bools)|List\.of|Arrays\.asList|Set\.of|Collections\.singletonList|ImmutableList\.of)$/.test(
      name,
    )
  )
    return "list";
  return /^(Map\.of|Map\.ofEntries|Collections\.singletonMap|ImmutableMap\.of)$/.test(name)
    ? "map"
    : undefined;
}

/** `...common`, `*common`: what is put into a list is itself one. */
export const spreadOf = (node: Node): Node | undefined =>
  node.kind === "operation" &&
  (node.operator === "..." || node.operator === "*") &&
  node.operands.length === 1
    ? node.operands[0]
    : undefined;

/** The text of a string; what is put in stands as `${...}`. */
export function textOf(node: StringNode): string {
  return node.parts.map((part) => (part.kind === "text" ? part.text : `\${${shown(part)}}`)).join("");
}

const shown = (node: Node): string =>
  node.kind === "name" ? node.name : node.kind === "member" ? node.name : "...";
