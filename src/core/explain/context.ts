import { fromMarked, plain } from "../text.ts";
import type {
  Authored,
  Caution,
  Concept,
  ConceptRef,
  Dialect,
  Explanation,
  FactLine,
  Facts,
  Finding,
  Link,
  Model,
  Names,
  Range,
  Rich,
  Term,
} from "../types.ts";

/** What explaining a term draws on: this file's declarations, and what we know of AWS. */
export interface ExplainContext {
  readonly dialect: Dialect;
  readonly model: Model;
  readonly names: Names;
  readonly facts: Facts;
  /** Cautions of one resource of this file, computed once for a version. */
  findingsOf(resource: string): readonly Finding[];
}

export type TermOf<K extends Term["kind"]> = Extract<Term, { kind: K }>;

/** The parts that differ from term to term; what is left out is empty. */
interface Said {
  readonly title: string;
  readonly about: string;
  readonly meaning: Rich;
  readonly reading?: readonly Rich[];
  readonly facts?: readonly (FactLine | undefined)[];
  readonly cautions?: readonly Caution[];
  readonly concepts?: readonly (Concept | undefined)[];
  readonly links?: readonly (Link | undefined)[];
  readonly schemaOnly?: boolean;
}

const SEVERITY = { fails: 0, weakens: 1, hint: 2 };

export function explanation(term: Term, said: Said): Explanation {
  return {
    range: term.range,
    kind: term.kind,
    title: said.title,
    about: said.about,
    meaning: said.meaning,
    reading: distinct(said.reading ?? []),
    facts: (said.facts ?? []).filter((line) => line !== undefined),
    cautions: [...(said.cautions ?? [])].sort((a, b) => SEVERITY[a.severity] - SEVERITY[b.severity]),
    concepts: unique((said.concepts ?? []).filter((concept) => concept !== undefined)),
    links: (said.links ?? []).filter((link) => link !== undefined),
    schemaOnly: said.schemaOnly ?? false,
  };
}

/** Two statements may say the same. */
const distinct = (readings: readonly Rich[]): Rich[] => [
  ...new Map(readings.map((reading) => [plain(reading), reading])).values(),
];

const unique = (concepts: readonly Concept[]): ConceptRef[] => [
  ...new Map(concepts.map(({ id, title }) => [id, { id, title }])).values(),
];

export const fact = (label: string, text: Rich | undefined): FactLine | undefined =>
  text === undefined || text.length === 0 ? undefined : { label, text };

export const link = (title: string, url: string | undefined): Link | undefined =>
  url === undefined ? undefined : { title, url };

export const sourceOf = (authored: Authored | undefined): Link | undefined =>
  link("AWS documentation", authored?.source);

/** A concept's first AWS page, for terms that have no address of their own. */
export const pageOf = (concept: Concept | undefined): Link | undefined =>
  link("AWS documentation", concept?.sources[0]);

export const authored = (text: Authored | undefined): Rich | undefined =>
  text === undefined ? undefined : fromMarked(text.text);

/** Up to `most` names as code, with the number of the rest. */
export function listed(names: readonly string[], most: number): Rich | undefined {
  if (names.length === 0) return undefined;
  const shown = names
    .slice(0, most)
    .flatMap((name, i) => [...(i > 0 ? [{ text: ", " }] : []), { text: name, style: "code" as const }]);
  return names.length > most ? [...shown, { text: ` and ${names.length - most} more` }] : shown;
}

export const within = (inner: Range, outer: Range): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;

/** What the resource is to be warned of at a property or prop: on its name or anywhere in its value. */
export function cautionsAt(term: TermOf<"property" | "prop">, c: ExplainContext): readonly Finding[] {
  if (term.resource === undefined) return [];
  const place = { start: term.range.start, end: Math.max(term.range.end, term.value?.range.end ?? 0) };
  return c.findingsOf(term.resource).filter((finding) => within(finding.range, place));
}
