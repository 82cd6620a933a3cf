// npm run bench: every bench/*.bench.ts, one table. `npm run bench -- hover` runs only hover.bench.ts.
import { readdirSync } from "node:fs";
import { Bench } from "tinybench";
import { measureActivation } from "./support/activation.ts";
import type { Case } from "./support/case.ts";

const only = process.argv.slice(2);
const files = readdirSync(new URL(".", import.meta.url)).filter((name) => name.endsWith(".bench.ts"));
const named = (name: string) => only.length === 0 || only.includes(name);

async function main(): Promise<void> {
  for (const file of files.filter((name) => named(name.replace(".bench.ts", "")))) {
    const { cases } = (await import(`./${file}`)) as { readonly cases: readonly Case[] };
    console.table(Object.fromEntries(await measure(cases)));
  }
  if (named("activation")) console.table(await measureActivation());
}

/** Milliseconds. A case that throws ends the run. */
async function measure(cases: readonly Case[]) {
  const bench = new Bench({ time: 600, iterations: 20, warmupTime: 200, retainSamples: true, throws: true });
  for (const { name, run, before } of cases) bench.add(name, run, before ? { beforeEach: before } : {});
  await bench.run();
  return bench.tasks.map(({ name, result }) => {
    if (!("latency" in result)) throw new Error(`${name} gave no result`);
    const samples = [...(result.latency.samples ?? [])].sort((a, b) => a - b);
    const at = (share: number) =>
      Number((samples[Math.floor(samples.length * share)] ?? Number.NaN).toFixed(3));
    return [name, { "median (ms)": at(0.5), "95 % (ms)": at(0.95), runs: samples.length }] as const;
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
