import { detect } from "../src/core/detect.ts";
import { readStatement } from "../src/core/read/index.ts";
import { createTemplateLocator } from "../src/core/template/locate.ts";
import type { MapValue, PolicyUse, TextDoc } from "../src/core/types.ts";
import { loadFacts } from "../test/support/knowledge.ts";
import { answered } from "./hover.bench.ts";
import { newExplainer } from "./support/explainer.ts";
import { type Comparison, compare, type Section } from "./support/measure.ts";
import { templateOf } from "./support/templates.ts";

const LINES = 2_000;
const text = templateOf(LINES);
const open: TextDoc = { uri: "file:///template.yaml", languageId: "yaml", version: 1, text };

async function everyStatement(): Promise<Comparison> {
  const dialect = detect(open);
  if (!dialect || dialect.kind === "cdk") throw new Error("not a template");
  const located = createTemplateLocator().locate(open, dialect);
  const statements = new Map<MapValue, PolicyUse>();
  for (const site of located.sites())
    if ("place" in site && site.place?.statement) statements.set(site.place.statement, site.place.use);
  if (statements.size === 0) throw new Error("no statement to read");
  const context = { model: located.model(), facts: await loadFacts(), dialect };
  return {
    what: `every statement (${statements.size})`,
    run: () => [...statements].map(([statement, use]) => readStatement(statement, use, context)),
  };
}

/** The same file again and again, a key more or less in the middle of it. */
function typing() {
  const at = text.indexOf("Action: sts:AssumeRole", text.length / 2);
  const edits = [text, `${text.slice(0, at)}Sid: x\n            ${text.slice(at)}`];
  let doc = open;
  return {
    doc: () => doc,
    /** In the name of the action, in either text. */
    offset: () => doc.text.indexOf("sts:AssumeRole", at) + 6,
    before: () => {
      const version = doc.version + 1;
      doc = { ...open, version, text: edits[version % 2] ?? text };
    },
  };
}

function hoverAndFile(): Comparison[] {
  const typed = typing();
  const explainer = newExplainer();
  const { before } = typed;
  let fresh = explainer;
  const opening = {
    before: () => {
      fresh = newExplainer();
    },
  };
  return [
    {
      what: "a hover that reads a trust policy, after a keystroke",
      target: "1 / 3 ms",
      before,
      run: () => answered(explainer.explainAt(typed.doc(), typed.offset())),
    },
    { what: "findings of the whole file, first", ...opening, run: () => fresh.findings(open) },
    {
      what: "findings of the whole file, after a keystroke",
      before,
      run: () => explainer.findings(typed.doc()),
    },
    { what: "outline of the whole file, first", ...opening, run: () => answered(fresh.outline(open)) },
    {
      what: "outline of the whole file, after a keystroke",
      before,
      run: () => answered(explainer.outline(typed.doc())),
    },
  ];
}

export const section: Section = {
  title: `Reading a template of ${LINES.toLocaleString("en")} lines`,
  rows: async () => compare([await everyStatement(), ...hoverAndFile()]),
};
