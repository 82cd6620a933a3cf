import type { PolicySpot } from "../model/iam/places.ts";
import { stepInto } from "../model/iam/places.ts";
import { isWrapper, pairsIn, textOf, wrappedIn } from "../pieces.ts";
import type { CallNode, Entry, NameNode, Node, StringNode } from "../syntax.ts";
import type { Collector } from "./collector.ts";
import { cover, partsOf } from "./strings.ts";

/** What the sites of a policy are put into; `other` takes what is an expression of another kind. */
interface Plain extends Pick<Collector, "instances" | "sites"> {
  readonly other: (node: Node) => void;
}

/** The keys and values of a policy, or of a part of one, that is written as plain data. */
export function policySites(p: Plain, node: Node, spot: PolicySpot): void {
  switch (node.kind) {
    case "map":
      for (const entry of node.entries) entrySites(p, entry, spot);
      node.spreads.forEach(p.other);
      return;
    case "list":
      itemSites(p, node.items, spot);
      return;
    case "string":
      valueSite(p, node, spot);
      return;
    case "call":
      callSites(p, node, spot);
      return;
    default: {
      const cast = node.kind === "operation" && node.operator === "as" ? node.operands[0] : undefined;
      if (cast) policySites(p, cast, spot);
      else p.other(node);
    }
  }
}

function itemSites(p: Plain, items: readonly Node[], spot: PolicySpot): void {
  for (const [i, item] of items.entries()) policySites(p, item, stepInto(spot, i));
}

function entrySites(p: Plain, { key: written, keyNode, value }: Entry, spot: PolicySpot): void {
  if (keyNode.kind === "string") pairSites(p, keyText(p, keyNode), keyNode, value, spot);
  else if (keyNode.kind === "name") pairSites(p, written ?? keyText(p, keyNode), keyNode, value, spot);
  else if (value) p.other(value);
}

/** The key itself, with what a constant or an expression in it is known to be. */
function keyText({ instances }: Plain, node: StringNode | NameNode): string {
  const value = node.kind === "name" || node.parts.length > 1 ? instances.valueOf(node) : undefined;
  if (value?.kind === "scalar") return String(value.value);
  return node.kind === "name" ? `\${${node.name}}` : textOf(node);
}

function pairSites(p: Plain, text: string, keyNode: Node, value: Node | undefined, spot: PolicySpot): void {
  const inner = stepInto(spot, text);
  const { place, path } = inner;
  const lowered = value && p.instances.valueOf(value);
  p.sites.push({ role: "policyKey", range: keyNode.range, text, place, path, value: lowered });
  if (value) policySites(p, value, inner);
}

function valueSite(p: Plain, node: StringNode, { place, path }: PolicySpot): void {
  const value = p.instances.valueOf(node);
  if (!value) return;
  const made = { role: "policyValue", text: textOf(node), place, path, value, whole: value } as const;
  cover(p.sites, node, partsOf(p.sites, node, p.other), made);
}

/** Java's `Map.of(...)` and `List.of(...)`, C#'s `new Dictionary { ... }`, Go's `jsii.String(...)`. */
function callSites(p: Plain, node: CallNode, spot: PolicySpot): void {
  const wrapper = isWrapper(node);
  if (wrapper === "map") {
    for (const [key, value] of pairsIn(node))
      if (key.kind === "string") pairSites(p, textOf(key), key, value, spot);
  } else if (wrapper === "list") itemSites(p, wrappedIn(node), spot);
  else if (wrapper) for (const value of wrappedIn(node)) policySites(p, value, spot);
  else if (node.initialiser) policySites(p, node.initialiser, spot);
  else p.other(node);
}
