// Run by memory.bench.ts as a bundle in its own process with --expose-gc: the extension's core as `extension.ts`
// builds it, one template open, everything asked that surfaces ask. Prints its report as JSON.

import readConcepts from "identity-lens:concepts";
import readNames from "identity-lens:names";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createExplainer } from "../../src/core/explainer.ts";
import type { CdkNamesData } from "../../src/knowledge/cdk-names.ts";
import { createConcepts } from "../../src/knowledge/concepts.ts";
import { createKnowledge } from "../../src/knowledge/knowledge.ts";

export interface HeapReport {
  /** Bytes of the heap after a collection, above those before anything was made. */
  readonly bytes: number;
  /** Parts of the facts that were read, with the milliseconds that parsing took. */
  readonly parts: Readonly<Record<string, number>>;
}

declare const gc: () => void;

async function report(facts: string, template: string): Promise<HeapReport> {
  const text = readFileSync(template, "utf8");
  const parts: Record<string, number> = {};
  const before = used();
  const read = async (part: string): Promise<unknown> => {
    const json = readFileSync(join(facts, `${part}.json`), "utf8");
    const start = performance.now();
    const data: unknown = JSON.parse(json);
    parts[part] = performance.now() - start;
    return data;
  };
  const log = (message: string) => {
    throw new Error(message);
  };
  const knowledge = createKnowledge({
    names: readNames(),
    concepts: createConcepts(readConcepts),
    read,
    log,
  });
  const explainer = createExplainer(knowledge, async () => (await read("cdk-names")) as CdkNamesData);
  const doc = { uri: "file:///template.yaml", languageId: "yaml", version: 1, text };
  for (let at = 0; at < text.length; at += 40) await explainer.explainAt(doc, at);
  await explainer.outline(doc);
  await explainer.findings(doc);
  const bytes = used() - before;
  // keeps the explainer, and so all that it holds, until it was measured
  explainer.forget(doc.uri);
  return { bytes, parts };
}

function used(): number {
  gc();
  gc();
  return process.memoryUsage().heapUsed;
}

const [, , facts = "", template = ""] = process.argv;
report(facts, template).then((measured) => console.log(JSON.stringify(measured)));
