// The licence of every package that is in the bundle, as its own file has it: each of them asks for that.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @param {readonly import("esbuild").Metafile[]} bundles what esbuild says of them
 * @param {string} file to write
 */
export function writeLicences(bundles, file) {
  const inputs = bundles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs)),
  );
  const folders = [...new Set(inputs.flatMap((input) => folderOf(input) ?? []))];
  const texts = folders.map(licenceOf).sort((a, b) => (a < b ? -1 : 1));
  writeFileSync(file, texts.join(`\n\n${"-".repeat(78)}\n\n`));
}

/**
 * The package that a source file is of.
 * @param {string} input
 */
const folderOf = (input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0];

/** @param {string} folder */
function licenceOf(folder) {
  const manifest = join(folder, "package.json");
  const name = existsSync(manifest) && readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (!name) throw new Error(`${folder} says nothing of its licence`);
  const { name: of, version, license } = JSON.parse(readFileSync(manifest, "utf8"));
  return `${of} ${version} (${license})\n\n${readFileSync(join(folder, name), "utf8").trim()}\n`;
}
