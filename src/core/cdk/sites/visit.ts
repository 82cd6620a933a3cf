import type { Site } from "../../types.ts";
import { spreadOf } from "../pieces.ts";
import type { Resolver } from "../resolve/meaning.ts";
import type { Node, Syntax } from "../syntax.ts";
import { visitCall } from "./calls.ts";
import { type Collector, type Instances, nowhere, type Place } from "./collector.ts";
import { declaredType, expected, itemPlace } from "./expected.ts";
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
    visit(c, node, {
      ...(type || !target ? expected(c, type) : targetPlace(c, target)),
      named: nameOf(target),
    });
  return c.sites;
}

/** What is assigned to a variable or field that was declared before. */
function targetPlace(c: Collector, target: Node): Place {
  const meaning = c.resolver.meaning(target);
  const declared = expected(c, c.resolver.binding(target)?.type);
  return meaning?.kind === "value" ? { ...declared, type: meaning.type } : declared;
}

const nameOf = (target: Node | undefined): string | undefined =>
  target?.kind === "name" || target?.kind === "member" ? target.name : undefined;

export function visit(c: Collector, node: Node | undefined, place: Place): void {
  if (!node) return;
  switch (node.kind) {
    case "name":
      visitName(c, node, place);
      return;
    case "member":
      visitMember(c, node, place);
      return;
    case "call":
      visitCall(c, node, place);
      return;
    case "string":
      visitString(c, node, place);
      return;
    case "list":
      for (const item of node.items) visit(c, item, spreadOf(item) ? place : itemPlace(place));
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
  const type = node.type && declaredType(c, node.type);
  return type === undefined ? place : { ...place, type, written: node.type };
}
