import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

/** Newer than cfn-lint's own copy of the schemas; the facts have them. */
const NEWER = /AWS::AccountAccess::\w+' does not exist/;

/** What cfn-lint says of each template, where there is a cfn-lint. */
export function checkTemplates(texts, skip) {
  try {
    execFileSync("cfn-lint", ["--version"], { stdio: "ignore" });
  } catch {
    skip("cfn-lint", "there is none on this machine (pip install cfn-lint)");
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), "snippets-"));
  try {
    return lint(folder, texts);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function lint(folder, texts) {
  for (const [setup, text] of texts) writeFileSync(join(folder, `${setup.id}.yaml`), whole(text));
  const files = [...texts.keys()].map((setup) => join(folder, `${setup.id}.yaml`));
  const found = run([
    "--regions",
    "us-east-1",

    "--format",
    "json",
    "--",
    ...files,
  ]);
  return [...texts.keys()].map((setup) => [
    setup.id,
    found
      .filter(({ Filename }) => basename(Filename) === `${setup.id}.yaml`)
      .filter(({ Message }) => !NEWER.test(Message))
      .map(({ Rule, Message, Location }) => `${Rule.Id} line ${Location.Start.LineNumber}: ${Message}`),
  ]);
}

const whole = (text) =>
  [
    "AWSTemplateFormatVersion: '2010-09-09'",
    ...(text.includes("AWS::Serverless::") ? ["Transform: AWS::Serverless-2016-10-31"] : []),
    "Resources:",
    ...text.split("\n").map((line) => `  ${line}`),
    "",
  ].join("\n");

/** cfn-lint ends with a code of its own when it has something to say. */
function run(args) {
  try {
    return JSON.parse(execFileSync("cfn-lint", args, { encoding: "utf8", maxBuffer: 1e8 }) || "[]");
  } catch (error) {
    if (error.stdout) return JSON.parse(error.stdout);
    throw error;
  }
}
