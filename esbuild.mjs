import { context } from "esbuild";
import { conceptIndex } from "./scripts/pages/plugin.mjs";

const watch = process.argv.includes("--watch");
const development = watch || process.argv.includes("--development");

const build = await context({
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.js",
  bundle: true,
  format: "cjs",
  platform: "browser",
  mainFields: ["module", "main"],
  target: "es2022",
  external: ["vscode"],
  minify: !development,
  sourcemap: development,
  plugins: [conceptIndex(import.meta.dirname)],
  logLevel: "info",
});
await build.rebuild();
if (watch) await build.watch();
else await build.dispose();
