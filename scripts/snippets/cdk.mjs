// The CDK forms: TypeScript as it is written in the source, the others by jsii-rosetta, mended where it errs.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { mendCsharp, mendGo, mendJava, mendPython } from "./mend.mjs";
import { here, marked, readable, restoreMembers, toBody } from "./sources.mjs";

const require = createRequire(import.meta.url);
export const languages = ["python", "java", "csharp", "go"];
const indentOf = { python: 4, java: 4, csharp: 4, go: 1 };

/** The names of aws-cdk-lib as it publishes them: types by fully qualified name, and its submodules. */
export function readAssembly() {
  const root = join(here, "node_modules/aws-cdk-lib");
  return JSON.parse(gunzipSync(readFileSync(join(root, ".jsii.gz"))).toString());
}

/** `cdk`, `iam`, `cognito`, ...: the modules that a TypeScript form uses, by the name it knows them by. */
export function modulesOf(setup, assembly) {
  const used = new Set([...setup.cdk.matchAll(/\b([a-z][a-z0-9]*)\.(?=[A-Z])/g)].map((match) => match[1]));
  return [...used].sort().map((alias) => ({ alias, module: moduleOf(alias, assembly) }));
}

function moduleOf(alias, assembly) {
  if (alias === "cdk") return "aws-cdk-lib";
  if (alias === "identitypool") return "aws-cdk-lib.aws_cognito_identitypool";
  const name = `aws-cdk-lib.aws_${alias}`;
  if (!assembly.submodules[name]) throw new Error(`no module aws-cdk-lib/aws-${alias}`);
  return name;
}

/** aws-cdk-lib.aws_iam -> aws-cdk-lib/aws-iam */
export const typescriptPath = (module) => module.replace(".", "/").replaceAll("_", "-");

export const typescriptBody = (setup) => toBody(setup, marked(setup, setup.cdk), 2);

/** A whole TypeScript file around a form: a stack whose constructor holds it. */
export function typescriptFile(setup, body, assembly, show = false) {
  const imports = modulesOf(setup, assembly)
    .filter(({ alias }) => alias !== "cdk")
    .map(({ alias, module }) => `import * as ${alias} from '${typescriptPath(module)}';`);
  const indented = body.trimEnd().replace(/^(?=.)/gm, "    ");
  return [
    ...(show ? ["/// !hide"] : []),
    "import * as cdk from 'aws-cdk-lib';",
    "import type { Construct } from 'constructs';",
    ...imports,
    "export class SnippetStack extends cdk.Stack {",
    "  constructor(scope: Construct, id: string, props?: cdk.StackProps) {",
    "    super(scope, id, props);",
    ...(show ? ["/// !show"] : []),
    indented,
    ...(show ? ["/// !hide"] : []),
    "  }",
    "}",
    "",
  ].join("\n");
}

/** Marked text of each set-up in each other language: id -> language -> text. */
export function translate(setups, assembly) {
  const { Translator } = require("jsii-rosetta");
  process.chdir(here); // where it looks for aws-cdk-lib
  const rosetta = new Translator(true);
  const sources = setups.map((setup) => ({
    visibleSource: typescriptFile(setup, readable(setup), assembly, true),
    location: { api: { api: "file", fileName: `${setup.id}.ts` } },
    parameters: {},
    strict: true,
  }));
  const results = rosetta.translateSnippets(sources, languages);
  // An array of a union type is written well all the same; what isn't, the check finds.
  const problems = rosetta.diagnostics
    .map((diagnostic) => diagnostic.formattedMessage)
    .filter((message) => !message.includes("Type unions are not supported"));
  if (problems.length) throw new Error(`jsii-rosetta:\n${problems.join("\n")}`);
  return new Map(setups.map((setup, i) => [setup.id, mended(setup, results[i], assembly)]));
}

function mended(setup, result, assembly) {
  const modules = modulesOf(setup, assembly);
  return Object.fromEntries(
    languages.map((language) => [
      language,
      restoreMembers(setup, mend[language](result.get(language).source, setup, modules, assembly)),
    ]),
  );
}
const mend = { python: mendPython, java: mendJava, csharp: mendCsharp, go: mendGo };

export const cdkBody = (setup, language, text) =>
  toBody(
    setup,
    language === "go" ? text.replace(/^\t+/gm, (tabs) => " ".repeat(tabs.length)) : text,
    indentOf[language],
  );
