import { once } from "../core/once.ts";
import type { Knowledge } from "../core/types.ts";
import type { SearchWord } from "../knowledge/concepts.ts";
import {
  createSearch,
  type Entry,
  type EntryKind,
  type Search,
  type SearchSources,
  searchSources,
} from "../knowledge/search.ts";
import type { Address, ResultGroup } from "./types.ts";

/** What only the extension's wiring knows: the compiled-in names. */
export interface SearchNames {
  readonly types: readonly string[];
  readonly constructs: () => Promise<readonly string[]>;
  readonly snippets: () => Promise<SearchSources["snippets"]>;
  readonly words: () => readonly SearchWord[];
}

export const PAGES = "Pages";

const TITLES: Readonly<Record<EntryKind, string>> = {
  page: PAGES,
  type: "Resource types",
  action: "Actions",
  key: "Condition keys",
  construct: "CDK constructs",
  snippet: "Snippets",
};
const MOST_IN_GROUP = 7;

/** Searches for the view; the index is made when it is first asked for. */
export function createReferenceSearch(knowledge: Knowledge, names: SearchNames) {
  async function build(): Promise<Search> {
    const [snippets, constructs] = await Promise.all([names.snippets(), names.constructs()]);
    return createSearch(
      await searchSources(knowledge, { types: names.types, words: names.words(), constructs, snippets }),
    );
  }
  const index = once(build);
  return {
    warm: (): void => void index(),
    find: async (query: string): Promise<readonly ResultGroup[]> => groupsOf((await index()).find(query)),
  };
}

/** By kind, the group with the best result first. */
function groupsOf(entries: readonly Entry[]): ResultGroup[] {
  const kinds = [...new Set(entries.map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    title: TITLES[kind],
    results: entries
      .filter((entry) => entry.kind === kind)
      .slice(0, MOST_IN_GROUP)
      .map(({ name, title, detail }) => ({ title, detail, address: addressOf(kind, name) })),
  }));
}

const addressOf = (kind: EntryKind, name: string): Address =>
  kind === "page" ? { kind: "concept", id: name } : { kind, name };
