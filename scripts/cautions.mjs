// npm run cautions: how often each caution fires over the corpus of real templates.
//   --draw N   also prints N findings by a seeded choice, with the lines they stand on
//   --id X     only this caution
//   folders    read these too: every template and every file of CDK source in them
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { createCdkLocator } from "../src/core/cdk/locate.ts";
import { detect } from "../src/core/detect.ts";
import { cautionsOf, isSilenced } from "../src/core/read/index.ts";
import { createTemplateLocator } from "../src/core/template/locate.ts";
import { plain } from "../src/core/text.ts";
import { loadFacts, readPart } from "../test/support/knowledge.ts";
import { randomFrom } from "./corpus/broken.mjs";
import { corpus, docOf, hasCorpus } from "./corpus/labels.mjs";

const folders = process.argv.slice(2).filter((arg) => existsSync(arg));
if (!hasCorpus() && folders.length === 0) {
  console.log("skipped: no corpus beside the repository (../shared/corpus)");
  process.exit(0);
}

const option = (name) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
const wanted = option("--id");
const facts = await loadFacts();
const locator = createTemplateLocator();
const cdk = createCdkLocator(readPart("cdk-names"));
const LANGUAGES = {
  ".ts": "typescript",
  ".js": "javascript",
  ".py": "python",
  ".java": "java",
  ".cs": "csharp",
  ".go": "go",
};
const found = [];
let templates = 0;

/** Every file below a folder that could be a template. */
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((name) => /\.(ya?ml|json|template|ts|js|py|java|cs|go)$/.test(name) && statSync(name).isFile());

const own = hasCorpus() ? filesIn(join(corpus, "files")).filter((name) => !name.includes("_synthetic")) : [];
for (const file of [...own, ...folders.flatMap(filesIn)]) {
  const doc = {
    ...docOf(file, readFileSync(file, "utf8")),
    ...(LANGUAGES[extname(file)] && { languageId: LANGUAGES[extname(file)] }),
  };
  const dialect = detect(doc);
  if (!dialect) continue;
  templates++;
  const model = (dialect.kind === "cdk" ? cdk : locator).locate(doc, dialect).model();
  const context = { model, facts, dialect };
  for (const resource of model.resources.values())
    for (const finding of cautionsOf(resource, context))
      if (!isSilenced(doc.text, finding.range.start, finding.id) && (!wanted || finding.id === wanted))
        found.push({ file, doc, resource, finding });
}

const byId = new Map();
for (const one of found) {
  const { id, severity } = one.finding;
  const row = byId.get(id) ?? { severity, count: 0, files: new Set() };
  row.count++;
  row.files.add(one.file);
  byId.set(id, row);
}
console.log(`${templates} templates, ${found.length} findings`);
console.log(
  "caution".padEnd(40),
  "severity".padEnd(10),
  "count".padStart(5),
  "templates".padStart(10),
  "share".padStart(7),
);
for (const [id, row] of [...byId].sort((a, b) => b[1].files.size - a[1].files.size)) {
  const share = `${((100 * row.files.size) / templates).toFixed(1)} %`;
  console.log(
    id.padEnd(40),
    row.severity.padEnd(10),
    String(row.count).padStart(5),
    String(row.files.size).padStart(10),
    share.padStart(7),
  );
}

const draw = Number(option("--draw") ?? 0);
const random = randomFrom(7);
const pool = [...found];
for (let i = 0; i < draw && pool.length; i++) {
  const [{ file, doc, resource, finding }] = pool.splice(random(pool.length), 1);
  const line = doc.text.slice(0, finding.range.start).split("\n").length;
  const around = doc.text
    .split("\n")
    .slice(Math.max(0, line - 4), line + 3)
    .map((text) => `      ${text}`);
  console.log(`\n${i + 1}. ${relative(process.cwd(), file)}:${line} ${resource.id} (${resource.type})`);
  console.log(`   ${finding.id} [${finding.severity}] ${plain(finding.problem)} ${plain(finding.remedy)}`);
  console.log(around.join("\n"));
}
