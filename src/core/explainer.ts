import { type CdkLocator, createCdkLocator } from "./cdk/locate.ts";
import type { CdkNamesData } from "./cdk/names.ts";
import { detect } from "./detect.ts";
import type { ExplainContext } from "./explain/context.ts";
import { explain } from "./explain/explain.ts";
import { partsFor, partsForFile } from "./explain/parts.ts";
import {
  cautionsOf,
  type HeldStatement,
  isSilenced,
  statementsOf,
  summarise,
  withFix,
} from "./read/index.ts";
import { recognise } from "./recognise/recognise.ts";
import { createTemplateLocator } from "./template/locate.ts";
import type {
  Dialect,
  Explanation,
  Facts,
  Finding,
  Knowledge,
  Located,
  OutlineRow,
  Part,
  Resource,
  TextDoc,
} from "./types.ts";

/** Everything that a surface can ask. Documents are known by uri and version; nothing throws on bad text. */
export interface Explainer {
  /** What stands at an offset, or undefined where it means nothing to identity or the file is none of ours. */
  explainAt(doc: TextDoc, offset: number): Promise<Explanation | undefined>;
  /** The identity resources of a file, in its order; undefined for a file that is none of ours. */
  outline(doc: TextDoc): Promise<readonly OutlineRow[] | undefined>;
  /** What to watch out for in the whole file. */
  findings(doc: TextDoc): Promise<readonly Finding[]>;
  /** The document was closed: lets go of what is kept for it. */
  forget(uri: string): void;
}

/** One version of a document as far as anyone asked about it. */
interface Open {
  readonly text: string;
  readonly located: Located | undefined;
  readonly findings: Map<string, readonly Finding[]>;
}

interface Opening {
  readonly version: number;
  readonly file: Promise<Open>;
}

/**
 * `readCdkNames` gives the CDK's identity API by name; it is asked for once, with the first CDK source.
 * `pause` lets what waits go first, a hover above all, while a whole file is gone through; undefined while nothing has to.
 */
export function createExplainer(
  knowledge: Knowledge,
  readCdkNames: () => Promise<CdkNamesData>,
  pause: () => Promise<void> | undefined = () => undefined,
): Explainer {
  const template = createTemplateLocator();
  let cdk: CdkLocator | undefined;
  const opened = new Map<string, Opening>();

  /** Kept from the moment it is asked for: surfaces that ask at once share it, and what was forgotten doesn't come back. */
  function open(doc: TextDoc): Promise<Open> {
    const known = opened.get(doc.uri);
    if (known?.version === doc.version) return known.file;
    const opening = { version: doc.version, file: read(doc) };
    opened.set(doc.uri, opening);
    opening.file.catch(() => opened.get(doc.uri) === opening && opened.delete(doc.uri));
    return opening.file;
  }

  async function read(doc: TextDoc): Promise<Open> {
    const dialect = detect(doc);
    return { text: doc.text, located: dialect && (await locate(doc, dialect)), findings: new Map() };
  }

  async function locate(doc: TextDoc, dialect: Dialect): Promise<Located> {
    if (dialect.kind !== "cdk") return template.locate(doc, dialect);
    cdk ??= createCdkLocator(await readCdkNames());
    return cdk.locate(doc, dialect);
  }

  function contextOf({ findings: kept, text }: Open, located: Located, facts: Facts): ExplainContext {
    const model = located.model();
    const context: ExplainContext = {
      dialect: located.dialect,
      model,
      names: knowledge.names,
      facts,
      findingsOf(id) {
        const resource = model.resources.get(id);
        if (!resource) return [];
        const found = kept.get(id) ?? findingsOn(resource, text, context);
        kept.set(id, found);
        return found;
      },
    };
    return context;
  }

  async function inSlices<T, R>(things: Iterable<T>, each: (thing: T) => R): Promise<readonly R[]> {
    const results: R[] = [];
    for (const thing of things) {
      results.push(each(thing));
      const due = pause();
      if (due) await due;
    }
    return results;
  }

  /** For what is said of a whole file. */
  async function contextOfAll(file: Open, located: Located): Promise<ExplainContext> {
    await inSlices(located.reading?.() ?? [], () => undefined);
    return contextWith(file, located, partsForFile(located.model()));
  }

  async function contextWith(file: Open, located: Located, parts: readonly Part[]): Promise<ExplainContext> {
    return contextOf(file, located, await knowledge.open(parts));
  }

  /** A template that stands as a text in another answers first. */
  async function explainIn(file: Open, offset: number): Promise<Explanation | undefined> {
    const within = file.located?.within?.(offset);
    const inner = within && (await explainIn({ ...file, located: within, findings: new Map() }, offset));
    return inner ?? explainHere(file, offset);
  }

  async function explainHere(file: Open, offset: number): Promise<Explanation | undefined> {
    const { located } = file;
    // The keyboard's cursor often stands behind the last letter.
    const site = located?.siteAt(offset) ?? located?.siteAt(offset - 1);
    if (!located || !site) return undefined;
    const typeOf = (id: string) => located.model().resources.get(id)?.type;
    const term = recognise(site, offset, { names: knowledge.names, typeOf });
    if (!term) return undefined;
    return explain(term, await contextWith(file, located, partsFor(term, located.model())));
  }

  return {
    explainAt: async (doc, offset) => explainIn(await open(doc), offset),

    async outline(doc) {
      const file = await open(doc);
      if (!file.located) return undefined;
      const context = await contextOfAll(file, file.located);
      const identity = [...context.model.resources.values()].filter(({ type }) =>
        knowledge.names.isType(type),
      );
      return inSlices(identity, (resource) => row(resource, context));
    },

    async findings(doc) {
      const file = await open(doc);
      if (!file.located) return [];
      const context = await contextOfAll(file, file.located);
      return (await inSlices(context.model.resources.keys(), context.findingsOf)).flat();
    },

    forget(uri) {
      opened.delete(uri);
      template.forget(uri);
    },
  };
}

/** The cautions of a resource that no comment silences, with the mends that there are. */
const findingsOn = (resource: Resource, text: string, context: ExplainContext): readonly Finding[] =>
  cautionsOf(resource, context)
    .filter(({ id, range }) => !isSilenced(text, range.start, id))
    .map((finding) => withFix(finding, resource, text, context));

function row(resource: Resource, context: ExplainContext): OutlineRow {
  const concept = context.names.conceptOf(resource.type);
  return {
    id: resource.id,
    service: concept?.service ?? "other",
    type: resource.type,
    kind: concept?.title ?? resource.type,
    concept: concept?.id,
    summary: summarise(resource, context),
    range: resource.idRange,
    children: statementsOf(resource, context).map((statement) => statementRow(statement, resource, context)),
  };
}

function statementRow(
  { use, name, words, range }: HeldStatement,
  owner: Resource,
  context: ExplainContext,
): OutlineRow {
  const concept = context.names.concept(use === "trust" ? "iam/trust-policy" : "iam/policy-document");
  return {
    id: name ?? concept?.title ?? "",
    service: context.names.conceptOf(owner.type)?.service ?? "other",
    type: owner.type,
    kind: concept?.title ?? "",
    concept: concept?.id,
    summary: words,
    range,
    children: [],
  };
}
