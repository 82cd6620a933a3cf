import type { TextDoc } from "../src/core/types.ts";
import { loadFacts, loadNames } from "../test/support/knowledge.ts";
import { answered } from "./hover.bench.ts";
import { newExplainer } from "./support/explainer.ts";
import { type Comparison, compare, type Section } from "./support/measure.ts";
import { schemaOf } from "./support/schema.ts";
import { templateOf } from "./support/templates.ts";
import { startYamlServer, type YamlServer } from "./support/yamlServer.ts";

const LINES = 2_000;
const text = templateOf(LINES);
const offset = text.indexOf("MfaConfiguration", text.length / 2) + 2;
const typed = text.indexOf("email", offset) + 2;
const edits = [text, `${text.slice(0, typed)}x${text.slice(typed)}`] as const;

/** The version after the last, with a key more or less in a value. */
function typing<Document>(open: (version: number, text: string) => Document) {
  let version = 1;
  let document = open(version, text);
  return {
    document: () => document,
    before: () => {
      version += 1;
      document = open(version, edits[version % 2] ?? text);
    },
  };
}

function ours() {
  const explainer = newExplainer();
  const { document, before } = typing(
    (version, text): TextDoc => ({ uri: "file:///template.yaml", languageId: "yaml", version, text }),
  );
  return { before, run: () => answered(explainer.explainAt(document(), offset)) };
}

function theirs(server: YamlServer) {
  const { document, before } = typing(server.open);
  const run = async () => {
    const said = JSON.stringify((await server.hover(document(), offset))?.contents ?? "");
    if (!said.includes("second factor")) throw new Error(`yaml-language-server said ${said}`);
  };
  return { name: "yaml-language-server", before, run };
}

/** The same hover of both, on the name of a property. */
function cases(server: YamlServer | undefined): Comparison[] {
  const mine = ours();
  const its = server && theirs(server);
  const again = its && { name: its.name, run: its.run };
  return [
    { what: "hover again", target: "0.2 / 1 ms", run: mine.run, ...(again && { peer: again }) },
    { what: "hover after a keystroke", target: "1 / 3 ms", ...mine, ...(its && { peer: its }) },
  ];
}

export const section: Section = {
  title: `Hover beside yaml-language-server: the same template of ${LINES.toLocaleString("en")} lines, and a schema of the same types`,
  rows: async () => compare(cases(startYamlServer(schemaOf(loadNames().types, await loadFacts())))),
};
