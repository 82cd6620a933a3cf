// npm run corpus: how much of the labelled corpus is answered, and rightly. See ../shared/corpus/README.md.
import { detect } from "../src/core/detect.ts";
import { createTemplateLocator } from "../src/core/template/locate.ts";
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
    [...tally].sort().map(([key, { labels, positions, answered, right }]) => [
      key,
      { labels, answered: share(answered, positions), right: share(right, positions) },
    ]),
  ),
);
if (verbose)
  for (const { label, missed } of misses) {
    const { role, text, path } = missed;
    console.log(`${label.file}:${label.line + 1}:${label.character + 1} ${label.kind} ${label.expect.about}`);
    console.log("   ", missed === "silent" ? missed : JSON.stringify({ role, text: text.slice(0, 80), path }));
  }
console.log(`Files that are no template, but were read as one: ${falseAnswers.length}`);
for (const answer of falseAnswers) console.log(`  ${answer}`);
