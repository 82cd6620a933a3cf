import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildConceptIndex } from "../scripts/pages/index.mjs";
import { typePage } from "../src/render/factPage.ts";
import { picturesOf, renderPage } from "../src/render/page.ts";
import { loadFacts, loadKnowledge } from "../test/support/knowledge.ts";
import { type Comparison, compare, type Section } from "./support/measure.ts";

const root = join(import.meta.dirname, "..");
const type = "AWS::Cognito::UserPool";

async function cases(): Promise<Comparison[]> {
  const { names } = loadKnowledge();
  const { pages } = buildConceptIndex(root);
  const longest = [...pages].sort((a, b) => b.body.length - a.body.length)[0];
  const concept = names.concept(longest?.id ?? "");
  const facts = await loadFacts();
  const fact = facts.resourceType(type);
  if (!longest || !concept || !fact) throw new Error("no page");
  const pictures = new Map(
    picturesOf(longest.body).map((name) => [
      name,
      readFileSync(join(root, `media/diagrams/${name}.svg`), "utf8"),
    ]),
  );
  const parts = { picture: (name: string) => pictures.get(name), hide: () => false };
  return [
    {
      what: `the longest page, ${longest.id} (${Math.round(longest.body.length / 1000)} KB)`,
      run: () => renderPage(concept, longest.body, parts),
    },
    { what: `the page of ${type}`, run: () => typePage(fact, names.conceptOf(type), facts) },
  ];
}

export const section: Section = { title: "Making a page's HTML", rows: async () => compare(await cases()) };
