import type { Owner, Path } from "../types.ts";
import {
  asIntrinsic,
  type EntryNode,
  entryOf,
  type MapNode,
  type Node,
  type ScalarNode,
  textOf,
} from "./nodes.ts";
import { isGrant, visitGrant } from "./permission.ts";
import {
  areStatements,
  documentInText,
  type Holder,
  isDocument,
  visitDocument,
  visitStatements,
} from "./policy.ts";
import { isTemplateText } from "./templateText.ts";
import { pushReference, pushVariables, scalarParts, type Visitor, visit, type Walk } from "./walk.ts";

/** The sections that hold entries by name. */
export const ENTRY_SECTIONS: ReadonlySet<string> = new Set([
  "Metadata",
  "Globals",
  "Parameters",
  "Rules",
  "Mappings",
  "Conditions",
  "Resources",
  "Outputs",
]);

export const SECTIONS: ReadonlySet<string> = new Set([
  ...ENTRY_SECTIONS,
  "AWSTemplateFormatVersion",
  "Description",
  "Transform",
  "Hooks",
]);

/** Three parts: a parameter's type has four (`AWS::EC2::VPC::Id`) or one. */
const RESOURCE_TYPE = /^(?:\w+::\w+::\w+|Custom::[\w@-]+)$/;

/**
 * The text of an entry's `Type`, when the entry is a resource; undefined when it isn't one. Told by what
 * stands in it, since the line with the section's name may be broken.
 */
export function resourceTypeOf(node: Node | undefined, section: string): string | undefined {
  if (node?.kind !== "map") return undefined;
  const type = textOf(entryOf(node, "Type")?.value);
  if (section === "Resources") return type ?? "";
  if (!type || !RESOURCE_TYPE.test(type)) return undefined;
  return entryOf(node, "Properties") || !SECTIONS.has(section) ? type : undefined;
}

/** Sites of a whole section, when it wasn't cut into its entries. */
export function visitSection(section: EntryNode, walk: Walk): void {
  const { key, value } = section;
  if (!value || section.borrowed) return;
  if (value.kind === "map" && (ENTRY_SECTIONS.has(key) || !SECTIONS.has(key))) {
    for (const entry of value.entries) visitEntry(key, entry, walk);
  } else if (key === "Description") visit(value, [], walk, words);
  else visit(value, [key], walk, loose({ id: key, type: "" }));
}

/** Sites of one entry of a section: a resource, a parameter, an output, ... */
export function visitEntry(section: string, entry: EntryNode, walk: Walk): void {
  if (entry.borrowed) return;
  const type = resourceTypeOf(entry.value, section);
  if (entry.key.startsWith("Fn::ForEach")) visitForEach(section, entry, walk);
  else if (type !== undefined || section === "Resources") visitResource(entry, type ?? "", walk);
  else if (section === "Globals") visitGlobals(entry, walk);
  else visitLoose(section, entry, walk);
}

function visitLoose(section: string, entry: EntryNode, walk: Walk): void {
  if (section === "Parameters" || section === "Outputs") pushWords(entry, walk);
  const owner = { id: entry.key, type: "" };
  if (section === "Metadata" && entry.value) visit(entry.value, [entry.key], walk, metadata);
  else visitLooseEntry(entry, [], walk, loose(owner));
}

/** `Fn::ForEach::Loop: [Name, collection, {entries}]`: the entries of its map are entries of the section. */
function visitForEach(section: string, entry: EntryNode, walk: Walk): void {
  pushFunction(entry, walk);
  if (entry.value?.kind !== "list") return;
  for (const item of entry.value.items.slice(1)) {
    if (item.kind !== "map") visit(item, [], walk, loose({ id: entry.key, type: "" }));
    else for (const made of item.entries) visitEntry(section, made, walk);
  }
}

function pushFunction({ key, keyRange }: EntryNode, walk: Walk): void {
  const name = key.split("::").slice(0, 2).join("::");
  walk.found.push({ role: "intrinsic", range: keyRange, text: key, name });
}

// ---------------------------------------------------------------- resources

function visitResource(entry: EntryNode, type: string, walk: Walk): void {
  const owner: Owner = { id: entry.key, type };
  walk.found.push({ role: "logicalId", range: entry.keyRange, text: entry.key, owner });
  if (entry.value?.kind !== "map") return;
  for (const part of entry.value.entries) if (!part.borrowed) visitResourcePart(part, owner, walk);
}

