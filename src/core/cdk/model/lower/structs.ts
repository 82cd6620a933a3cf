import type { MapValue, Range, Value } from "../../../types.ts";
import { isWrapper, wrappedIn } from "../../pieces.ts";
import type { Node } from "../../syntax.ts";
import { entry, list, map } from "../build.ts";
import { cfnNameOf } from "../cfnNames.ts";
import { type Fields, fieldsOf } from "../fields.ts";
import { follow } from "./follow.ts";
import { lower } from "./lower.ts";
import type { Lowering } from "./lowering.ts";

/** A struct by its props' CloudFormation names, as the generated (L1) classes have them. */
export function lowerStruct(l: Lowering, node: Node, fqn: string): Value {
  return lowerFields(l, fieldsOf(l.resolver, node, fqn), node.range);
}

export function lowerFields(l: Lowering, fields: Fields, range: Range): MapValue {
  return map(
    [...fields.values()].map(({ prop, keyRange, node: value }) =>
      entry(cfnNameOf(prop), value && lowerTyped(l, value, prop.type), keyRange),
    ),
    range,
  );
}

/** A value of a generated class's prop: nested structs by their CloudFormation names, the rest as it stands. */
export function lowerTyped(l: Lowering, node: Node, type: string): Value {
  const followed = follow(l, node);
  const struct = type.split("|").find((part) => l.resolver.names.type(part)?.type.kind === "struct");
  if (
    struct !== undefined &&
    (followed.kind === "map" || followed.kind === "call") &&
    !l.instances.find(node)
  )
    return lowerStruct(l, followed, struct);
  const element = /(\[\]|\{\})$/.test(type) ? type.slice(0, -2).replace(/^\((.*)\)$/, "$1") : undefined;
  if (element?.includes(".")) return lowerElements(l, followed, element);
  return lower(l, node);
}

function lowerElements(l: Lowering, node: Node, element: string): Value {
  if (node.kind === "list")
    return list(
      node.items.map((item) => lowerTyped(l, item, element)),
      node.range,
    );
  if (node.kind === "call" && isWrapper(node) === "list")
    return list(
      wrappedIn(node).map((value) => lowerTyped(l, value, element)),
      node.range,
    );
  if (node.kind !== "map") return lower(l, node);
  return map(
    node.entries.flatMap(({ key, keyNode, value }) =>
      key === undefined ? [] : [entry(key, value && lowerTyped(l, value, element), keyNode.range)],
    ),
    node.range,
  );
}
