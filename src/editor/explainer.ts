import { detect } from "../core/detect.ts";
import type { Explainer } from "../core/explainer.ts";
import type { TextDoc } from "../core/types.ts";

/** An explainer that is loaded with the first file that is ours; of any other file it says nothing until then. */
export function explainerOnDemand(load: () => Promise<Explainer>): Explainer {
  let loading: Promise<Explainer> | undefined;

  /** After a failure the next who asks tries again. */
  function about(doc: TextDoc): Promise<Explainer> | undefined {
    if (!loading && detect(doc)) {
      loading = load();
      loading.catch(() => {
        loading = undefined;
      });
    }
    return loading;
  }

  return {
    explainAt: async (doc, offset) => (await about(doc))?.explainAt(doc, offset),
    outline: async (doc) => (await about(doc))?.outline(doc),
    findings: async (doc) => (await about(doc))?.findings(doc) ?? [],
    // behind who asked before it was loaded
    forget: (uri) =>
      void loading?.then(
        (explainer) => explainer.forget(uri),
        () => undefined,
      ),
  };
}
