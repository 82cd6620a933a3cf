import type { AttributeFact, Facts, PropertyFact, ResourceTypeFact } from "../core/types.ts";
import { field, isRecord, keys, type PartStore, text, texts } from "./parts.ts";

const partOf = (type: string): string => `types-${type.split("::")[1] ?? ""}`;

/** Resource types, their properties and attributes. `types-<Namespace>.json`: see `scripts/facts/types.mjs`. */
export function createTypeFacts(store: PartStore): Pick<Facts, "resourceType" | "property"> {
  const dataOf = (type: string): unknown => field(field(store.get(partOf(type)), "types"), type);
  return {
    resourceType(type) {
      const data = dataOf(type);
      return isRecord(data) ? toType(type, data) : undefined;
    },
    property(type, path) {
      const data = dataOf(type);
      const found = walk(data, path);
      return found && toProperty(data, path.at(-1) ?? "", found);
    },
  };
}

interface Found {
  readonly property: unknown;
  /** The definition that the property is of; undefined for the type's own. */
  readonly of: string | undefined;
}

/** Follows a path of property names; the keys of a map (`RoleMappings`) are stepped over. */
function walk(data: unknown, path: readonly string[]): Found | undefined {
  const definitions = field(data, "definitions");
  let level = field(data, "properties");
  let of: string | undefined;
  let found: Found | undefined;
  let inMap = false;
  for (const name of path) {
    const next = field(level, name);
    if (next === undefined && inMap) {
      inMap = false;
      continue;
    }
    if (next === undefined) return undefined;
    found = { property: next, of };
    inMap = field(next, "map") === true;
    of = text(field(next, "of"));
    level = field(definitions, of ?? "");
  }
  return found;
}

function toType(type: string, data: unknown): ResourceTypeFact {
  const properties = field(data, "properties");
  const attributes = field(data, "attributes");
  return {
    type,
    doc: text(field(data, "doc")) ?? "",
    ref: text(field(data, "ref")),
    attributes: keys(attributes).map((name) => toAttribute(name, field(attributes, name))),
    properties: keys(properties),
    replacedBy: keys(properties).filter((name) => field(field(properties, name), "update") === "replacement"),
    primaryIdentifier: texts(field(data, "identifier")),
    url: text(field(data, "url")) ?? "",
  };
}

const toAttribute = (name: string, data: unknown): AttributeFact => ({
  name,
  type: text(field(data, "type")) ?? "",
  doc: text(field(data, "doc")) ?? "",
});

function toProperty(data: unknown, name: string, { property: found, of }: Found): PropertyFact {
  const note = field(found, "note");
  return {
    name,
    type: text(field(found, "type")) ?? "",
    required: field(found, "required") === true,
    update: updateOf(field(found, "update")),
    doc: text(field(found, "doc")) ?? "",
    default: text(field(found, "default")),
    allowed: texts(field(found, "allowed")),
    allowedFrom: provenance(field(found, "allowedFrom")),
    limits: texts(field(found, "limits")),
    note: isRecord(note) ? { text: text(note.text) ?? "", source: text(note.source) ?? "" } : undefined,
    children: keys(field(field(data, "definitions"), text(field(found, "of")) ?? "")),
    url: propertyUrl(text(field(data, "url")) ?? "", of, name),
  };
}

/** CloudFormation's reference has a page for each definition, and on it an anchor for each property. */
function propertyUrl(url: string, of: string | undefined, name: string): string {
  const [, book, resource] = /^(.*\/)aws-resource-([a-z0-9-]+)\.html$/.exec(url) ?? [];
  if (book === undefined || resource === undefined) return url;
  const place = of === undefined ? resource : `${resource}-${of.toLowerCase()}`;
  const page = of === undefined ? url : `${book}aws-properties-${place}.html`;
  return `${page}#cfn-${place}-${name.toLowerCase()}`;
}

/** The data leaves out what is most common: a change in place. */
const updateOf = (value: unknown): PropertyFact["update"] =>
  value === "replacement" || value === "conditional" || value === "refused" ? value : "mutable";

const provenance = (value: unknown): PropertyFact["allowedFrom"] =>
  value === "spec" || value === "api" || value === "override" ? value : undefined;
