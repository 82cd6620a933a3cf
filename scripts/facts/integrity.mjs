/**
 * Whether the committed parts are what the generator wrote, without the packages it wrote them from.
 * `manifest.json` beside this file has a digest of every entry of every part, and of every hand-kept file.
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { authoredPart, wordFiles } from "./authored.mjs";
import { authoredFiles, generated, hashOf, readJson, readParts } from "./lib.mjs";

export const manifestPath = join(dirname(fileURLToPath(import.meta.url)), "manifest.json");
const remedy =
  "Remedy: npm run facts (npm run facts:authored for authored.json alone), then look at git diff.";
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** `[["types/AWS::IAM::Role", text], ...]`: one for each entry of each section, as `serialise` puts them on lines. */
function entriesOf(data) {
  return Object.entries(data).flatMap(([section, value]) =>
    isObject(value)
      ? Object.entries(value).map(([name, entry]) => [`${section}/${name}`, JSON.stringify(entry)])
      : [[section, JSON.stringify(value)]],
  );
}

const short = (text) => hashOf(text).slice(0, 6);
const digest = (data) =>
  entriesOf(data)
    .map(([, text]) => short(text))
    .join("");

/** Files that other parts than `authored` are made of; that one is compared as it is. */
const correctionFiles = () =>
  new Map([...authoredFiles()].filter(([file]) => !wordFiles.includes(file.replace(".yaml", ""))));

/** @param parts Map of part name to its data */
export function manifestOf(parts) {
  const others = [...parts].filter(([name]) => name !== "authored").sort();
  return {
    authored: Object.fromEntries([...correctionFiles()].map(([file, text]) => [file, hashOf(text)])),
    parts: Object.fromEntries(others.map(([name, data]) => [name, digest(data)])),
  };
}

/** The manifest with the part that needs no package to be made. */
const withAuthored = (manifest) => ({
  ...manifest,
  parts: { ...manifest.parts, authored: digest(authoredPart()) },
});

/** The first entry that isn't what the generator wrote. */
function firstDifference(data, expected) {
  const entries = entriesOf(data);
  const at = entries.findIndex(([, text], i) => short(text) !== expected.slice(i * 6, i * 6 + 6));
  if (at >= 0) return entries[at][0];
  return entries.length * 6 === expected.length ? undefined : "its end (entries are missing)";
}

function partProblem(name, text, expected) {
  let data;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return `${name}.json: not JSON (${error.message}). ${remedy}`;
  }
  if (!isObject(data)) return `${name}.json: not an object. ${remedy}`;
  const key = firstDifference(data, expected);
  return key && `${name}.json: ${key} is not as generated. ${remedy}`;
}

/** @returns problems, ready to print: file, key, remedy */
export function integrity(directory = generated, kept = readJson(manifestPath)) {
  const manifest = withAuthored(kept);
  const texts = readParts(directory);
  const names = new Set([...texts.keys(), ...Object.keys(manifest.parts)]);
  const files = correctionFiles();
  const stale = [...new Set([...files.keys(), ...Object.keys(manifest.authored)])]
    .filter((file) => !files.has(file) || hashOf(files.get(file)) !== manifest.authored[file])
    .map((file) => `${file}: changed since the parts were generated. ${remedy}`);
  const wrong = [...names].sort().flatMap((name) => {
    if (!texts.has(name)) return [`${name}.json: missing. ${remedy}`];
    if (!(name in manifest.parts)) return [`${name}.json: nobody generated it. Remedy: delete it.`];
    return partProblem(name, texts.get(name), manifest.parts[name]) ?? [];
  });
  return [...stale, ...wrong];
}
