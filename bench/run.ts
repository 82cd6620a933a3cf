// npm run bench: every bench/*.bench.ts, a table each. `npm run bench -- hover cdk` runs only those.
import { existsSync, readdirSync } from "node:fs";
import type { Section } from "./support/measure.ts";
import { table } from "./support/table.ts";

/** In this order; others follow. */
const FIRST = [
  "hover",
  "peers",
  "cdk",
  "read",
  "locate",
  "search",
  "pages",
  "reference",
  "memory",
  "package",
  "activation",
];

const here = new URL(".", import.meta.url);
const found = readdirSync(here).flatMap((name) => /^(.+)\.bench\.ts$/.exec(name)?.[1] ?? []);
const names = [
  ...FIRST.filter((name) => found.includes(name)),
  ...found.filter((name) => !FIRST.includes(name)),
];

async function main(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !existsSync(new URL(`${name}.bench.ts`, here)));
  if (unknown.length > 0) throw new Error(`No ${unknown.join(", ")} among ${names.join(", ")}.`);
  for (const name of names.filter((name) => wanted.length === 0 || wanted.includes(name))) {
    const { section } = (await import(`./${name}.bench.ts`)) as { readonly section: Section };
    console.log(`\n## ${section.title}\n`);
    const rows = await section.rows();
    if (rows.length > 0) console.log(table(rows));
  }
}

main(process.argv.slice(2)).then(
  // servers in this process would keep it
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
