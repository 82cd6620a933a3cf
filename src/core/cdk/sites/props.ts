import type { Range } from "../../types.ts";
import { stepInto } from "../model/iam/places.ts";
import type { Member } from "../names.ts";
import { alternatives, elementType, structIn } from "../signatures.ts";
import type { Entry, MapNode, Node } from "../syntax.ts";
import { type Collector, DURATION, nowhere, type Place } from "./collector.ts";
import { fieldPlace, itemPlace } from "./expected.ts";
import { policySites } from "./policy.ts";
import { visit } from "./visit.ts";

export function propSite(
  c: Collector,
  prop: Member,
  text: string,
  range: Range,
  value: Node | undefined,
  place: Place,
): void {
  const path = [...place.path, prop.name];
  const { construct, resource } = place;
  const { fqn } = prop.owner;
  const lowered = value && c.instances.valueOf(value);
  const seconds = value && prop.type === DURATION ? { seconds: c.instances.secondsOf(value) } : {};
  c.sites.push(
    prop.owner.type.kind === "struct"
      ? {
          role: "prop",
          range,
          text,
          fqn,
          name: prop.name,
          path,
          construct,
          resource,
          value: lowered,
          ...seconds,
          place: place.policy?.place,
        }
      : { role: "member", range, text, fqn, name: prop.name },
  );
  const inner = {
    ...place,
    path,
    type: prop.type,
    written: undefined,
    prop: { fqn: prop.owner.fqn, name: prop.name },
    named: prop.name,
    call: undefined,
  };
  if (prop.name === "conditions") conditions(c, value, inner);
  else visit(c, value, inner);
}

/** What a statement's or a principal's conditions are, in the policy's own terms. */
export function conditions(c: Collector, node: Node | undefined, place: Place): void {
  if (!node) return;
  const policy = place.policy?.place.statement ? place.policy : c.instances.conditionsAlone(node);
  const value = node.kind === "name" ? c.resolver.value(node) : undefined;
  const written = value?.kind === "map" && !c.visited.has(value) ? value : node;
  if (written !== node) {
    c.visited.add(written);
    visit(c, node, nowhere);
  }
  policySites(written, stepInto(policy, "Condition"), c.instances, c.sites, (other) => {
    visit(c, other, { ...nowhere, prop: place.prop });
  });
}

/** In scripts an object literal may also stand for what an interface or class has: `{ managedPolicyArn: ... }`. */
function objectIn(c: Collector, type: string | undefined): string | undefined {
  if (type === undefined || !/script$/.test(c.resolver.language)) return undefined;
  return alternatives(type).find((part) =>
    /^(interface|class)$/.test(c.resolver.names.type(part)?.type.kind ?? ""),
  );
}

const isStatementJson = ({ call }: Place): boolean =>
  call?.name === "fromJson" && call.fqn.endsWith(".PolicyStatement");

/** Tells a map that is a policy, or a statement of one, as such. */
export function visitPolicy(c: Collector, node: Node, place: Place): boolean {
  const policy = c.instances.policyAt(node, place.call?.name, isStatementJson(place));
  if (policy)
    policySites(node, policy, c.instances, c.sites, (other) => {
      visit(c, other, nowhere);
    });
  return policy !== undefined;
}

export function visitMap(c: Collector, node: MapNode, place: Place): void {
  const struct = place.type === undefined ? undefined : structIn(c.resolver.names, place.type);
  if (struct === undefined && visitPolicy(c, node, place)) return;
  const object = struct ?? objectIn(c, place.type);
  for (const spread of node.spreads) visit(c, spread, place);
  const type = elementType(place.type) ?? (object ? undefined : place.type);
  const inner = { ...itemPlace(place), type };
  for (const entry of node.entries) visitEntry(c, entry, object, inner, place);
}

function visitEntry(
  c: Collector,
  entry: Entry,
  struct: string | undefined,
  inner: Place,
  place: Place,
): void {
  const { names, language } = c.resolver;
  const { key, keyNode, value } = entry;
  const prop = struct === undefined || key === undefined ? undefined : names.member(struct, key, language);
  if (prop?.kind === "prop") {
    propSite(c, prop, key ?? "", keyNode.range, value, place);
    return;
  }
  if (keyNode.kind !== "name") visit(c, keyNode, { ...nowhere, prop: place.prop });
  const given = (key !== undefined && fieldPlace(c, place, key)) || inner;
  visit(c, value, { ...given, named: key });
}
