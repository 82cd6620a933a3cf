import type * as vscode from "vscode";
import { equal, ok } from "./support/assert.ts";
import { hoverAt, hoverOn, openFile } from "./support/documents.ts";
import { yamlTemplate } from "./support/samples.ts";

const pool = "AWS::Cognito::UserPool";

/** Hovers in many places, and gives what was said; an exception in the host fails the run, whatever comes back. */
async function hoverAll(document: vscode.TextDocument, places = 40): Promise<readonly string[]> {
  const length = document.getText().length;
  const said: string[] = [];
  for (let i = 0; i < places; i++) {
    const hover = await hoverAt(document, document.positionAt(Math.floor((length * i) / places)));
    if (hover) said.push(hover.text);
  }
  return said;
}

/** Files that are damaged but still say what they are: the answer has to come all the same. */
const answered: readonly [what: string, name: string, text: string][] = [
  [
    "a half-written template",
    "template.yaml",
    `${yamlTemplate}  Next:\n    Type: AWS::\n    Properties:\n      Na`,
  ],
  ["a template that ends in a quote", "template.yaml", `${yamlTemplate}  Next:\n    Type: "AWS::Cog`],
  ["tabs", "template.yaml", `${yamlTemplate}  Next:\n\tType: AWS::IAM::Role\n`],
  ["carriage returns", "template.yaml", yamlTemplate.replaceAll("\n", "\r\n")],
  ["a byte order mark", "template.yaml", `\uFEFF${yamlTemplate}`],
  ["a second document", "template.yaml", `${yamlTemplate}---\nkind: other\n`],
  ["half-written JSON", "template.json", `{ "Resources": { "Pool": { "Type": "${pool}" }, "Next": { "Ty`],
];

/** Files of which nothing can be said. */
const silent: readonly [what: string, name: string, content: string | Uint8Array][] = [
  ["an empty file", "empty.yaml", ""],
  ["an empty JSON file", "empty.json", ""],
  ["blank lines", "blank.yaml", "\n\n   \n"],
  ["binary content", "binary.yaml", Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3)) % 256)],
  ["one very long line", "long.yaml", "a: ".repeat(30_000)],
  ["deep nesting", "deep.json", '{"Resources":'.repeat(5_000)],
];

describe("bad input", () => {
  for (const [what, name, text] of answered)
    it(`still answers with ${what}`, async () => {
      const document = await openFile(name, text);
      ok(await hoverOn(document, pool), "silent");
      await hoverAll(document);
    });

  for (const [what, name, content] of silent)
    it(`keeps quiet on ${what}`, async () => {
      let document: vscode.TextDocument;
      try {
        document = await openFile(name, content);
      } catch {
        return; // the editor itself refuses binary files
      }
      equal(await hoverAll(document), []);
    });

  it("keeps quiet on a template of 10 MB, which CloudFormation takes none of", async () => {
    const entry = (i: number) =>
      `  Pool${i}:\n    Type: ${pool}\n    Properties:\n      UserPoolName: pool-${i}\n      MfaConfiguration: OPTIONAL\n`;
    let text = 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n';
    for (let i = 0; text.length < 10_000_000; i++) text += entry(i);
    const document = await openFile("large.yaml", text);
    equal(await hoverAll(document, 3), []);
  });
});
