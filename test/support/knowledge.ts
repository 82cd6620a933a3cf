import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildConceptIndex } from "../../scripts/pages/index.mjs";
import type { Facts, Knowledge } from "../../src/core/types.ts";
import type { CdkNamesData } from "../../src/knowledge/cdk-names.ts";
import { createConcepts } from "../../src/knowledge/concepts.ts";
import { createKnowledge, type NamesIndex } from "../../src/knowledge/knowledge.ts";

const root = join(import.meta.dirname, "..", "..");
const generated = join(root, "src", "knowledge", "generated");

/** A part as it is committed. */
export const readPart = (part: string): unknown =>
  JSON.parse(readFileSync(join(generated, `${part}.json`), "utf8"));

/** The CDK's names as the explainer takes them. */
export const loadCdkData = async () => readPart("cdk-names") as CdkNamesData;

/** All that the extension knows, as committed; a damaged part fails the test. */
export function loadKnowledge(): Knowledge {
  return createKnowledge({
    names: loadNames(),
    concepts: createConcepts(() => buildConceptIndex(root).index),
    read: async (part) => readPart(part),
    log: (message) => {
      throw new Error(message);
    },
  });
}

export const loadNames = (): NamesIndex => readPart("names") as NamesIndex;

/** Facts with every part read, for tests that look things up directly. */
export const loadFacts = async (): Promise<Facts> => loadKnowledge().open(loadNames().parts);
