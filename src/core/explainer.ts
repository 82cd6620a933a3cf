import { createCdkLocator } from "./cdk/locate.ts";
import type { CdkNamesData } from "./cdk/names.ts";
import { detect } from "./detect.ts";
import type { ExplainContext } from "./explain/context.ts";
import { explain } from "./explain/explain.ts";
import { outlineRow } from "./explain/outline.ts";
import { partsFor, partsForFile } from "./explain/parts.ts";
import { keepLatest } from "./latest.ts";
import { once } from "./once.ts";
import { cautionsOf, isSilenced, withFix } from "./read/index.ts";
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

/** One version of a document of ours as far as anyone asked about it. */
interface Open {
  readonly text: string;
  readonly located: Located;
  readonly findings: Map<string, readonly Finding[]>;
}

/** Lets what waits go first, a hover above all; undefined while nothing has to. */
type Pause = () => Promise<void> | undefined;

/**
 * `readCdkNames` gives the CDK's identity API by name; it is asked for once, with the first CDK source.
 * `pause` is asked again and again while a whole file is gone through.
 */
export function createExplainer(
  knowledge: Knowledge,
  readCdkNames: () => Promise<CdkNamesData>,
  pause: Pause = () => undefined,
): Explainer {
  const template = createTemplateLocator();
  const cdk = once(async () => createCdkLocator(await readCdkNames()));
  const opened = keepLatest(async (doc): Promise<Open | undefined> => {
    const dialect = detect(doc);
    return dialect && { text: doc.text, located: await locate(doc, dialect), findings: new Map() };
  });

  async function locate(doc: TextDoc, dialect: Dialect): Promise<Located> {
    return dialect.kind === "cdk" ? (await cdk()).locate(doc, dialect) : template.locate(doc, dialect);
  }

  const contextWith = async (file: Open, parts: readonly Part[]): Promise<ExplainContext> =>
    contextOf(file, knowledge, await knowledge.open(parts));

  /** For what is said of a whole file. */
  async function contextOfAll(file: Open): Promise<ExplainContext> {
    await inSlices(file.located.reading?.() ?? [], () => undefined, pause);
    return contextWith(file, partsForFile(file.located.model()));
  }

  /** A template that stands as a text in another answers first. */
  async function explainIn(file: Open, offset: number): Promise<Explanation | undefined> {
    const within = file.located.within?.(offset);
    const inner = within && (await explainIn({ ...file, located: within, findings: new Map() }, offset));
    return inner ?? explainHere(file, offset);
  }

  async function explainHere(file: Open, offset: number): Promise<Explanation | undefined> {
    const { located } = file;
    // The keyboard's cursor often stands behind the last letter.
    const site = located.siteAt(offset) ?? located.siteAt(offset - 1);
    if (!site) return undefined;
    const typeOf = (id: string) => located.model().resources.get(id)?.type;
    const term = recognise(site, offset, { names: knowledge.names, typeOf });
    return term && explain(term, await contextWith(file, partsFor(term, located.model())));
  }

  return {
    async explainAt(doc, offset) {
      const file = await opened.of(doc);
      return file && explainIn(file, offset);
    },

    async outline(doc) {
      const file = await opened.of(doc);
      if (!file) return undefined;
      const context = await contextOfAll(file);
      const all = [...context.model.resources.values()];
      const identity = all.filter(({ type }) => knowledge.names.isType(type));
      return inSlices(identity, (resource) => outlineRow(resource, context), pause);
    },

    async findings(doc) {
      const file = await opened.of(doc);
      if (!file) return [];
      const context = await contextOfAll(file);
      return (await inSlices(context.model.resources.keys(), context.findingsOf, pause)).flat();
    },

    forget(uri) {
      opened.forget(uri);
      template.forget(uri);
    },
  };
}

async function inSlices<T, R>(
  things: Iterable<T>,
  each: (thing: T) => R,
  pause: Pause,
): Promise<readonly R[]> {
  const results: R[] = [];
  for (const thing of things) {
    results.push(each(thing));
    const due = pause();
    if (due) await due;
  }
  return results;
}

function contextOf({ findings, text, located }: Open, { names }: Knowledge, facts: Facts): ExplainContext {
  const model = located.model();
  const context: ExplainContext = {
    dialect: located.dialect,
    model,
    names,
    facts,
    findingsOf(id) {
      const resource = model.resources.get(id);
      if (!resource) return [];
      const found = findings.get(id) ?? findingsOn(resource, text, context);
      findings.set(id, found);
      return found;
    },
  };
  return context;
}

/** The cautions of a resource that no comment silences, with the mends that there are. */
const findingsOn = (resource: Resource, text: string, context: ExplainContext): readonly Finding[] =>
  cautionsOf(resource, context)
    .filter(({ id, range }) => !isSilenced(text, range.start, id))
    .map((finding) => withFix(finding, resource, text, context));
