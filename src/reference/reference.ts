import type { Knowledge } from "../core/types.ts";
import type { ReferenceNames } from "./names.ts";
import { type PageSources, pageAt } from "./pages.ts";
import { createReferenceSearch, PAGES, type SearchNames } from "./search.ts";
import { createTextSearch } from "./text.ts";
import type { Address, PageView, ResultGroup, Target } from "./types.ts";

/** With so many pages called what was asked for, the text of others isn't searched. */
const FEW = 3;

export interface PageOptions {
  /** Are sections for an exam shown? */
  readonly examTips: boolean;
}

/** The reference to browse: its pages and the search over them. */
export interface Reference {
  /** The page at an address; undefined when there is none. */
  page(address: Address, options: PageOptions): Promise<PageView | undefined>;
  /** What a query finds, by kind, the best first. */
  find(query: string): Promise<readonly ResultGroup[]>;
  /** Makes the search's index now, before anyone has typed. */
  warm(): void;
}

export function createReference(
  knowledge: Knowledge,
  names: SearchNames & ReferenceNames,
  readText: PageSources["readText"],
): Reference {
  const sources = {
    knowledge,
    names,
    readText: onceEach(readText),
  };
  const { warm, find } = createReferenceSearch(knowledge, names);
  const findInText = createTextSearch(knowledge.names.concepts, sources.readText);
  return {
    warm,
    find: async (query) => withText(query, await find(query), findInText),
    page: (address, { examTips }) => pageAt(address, { ...sources, examTips }),
  };
}

/** Where few pages are called what was asked for, those that speak of it come behind whatever has it in its name. */
async function withText(
  query: string,
  groups: readonly ResultGroup[],
  findInText: (query: string) => Promise<readonly Target[]>,
): Promise<readonly ResultGroup[]> {
  const pages = groups.findIndex(({ title }) => title === PAGES);
  const called = groups[pages]?.results.map(({ title }) => title) ?? [];
  if (called.length >= FEW) return groups;
  const results = (await findInText(query)).filter(({ title }) => !called.includes(title));
  if (results.length === 0) return groups;
  const named = groups.map((group) => group.title === PAGES || isName(query, group));
  const at = named.lastIndexOf(true) + 1;
  return [...groups.slice(0, at), { title: "In the text", results }, ...groups.slice(at)];
}

/** Is it the name, or a part of it, of what was found first? */
const isName = (query: string, { results }: ResultGroup): boolean =>
  results[0]?.title.toLowerCase().includes(query.trim().toLowerCase()) === true;

/** Bundled files don't change while we run, so each is read once; one that couldn't be read is tried again. */
function onceEach(read: PageSources["readText"]): PageSources["readText"] {
  const known = new Map<string, ReturnType<typeof read>>();
  return async (path) => {
    const asked = known.get(path) ?? read(path);
    known.set(path, asked);
    const text = await asked;
    if (text === undefined) known.delete(path);
    return text;
  };
}