/** What may stand beside `Type` and `Properties`. */
const ATTRIBUTES = new Set([
  "Condition",
  "Connectors",
  "CreationPolicy",
  "DeletionPolicy",
  "DependsOn",
  "IgnoreGlobals",
  "Metadata",
  "UpdatePolicy",
  "UpdateReplacePolicy",
]);

/** A property that stands at the wrong indent, beside `Properties` instead of in it. */
function visitStray(part: EntryNode, owner: Owner, walk: Walk): void {
  const map: MapNode = { kind: "map", entries: [part], range: part.keyRange };
  visit(map, [], walk, properties(owner, map));
}

function visitResourcePart(part: EntryNode, owner: Owner, walk: Walk): void {
  const { key, value } = part;
  if (key === "Type") {
    if (value?.kind === "scalar" && !value.borrowed)
      walk.found.push({ role: "resourceType", range: value.range, text: owner.type, owner });
    return;
  }
  if (key === "Properties") {
    if (value?.kind === "scalar") pushHalfTyped(value, owner, walk);
    else if (value) visit(value, [], walk, properties(owner, value));
  } else if (ATTRIBUTES.has(key) || key.startsWith("Fn::")) visitAttribute(part, owner, walk);
  else visitStray(part, owner, walk);
}

function visitAttribute(part: EntryNode, owner: Owner, walk: Walk): void {
  const { key, value } = part;
  if (key.startsWith("Fn::")) pushFunction(part, walk);
  else walk.found.push({ role: "attributeKey", range: part.keyRange, text: key, owner, path: [key], value });
  if (!value) return;
  if (key === "DependsOn" || key === "Condition") pushReference(value, key, walk);
  else if (key === "Metadata") visit(value, [], walk, metadata);
  else if (key === "Connectors") visit(value, [key], walk, attributes(owner));
  else visit(value, [key], walk, loose(owner));
}

/** The first property, before its colon is there. */
function pushHalfTyped(word: ScalarNode, owner: Owner, walk: Walk): void {
  const key = textOf(word);
  if (key && !word.borrowed)
    walk.found.push({ role: "key", range: word.range, text: key, owner, path: [key], value: undefined });
}

/** SAM's connectors: keys by path, and `Id` leads to a resource. */
const attributes = (owner: Owner): Visitor => ({
  map: (node, path, walk) => {
    for (const { key, keyRange, value, borrowed } of node.entries) {
      if (borrowed) continue;
      const to = [...path, key];
      walk.found.push({ role: "attributeKey", range: keyRange, text: key, owner, path: to, value });
      if (!value) continue;
      if (key === "Id" && value.kind === "scalar") pushReference(value, "Ref", walk);
      else visit(value, to, walk, attributes(owner));
    }
  },
  scalar: () => {},
});

/** Under `Properties`: keys, values, and the policy documents among them. */
function properties(owner: Owner, root: Node): Visitor {
  const organizationsType = root.kind === "map" ? textOf(entryOf(root, "Type")?.value) : undefined;
  const holder = (path: Path): Holder => ({ owner, path, organizationsType });
  const visitor: Visitor = {
    map: (node, path, walk) => {
      if (isDocument(node, path)) return visitDocument(node, holder(path), walk);
      for (const entry of node.entries) if (!entry.borrowed) visitProperty(entry, node, path, walk);
    },
    scalar: (node, path, walk) => {
      const document = documentInText(node, path, walk);
      if (document) return visitDocument(document, holder(path), walk);
      pushValue(node, path, owner, walk);
    },
  };
  function visitProperty(entry: EntryNode, map: MapNode, path: Path, walk: Walk): void {
    const { key, value } = entry;
    if (key.startsWith("Fn::")) {
      visitFunction(entry, path, walk, visitor);
      return;
    }
    const to = [...path, key];
    const holds = value !== undefined && areStatements(value);
    if (isSamTemplates(map, path, owner)) {
      walk.found.push({ role: "samPolicyTemplate", range: entry.keyRange, text: key, owner });
    } else if (!holds || key !== "Statement")
      walk.found.push({ role: "key", range: entry.keyRange, text: key, owner, path: to, value });
    if (!value) return;
    if (holds) visitStatements(entry, value, holder(to), walk);
    else if (path.length === 0 && isGrant(owner, key)) visitGrant(key, value, owner, map, walk);
    else if (owner.type === "AWS::Serverless::Connector" && key === "Id") pushReference(value, "Ref", walk);
    else visit(value, to, walk, visitor);
  }
  return visitor;
}

