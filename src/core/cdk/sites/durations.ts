import type { Member } from "../names.ts";
import type { CallNode } from "../syntax.ts";
import { type Collector, DURATION, nowhere, type Place } from "./collector.ts";
import { visit } from "./visit.ts";

/** `Duration.hours(12)` as the value of a prop: one site, told by the prop. */
export function givenDuration(c: Collector, node: CallNode, { owner, name }: Member, place: Place): boolean {
  const isLength = owner.fqn === DURATION && place.type === DURATION && place.prop !== undefined;
  const seconds = isLength ? c.instances.secondsOf(node) : undefined;
  if (!place.prop || seconds === undefined || node.callee.kind !== "member") return false;
  const { object, nameRange, name: text } = node.callee;
  const isClass = c.resolver.meaning(object)?.kind === "class";
  if (object.kind === "member") visit(c, object.object, nowhere);
  else if (!isClass) visit(c, object, nowhere);
  const { start } = !isClass ? nameRange : object.kind === "member" ? object.nameRange : object.range;
  const { construct, resource } = place;
  c.sites.push({
    role: "method",
    range: { start, end: node.range.end },
    text,
    fqn: owner.fqn,
    name,
    resource: undefined,
    given: { ...place.prop, construct, resource, seconds },
  });
  return true;
}
