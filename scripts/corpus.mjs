// npm run corpus: how much of the labelled corpus is answered, and rightly. See ../shared/corpus/README.md.
import { detect } from "../src/core/detect.ts";
import { createTemplateLocator } from "../src/core/template/locate.ts";
import { compare, damageOnce, randomFrom } from "./corpus/broken.mjs";
import { docOf, hasCorpus, labelsByFile } from "./corpus/labels.mjs";
import { isRight } from "./corpus/sites.mjs";

if (!hasCorpus()) {
  console.log("skipped: no corpus beside the repository (../shared/corpus)");
  process.exit(0);
}

const verbose = process.argv.includes("--verbose");
const locator = createTemplateLocator();
const tally = new Map();
const falseAnswers = [];
const misses = [];

for (const [file, labels] of labelsByFile()) {
  const doc = docOf(file);
  const dialect = detect(doc);
  if (file.startsWith("negative/")) {
    if (dialect) falseAnswers.push(`${file}: read as ${dialect.kind}`);
    continue;
  }
  const located = dialect && dialect.kind !== "cdk" ? locator.locate(doc, dialect) : undefined;
  for (const label of labels) count(label, located);
}

function count(label, located) {
  const key = `${label.kind} ${label.tier}`;
  const row = tally.get(key) ?? { labels: 0, positions: 0, answered: 0, right: 0 };
  tally.set(key, row);
  row.labels++;
  let missed;
  for (let at = label.start; at < label.start + label.text.length; at++) {
    const site = located?.siteAt(at);
    row.positions++;
    if (site) row.answered++;
    if (site && isRight(site, label, located.model())) row.right++;
    else missed ??= site ?? "silent";
  }
  if (missed) misses.push({ label, missed });
}

const share = (part, whole) => `${((100 * part) / whole).toFixed(2)} %`;
console.log("Sites at the labelled positions");
console.table(
  Object.fromEntries(
    [...tally]
      .sort()
      .map(([key, { labels, positions, answered, right }]) => [
        key,
        { labels, answered: share(answered, positions), right: share(right, positions) },
      ]),
  ),
);
if (verbose)
  for (const { label, missed } of misses) {
    const { role, text, path } = missed;
    console.log(`${label.file}:${label.line + 1}:${label.character + 1} ${label.kind} ${label.expect.about}`);
    console.log(
      "   ",
      missed === "silent" ? missed : JSON.stringify({ role, text: text.slice(0, 80), path }),
    );
  }
console.log(`Files that are no template, but were read as one: ${falseAnswers.length}`);
for (const answer of falseAnswers) console.log(`  ${answer}`);

// ---------------------------------------------------------------- damaged lines

const DAMAGES_EACH = 20;
const random = randomFrom(20261122);
const byDamage = new Map();
for (const file of labelsByFile().keys()) {
  if (file.startsWith("negative/")) continue;
  for (let i = 0; i < DAMAGES_EACH; i++) {
    const damage = damageOnce(file, random);
    const { all, lost } = compare(file, damage);
    const row = byDamage.get(damage.name) ?? { templates: 0, sites: 0, lost: 0 };
    byDamage.set(damage.name, {
      templates: row.templates + 1,
      sites: row.sites + all,
      lost: row.lost + lost.length,
    });
    if (verbose && lost.length > 0)
      console.log(`${damage.file}:${damage.line} ${damage.name}: ${lost.length} of ${all} lost`);
  }
}
console.log(`Sites outside the entry that one damaged line belongs to (${DAMAGES_EACH} for each template)`);
console.table(
  Object.fromEntries(
    [...byDamage].map(([name, { templates, sites, lost }]) => [
      name,
      { templates, sites, unchanged: share(sites - lost, sites) },
    ]),
  ),
);
const total = [...byDamage.values()].reduce((sum, row) => [sum[0] + row.sites, sum[1] + row.lost], [0, 0]);
console.log(`unchanged in all: ${share(total[0] - total[1], total[0])}`);
