import type { Site } from "../../types.ts";
import type { PolicySpot } from "../model/iam/places.ts";
import { stepInto } from "../model/iam/places.ts";
import { isWrapper, pairsIn, textOf, wrappedIn } from "../pieces.ts";
import type { NameNode, Node, StringNode } from "../syntax.ts";
import type { Instances } from "./collector.ts";
import { cover, partsOf } from "./strings.ts";

/**
 * The keys and values of a policy, or of a part of one, that is written as plain data. What is an expression of
 * another kind is handed to `other`.
 */
export function policySites(
  node: Node,
  spot: PolicySpot,
  instances: Instances,
  sites: Site[],
  other: (node: Node) => void,
): void {
  if (node.kind === "map") {
    for (const { key: written, keyNode, value } of node.entries) {
      const key =
        keyNode.kind === "string"
          ? keyText(keyNode)
          : keyNode.kind === "name"
            ? (written ?? keyText(keyNode))
            : undefined;
      if (key !== undefined) pair(key, keyNode, value);
      else if (value) other(value);
    }
    for (const spread of node.spreads) other(spread);
  } else if (node.kind === "list")
    node.items.forEach((item, i) => {
      policySites(item, stepInto(spot, i), instances, sites, other);
    });
  else if (node.kind === "string") valueSite(node);
  else if (node.kind === "call" && isWrapper(node)) wrapped(node);
  else if (node.kind === "call" && node.initialiser)
    policySites(node.initialiser, spot, instances, sites, other);
  else if (node.kind === "operation" && node.operator === "as" && node.operands[0])
    policySites(node.operands[0], spot, instances, sites, other);
  else other(node);

  function keyText(made: StringNode | NameNode): string {
    const value = made.kind === "name" || made.parts.length > 1 ? instances.valueOf(made) : undefined;
    if (value?.kind === "scalar") return String(value.value);
    return made.kind === "name" ? `\${${made.name}}` : textOf(made);
  }
  function pair(key: string, keyNode: Node, value: Node | undefined): void {
    const inner = stepInto(spot, key);
    const lowered = value && instances.valueOf(value);
    sites.push({
      role: "policyKey",
      range: keyNode.range,
      text: key,
      place: inner.place,
      path: inner.path,
      value: lowered,
    });
    if (value) policySites(value, inner, instances, sites, other);
  }
  function valueSite(string: Node & { kind: "string" }): void {
    const value = instances.valueOf(string);
    if (!value) return;
    const { place, path } = spot;
    const made = { role: "policyValue", text: textOf(string), place, path, value, whole: value } as const;
    cover(sites, string, partsOf(sites, string, other), made);
  }
  function wrapped(call: Node & { kind: "call" }): void {
    if (isWrapper(call) === "map") {
      for (const [key, value] of pairsIn(call)) if (key.kind === "string") pair(textOf(key), key, value);
      return;
    }
    const isList = isWrapper(call) === "list";
    wrappedIn(call).forEach((value, i) => {
      policySites(value, isList ? stepInto(spot, i) : spot, instances, sites, other);
    });
  }
}
