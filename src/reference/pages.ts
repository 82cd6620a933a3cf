import type { Concept, Knowledge } from "../core/types.ts";
import { actionPage, constructPage, keyPage, typePage } from "../render/factPage.ts";
import { picturesOf, renderPage } from "../render/page.ts";
import { SERVICE_TITLES } from "../render/services.ts";
import { startPage } from "../render/startPage.ts";
import { constructsFor, namesOf, type ReferenceNames } from "./names.ts";
import type { Address, PageView } from "./types.ts";

export interface PageSources {
  readonly knowledge: Knowledge;
  readonly names: ReferenceNames;
  /** The text of a bundled file, `dist/pages/sts.json`; undefined when it can't be read. */
  readText(path: string): Promise<string | undefined>;
  readonly examTips: boolean;
}

/** The page at an address; undefined when there is none. */
export async function pageAt(address: Address, sources: PageSources): Promise<PageView | undefined> {
  switch (address.kind) {
    case "start":
      return { ...EMPTY, title: "AWS identity", html: startPage(sources.knowledge.names.concepts()) };
    case "concept": {
      const concept = sources.knowledge.names.concept(address.id);
      return concept && conceptPage(concept, sources);
    }
    case "type":
      return typeView(address.name, sources);
    case "action":
      return actionView(address.name, sources);
    case "key":
      return keyView(address.name, sources);
    case "construct":
      return constructView(address.name, sources);
    case "snippet":
      return undefined;
  }
}

async function typeView(name: string, { knowledge, names }: PageSources): Promise<PageView | undefined> {
  const facts = await knowledge.open([`types-${name.split("::")[1] ?? ""}`]);
  const type = facts.resourceType(name);
  if (!type) return undefined;
  const html = typePage(type, knowledge.names.conceptOf(name), facts);
  return { ...factView("Resource type", name, html, type.url), names: await constructsFor(name, names) };
}

async function actionView(name: string, { knowledge }: PageSources): Promise<PageView | undefined> {
  const facts = await knowledge.open([`actions-${name.split(":")[0] ?? ""}`, "all-actions"]);
  const action = facts.action(name);
  return (
    action &&
    factView("Action", action.action, actionPage(action, knowledge.names.conceptOf(name)), action.url)
  );
}

async function keyView(name: string, { knowledge }: PageSources): Promise<PageView | undefined> {
  const key = (await knowledge.open(["keys"])).conditionKey(name);
  return key && factView("Condition key", key.key, keyPage(key, knowledge.names.conceptOf(name)), key.url);
}

async function constructView(name: string, { knowledge }: PageSources): Promise<PageView | undefined> {
  const facts = await knowledge.open([`cdk-${name.split(".")[1] ?? ""}`]);
  const construct = facts.construct(name);
  if (!construct) return undefined;
  const concept = knowledge.names.conceptOf(name);
  const html = constructPage(construct, facts.props(construct.props ?? name), concept);
  return factView("CDK construct", name.slice(name.lastIndexOf(".") + 1), html, construct.url);
}

const factView = (kicker: string, title: string, html: string, url: string | undefined): PageView => ({
  ...EMPTY,
  kicker,
  title,
  html,
  sources: url === undefined ? [] : [sourceAt(url)],
});

const EMPTY = { kicker: "", sections: [], related: [], names: [], sources: [] };

const sourceAt = (url: string) => ({ url, title: url.replace(/^https:\/\//, "") });

/** The Markdown of a service's pages by their ids; none where its file can't be read. */
export async function bodiesOf(
  service: string,
  readText: PageSources["readText"],
): Promise<Readonly<Record<string, string>>> {
  return JSON.parse((await readText(`dist/pages/${service}.json`)) ?? "{}");
}

async function conceptPage(concept: Concept, sources: PageSources): Promise<PageView | undefined> {
  const { knowledge } = sources;
  const [bodies, names] = await Promise.all([
    bodiesOf(concept.id.split("/")[0] ?? "", sources.readText),
    namesOf(concept.id, sources.names, knowledge),
  ]);
  const source = bodies[concept.id];
  if (source === undefined) return undefined;
  const pictures = await picturesIn(source, sources);
  const hide = (title: string) => !sources.examTips && title.startsWith("Exam tip");
  return {
    title: concept.title,
    kicker: SERVICE_TITLES[concept.service],
    html: renderPage(concept, source, { picture: (name) => pictures.get(name), hide }),
    sections: concept.sections.filter(({ title }) => !hide(title)),
    related: concept.related.flatMap((id) => related(id, knowledge)),
    names,
    sources: concept.sources.map(sourceAt),
  };
}

async function picturesIn(source: string, { readText }: PageSources) {
  const names = picturesOf(source);
  const texts = await Promise.all(names.map((name) => readText(`media/diagrams/${name}.svg`)));
  return new Map(names.map((name, i) => [name, texts[i]]));
}

function related(id: string, { names }: Knowledge) {
  const concept = names.concept(id);
  return concept ? [{ title: concept.title, detail: "", address: { kind: "concept" as const, id } }] : [];
}
