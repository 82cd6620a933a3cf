// Are the forms that are made without aws-cdk-lib (YAML, JSON, TypeScript) what their sources say? Quick, so that
// every test run asks; `npm run snippets:check` asks for the rest.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { typescriptBody } from "./cdk.mjs";
import { here, readSetups } from "./sources.mjs";
import { jsonBody, yamlBody } from "./templates.mjs";

const read = (name) => JSON.parse(readFileSync(join(here, "../../snippets", `${name}.json`), "utf8"));
const setups = readSetups();
const index = read("index").setups;
const stale = [];

for (const [name, of, make] of [
  ["yaml", "template", yamlBody],
  ["json", "template", jsonBody],
  ["typescript", "cdk", typescriptBody],
]) {
  const file = read(name);
  for (const setup of setups.filter((one) => one[of]))
    if (JSON.stringify(file[setup.title]?.body) !== JSON.stringify(make(setup)))
      stale.push(`${name}: ${setup.id}`);
}
for (const [i, { id, title, concept, group }] of setups.entries())
  if (
    JSON.stringify([id, title, concept, group]) !==
    JSON.stringify([index[i]?.id, index[i]?.title, index[i]?.concept, index[i]?.group])
  )
    stale.push(`index: ${id}`);

for (const one of stale)
  console.error(`${one} isn't what scripts/snippets/setups says: run npm run snippets`);
process.exitCode = stale.length ? 1 : 0;
