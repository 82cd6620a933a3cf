import { readPolicy, readValue } from "../read/index.ts";
import { code, fromMarked, say } from "../text.ts";
import type { Authored, Explanation, FactLine, PolicyUse, PropertyFact, Rich, Value } from "../types.ts";
import { cautionsAt, type ExplainContext, explanation, fact, link, listed, type TermOf } from "./context.ts";

export function explainProperty(term: TermOf<"property">, c: ExplainContext): Explanation | undefined {
  const property = c.facts.property(term.type, term.path);
  if (!property) return undefined;
  const about = `${term.type}.${term.path.join(".")}`;
  const concept = c.names.conceptOf(about);
  const own = concept !== c.names.conceptOf(term.type);
  const reading = readingOf(term, c);
  const cautions = cautionsAt(term, c);
  return explanation(term, {
    title: term.path.at(-1) ?? about,
    about,
    meaning: fromMarked(entryOf(term, c)?.text ?? property.note?.text ?? property.doc),
    reading,
    facts: propertyFacts(property, c.facts.changeMeaning(term.type, term.path)),
    cautions,
    concepts: [concept],
    links: [link(about, property.url)],
    schemaOnly:
      !own &&
      !property.note &&
      reading.length + cautions.length === 0 &&
      (property.update === "mutable" || property.update === undefined),
  });
}

/** A key of a map that has a meaning of its own: `unauthenticated` of `Roles`. */
const entryOf = ({ type, path }: TermOf<"property">, c: ExplainContext): Authored | undefined =>
  c.facts.valueMeaning(type, path.slice(0, -1), path.at(-1) ?? "");

/** What a property means here, by its value. */
export function readingOf(
  { type, path, value }: Pick<TermOf<"property">, "type" | "path" | "value">,
  c: ExplainContext,
): readonly Rich[] {
  if (!value) return [];
  if (isPolicy(value)) return readPolicy(value, useOf(path), c);
  if (value.kind !== "scalar") return [];
  const meaning = c.facts.valueMeaning(type, path, String(value.value));
  if (meaning) return [say`${code(String(value.value))}: ${fromMarked(meaning.text)}`];
  const read = IN_NAME.test(path.at(-1) ?? "") ? undefined : readValue(type, path, value);
  return read ? [read] : [];
}

/** `TemporaryPasswordValidityDays: 7` says its unit itself. */
const IN_NAME = /Days$/;

const useOf = (path: readonly string[]): PolicyUse =>
  path.at(-1) === "AssumeRolePolicyDocument" ? "trust" : "identity";

export const isPolicy = (value: Value): boolean =>
  value.kind === "map" && value.entries.some((entry) => entry.key === "Statement");

/** Three lines at most: what it takes, within which limits, what a change does. */
export function propertyFacts(property: PropertyFact, change?: Authored): (FactLine | undefined)[] {
  return [
    property.children.length > 0
      ? fact(property.required ? "Required, holds" : "Holds", heldLine(property))
      : fact("Takes", typeLine(property)),
    property.allowed.length > 0
      ? fact("Allowed", listed(property.allowed, 8))
      : fact("Limits", fromMarked(property.limits.join("; "))),
    fact("On change", withMeaning(changeLine(property), change)),
  ];
}

/** The properties inside, by name, instead of AWS's internal name for them. */
function heldLine({ type, children }: PropertyFact): Rich {
  const held = listed(children, 8) ?? [];
  return type.startsWith("List of ") ? say`a list, each with ${held}` : held;
}

/** Nothing for a mere text: what it is, the meaning says. */
function typeLine({ type, required, default: preset }: PropertyFact): Rich {
  if (type === "String" && !required && preset === undefined) return [];
  const need = required ? ", required" : "";
  return preset === undefined ? say`${type}${need}` : say`${type}${need}, default ${code(preset)}`;
}

const withMeaning = (line: Rich | undefined, change: Authored | undefined): Rich | undefined =>
  !change ? line : line ? say`${line}. ${fromMarked(change.text)}` : fromMarked(change.text);

function changeLine({ update }: PropertyFact): Rich | undefined {
  switch (update) {
    case "replacement":
      return [
        { text: "replacement: CloudFormation makes a new resource and deletes this one", style: "strong" },
      ];
    case "conditional":
      return [{ text: "may replace the resource", style: "strong" }];
    case "refused":
      return [{ text: "refused: it can't be changed after creation", style: "strong" }];
    default:
      return undefined;
  }
}

/** An allowed value or a number that has a meaning of its own; other text is the user's and says nothing. */
export function explainValue(term: TermOf<"value">, c: ExplainContext): Explanation | undefined {
  const { type, path, value } = term;
  const meaning = c.facts.valueMeaning(type, path, value);
  const property = c.facts.property(type, path);
  const read = readValue(type, path, { kind: "scalar", value, range: term.range });
  if (!meaning && !read && !property?.allowed.includes(value)) return undefined;
  const about = `${type}.${path.join(".")}`;
  const concept = c.names.conceptOf(about) ?? c.names.conceptOf(type);
  return explanation(term, {
    title: value,
    about: `${about}: ${value}`,
    meaning: meaning ? fromMarked(meaning.text) : (read ?? fromMarked(property?.doc ?? "")),
    reading: meaning && read ? [read] : [],
    facts: [
      fact("Others", property && listed(othersThan(value, property), 8)),
      fact("On change", property && changeLine(property)),
    ],
    concepts: [concept],
    links: [link("AWS documentation", meaning?.source ?? property?.url)],
  });
}

const othersThan = (value: string, { allowed }: PropertyFact): readonly string[] =>
  allowed.length > 1 ? allowed.filter((other) => other !== value) : [];
