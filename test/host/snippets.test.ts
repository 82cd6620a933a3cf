import * as vscode from "vscode";
import { equal, includes, ok } from "./support/assert.ts";
import { openFile, ourExtension } from "./support/documents.ts";

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

/** A stack in each language: its text, a part of what is made, an import that comes with it. */
const stacks = [
  [
    "stack.ts",
    "import * as cdk from 'aws-cdk-lib';\r\n\r\nclass S extends cdk.Stack {\r\n    constructor(scope: any, id: string) {\r\n        super(scope, id); // here\r\n        \r\n    }\r\n}\r\n",
    "\r\n        const functionRole = new iam.Role(this, 'FunctionRole', {\r\n            assumedBy:",
    "\r\nimport * as iam from 'aws-cdk-lib/aws-iam';",
  ],
  [
    "stack.js",
    "const cdk = require('aws-cdk-lib');\n\nclass S extends cdk.Stack {\n\tconstructor(scope, id) {\n\t\tsuper(scope, id); // here\n\t\t\n\t}\n}\n",
    "\n\t\tconst functionRole = new iam.Role(this, 'FunctionRole', {\n\t\t\tassumedBy:",
    "\nconst iam = require('aws-cdk-lib/aws-iam');",
  ],
  [
    "stack.py",
    "import aws_cdk as cdk\n\n\nclass S(cdk.Stack):\n    def __init__(self, scope, id):\n        super().__init__(scope, id) # here\n        \n",
    '\n        function_role = iam.Role(self, "FunctionRole",\n            assumed_by=',
    "\nfrom aws_cdk import aws_iam as iam",
  ],
  [
    "Stack.java",
    "package x;\n\nimport software.amazon.awscdk.Stack;\n\npublic class S extends Stack {\n    public S(Construct scope, String id) {\n        super(scope, id); // here\n        \n    }\n}\n",
    '\n        Role functionRole = Role.Builder.create(this, "FunctionRole")\n                .assumedBy(',
    "import software.amazon.awscdk.services.iam.Role;",
  ],
  [
    "Stack.cs",
    "using Amazon.CDK;\n\npublic class S : Stack\n{\n    public S(Construct scope, string id) : base(scope, id)\n    { // here\n        \n    }\n}\n",
    '\n        var functionRole = new Role(this, "FunctionRole", new RoleProps {\n            AssumedBy',
    "\nusing Amazon.CDK.AWS.IAM;",
  ],
  [
    "stack.go",
    'package main\n\nimport (\n\t"github.com/aws/aws-cdk-go/awscdk/v2"\n)\n\nfunc NewS(scope constructs.Construct, id string) awscdk.Stack {\n\tstack := awscdk.NewStack(scope, &id, nil) // here\n\t\n\treturn stack\n}\n',
    '\n\tfunctionRole := awsiam.NewRole(stack, jsii.String("FunctionRole"), &awsiam.RoleProps{\n\t\tAssumedBy:',
    '\n\t"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"',
  ],
] as const;

describe("snippets", () => {
  before("activate", async () => {
    await ourExtension().activate();
  });

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

  for (const [name, content, made, imported] of stacks) {
    it(`go into a stack from the tree, with their imports, and back with one undo: ${name}`, async () => {
      const editor = await show(name, content, new vscode.Position(0, 0));
      await vscode.commands.executeCommand("identityLens.insertSnippet", {
        setup: { id: "role-lambda-execution" },
      });
      const after = editor.document.getText();
      includes(after, made);
      includes(after, imported);
      equal(editor.document.getText(editor.selection), "Function");
      await vscode.commands.executeCommand("undo");
      equal(editor.document.getText(), content);
    });

    it(`are suggested in a stack, with their imports: ${name}`, async () => {
      const document = await openFile(name, content);
      const line = document
        .getText()
        .split(/\r?\n/)
        .findIndex((text) => text.includes("// here") || text.includes("# here"));
      const items = await suggestions(
        document,
        new vscode.Position(line + 1, document.lineAt(line + 1).text.length),
      );
      const role = items.find(
        ({ label }) => typeof label !== "string" && label.label === "Lambda execution role",
      );
      ok(role, `none among ${items.length} of ours`);
      includes(role.additionalTextEdits?.map(({ newText }) => newText).join("") ?? "", imported.trim());
    });
  }

  it("are explained instead, where AWS can't make them", async () => {
    const editor = await show("template.yaml", template, new vscode.Position(2, 0));
    const before = editor.document.getText();
    // the message stays until someone reads it, so the command isn't waited for
    void vscode.commands.executeCommand("identityLens.insertSnippet", "ad-connector");
    await vscode.commands.executeCommand("identityLens.copySnippet", "role-service");
    equal(editor.document.getText(), before);
    includes(await vscode.env.clipboard.readText(), "ServiceRole:\n  Type: AWS::IAM::Role");
  });

  it("stand in Insert Snippet, where a name is asked for", async () => {
    const editor = await show("template.yaml", "Resources:\n    \n", new vscode.Position(1, 4));
    await vscode.commands.executeCommand("editor.action.insertSnippet", {
      langId: "yaml",
      name: "EC2 role with instance profile",
    });
    includes(editor.document.getText(), "ServerInstanceProfile:");
  });
});
