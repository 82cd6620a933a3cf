import * as vscode from "vscode";
import { equal, includes, ok } from "./support/assert.ts";
import { openFile } from "./support/documents.ts";

/** Ours at a place: the suggestions, each with what it would insert. */
async function suggestions(
  document: vscode.TextDocument,
  at: vscode.Position,
): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    at,
    undefined,
    100,
  );
  return list.items.filter(({ label }) => typeof label !== "string" && label.description === "AWS Identity");
}

async function show(name: string, content: string, cursor: vscode.Position): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(await openFile(name, content));
  editor.selection = new vscode.Selection(cursor, cursor);
  return editor;
}

const template = "Resources:\n    Topic:\n        Type: AWS::SNS::Topic\n";

describe("snippets", () => {
  it("are suggested under Resources, at its indentation, with a preview and a link", async () => {
    const document = await openFile("template.yaml", `${template}    \n`);
    const items = await suggestions(document, new vscode.Position(3, 4));
    const pool = items.find(({ detail }) => detail === "Cognito");
    ok(items.length >= 4 && pool, `only ${items.length} suggestions`);
    includes((pool.insertText as vscode.SnippetString).value, "\n        Type: AWS::Cognito::");
    const documentation = (pool.documentation as vscode.MarkdownString).value;
    includes(documentation, "Type: AWS::Cognito::");
    includes(documentation, "command:identityLens.openReference");
  });

  for (const [name, content] of [
    ["workflow.yaml", "jobs:\n  build:\n  \n"],
    ["template.yaml", `${template}        \n`],
    ["data.json", '{ "Resources": {}, "x": { } }'],
  ] as const)
    it(`are not suggested elsewhere: ${name}`, async () => {
      const document = await openFile(name, content);
      const last = document.lineAt(Math.max(0, document.lineCount - 2)).range.end;
      equal((await suggestions(document, last)).length, 0);
    });

  it("go into the right section from the palette, at the first tab stop, and back with one undo", async () => {
    const editor = await show("template.yaml", `${template}Outputs: {}\n`, new vscode.Position(3, 0));
    const before = editor.document.getText();
    await vscode.commands.executeCommand("identityLens.insertSnippet", "role-service");
    const after = editor.document.getText();
    includes(after, "Topic\n    ServiceRole:\n        Type: AWS::IAM::Role\n        Properties:\n");
    includes(after, "\nOutputs: {}\n");
    equal(editor.document.getText(editor.selection), "Service");
    await vscode.commands.executeCommand("undo");
    equal(editor.document.getText(), before);
  });

  it("make a template of an empty file, with CRLF kept", async () => {
    const editor = await show("new.yaml", "\r\n", new vscode.Position(0, 0));
    await vscode.commands.executeCommand("identityLens.insertSnippet", "role-cross-account");
    includes(
      editor.document.getText(),
      "AWSTemplateFormatVersion: '2010-09-09'\r\nResources:\r\n  PartnerRole:\r\n    Type:",
    );
    equal(/[^\r]\n/.test(editor.document.getText()), false);
  });

  it("put the commas that JSON needs", async () => {
    const content = '{\n\t"Resources": {\n\t\t"A": { "Type": "AWS::SNS::Topic" }\n\t}\n}\n';
    const editor = await show("template.json", content, new vscode.Position(2, 8));
    await vscode.commands.executeCommand("identityLens.insertSnippet", "role-service");
    const made = JSON.parse(editor.document.getText());
    equal(Object.keys(made.Resources), ["A", "ServiceRole"]);
    includes(editor.document.getText(), '\n\t\t"ServiceRole": {\n\t\t\t"Type"');
  });
});
