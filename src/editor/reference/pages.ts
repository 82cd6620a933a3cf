import type { Concept, Knowledge } from "../../core/types.ts";
import { picturesOf, renderPage } from "../../render/page.ts";
import { SERVICE_TITLES } from "../../render/services.ts";
import { startPage } from "../../render/startPage.ts";
import type { Address, PageView } from "./protocol.ts";

export interface PageSources {
  readonly knowledge: Knowledge;
  /** The text of a bundled file, `media/concepts/sts/assume-role.md`; undefined when it can't be read. */
  readText(path: string): Promise<string | undefined>;
  examTips(): boolean;
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
    default:
      return undefined;
  }
}

const EMPTY = { kicker: "", sections: [], related: [], sources: [] };

async function conceptPage(concept: Concept, sources: PageSources): Promise<PageView | undefined> {
  const source = await sources.readText(`media/concepts/${concept.id}.md`);
  if (source === undefined) return undefined;
  const names = picturesOf(source);
  const texts = await Promise.all(names.map((name) => sources.readText(`media/diagrams/${name}.svg`)));
  const pictures = new Map(names.map((name, i) => [name, texts[i]]));
  const hide = (title: string) => !sources.examTips() && title.startsWith("Exam tip");
  return {
    title: concept.title,
    kicker: SERVICE_TITLES[concept.service],
    html: renderPage(concept, source, { picture: (name) => pictures.get(name), hide }),
    sections: concept.sections.filter(({ title }) => !hide(title)),
    related: concept.related.flatMap((id) => related(id, sources.knowledge)),
    sources: concept.sources.map((url) => ({ url, title: url.replace(/^https:\/\//, "") })),
  };
}

function related(id: string, { names }: Knowledge) {
  const concept = names.concept(id);
  return concept ? [{ title: concept.title, detail: "", address: { kind: "concept" as const, id } }] : [];
}
