import { detect } from "../src/core/detect.ts";
import type { ReadContext } from "../src/core/read/index.ts";
import { findings, readResource, readStatement, summarise } from "../src/core/read/index.ts";
import { parsePolicy } from "../src/core/read/policy/parse.ts";
import { property } from "../src/core/read/structure.ts";
import { createTemplateLocator } from "../src/core/template/locate.ts";
import type { MapValue } from "../src/core/types.ts";
import { someFacts as facts } from "../test/support/readings.ts";
import type { Case } from "./support/case.ts";
import { templateOf } from "./support/templates.ts";

function contextOf(lines: number): ReadContext {
  const doc = { uri: "file:///t.yaml", languageId: "yaml", version: 1, text: templateOf(lines) };
  const dialect = detect(doc);
  if (!dialect || dialect.kind === "cdk") throw new Error("not a template");
  return { model: createTemplateLocator().locate(doc, dialect).model(), facts, dialect };
}

function statementsOf(context: ReadContext): MapValue[] {
  const found = [...context.model.resources.values()].flatMap((resource) =>
    (parsePolicy(property(resource, "AssumeRolePolicyDocument"), context)?.statements ?? []).map(
      (s) => s.node,
    ),
  );
  if (found.length === 0) throw new Error("no statement to read");
  return found;
}

function casesFor(lines: number): Case[] {
  const context = contextOf(lines);
  const statements = statementsOf(context);
  const resources = [...context.model.resources.values()];
  const title = `${lines.toLocaleString("en")} lines`;
  return [
    {
      name: `one statement, ${title}`,
      run: () => readStatement(statements[0] as MapValue, "trust", context),
    },
    {
      name: `all ${statements.length} trust statements, ${title}`,
      run: () => statements.map((s) => readStatement(s, "trust", context)),
    },
    {
      name: `all ${resources.length} resources with their summaries, ${title}`,
      run: () => resources.map((r) => [readResource(r, context), summarise(r, context)]),
    },
    { name: `cautions of the whole file, ${title}`, run: () => findings(context.model, context) },
  ];
}

export const cases: readonly Case[] = [2_000, 20_000].flatMap(casesFor);
