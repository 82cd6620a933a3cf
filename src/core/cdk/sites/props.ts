import type { Range } from "../../types.ts";
import type { Member } from "../names.ts";
import { alternatives, elementType, structIn } from "../signatures.ts";
import type { Entry, MapNode, Node } from "../syntax.ts";
import { type Collector, DURATION, nowhere, type Place } from "./collector.ts";
import { fieldPlace, itemPlace } from "./expected.ts";
import { conditions, visitPolicy } from "./statements.ts";
import { visit } from "./visit.ts";

/** A prop where it is given a value, and what stands in the value. */
export function propSite(
  c: Collector,
  prop: Member,
  text: string,
  range: Range,
  value: Node | undefined,
  outside: Place,
): void {
  const { fqn } = prop.owner;
  const place = propPlace(prop, outside);
  const { path, construct, resource } = place;
  const lowered = value && c.instances.valueOf(value);
  const seconds = value && prop.type === DURATION ? c.instances.secondsOf(value) : undefined;
  const { name } = prop;
  const given = { path, construct, resource, value: lowered, seconds, place: place.policy?.place };
  c.sites.push(
    prop.owner.type.kind === "struct"
      ? { role: "prop", range, text, fqn, name, ...given }
      : { role: "member", range, text, fqn, name },
  );
  if (name === "conditions") conditions(c, value, place);
  else visit(c, value, place);
}

/** Where the value of a prop stands. */
const propPlace = ({ name, type, owner }: Member, place: Place): Place => ({
  ...place,
  path: [...place.path, name],
  type,
  written: undefined,
  prop: { fqn: owner.fqn, name },
  named: name,
  call: undefined,
});

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

/** In scripts an object literal may also stand for what an interface or class has: `{ managedPolicyArn: ... }`. */
function objectIn(c: Collector, type: string | undefined): string | undefined {
  if (type === undefined || !/script$/.test(c.resolver.language)) return undefined;
  return alternatives(type).find((part) =>
    /^(interface|class)$/.test(c.resolver.names.type(part)?.type.kind ?? ""),
  );
}
