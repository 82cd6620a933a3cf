import type { Knowledge } from "../core/types.ts";
import type { ReferenceNames } from "./names.ts";
import { type PageSources, pageAt } from "./pages.ts";
import { createReferenceSearch, type SearchNames } from "./search.ts";
import type { Address, PageView, ResultGroup } from "./types.ts";

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
  return {
    ...createReferenceSearch(knowledge, names),
    page: (address, { examTips }) => pageAt(address, { ...sources, examTips }),
  };
}

/** Bundled files don't change while we run, so each is read once. */
function onceEach(read: PageSources["readText"]): PageSources["readText"] {
  const known = new Map<string, ReturnType<typeof read>>();
  return (path) => {
    const text = known.get(path) ?? read(path);
    known.set(path, text);
    return text;
  };
}
