import MiniSearch from "minisearch";
import type { Concept, Knowledge } from "../core/types.ts";
import type { SearchWord } from "./concepts.ts";

/** What a search can find. `name` is what opens it: a page's id, a resource type, an action, ... */
export interface Entry {
  readonly kind: EntryKind;
  readonly name: string;
  readonly title: string;
  readonly detail: string;
}

export type EntryKind = "page" | "type" | "action" | "key" | "construct" | "snippet";

/** Services of IAM's action names that are about identity: all of their actions can be found. */
const IDENTITY_SERVICES = [
  "iam",
  "sts",
  "cognito-idp",
  "cognito-identity",
  "sso",
  "sso-directory",
  "identitystore",
  "ds",
  "ds-data",
  "organizations",
  "rolesanywhere",
  "verifiedpermissions",
  "access-analyzer",
] as const;

/** Everything that can be found, from the knowledge itself; reads the identity services' actions. */
export async function searchSources(
  knowledge: Knowledge,
  others: Pick<SearchSources, "types" | "constructs" | "words" | "snippets">,
): Promise<SearchSources> {
  const facts = await knowledge.open(["keys", ...IDENTITY_SERVICES.map((service) => `actions-${service}`)]);
  const actions = IDENTITY_SERVICES.flatMap((service) => facts.actionsMatching(`${service}:*`) ?? []);
  const keys = new Set(actions.flatMap((action) => action.conditionKeys));
  return {
    ...others,
    concepts: knowledge.names.concepts(),
    actions: actions.map(({ action, doc }) => ({ name: action, doc: doc ?? "" })),
    keys: [...keys].map((key) => ({ name: key, doc: facts.conditionKey(key)?.doc ?? "" })),
  };
}

export interface SearchSources {
  readonly concepts: readonly Concept[];
  readonly words: readonly SearchWord[];
  readonly types: readonly string[];
  readonly actions: readonly { readonly name: string; readonly doc: string }[];
  readonly keys: readonly { readonly name: string; readonly doc: string }[];
  readonly constructs: readonly string[];
  readonly snippets: readonly { readonly id: string; readonly title: string; readonly description: string }[];
}

export interface Search {
  /** The best entries for what was typed so far, best first. */
  find(query: string): readonly Entry[];
}

interface Document extends Entry {
  readonly id: string;
  /** What it is also called: glossary words, old names, a name taken apart at its capitals. */
  readonly also: string;
}

/** So many entries are put into the index at a time: what runs beside it waits for a few milliseconds at most. */
const CHUNK = 40;

/** An index over all names and titles; the text of pages is left to their titles, words and first sentence. */
export async function createSearch(sources: SearchSources): Promise<Search> {
  const index = new MiniSearch<Document>({
    fields: ["title", "also", "name", "detail"],
    storeFields: ["kind", "name", "title", "detail"],
    tokenize: tokens,
    searchOptions: {
      tokenize: asked,
      prefix: true,
      fuzzy: (term) => (term.length > 5 ? 0.2 : false),
      combineWith: "AND",
      boost: { title: 4, also: 3, name: 2 },
      boostDocument: (_id, _term, stored) => WEIGHT[(stored?.kind as EntryKind | undefined) ?? "key"],
    },
  });
  const all = documents(sources);
  await index.addAllAsync(all, { chunkSize: CHUNK });
  const called = byPhrase(all, sources.words);
  return {
    find(query) {
      const exact = called.get(phrase(query)) ?? [];
      const found = index
        .search(query)
        .map(({ kind, name, title, detail }) => ({ kind, name, title, detail }) as Entry);
      return [...exact, ...found.filter((entry) => !exact.some((other) => isSame(entry, other)))].slice(
        0,
        40,
      );
    },
  };
}

const isSame = (a: Entry, b: Entry): boolean => a.kind === b.kind && a.name === b.name;

const phrase = (text: string): string => tokens(text).join(" ");

/** What is called exactly so comes first: by title, name or a word of the glossary. */
function byPhrase(all: readonly Document[], words: readonly SearchWord[]): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  const add = (text: string, { kind, name, title, detail }: Entry): void => {
    const entries = found.get(phrase(text)) ?? [];
    if (!entries.some((entry) => entry.kind === kind && entry.name === name))
      entries.push({ kind, name, title, detail });
    found.set(phrase(text), entries);
  };
  for (const entry of all) {
    add(entry.title, entry);
    add(entry.name, entry);
  }
  const pages = new Map(all.filter(({ kind }) => kind === "page").map((entry) => [entry.name, entry]));
  for (const { word, concept } of words) {
    const page = pages.get(concept);
    if (page) add(word, page);
  }
  return found;
}

const WEIGHT: Readonly<Record<EntryKind, number>> = {
  page: 3,
  type: 1.6,
  snippet: 1.2,
  action: 1,
  construct: 0.9,
  key: 0.8,
};

/** Words in small letters, names also taken apart: `AssumeRoleWithSAML` is found by `assume`, `role` and `saml`. */
export function tokens(text: string): string[] {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  return words
    .flatMap((word) => {
      const parts = partsOf(word);
      return parts.length > 1 ? [word, ...parts] : [word];
    })
    .map((word) => word.toLowerCase());
}

/**
 * Of a query only the parts, since each has to be found: `ActiveDirectory` means `Active Directory` too. What stands in
 * every question tells nothing, and the beginning of a word finds its plural.
 */
function asked(query: string): string[] {
  const parts = query.split(/[^\p{L}\p{N}]+/u).flatMap(partsOf);
  const words = parts.map((part) => part.toLowerCase().replace(/(?<=\w{3})(?:ies|(?<!s)s)$/, ""));
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}

const STOP_WORDS = new Set(
  "a an and another at by can do does for from how i in into is it me my of on or that the to vs what when with".split(
    " ",
  ),
);

const partsOf = (word: string): string[] =>
  word === "" ? [] : word.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);

function documents({
  concepts,
  words,
  types,
  actions,
  keys,
  constructs,
  snippets,
}: SearchSources): Document[] {
  const also = new Map<string, string[]>();
  for (const { word, concept } of words) also.set(concept, [...(also.get(concept) ?? []), word]);
  const bare = (kind: EntryKind, name: string, title: string, detail: string): Document => ({
    id: `${kind}:${name}`,
    kind,
    name,
    title,
    detail,
    also: "",
  });
  return [
    ...concepts.map(({ id, title, summary }) => ({
      ...bare("page", id, title, summary.replaceAll("`", "")),
      also: (also.get(id) ?? []).join(" "),
    })),
    ...types.map((type) => bare("type", type, type, "")),
    ...actions.map(({ name, doc }) => bare("action", name, name, doc)),
    ...keys.map(({ name, doc }) => bare("key", name, name, doc)),
    ...constructs.map((fqn) => bare("construct", fqn, fqn.slice(fqn.lastIndexOf(".") + 1), fqn)),
    ...snippets.map(({ id, title, description }) => bare("snippet", id, title, description)),
  ];
}
