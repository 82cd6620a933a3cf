// esbuild plugin: `import index from "identity-lens:concepts"` gives the index of the pages.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildConceptIndex } from "./index.mjs";

/** Fails the build on a wrong page; `out/concepts.json` is left for people to look at. */
export const conceptIndex = (root) => ({
  name: "concept-index",
  setup(build) {
    build.onResolve({ filter: /^identity-lens:concepts$/ }, ({ path }) => ({ path, namespace: "concepts" }));
    build.onLoad({ filter: /.*/, namespace: "concepts" }, () => {
      const { index, problems } = buildConceptIndex(root);
      const contents = JSON.stringify(index);
      mkdirSync(join(root, "out"), { recursive: true });
      writeFileSync(join(root, "out", "concepts.json"), contents);
      return {
        contents,
        loader: "json",
        errors: problems.map((text) => ({ text })),
        watchDirs: folders(root),
      };
    });
  },
});

const folders = (root) => {
  const concepts = join(root, "media", "concepts");
  if (!existsSync(concepts)) return [];
  return [concepts, ...readdirSync(concepts).map((name) => join(concepts, name))];
};
