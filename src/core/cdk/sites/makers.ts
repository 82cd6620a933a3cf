import type { Site } from "../../types.ts";
import type { CallNode, Node } from "../syntax.ts";
import { type Collector, nowhere, type Place } from "./collector.ts";
import { placeIn } from "./statements.ts";
import { visit } from "./visit.ts";

export function visitCallee(c: Collector, node: CallNode, { policy }: Place): void {
  visitMaker(c, node.callee, { resource: c.instances.resourceOf(node), policy });
}

type Made = Pick<Place, "resource" | "policy">;

/** What makes a construct or a part of a policy, or adds to it: told with what that is. */
export function visitMaker(c: Collector, node: Node, made: Made): void {
  const before = c.sites.length;
  visit(c, node, nowhere);
  const last = c.sites.length > before ? c.sites[c.sites.length - 1] : undefined;
  if (last?.role === "construct" || last?.role === "method")
    c.sites[c.sites.length - 1] = told(c, last, made);
}

function told(c: Collector, site: Site & { role: "construct" | "method" }, { resource, policy }: Made): Site {
  const place = placeIn(policy, site.fqn);
  if (site.role === "method") return { ...site, place: place?.statement && place };
  const isResource = c.resolver.names.type(site.fqn)?.type.cfn !== undefined;
  return isResource ? { ...site, resource } : { ...site, place };
}

/** A construct begins a new path; a struct goes on with the one it stands in. */
export function instancePlace(c: Collector, node: CallNode, fqn: string, place: Place): Place {
  if (!c.resolver.names.type(fqn)?.type.construct) return place;
  return { ...nowhere, construct: fqn, resource: c.instances.resourceOf(node) };
}
