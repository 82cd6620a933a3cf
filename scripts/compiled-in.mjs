// esbuild plugin: what is compiled into the bundle. `import read from "identity-lens:concepts"` gives a function that
// parses on its first call: as JSON in a string the data costs the start next to nothing.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildConceptIndex } from "./pages/index.mjs";

/**
 * Fails the build on a wrong page; `out/concepts.json` is left for people to look at.
 * @param {string} root
 * @returns {import("esbuild").Plugin}
 */
export const compiledIn = (root) => ({
  name: "compiled-in",
  setup(build) {
    build.onResolve({ filter: /^identity-lens:/ }, ({ path }) => ({ path, namespace: "compiled-in" }));
    build.onLoad({ filter: /:concepts$/, namespace: "compiled-in" }, () => {
      const { index, problems } = buildConceptIndex(root);
      const text = JSON.stringify(index);
      mkdirSync(join(root, "out"), { recursive: true });
      writeFileSync(join(root, "out", "concepts.json"), text);
      return {
        contents: lazy(text),
        errors: problems.map((problem) => ({ text: problem })),
        watchDirs: folders(root),
      };
    });
    build.onLoad({ filter: /:names$/, namespace: "compiled-in" }, () => {
      const file = join(root, "src/knowledge/generated/names.json");
      return { contents: lazy(JSON.stringify(JSON.parse(readFileSync(file, "utf8")))), watchFiles: [file] };
    });
  },
});

/** @param {string} text */
const lazy = (text) => `let value; export default () => (value ??= JSON.parse(${JSON.stringify(text)}));`;

/** @param {string} root */
const folders = (root) => {
  const concepts = join(root, "media", "concepts");
  if (!existsSync(concepts)) return [];
  return [concepts, ...readdirSync(concepts).map((name) => join(concepts, name))];
};
