// Makes snippets/*.json and the README's table from setups/*.yaml. `--check` writes nothing and fails on a difference.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { install } from "./install.mjs";
import { groups, here, readSetups, withDefaults } from "./sources.mjs";

install();
const { cdkBody, languages, readAssembly, translate, typescriptBody } = await import("./cdk.mjs");
const { importsOf } = await import("./imports.mjs");
const { jsonBody, yamlBody } = await import("./templates.mjs");
const { readmeTable } = await import("./readme.mjs");

const root = join(here, "../..");
const setups = readSetups();
const assembly = readAssembly();
const inCdk = setups.filter((setup) => setup.cdk);
const translated = translate(inCdk, assembly);

const describe = (setup) => setup.description.trim().replace(/\s+/g, " ");
const contributed = (list, body) =>
  Object.fromEntries(list.map((setup) => [setup.title, { body: body(setup), description: describe(setup) }]));

const inTemplates = setups.filter((setup) => setup.template);
const files = {
  "snippets/yaml.json": contributed(inTemplates, yamlBody),
  "snippets/json.json": contributed(inTemplates, jsonBody),
  "snippets/typescript.json": contributed(inCdk, typescriptBody),
  ...Object.fromEntries(
    languages.map((language) => [
      `snippets/${language}.json`,
      contributed(inCdk, (setup) => cdkBody(setup, language, translated.get(setup.id)[language])),
    ]),
  ),
  "snippets/index.json": { groups, setups: setups.map(entry) },
};

/** What the extension knows of a set-up besides its bodies. */
function entry(setup) {
  const { id, title, group, concept } = setup;
  const common = { id, title, group, concept, description: describe(setup) };
  if (setup.unavailable)
    return {
      ...common,
      unavailable: setup.unavailable.trim().replace(/\s+/g, " "),
      instead: setup.instead ?? [],
    };
  if (!setup.cdk) return { ...common, name: setup.stops[0].default };
  const texts = { typescript: setup.cdk, ...translated.get(id) };
  const imports = Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [
      language,
      importsOf(setup, language, withDefaults(setup, text), assembly),
    ]),
  );
  const variables = [...setup.cdk.matchAll(/\bconst (\w+) =/g)].map((match) => match[1]);
  return { ...common, name: setup.stops[0].default, variables, imports };
}

const texts = Object.entries(files).map(([path, data]) => [path, `${JSON.stringify(data, null, 1)}\n`]);
const readme = readmeTable(join(root, "README.md"), setups);
if (readme) texts.push(["README.md", readme]);

let different = 0;
for (const [path, text] of texts) {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
  different++;
  if (process.argv.includes("--check"))
    console.error(`${path} is not what its sources make: run npm run snippets`);
  else {
    writeFileSync(file, text);
    console.log(`wrote ${path}`);
  }
}
console.log(`${setups.length} set-ups, ${texts.length} files, ${different} different`);
if (different && process.argv.includes("--check")) process.exitCode = 1;
