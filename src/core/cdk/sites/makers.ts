import type { CallNode, Node } from "../syntax.ts";
import { type Collector, nowhere, type Place } from "./collector.ts";
import { visit } from "./visit.ts";

export function visitCallee(c: Collector, node: CallNode, { policy }: Place): void {
  visitMaker(c, node.callee, { resource: c.instances.resourceOf(node), policy });
}

/** The class of a construct, or of a part of a policy, at the place where one is made. */
export function visitMaker(
  c: Collector,
  node: Node,
  { resource, policy }: Pick<Place, "resource" | "policy">,
): void {
  const before = c.sites.length;
  visit(c, node, nowhere);
  const last = c.sites.length > before ? c.sites[c.sites.length - 1] : undefined;
  if (last?.role !== "construct") return;
  const makes = c.resolver.names.type(last.fqn)?.type.cfn !== undefined;
  c.sites[c.sites.length - 1] = makes ? { ...last, resource } : { ...last, place: policy?.place };
}

/** A construct begins a new path; a struct goes on with the one it stands in. */
export function instancePlace(c: Collector, node: CallNode, fqn: string, place: Place): Place {
  if (!c.resolver.names.type(fqn)?.type.construct) return place;
  return { ...nowhere, construct: fqn, resource: c.instances.resourceOf(node) };
}
