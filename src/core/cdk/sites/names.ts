import type { Range } from "../../types.ts";
import type { Member } from "../names.ts";
import type { Meaning } from "../resolve/meaning.ts";
import { propsOf } from "../signatures.ts";
import type { MemberNode, Node } from "../syntax.ts";
import { type Collector, nowhere, type Place } from "./collector.ts";
import { followOnce } from "./locals.ts";
import { placeIn } from "./statements.ts";
import { visit } from "./visit.ts";

export function visitName(c: Collector, node: Node & { kind: "name" }, place: Place): void {
  if (node.name === "") return;
  const meaning = c.resolver.meaning(node);
  if (!meaning || meaning.kind === "object") {
    followVariable(c, node, place);
    return;
  }
  const member = meaning.kind === "value" || meaning.kind === "method" ? meaning.member : undefined;
  if (member && member.kind !== "prop" && isImported(c, node)) {
    const { owner, name } = member;
    const { range, name: text } = node;
    if (meaning.kind === "value") memberSite(c, member, text, range, place);
    else c.sites.push({ role: "method", range, text, fqn: owner.fqn, name, resource: undefined });
    return;
  }
  if (meaning.kind === "value") {
    reference(c, node, node.range, undefined, node.name);
    followVariable(c, node, place);
    return;
  }
  nameSite(c, node.name, node.range, meaning);
}

/** A member that a static import of Java or C# brings in under its own name, not a variable that holds it. */
function isImported(c: Collector, node: Node): boolean {
  const binding = c.resolver.binding(node);
  return (
    /^(java|csharp)$/.test(c.resolver.language) &&
    (!binding || (binding.value?.kind === "member" && binding.value.name === binding.name))
  );
}

function nameSite(c: Collector, text: string, range: Range, meaning: Meaning): void {
  const { names } = c.resolver;
  if (meaning.kind === "module") c.sites.push({ role: "module", range, text, module: meaning.module });
  if ((meaning.kind === "class" || meaning.kind === "constructor") && names.type(meaning.fqn))
    c.sites.push({ role: "construct", range, text, fqn: meaning.fqn, resource: undefined });
}

const DEEPEST = 30;

/** An object that was put into a variable before it was given as props. */
function followVariable(c: Collector, node: Node, place: Place): void {
  if (place.type === undefined || !place.type.includes(".")) return;
  const value = c.resolver.value(node);
  if (value?.kind !== "map" && value?.kind !== "list") return;
  if (c.following > DEEPEST) return;
  c.following++;
  followOnce(c, value, place);
  c.following--;
}

export function visitMember(c: Collector, node: MemberNode, place: Place): void {
  const meaning = c.resolver.meaning(node);
  const { language } = c.resolver;
  if (
    (language === "java" || language === "csharp") &&
    (meaning?.kind === "module" || meaning?.kind === "package")
  ) {
    nameSite(c, textOfDotted(node), node.range, meaning);
    return;
  }
  visit(c, c.resolver.objectOf(node), nowhere);
  const { name: text, nameRange: range } = node;
  if (!meaning || text === "") return;
  if (meaning.kind === "method") {
    methodSite(c, node, meaning.member);
    return;
  }
  const member = meaning.kind === "value" ? meaning.member : undefined;
  if (!member) {
    if (meaning.kind === "value") reference(c, node, range, undefined, text);
    nameSite(c, text, range, meaning);
    return;
  }
  if (member.kind === "prop") readSite(c, node, member);
  else memberSite(c, member, text, range, place);
}

/** A member of an enum, or one that a class has itself: `Effect.ALLOW` in a statement is about the statement. */
function memberSite(c: Collector, { owner, name }: Member, text: string, range: Range, place: Place): void {
  c.sites.push({
    role: "member",
    range,
    text,
    fqn: owner.fqn,
    name,
    place: placeIn(place.policy, owner.fqn),
  });
}

/** `pool.userPoolId`: what it is of a resource of the file, else what it is by itself. */
function readSite(c: Collector, node: MemberNode, { owner, name }: Member): void {
  const { name: text, nameRange: range, object } = node;
  const attribute = owner.type.attributes?.[name];
  const before = c.sites.length;
  if (attribute !== undefined) reference(c, object, range, attribute, text);
  else reference(c, node, range, undefined, text);
  if (c.sites.length > before || !isOfCdk(c, node)) return;
  // What an L1 class has is what its props say.
  const generated = /\.Cfn\w+$/.test(owner.fqn) && propsOf(c.resolver.names, owner.fqn);
  const known = generated && c.resolver.names.member(generated, name, "typescript");
  const { fqn, type } = (known || { owner }).owner;
  c.sites.push(
    type.kind === "struct"
      ? {
          ...{ role: "prop", range, text, fqn, name, path: [name] },
          ...{ construct: undefined, resource: undefined, value: undefined },
        }
      : { role: "member", range, text, fqn, name },
  );
}

/** What the CDK's own classes have, also by way of a class of the file that extends one; no field of that class. */
function isOfCdk({ resolver }: Collector, node: MemberNode): boolean {
  const kind = resolver.meaning(node.object)?.kind ?? "";
  return /^(value|class)$/.test(kind) || (kind === "localValue" && !resolver.binding(node));
}

/** `software.amazon.awscdk.services.iam` is one module, not five. */
const textOfDotted = (node: Node): string =>
  node.kind === "member"
    ? `${textOfDotted(node.object)}.${node.name}`
    : node.kind === "name"
      ? node.name
      : "";

function methodSite(c: Collector, node: Node & { kind: "member" }, member: Member): void {
  const resource = c.instances.resourceOf(node.object);
  c.sites.push({
    role: "method",
    range: node.nameRange,
    text: node.name,
    fqn: member.owner.fqn,
    name: member.name,
    resource,
  });
}

/** `pool` leads to a resource, `pool.userPoolId` and `pool.userPoolArn` give what `Ref` and `Fn::GetAtt` do. */
function reference(c: Collector, node: Node, range: Range, read: string | undefined, text: string): void {
  const target = c.instances.resourceOf(node);
  if (target === undefined) return;
  const attribute = read === "Ref" ? undefined : read;
  const part = read === undefined ? "target" : "attribute";
  const form = read === undefined ? "variable" : read === "Ref" ? "Ref" : "GetAtt";
  c.sites.push({ role: "reference", range, text, target, attribute, part, form });
}