/** `Fn::ForEach` among properties gives entries of the map it stands in; other functions give a value. */
function visitFunction(entry: EntryNode, path: Path, walk: Walk, visitor: Visitor): void {
  const { key, keyRange: range, value } = entry;
  const call = asIntrinsic({ kind: "map", entries: [entry], range });
  if (call.kind === "intrinsic") visit(call, path, walk, visitor);
  else pushFunction(entry, walk);
  if (call.kind === "intrinsic" || !value) return;
  if (key.startsWith("Fn::ForEach") && value.kind === "list") {
    for (const item of value.items.slice(1)) if (item.kind === "map") visit(item, path, walk, visitor);
  } else visit(value, path, walk, loose({ id: key, type: "" }));
}

/** `Policies: [{S3ReadPolicy: {BucketName: ...}}]` of SAM's functions and state machines. */
function isSamTemplates(map: MapNode, path: Path, owner: Owner): boolean {
  if (!owner.type.startsWith("AWS::Serverless::") || path[0] !== "Policies") return false;
  return path.length <= 2 && typeof (path[1] ?? 0) === "number" && map.entries.length > 0;
}

function pushValue(node: ScalarNode, path: Path, owner: Owner, walk: Walk): void {
  if (node.value === null || node.range.end <= node.range.start) return;
  const site = { role: "value", owner, path, value: node, ...scalarParts(node, walk) } as const;
  walk.found.push(isTemplateText(node, walk.text) ? { ...site, isTemplate: true } : site);
}

// ---------------------------------------------------------------- the other sections

/** SAM's Globals: what stands in every function or API of the template. */
function visitGlobals({ key, keyRange, value }: EntryNode, walk: Walk): void {
  const owner = { id: "Globals", type: `AWS::Serverless::${key}` };
  walk.found.push({ role: "attributeKey", range: keyRange, text: key, owner, path: [key], value });
  if (value) visit(value, [], walk, properties(owner, value));
}

const PROSE_KEYS = new Set(["Description", "ConstraintDescription", "AssertDescription", "Name"]);

/** Parameters, outputs, mappings, rules: references, policies, ARNs, and words for people. */
const loose = (owner: Owner): Visitor => {
  const visitor: Visitor = {
    map: (node, path, walk) => {
      if (isDocument(node, path)) {
        return visitDocument(node, { owner: undefined, path, organizationsType: undefined }, walk);
      }
      for (const entry of node.entries) visitLooseEntry(entry, path, walk, visitor);
    },
    scalar: (node, path, walk) => {
      if (PROSE_KEYS.has(String(path.at(-1)))) return words.scalar(node, path, walk);
      const document = documentInText(node, path, walk);
      if (document)
        return visitDocument(document, { owner: undefined, path, organizationsType: undefined }, walk);
      if (typeof node.value === "string" && node.value.includes("arn:")) pushValue(node, path, owner, walk);
      else pushVariables(node, walk);
    },
  };
  return visitor;
};

function visitLooseEntry(entry: EntryNode, path: Path, walk: Walk, visitor: Visitor): void {
  const { key, value, borrowed } = entry;
  if (!value || borrowed) return;
  const to = [...path, key];
  const holder = { owner: undefined, path: to, organizationsType: undefined };
  if (areStatements(value)) visitStatements(entry, value, holder, walk);
  else visit(value, to, walk, visitor);
}

/** Prose keeps the text as it is written, so that a word's place in it is its place in the document. */
const words: Visitor = {
  map: (node, path, walk) => {
    for (const { value, borrowed } of node.entries) if (value && !borrowed) visit(value, path, walk, words);
  },
  scalar: (node, _path, walk) => {
    const { range } = node;
    if (range.end > range.start)
      walk.found.push({ role: "prose", range, text: walk.text.slice(range.start, range.end) });
  },
};

const metadata: Visitor = {
  map: (node, path, walk) => {
    if (isDocument(node, [...path, "Metadata"]))
      return visitDocument(node, { owner: undefined, path, organizationsType: undefined }, walk);
    for (const { value, borrowed } of node.entries)
      if (value && !borrowed) visit(value, path, walk, metadata);
  },
  scalar: words.scalar,
};

function pushWords({ keyRange }: EntryNode, walk: Walk): void {
  walk.found.push({ role: "prose", range: keyRange, text: walk.text.slice(keyRange.start, keyRange.end) });
}
