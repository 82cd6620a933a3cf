import type { Knowledge } from "../core/types.ts";
import type { Address, ResultGroup, Target } from "./types.ts";

/** What the pages claim and what CDK makes. */
export interface ReferenceNames {
  /** AWS's and CDK's names to page ids. */
  readonly terms: () => Readonly<Record<string, string>>;
  /** The construct classes that make a resource type. */
  readonly constructsByType: () => Promise<ReadonlyMap<string, readonly string[]>>;
}

/** The resource types, actions, condition keys and constructs that a concept's page explains. */
export async function namesOf(
  concept: string,
  { terms: readTerms, constructsByType }: ReferenceNames,
  knowledge: Knowledge,
): Promise<readonly ResultGroup[]> {
  const terms = readTerms();
  const own = Object.keys(terms).filter((term) => terms[term] === concept);
  const types = own.filter((term) => /^\w+::\w+::\w+$/.test(term));
  const constructs = own.filter((term) => /^aws-cdk-lib\.\w+\.[A-Z]\w*$/.test(term));
  const dotless = own.filter((term) => /^[\w.-]+:[\w${}-]+$/.test(term));
  const services = new Set(dotless.map((term) => `actions-${term.split(":")[0]}`));
  const [facts, byType] = await Promise.all([knowledge.open(["keys", ...services]), constructsByType()]);
  const actions = dotless.filter((term) => facts.action(term));
  const keys = dotless.filter((term) => !facts.action(term) && facts.conditionKey(term));
  return groups([
    ["Resource types", "type", types],
    [
      "CDK constructs",
      "construct",
      unique([...constructs, ...types.flatMap((type) => byType.get(type) ?? [])]),
    ],
    ["Actions", "action", actions],
    ["Condition keys", "key", keys],
  ]);
}

/** The constructs behind a resource type, for its page. */
export const constructsFor = async (
  type: string,
  { constructsByType }: ReferenceNames,
): Promise<readonly ResultGroup[]> =>
  groups([["CDK constructs", "construct", (await constructsByType()).get(type) ?? []]]);

type Kind = Exclude<Address["kind"], "start" | "concept" | "snippet">;

const groups = (all: readonly (readonly [string, Kind, readonly string[]])[]): ResultGroup[] =>
  all
    .filter(([, , names]) => names.length > 0)
    .map(([title, kind, names]) => ({ title, results: names.map((name) => target(kind, name)) }));

const target = (kind: Kind, name: string): Target => ({
  title: kind === "construct" ? name.replace(/^aws-cdk-lib\./, "") : name,
  detail: "",
  address: { kind, name },
});

const unique = (names: readonly string[]): string[] => [...new Set(names)];
