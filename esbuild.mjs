import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { context } from "esbuild";
import { compiledIn } from "./scripts/compiled-in.mjs";
import { writeLicences } from "./scripts/licences.mjs";
import { writeBodies } from "./scripts/pages/bodies.mjs";

const root = import.meta.dirname;
const watch = process.argv.includes("--watch");
const development = watch || process.argv.includes("--development");

/** The facts that are read on first use stand beside the bundle, one file for each part. */
const COMPILED_IN = new Set(["names.json"]);

rmSync(join(root, "dist"), { recursive: true, force: true });
cpSync(join(root, "src/knowledge/generated"), join(root, "dist/knowledge"), {
  recursive: true,
  filter: (file) => !COMPILED_IN.has(file.split(/[\\/]/).at(-1) ?? ""),
});

writeBodies(root, join(root, "dist/pages"));

const common = {
  bundle: true,
  platform: "browser",
  target: "es2022",
  minify: !development,
  sourcemap: development,
  logLevel: "info",
  metafile: true,
};

/** The script that VS Code starts and the one that it loads on first use; the same for the desktop's extension host and the browser's. */
const extension = await context({
  ...common,
  entryPoints: ["src/extension.ts", "src/lens.ts"],
  outdir: "dist",
  format: "cjs",
  mainFields: ["module", "main"],
  external: ["vscode"],
  alias: { "linkify-it": join(root, "src/render/unused.ts"), entities: join(root, "src/render/unused.ts") },
  plugins: [compiledIn(root)],
});

/** The script of the reference view's page. */
const reference = await context({
  ...common,
  entryPoints: ["media/reference/view.ts"],
  outfile: "dist/reference.js",
  format: "iife",
});

const bundles = [];
for (const build of [extension, reference]) {
  bundles.push((await build.rebuild()).metafile);
  if (watch) await build.watch();
  else await build.dispose();
}
writeLicences(bundles, join(root, "dist", "LICENCES.txt"));
