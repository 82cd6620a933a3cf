import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { compiledIn } from "../scripts/compiled-in.mjs";
import { temporaryFolder } from "../scripts/host/paths.mjs";
import type { HeapReport } from "./support/heap.ts";
import { figures, type Row, type Section, shown, spread } from "./support/measure.ts";
import { templateOf } from "./support/templates.ts";

const root = join(import.meta.dirname, "..");
const PROCESSES = 3;

/** The report of each of some new processes. */
async function reports(): Promise<readonly HeapReport[]> {
  const folder = temporaryFolder("heap");
  const program = join(folder.path, "heap.cjs");
  const template = join(folder.path, "template.yaml");
  writeFileSync(template, templateOf(2_000));
  await build({
    ...{ entryPoints: [join(root, "bench/support/heap.ts")], outfile: program, bundle: true, minify: true },
    // as the extension's own bundle; it alone reads files
    ...{ platform: "browser", external: ["node:*"], format: "cjs", mainFields: ["module", "main"] },
    plugins: [compiledIn(root)],
  });
  const facts = join(root, "src/knowledge/generated");
  const run = () =>
    execFileSync(process.execPath, ["--expose-gc", program, facts, template], { encoding: "utf8" });
  const measured = Array.from({ length: PROCESSES }, () => JSON.parse(run()) as HeapReport);
  folder.remove();
  return measured;
}

function rows(measured: readonly HeapReport[]): readonly Row[] {
  const bytes = spread(measured.map((report) => report.bytes)).median;
  const parts = Object.keys(measured[0]?.parts ?? {});
  const times = measured.map((report) => Object.values(report.parts).reduce((sum, time) => sum + time, 0));
  return [
    { what: "heap after collection", ours: `${figures(bytes / 1e6)} MB`, target: "15 MB" },
    { what: `parsing the ${parts.length} parts of the facts that it asks for`, ours: shown(spread(times)) },
  ];
}

export const section: Section = {
  title:
    "Memory: one template of 2,000 lines open, a hover at every 40th character, its outline and findings",
  rows: async () => rows(await reports()),
};
