import { detect } from "../core/detect.ts";
import type { Explainer } from "../core/explainer.ts";
import type { TextDoc } from "../core/types.ts";

/** An explainer that is loaded with the first file that is ours; of any other file it says nothing until then. */
export function explainerOnDemand(load: () => Promise<Explainer>): Explainer {
  let loaded: Explainer | undefined;

  async function about(doc: TextDoc): Promise<Explainer | undefined> {
    if (!loaded && detect(doc)) loaded = await load();
    return loaded;
  }

  return {
    explainAt: async (doc, offset) => (await about(doc))?.explainAt(doc, offset),
    outline: async (doc) => (await about(doc))?.outline(doc),
    findings: async (doc) => (await about(doc))?.findings(doc) ?? [],
    forget: (uri) => loaded?.forget(uri),
  };
}
