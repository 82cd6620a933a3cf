import readConcepts from "identity-lens:concepts";
import readNames from "identity-lens:names";
import { createExplainer, type Explainer } from "./core/explainer.ts";
import { once } from "./core/once.ts";
import { type CdkNamesData, constructNames, constructsByType } from "./knowledge/cdk-names.ts";
import { createConcepts } from "./knowledge/concepts.ts";
import { createKnowledge } from "./knowledge/knowledge.ts";
import type { Log, ReadPart } from "./knowledge/parts.ts";
import { createReference, type Reference } from "./reference/reference.ts";
import type { SearchNames } from "./reference/search.ts";

/** What the lens needs of where it runs. */
export interface LensHost {
  /** A part of the facts, `knowledge/<part>.json`, as parsed. */
  readonly readPart: ReadPart;
  /** The text of a bundled file, `dist/pages/sts.json`; undefined when it can't be read. */
  readText(path: string): Promise<string | undefined>;
  readonly snippets: SearchNames["snippets"];
  readonly log: Log;
  /** Lets what waits go first, a hover above all; undefined while nothing has to. */
  pause(): Promise<void> | undefined;
}

/** All that the extension knows and understands, apart from the editor it shows it in. */
export interface Lens {
  readonly explainer: Explainer;
  readonly reference: Reference;
}

/**
 * The second script of the extension, loaded with the first file or page that is about identity: whoever edits
 * other files never pays for it.
 */
export function createLens({ readPart, readText, snippets, log, pause }: LensHost): Lens {
  /** The generator's test holds the shape of this part. */
  const readCdkNames = async () => (await readPart("cdk-names")) as CdkNamesData;
  const knowledge = createKnowledge({
    names: readNames(),
    concepts: createConcepts(readConcepts),
    read: readPart,
    log,
  });
  const names = {
    types: readNames().types,
    words: () => [...readConcepts().words, ...readConcepts().searches],
    terms: () => readConcepts().terms,
    constructs: async () => constructNames(await readCdkNames()),
    constructsByType: once(async () => constructsByType(await readCdkNames())),
    snippets,
  };
  return {
    explainer: createExplainer(knowledge, readCdkNames, pause),
    reference: createReference(knowledge, names, readText),
  };
}
