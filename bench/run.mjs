// npm run bench: every bench/*.bench.ts, a table each. `npm run bench -- hover cdk` runs only those.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

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

const here = import.meta.dirname;
const found = readdirSync(here).flatMap((name) => /^(.+)\.bench\.ts$/.exec(name)?.[1] ?? []);
const names = [
  ...FIRST.filter((name) => found.includes(name)),
  ...found.filter((name) => !FIRST.includes(name)),
];

/**
 * Where a file stands, though it is run from within a bundle.
 * @type {import("esbuild").Plugin}
 */
const inPlace = {
  name: "in-place",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](bench|test|scripts)[\\/].*\.m?[jt]s$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8")
        .replaceAll("import.meta.dirname", JSON.stringify(dirname(path)))
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
      loader: path.endsWith(".ts") ? "ts" : "js",
    }));
  },
};

/**
 * One script, as the extension itself is: calls from file to file would cost what nobody who uses it pays.
 * @param {string} name
 */
async function bundled(name) {
  const outfile = join(here, "..", "out", "bench", `${name}.mjs`);
  await build({
    stdin: {
      contents: `export { section } from "./${name}.bench.ts"; export { table } from "./support/table.ts";`,
      resolveDir: here,
    },
    ...{ outfile, bundle: true, plugins: [inPlace] },
    ...{ platform: "node", format: "esm", packages: "external", target: "es2022" },
  });
  return import(pathToFileURL(outfile).href);
}

/** @param {readonly string[]} wanted */
async function main(wanted) {
  const unknown = wanted.filter((name) => !existsSync(join(here, `${name}.bench.ts`)));
  if (unknown.length > 0) throw new Error(`No ${unknown.join(", ")} among ${names.join(", ")}.`);
  for (const name of names.filter((name) => wanted.length === 0 || wanted.includes(name))) {
    const { section, table } = await bundled(name);
    console.log(`\n## ${section.title}\n`);
    const rows = await section.rows();
    if (rows.length > 0) console.log(table(rows));
  }
}

main(process.argv.slice(2)).then(
  // servers in this process would keep it
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
