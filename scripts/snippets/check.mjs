// Checks every set-up as it would be inserted, its tab stops at their defaults. What can't be checked on a machine
// is said and skipped. `npm run snippets:check`
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { preview } from "../../src/core/snippets/preview.ts";
import { install } from "./install.mjs";
import { here, readSetups } from "./sources.mjs";

install();
const { readTemplate } = await import("./templates.mjs");
const { readAssembly } = await import("./cdk.mjs");
const { checkTemplates } = await import("./checks/cfn-lint.mjs");
const { compareTemplates } = await import("./checks/compare.mjs");
const { checkGrammar, checkPython } = await import("./checks/grammar.mjs");
const { checkNames } = await import("./checks/names.mjs");
const { checkSafety } = await import("./checks/safety.mjs");
const { synthesise } = await import("./checks/synthesise.mjs");

const bodies = (language) =>
  JSON.parse(readFileSync(join(here, "../../snippets", `${language}.json`), "utf8"));
const setups = readSetups().filter((setup) => !setup.unavailable);
const assembly = readAssembly();

/** language -> set-up id -> its text as inserted. */
const texts = Object.fromEntries(
  ["yaml", "json", "typescript", "python", "java", "csharp", "go"].map((language) => {
    const file = bodies(language);
    const found = setups.flatMap((setup) =>
      file[setup.title] ? [[setup, preview(file[setup.title].body)]] : [],
    );
    return [language, new Map(found)];
  }),
);

const failures = [];
let passed = 0;
/** @param {string} what @param {Iterable<[string, string[]]>} results what was checked, and its problems */
function report(what, results) {
  let good = 0;
  for (const [name, problems] of results) {
    if (problems.length === 0) good++;
    for (const problem of problems) failures.push(`${what}: ${name}: ${problem}`);
  }
  passed += good;
  console.log(`${what}: ${good} good`);
}
const skip = (what, why) => console.log(`${what}: skipped, ${why}`);

const generated = spawnSync(process.execPath, [join(here, "generate.mjs"), "--check"], { encoding: "utf8" });
report("snippets/ is what its sources make", [
  ["snippets", generated.status === 0 ? [] : [generated.stderr.trim()]],
]);

const yaml = new Map([...texts.yaml].map(([setup, text]) => [setup, readTemplate(text)]));
const json = new Map([...texts.json].map(([setup, text]) => [setup, JSON.parse(`{${text}}`)]));
report(
  "JSON is what YAML says",
  [...yaml].map(([setup, data]) => [
    setup.id,
    JSON.stringify(data) === JSON.stringify(json.get(setup)) ? [] : ["differs"],
  ]),
);
report(
  "safe by default, templates",
  [...yaml].map(([setup, data]) => [setup.id, checkSafety(data)]),
);
report("cfn-lint", checkTemplates(texts.yaml, skip));

const made = synthesise(texts.typescript, assembly);
report("TypeScript compiles and synthesises", made.results);
report(
  "safe by default, synthesised",
  [...made.templates].map(([setup, data]) => [setup.id, checkSafety(data)]),
);
report(
  "the CDK makes what the template says",
  [...made.templates]
    .filter(([setup]) => yaml.has(setup))
    .map(([setup, data]) => [setup.id, compareTemplates(yaml.get(setup), data, setup)]),
);

for (const language of ["python", "java", "csharp", "go"]) {
  report(`${language}, grammar`, await checkGrammar(language, texts[language]));
  report(
    `${language}, names`,
    [...texts[language]].map(([setup, text]) => [setup.id, checkNames(language, setup, text, assembly)]),
  );
}
report("python3 parses", checkPython(texts.python, skip));

for (const failure of failures) console.error(failure);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length ? 1 : 0;
