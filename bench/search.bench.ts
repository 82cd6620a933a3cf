import { buildConceptIndex } from "../scripts/pages/index.mjs";
import { constructNames } from "../src/knowledge/cdk-names.ts";
import { createSearch, type Search, searchSources } from "../src/knowledge/search.ts";
import { loadCdkData, loadKnowledge, loadNames } from "../test/support/knowledge.ts";
import { type Comparison, compare, type Section } from "./support/measure.ts";

let search: Promise<Search> | undefined;

async function build(): Promise<Search> {
  const { words, searches } = buildConceptIndex(process.cwd()).index;
  const others = {
    types: loadNames().types,
    constructs: constructNames(await loadCdkData()),
    words: [...words, ...searches],
    snippets: [],
  };
  return createSearch(await searchSources(loadKnowledge(), others));
}

/** Each letter more of what a person types; the slowest letter is what counts. */
const typed = (query: string): Comparison[] =>
  [...new Set([2, query.length])].map((length) => ({
    what: `search "${query.slice(0, length)}"`,
    target: "20 ms",
    run: async () => {
      search ??= build();
      if ((await search).find(query.slice(0, length)).length === 0) throw new Error("nothing was found");
    },
  }));

export const section: Section = {
  title: "Search in the reference, letter by letter",
  rows: () =>
    compare([
      { what: "building the index, in slices", run: build },
      ...["assume role saml", "userpool", "sso", "aws_cognito.UserPool"].flatMap(typed),
    ]),
};
