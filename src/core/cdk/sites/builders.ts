import type { Meaning } from "../resolve/meaning.ts";
import type { CallNode } from "../syntax.ts";
import { visitArguments } from "./arguments.ts";
import { type Collector, nowhere, type Place } from "./collector.ts";
import { visitMaker } from "./makers.ts";
import { propSite } from "./props.ts";
import { visit } from "./visit.ts";

export function visitBuilder(
  c: Collector,
  node: CallNode,
  callee: Meaning & { kind: "builderMethod" },
  place: Place,
): void {
  if (node.callee.kind !== "member") return;
  const { object, nameRange, name } = node.callee;
  const inner = builderPlace(c, node, callee, place);
  if (object.kind === "call") visit(c, object, inner);
  else visitMaker(c, object.kind === "member" && object.name === "Builder" ? object.object : object, inner);
  if (callee.prop) {
    const [given, ...others] = node.arguments;
    propSite(c, callee.prop, name, nameRange, given?.value, inner);
    for (const { value } of others) visit(c, value, nowhere);
    return;
  }
  visitArguments(c, node, inner, callee.made, "constructor");
}

/** The place that the props of a builder chain stand in: found at its end, handed down to its beginning. */
function builderPlace(
  c: Collector,
  node: CallNode,
  callee: Meaning & { kind: "builderMethod" },
  place: Place,
): Place {
  const construct = c.resolver.names.type(callee.made)?.type.construct ? callee.made : undefined;
  if (!construct || place.construct === construct) return place;
  return { ...nowhere, construct, resource: c.instances.resourceOf(node) };
}
