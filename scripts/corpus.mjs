// npm run corpus: how much of the labelled corpus is answered, and rightly. See ../shared/corpus/README.md.
// --verbose lists what was missed. --sites leaves the answers out: what stands where, only.
import { detect } from "../src/core/detect.ts";
import { createTemplateLocator } from "../src/core/template/locate.ts";
import { alike, answersIn, firstAnswerIn } from "./corpus/answers.mjs";
import { compare, damageOnce, randomFrom } from "./corpus/broken.mjs";
import { docOf, hasCorpus, labelsByFile } from "./corpus/labels.mjs";
import { isRight } from "./corpus/sites.mjs";

if (!hasCorpus()) {
  console.log("skipped: no corpus beside the repository (../shared/corpus)");
  process.exit(0);
}

const verbose = process.argv.includes("--verbose");
const files = [...labelsByFile()];
const templates = files.filter(([file]) => !file.startsWith("negative/"));
const negatives = files.filter(([file]) => file.startsWith("negative/")).map(([file]) => file);

const share = (part, whole) => `${((100 * part) / whole).toFixed(2)} %`;
const place = ({ file, line, character, kind, expect }) =>
  `${file}:${line + 1}:${character + 1} ${kind} ${expect.about}`;

/** Adds up rows of numbers by a name. */
function addTo(table, name, numbers) {
  const sums = table.get(name) ?? {};
  for (const [key, number] of Object.entries(numbers)) sums[key] = (sums[key] ?? 0) + number;
  table.set(name, sums);
}

function printShares(title, table) {
  console.log(title);
  const rows = [...table].sort(([a], [b]) => a.localeCompare(b));
  console.table(
    Object.fromEntries(
      rows.map(([name, { labels, positions, answered, right }]) => [
        name,
        { labels, answered: share(answered, positions), right: share(right, positions) },
      ]),
    ),
  );
}

// ---------------------------------------------------------------- what stands where

function checkSites() {
  const table = new Map();
  for (const [file, labels] of templates) {
    const doc = docOf(file);
    const dialect = detect(doc);
    const located = dialect && createTemplateLocator().locate(doc, dialect);
    for (const label of labels) {
      const numbers = { labels: 1, positions: label.text.length, answered: 0, right: 0 };
      for (let at = label.start; at < label.start + label.text.length; at++) {
        const site = located?.siteAt(at);
        if (site) numbers.answered++;
        if (site && isRight(site, label, located.model())) numbers.right++;
      }
      if (verbose && numbers.right < numbers.positions) console.log(`no site: ${place(label)}`);
      addTo(table, `${label.kind} ${label.tier}`, numbers);
    }
  }
  printShares("Sites at the labelled positions", table);
}

// ---------------------------------------------------------------- what is said

async function checkAnswers() {
  const table = new Map();
  const confused = [];
  for (const [file, labels] of templates) {
    const rows = await answersIn(file, labels);
    for (const { label, positions, answered, right, wrong } of rows) {
      addTo(table, `${label.kind} ${label.tier}`, { labels: 1, positions, answered, right });
      if (verbose && right < positions)
        console.log(`${answered ? "wrong" : "silent"}: ${place(label)} (${wrong?.about})`);
    }
    confused.push(...alike(rows));
  }
  printShares("Answers at the labelled positions", table);
  console.log(`Hovers that read alike where what stands there differs: ${confused.length}`);
  for (const labels of confused.slice(0, verbose ? 1000 : 10))
    console.log(`  ${labels.map(place).join("  =  ")}`);
}

async function checkNegatives() {
  const answers = [];
  for (const file of negatives) answers.push((await firstAnswerIn(file)) ?? []);
  const wrong = answers.flat();
  console.log(
    `Files that are no template (${negatives.length}, at every position) with an answer: ${wrong.length}`,
  );
  for (const answer of wrong) console.log(`  ${answer}`);
}

// ---------------------------------------------------------------- damaged lines

const DAMAGES_EACH = 20;

function checkDamages() {
  const random = randomFrom(20261122);
  const table = new Map();
  for (const [file] of templates)
    for (let i = 0; i < DAMAGES_EACH; i++) {
      const damage = damageOnce(file, random);
      const { all, lost } = compare(file, damage);
      addTo(table, damage.name, { templates: 1, sites: all, lost: lost.length });
      addTo(table, "all", { templates: 1, sites: all, lost: lost.length });
      if (verbose && lost.length > 0)
        console.log(`${damage.file}:${damage.line} ${damage.name}: ${lost.length} of ${all} lost`);
    }
  console.log(`Sites outside the entry that one damaged line belongs to (${DAMAGES_EACH} for each template)`);
  console.table(
    Object.fromEntries(
      [...table].map(([name, { templates, sites, lost }]) => [
        name,
        { templates, sites, unchanged: share(sites - lost, sites) },
      ]),
    ),
  );
}

checkSites();
if (!process.argv.includes("--sites")) {
  await checkAnswers();
  await checkNegatives();
}
checkDamages();
