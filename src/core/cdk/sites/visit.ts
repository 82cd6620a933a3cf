import type { Site } from "../../types.ts";
import type { Resolver } from "../resolve.ts";
import type { Node, Syntax } from "../syntax.ts";
import { visitCall } from "./calls.ts";
import { type Collector, elementType, type Instances, nowhere, type Place } from "./collector.ts";
import { visitMember, visitName } from "./names.ts";
import { visitMap } from "./props.ts";
import { visitString } from "./strings.ts";

/** Every site of the file that is not prose, in no order. */
export function collectSites(syntax: Syntax, resolver: Resolver, instances: Instances): Site[] {
  const c: Collector = { resolver, instances, sites: [], visited: new Set(), following: 0 };
  for (const { name, range } of syntax.modules) {
    const module = resolver.names.module(name, resolver.language);
    if (module !== undefined) c.sites.push({ role: "module", range, text: name, module });
  }
  for (const { node, target, type } of syntax.roots)
    visit(c, node, { ...nowhere, type: declaredType(c, type ?? target, type !== undefined) });
  return c.sites;
}

/** The struct that a variable is declared to be: `const props: iam.RoleProps = {...}`. */
function declaredType(c: Collector, node: Node | undefined, isType: boolean): string | undefined {
  const meaning = node && c.resolver.meaning(node.kind === "list" && node.items[0] ? node.items[0] : node);
  const suffix = node?.kind === "list" ? "[]" : "";
  if (meaning?.kind === "class" && isType) return meaning.fqn + suffix;
  return meaning?.kind === "value" && !isType ? meaning.type : undefined;
}

export function visit(c: Collector, node: Node | undefined, place: Place): void {
  if (!node) return;
  switch (node.kind) {
    case "name":
      visitName(c, node, place);
      return;
    case "member":
      visitMember(c, node);
      return;
    case "call":
      visitCall(c, node, place);
      return;
    case "string":
      visitString(c, node, place);
      return;
    case "list":
      for (const item of node.items) visit(c, item, { ...place, type: elementType(place.type) });
      return;
    case "map":
      visitMap(c, node, place);
      return;
    case "operation":
      for (const operand of node.operands) visit(c, operand, operandPlace(c, node, place));
      return;
    default:
      return;
  }
}

/** What is indexed says nothing of its place; `x as T` says the type itself. */
function operandPlace(c: Collector, node: Node & { kind: "operation" }, place: Place): Place {
  if (node.operator === "index") return nowhere;
  return node.type ? { ...place, type: declaredType(c, node.type, true) ?? place.type } : place;
}
