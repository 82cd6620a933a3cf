import { createExplainer } from "../../src/core/explainer.ts";
import { plain } from "../../src/core/text.ts";
import { renderHover } from "../../src/render/hover.ts";
import { loadCdkData, loadKnowledge } from "../../test/support/knowledge.ts";
import { docOf } from "./labels.mjs";

const explainer = createExplainer(loadKnowledge(), loadCdkData);

/** What the extension says at every labelled position of a file: one row for each label. */
export async function answersIn(file, labels) {
  const doc = docOf(file);
  const rows = [];
  for (const label of labels) rows.push(await answerTo(doc, label));
  explainer.forget(doc.uri);
  return rows;
}

/** Right, when the hover names what the label is about, wherever in the labelled text the pointer is. */
async function answerTo(doc, label) {
  const row = {
    label,
    positions: label.text.length,
    answered: 0,
    right: 0,
    hover: undefined,
    wrong: undefined,
  };
  for (let at = label.start; at < label.start + label.text.length; at++) {
    const explanation = await explainer.explainAt(doc, at);
    if (!explanation) continue;
    row.answered++;
    row.hover ??= renderHover(explanation);
    if (names(explanation, label)) row.right++;
    else row.wrong ??= explanation;
  }
  return row;
}

const names = ({ about, title, meaning, reading }, label) =>
  [about, title, plain(meaning), ...reading.map(plain)].some((text) => text.includes(label.expect.about));

/** The first answer in a file that is no template, at any position; undefined is right. */
export async function firstAnswerIn(file) {
  const doc = docOf(file);
  for (let at = 0; at <= doc.text.length; at++) {
    const explanation = await explainer.explainAt(doc, at);
    if (explanation) return `${file} at ${at}: ${explanation.about}`;
  }
  return undefined;
}

/** Pairs of labels in a file that are about different things and whose hovers read alike. */
export function alike(rows) {
  const byHover = new Map();
  for (const { hover, label } of rows) {
    if (hover === undefined) continue;
    const abouts = byHover.get(hover) ?? new Map();
    abouts.set(label.expect.about, label);
    byHover.set(hover, abouts);
  }
  return [...byHover.values()].filter((abouts) => abouts.size > 1).map((abouts) => [...abouts.values()]);
}
