import { createExplainer, type Explainer } from "../../src/core/explainer.ts";
import { loadCdkData, loadKnowledge } from "../../test/support/knowledge.ts";

const knowledge = loadKnowledge();

/** As `extension.ts` builds it, reading the facts from the repository. All of them share one knowledge. */
export const newExplainer = (): Explainer => createExplainer(knowledge, loadCdkData);
