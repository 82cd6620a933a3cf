import type { Value } from "../../../types.ts";
import { spreadOf, textOf as writtenText } from "../../pieces.ts";
import type { MapNode, Node, StringNode } from "../../syntax.ts";
import { entry, join, list, map, scalar } from "../build.ts";
import { lowerCall } from "./calls.ts";
import { enter, type Lowering, openEntry, sourceOf } from "./lowering.ts";
import { lowerName } from "./names.ts";

/** What an expression is in CloudFormation's shape; `unknown` with its text where it isn't followed. */
export function lower(l: Lowering, node: Node): Value {
  if (!enter(l)) return sourceOf(l, node);
  const value = lowerNode(l, node);
  l.depth--;
  return value;
}

function lowerNode(l: Lowering, node: Node): Value {
  switch (node.kind) {
    case "string":
      return lowerString(l, node);
    case "number":
    case "constant":
      return scalar(node.value, node.range);
    case "list":
      return list(
        node.items.flatMap((item) => lowerItem(l, item)),
        node.range,
      );
    case "map":
      return lowerMap(l, node);
    case "name":
    case "member":
      return lowerName(l, node);
    case "call":
      return lowerCall(l, node);
    case "operation":
      return lowerOperation(l, node);
    default:
      return sourceOf(l, node);
  }
}

function lowerItem(l: Lowering, item: Node): readonly Value[] {
  const spread = spreadOf(item);
  const value = spread && lower(l, spread);
  return value?.kind === "list" ? value.items : [value ?? lower(l, item)];
}

function lowerString(l: Lowering, node: StringNode): Value {
  const parts = node.parts.map((part) =>
    part.kind === "text" ? scalar(part.text, part.range) : lower(l, part),
  );
  return parts.every((part) => part.kind === "scalar")
    ? scalar(
        parts.map((part) => (part.kind === "scalar" ? String(part.value ?? "") : "")).join(""),
        node.range,
      )
    : join(parts, node.range);
}

/** Keys stay as written: this is data, not props. */
function lowerMap(l: Lowering, node: MapNode): Value {
  const entries = node.entries.map(({ key, keyNode, value }) =>
    entry(key ?? keyOf(l, keyNode), value && lower(l, value), keyNode.range),
  );
  return map([...entries, ...node.spreads.map((part) => openEntry(l, part))], node.range);
}

/** The text of a key that is made of others; `${...}` stands for what isn't known of it. */
export function keyOf(l: Lowering, node: Node): string {
  const value = lower(l, node);
  if (value.kind === "scalar") return String(value.value);
  if (node.kind === "string") return writtenText(node);
  if (node.kind === "operation" && node.operator === "+")
    return node.operands.map((operand) => keyOf(l, operand)).join("");
  return `\${${l.text.slice(node.range.start, node.range.end).replace(/\s+/g, " ")}}`;
}

export const textOf = (value: Value | undefined): string | undefined =>
  value?.kind === "scalar" && typeof value.value === "string" ? value.value : undefined;

function lowerOperation(l: Lowering, node: Node & { kind: "operation" }): Value {
  const [first] = node.operands;
  if (node.operator === "as" && first) return lower(l, first);
  if (node.operator === "-" && node.operands.length === 1 && first?.kind === "number")
    return scalar(-first.value, node.range);
  if (node.operator === "!" && first?.kind === "constant") return scalar(!first.value, node.range);
  if (node.operator !== "+") return sourceOf(l, node);
  const parts = node.operands.map((operand) => lower(l, operand));
  if (!parts.some((part) => part.kind === "scalar" && typeof part.value === "string"))
    return sourceOf(l, node);
  const isText = parts.every((part) => part.kind === "scalar");
  return isText
    ? scalar(parts.map((part) => (part.kind === "scalar" ? String(part.value) : "")).join(""), node.range)
    : join(parts, node.range);
}
