import { fromMarked } from "../core/text.ts";
import type {
  ActionFact,
  Concept,
  ConditionKeyFact,
  ConstructFact,
  Facts,
  PropertyFact,
  PropFact,
  ResourceTypeFact,
} from "../core/types.ts";
import { breakable, escapeHtml, pageLink, richHtml } from "./html.ts";

const paragraph = (text: string): string => (text === "" ? "" : `<p>${richHtml(fromMarked(text))}</p>`);

const readOn = (concept: Concept | undefined): string =>
  concept ? `<p>Read about it: ${pageLink(concept.id, concept.title)}</p>` : "";

const codes = (names: readonly string[]): string =>
  names.map((name) => `<code>${breakable(name)}</code>`).join(", ");

const factLink = (kind: string, name: string): string =>
  `<a href="#" data-kind="${kind}" data-name="${escapeHtml(name)}"><code>${breakable(name)}</code></a>`;

/** The page of a resource type, made from the facts: what it gives, its properties with all that is known of them. */
export function typePage(type: ResourceTypeFact, concept: Concept | undefined, facts: Facts): string {
  return [
    paragraph(type.doc),
    readOn(concept),
    "<h2>What it gives</h2>",
    `<dl><dt>Ref</dt><dd>${type.ref === undefined ? "nothing that is documented" : richHtml(fromMarked(type.ref))}</dd>`,
    ...type.attributes.map(
      ({ name, doc }) => `<dt>${breakable(name)}</dt><dd>${richHtml(fromMarked(doc))}</dd>`,
    ),
    "</dl>",
    type.replacedBy.length > 0 ? `<p>A change of ${codes(type.replacedBy)} makes a new resource.</p>` : "",
    "<h2>Properties</h2>",
    type.properties.length > 8 ? filter("properties") : "",
    ...type.properties.map((name) => propertyBlock(type.type, [name], facts)),
  ].join("\n");
}

/** A property and those inside it, as far as the type goes; the depth is bounded for types that hold themselves. */
function propertyBlock(type: string, path: readonly string[], facts: Facts): string {
  const property = facts.property(type, path);
  if (!property) return "";
  const name = path.at(-1) ?? "";
  const inner = path.length < 6 ? property.children.filter((child) => !path.includes(child)) : [];
  return [
    `<section class="property" data-filter="${escapeHtml(path.join(".").toLowerCase())}">`,
    heading(path.length, name, property.type === name ? "Object" : property.type, property.required),
    paragraph(property.note?.text ?? property.doc),
    propertyLines(property),
    inner.length > 0
      ? `<details><summary>${inner.length} inside ${escapeHtml(name)}</summary>${inner.map((child) => propertyBlock(type, [...path, child], facts)).join("")}</details>`
      : "",
    "</section>",
  ].join("\n");
}

const UPDATES: Readonly<Record<string, string>> = {
  replacement: "makes a new resource",
  conditional: "may make a new resource",
  refused: "is refused",
};

function propertyLines({ default: preset, allowed, limits, update }: PropertyFact): string {
  const rows = [
    preset === undefined ? undefined : ["Default", codes([preset])],
    allowed.length > 0 ? ["Allowed", codes(allowed)] : undefined,
    limits.length > 0 ? ["Limits", escapeHtml(limits.join("; "))] : undefined,
    update !== undefined && UPDATES[update] ? ["A change", `<strong>${UPDATES[update]}</strong>`] : undefined,
  ].filter((row) => row !== undefined);
  return rows.length === 0
    ? ""
    : `<dl>${rows.map(([label, text]) => `<dt>${label}</dt><dd>${text}</dd>`).join("")}</dl>`;
}

export function actionPage(action: ActionFact, concept: Concept | undefined): string {
  return [
    paragraph(action.doc ?? ""),
    readOn(concept),
    `<dl><dt>Access</dt><dd>${escapeHtml(action.access)}</dd>`,
    action.resources.length > 0 ? `<dt>On</dt><dd>${codes(action.resources)}</dd>` : "",
    "</dl>",
    action.conditionKeys.length > 0
      ? `<h2>Condition keys</h2><ul>${action.conditionKeys.map((key) => `<li>${factLink("key", key)}</li>`).join("")}</ul>`
      : "",
  ].join("\n");
}

export const keyPage = (key: ConditionKeyFact, concept: Concept | undefined): string =>
  [
    paragraph(key.doc),
    readOn(concept),
    `<dl><dt>Type</dt><dd>${escapeHtml(key.type)}</dd>${key.global ? "<dt>Kind</dt><dd>global key, for the policies of every service</dd>" : ""}</dl>`,
  ].join("\n");

/** A construct's page: what it makes, and the props of its struct. */
export function constructPage(
  construct: ConstructFact,
  props: readonly PropFact[],
  concept: Concept | undefined,
): string {
  return [
    paragraph(construct.doc),
    readOn(concept),
    construct.type === undefined ? "" : `<p>Makes ${factLink("type", construct.type)}.</p>`,
    props.length > 0 ? "<h2>Props</h2>" : "",
    props.length > 8 ? filter("props") : "",
    ...props.map(propBlock),
  ].join("\n");
}

/** Of a property: its name, its type, and whether it must be there. The page's own headings are of level 2. */
function heading(depth: number, name: string, type: string, required: boolean): string {
  const level = Math.min(depth + 2, 6);
  const about = `<span class="about">${breakable(type)}${required ? ", <strong>required</strong>" : ""}</span>`;
  return `<h${level}><code>${breakable(name)}</code> ${about}</h${level}>`;
}

const filter = (what: string): string =>
  `<input class="filter" type="search" aria-label="Filter ${what}" placeholder="Filter ${what}"><p class="filter-none" role="status" hidden>No name holds that.</p>`;

const propBlock = (prop: PropFact): string =>
  [
    `<section class="property" data-filter="${escapeHtml(prop.name.toLowerCase())}">`,
    heading(1, prop.name, prop.type, prop.required),
    paragraph(prop.doc),
    `<dl>${prop.default === undefined ? "" : `<dt>Default</dt><dd>${richHtml(fromMarked(prop.default))}</dd>`}`,
    `${prop.cfn === undefined ? "" : `<dt>CloudFormation</dt><dd>${codes([prop.cfn])}</dd>`}</dl>`,
    "</section>",
  ].join("\n");
