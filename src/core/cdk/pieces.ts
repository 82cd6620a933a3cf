import type { CallNode } from "./syntax.ts";

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
