import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { typescriptFile } from "../cdk.mjs";
import { here } from "../sources.mjs";

const require = createRequire(import.meta.url);

/** Compiles all forms together, runs each as a stack, and gives what it makes. */
export function synthesise(texts, assembly) {
  const ts = require("typescript");
  const folder = join(here, "node_modules/.snippets"); // where aws-cdk-lib is found
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = new Map([...texts.keys()].map((setup) => [setup, join(folder, `${setup.id}.ts`)]));
  for (const [setup, text] of texts) writeFileSync(files.get(setup), typescriptFile(setup, text, assembly));
  const program = ts.createProgram([...files.values()], options(ts));
  const errors = ts.getPreEmitDiagnostics(program);
  program.emit();
  const templates = new Map();
  const results = [...files].map(([setup, file]) => {
    const problems = errors
      .filter((error) => error.file?.fileName === file)
      .map((error) => ts.flattenDiagnosticMessageText(error.messageText, "\n"));
    if (problems.length === 0) {
      try {
        templates.set(setup, run(file.replace(/\.ts$/, ".js")));
      } catch (error) {
        problems.push(`doesn't synthesise: ${error.message}`);
      }
    }
    return [setup.id, problems];
  });
  return { results, templates };
}

const options = (ts) => ({
  strict: true,
  noUnusedLocals: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  moduleResolution: ts.ModuleResolutionKind.Node10,
  ignoreDeprecations: "6.0",
  types: ["node"],
  skipLibCheck: true,
});

function run(file) {
  const { App } = require("aws-cdk-lib");
  const { SnippetStack } = require(file);
  const app = new App({ analyticsReporting: false, outdir: join(here, "node_modules/.snippets/cdk.out") });
  const stack = new SnippetStack(app, "Snippet");
  const { Resources } = app.synth().getStackByName(stack.stackName).template;
  for (const [id, { Type }] of Object.entries(Resources))
    if (Type === "AWS::CDK::Metadata") delete Resources[id];
  return Resources;
}
