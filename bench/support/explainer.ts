import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { buildConceptIndex } from "../../scripts/pages/index.mjs";
import { createExplainer, type Explainer } from "../../src/core/explainer.ts";
import { createConcepts } from "../../src/knowledge/concepts.ts";
import { createKnowledge } from "../../src/knowledge/knowledge.ts";

const root = new URL("../../", import.meta.url);
const generated = new URL("src/knowledge/generated/", root);

const knowledge = createKnowledge({
  names: JSON.parse(readFileSync(new URL("names.json", generated), "utf8")),
  concepts: createConcepts(buildConceptIndex(root.pathname).index),
  read: (part) => readFile(new URL(`${part}.json`, generated)),
  log: console.warn,
});

/** As `extension.ts` builds it, reading the facts from the repository. All of them share one knowledge. */
export const newExplainer = (): Explainer => createExplainer(knowledge);
