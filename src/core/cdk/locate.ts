import { withoutConflicts } from "../text.ts";
import type { Dialect, Located, Model, Site, TextDoc } from "../types.ts";
import { secondsIn } from "./model/durations.ts";
import { indexPolicies } from "./model/iam/places.ts";
import { lower } from "./model/lower/lower.ts";
import type { Lowering } from "./model/lower/lowering.ts";
import { createLowering, lowerModel } from "./model/model.ts";
import { type CdkNamesData, indexNames, type NameIndex } from "./names.ts";
import { parse } from "./parse/parse.ts";
import { profiles } from "./profiles/profiles.ts";
import { createResolver } from "./resolve/resolver.ts";
import { scan } from "./scan/scan.ts";
import { collectSites } from "./sites/visit.ts";
import type { Syntax } from "./syntax.ts";

type CdkDialect = Extract<Dialect, { kind: "cdk" }>;

export interface CdkLocator {
  locate(doc: TextDoc, dialect: CdkDialect): Located;
}

/** Locates what stands where in CDK source; a file without an import of the CDK has no sites. Keeps no document. */
export function createCdkLocator(data: CdkNamesData): CdkLocator {
  const names = indexNames(data);
  return { locate: (doc, dialect) => lazily(doc, dialect, names) };
}

/** What is found of one version, each part when it is first asked for. */
function lazily(doc: TextDoc, dialect: CdkDialect, names: NameIndex): Located {
  let understood: Understood | undefined;
  let sites: readonly Site[] | undefined;
  let model: Model | undefined;
  const understand = (): Understood => {
    understood ??= readSource(doc.text, dialect, names);
    return understood;
  };
  const all = (): readonly Site[] => {
    sites ??= orElse([], () => findSites(doc.text, understand(), lowered()));
    return sites;
  };
  const lowered = (): Model => {
    model ??= orElse(nothing, () => lowerModel(understand().lowering));
    return model;
  };
  return {
    dialect,
    siteAt: (offset) => siteAt(all(), offset),
    sites: all,
    model: lowered,
  };
}

const nothing: Model = {
  resources: new Map(),
  parameters: new Map(),
  mappings: new Map(),
  conditions: new Map(),
};

/** Text that is nested like no code is overflows the stack; we are silent there. */
function orElse<T>(otherwise: T, give: () => T): T {
  try {
    return give();
  } catch (error) {
    if (error instanceof RangeError) return otherwise;
    throw error;
  }
}

/** Larger files are generated or minified: nobody reads them, and a second would pass. */
const LARGEST = 1_000_000;

interface Understood {
  readonly syntax: Syntax;
  readonly lowering: Lowering;
}

function readSource(written: string, { language }: CdkDialect, names: NameIndex): Understood {
  const text = withoutConflicts(written);
  const syntax = parse(scan(text.length > LARGEST ? "" : text, profiles[language]));
  const resolver = createResolver(syntax, names, language);
  return { syntax, lowering: createLowering(text, syntax, resolver) };
}

function findSites(text: string, { syntax, lowering }: Understood, model: Model): readonly Site[] {
  const policies = indexPolicies(lowering, model);
  const sites = collectSites(syntax, lowering.resolver, {
    resourceOf: (node) => lowering.instances.find(node)?.id,
    valueOf: (node) => lower(lowering, node),
    secondsOf: (node) => secondsIn(lowering, node),
    policyAt: (node, calledBy, isStatement) =>
      policies.at(node.range) ?? (isStatement ? policies.loose(node, calledBy) : policies.plain(node)),
    conditionsAlone: policies.conditions,
  });
  if (!sites.some(({ role }) => role === "module" || role === "construct")) return [];
  const prose = syntax.comments.map(
    (range): Site => ({ role: "prose", range, text: text.slice(range.start, range.end) }),
  );
  return inOrder([...sites, ...prose]);
}

/** Sorted, and of two that overlap the one that says more. */
function inOrder(sites: readonly Site[]): readonly Site[] {
  const sorted = [...sites].sort((a, b) => a.range.start - b.range.start || rank(a) - rank(b));
  const kept: Site[] = [];
  for (const site of sorted) {
    const last = kept[kept.length - 1];
    if (!last || last.range.end <= site.range.start) kept.push(site);
    else if (rank(site) < rank(last) && last.role === "literal" && last.range.start === site.range.start)
      kept[kept.length - 1] = site;
  }
  return kept;
}

const RANKS: Partial<Record<Site["role"], number>> = {
  prop: 0,
  policyKey: 1,
  policyValue: 1,
  construct: 2,
  literal: 8,
  prose: 9,
};
const rank = (site: Site): number => RANKS[site.role] ?? 3;

/** The site at an offset; its end counts too, since a cursor stands behind what was typed. */
function siteAt(sites: readonly Site[], offset: number): Site | undefined {
  let low = 0;
  let high = sites.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sites[middle]?.range.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = sites[low - 1];
  return found && offset < found.range.end ? found : undefined;
}
