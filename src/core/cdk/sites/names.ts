import type { Range } from "../../types.ts";
import type { Member } from "../names.ts";
import type { Meaning } from "../resolve.ts";
import type { Node } from "../syntax.ts";
import { type Collector, nowhere, type Place } from "./collector.ts";
import { visit } from "./visit.ts";

export function visitName(c: Collector, node: Node & { kind: "name" }, place: Place): void {
  const meaning = c.resolver.meaning(node);
  if (!meaning) {
    followVariable(c, node, place);
    return;
  }
  if (meaning.kind === "value" && meaning.member && meaning.member.kind !== "prop" && isImported(c, node)) {
    const { owner, name } = meaning.member;
    c.sites.push({ role: "member", range: node.range, text: node.name, fqn: owner.fqn, name });
    return;
  }
  if (meaning.kind === "value") {
    reference(c, node, node.range, undefined, node.name);
    followVariable(c, node, place);
    return;
  }
  nameSite(c, node.name, node.range, meaning);
}

/** A member that an import brings in under its own name (Java's static imports), not a variable that holds it. */
function isImported(c: Collector, node: Node): boolean {
  const binding = c.resolver.binding(node);
  return (
    c.resolver.language === "java" &&
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
  const value = c.resolver.binding(node)?.value;
  if (value?.kind !== "map" && value?.kind !== "list") return;
  if (c.visited.has(value) || c.following > DEEPEST) return;
  c.visited.add(value);
  c.following++;
  visit(c, value, place);
  c.following--;
}

export function visitMember(c: Collector, node: Node & { kind: "member" }): void {
  const meaning = c.resolver.meaning(node);
  const { language } = c.resolver;
  if (
    (language === "java" || language === "csharp") &&
    (meaning?.kind === "module" || meaning?.kind === "package")
  ) {
    nameSite(c, textOfDotted(node), node.range, meaning);
    return;
  }
  visit(c, node.object, nowhere);
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
  if (member.kind === "prop") {
    const attribute = member.owner.type.attributes?.[member.name];
    if (attribute !== undefined)
      reference(c, node.object, range, attribute === "Ref" ? undefined : attribute, text, true);
    else reference(c, node, range, undefined, text);
  } else c.sites.push({ role: "member", range, text, fqn: member.owner.fqn, name: member.name });
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

function reference(
  c: Collector,
  node: Node,
  range: Range,
  attribute: string | undefined,
  text: string,
  isAttribute = false,
): void {
  const target = c.instances.resourceOf(node);
  if (target === undefined) return;
  const part = isAttribute ? "attribute" : "target";
  c.sites.push({ role: "reference", range, text, target, attribute, part, form: "variable" });
}
