import type { Concept, Names } from "../core/types.ts";
import { createWordFinder } from "./words.ts";

/** What the bundle knows of the pages; built by `scripts/pages` from `media/concepts`. */
export interface ConceptIndex {
  readonly concepts: readonly Concept[];
  /** AWS's and CDK's names to page ids. `cognito-idp:*` stands for the actions that no page claims singly. */
  readonly terms: Readonly<Record<string, string>>;
  readonly words: readonly GlossaryWord[];
  /** What people type who look for a page. In a text it says nothing; it may lead to several pages. */
  readonly searches: readonly SearchWord[];
}

/** A word or phrase that a search finds a page by. */
export type SearchWord = Pick<GlossaryWord, "word" | "concept">;

/**
 * A plain word or phrase that leads to a page. In small letters it is found in any case; with capitals
 * (`SCP`) only as written, since the same letters in small mean something else (`scp` copies files).
 */
export interface GlossaryWord {
  readonly word: string;
  readonly concept: string;
  readonly formerly: boolean;
}

/** The part of `Names` that the pages answer. */
export type ConceptNames = Pick<Names, "conceptOf" | "concept" | "concepts" | "wordsIn">;

/** `read` is asked when the first name is looked up, so that starting costs nothing. */
export function createConcepts(read: () => ConceptIndex): ConceptNames {
  let made: ConceptNames | undefined;
  const names = (): ConceptNames => {
    made ??= namesOf(read());
    return made;
  };
  return {
    conceptOf: (name) => names().conceptOf(name),
    concept: (id) => names().concept(id),
    concepts: () => names().concepts(),
    wordsIn: (text) => names().wordsIn(text),
  };
}

function namesOf(index: ConceptIndex): ConceptNames {
  const byId = new Map(index.concepts.map((concept) => [concept.id, concept]));
  const byTerm = new Map(Object.entries(index.terms).map(([term, id]) => [term.toLowerCase(), id]));
  const finder = createWordFinder(index.words);
  return {
    conceptOf(name) {
      for (const candidate of candidates(name.toLowerCase())) {
        const id = byTerm.get(candidate);
        if (id !== undefined) return byId.get(id);
      }
      return undefined;
    },
    concept: (id) => byId.get(id),
    concepts: () => index.concepts,
    wordsIn: finder,
  };
}

/** No name of AWS or CDK is deeper; what is longer is cut here, so that a hostile name costs nothing. */
const DEEPEST = 12;

/**
 * Names to try, the nearest first: `T.A.B`, `T.A`, `T` for a property or a CDK member; a construct for its
 * props; the resource type for an L1 construct; at last the page of the whole service (`cognito-idp:*`).
 */
function* candidates(name: string): Iterable<string> {
  let rest = name;
  for (let depth = 0; depth < DEEPEST; depth++) {
    yield rest;
    yield* relatives(rest);
    const dot = rest.lastIndexOf(".");
    if (dot < 0) break;
    rest = rest.slice(0, dot);
  }
  const colon = name.lastIndexOf(":");
  if (colon > 0) yield `${name.slice(0, colon)}:*`;
}

/** CDK's names for what CloudFormation calls otherwise. All in small letters already. */
function* relatives(name: string): Iterable<string> {
  const parts = /^(aws-cdk-lib\.aws_([a-z]+)\.)(cfn)?([a-z0-9_]+?)(props|options)?$/.exec(name);
  if (!parts) return;
  const [, prefix, module, l1, base, props] = parts;
  if (l1) yield `aws::${module}::${base}`;
  if (props) yield `${prefix}${l1 ?? ""}${base}`;
}
