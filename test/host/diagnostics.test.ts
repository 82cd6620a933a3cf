import * as vscode from "vscode";
import { equal, includes, ok } from "./support/assert.ts";
import { edit, hoverOn, openFile } from "./support/documents.ts";
import { idOf, ours, problems } from "./support/problems.ts";

const template = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Client:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !ImportValue pool
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthFlows: [implicit]
      CallbackURLs:
        - http://app.example.com/callback
`;

const actionsOn = (document: vscode.TextDocument, range: vscode.Range) =>
  vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    range,
  );

const setting = (value: string | undefined) =>
  vscode.workspace
    .getConfiguration("identityLens")
    .update("diagnostics", value, vscode.ConfigurationTarget.Global);

describe("diagnostics", () => {
  afterEach(() => setting(undefined));

  it("mark what fails as an error and what weakens as a hint, each over exactly its text", async () => {
    const document = await openFile("template.yaml", template);
    const found = await problems(document, ["client-callback-http", "client-implicit-flow"]);
    const [http] = found.filter((one) => idOf(one) === "client-callback-http");
    ok(http, "no problem on the callback");
    equal(document.getText(http.range), "http://app.example.com/callback");
    equal(http.severity, vscode.DiagnosticSeverity.Error);
    includes(http.message, "localhost");
    const target = typeof http.code === "object" ? String((http.code as { target: vscode.Uri }).target) : "";
    includes(target, "https://docs.aws.amazon.com/");
    const [implicit] = found.filter((one) => idOf(one) === "client-implicit-flow");
    equal(implicit?.severity, vscode.DiagnosticSeverity.Hint);
  });

  it("go away when the text is mended by the quick fix", async () => {
    const document = await openFile("template.yaml", template);
    const [http] = (await problems(document, ["client-callback-http", "client-implicit-flow"])).filter(
      (one) => idOf(one) === "client-callback-http",
    );
    ok(http, "no problem on the callback");
    const actions = await actionsOn(document, http.range);
    const [mend] = actions.filter((one) => one.title === "Use https://");
    ok(mend?.edit, `no mend among ${actions.map((one) => one.title)}`);
    ok(
      actions.some((one) => one.command?.command === "identityLens.openReference"),
      "no way to the reference",
    );
    await vscode.workspace.applyEdit(mend.edit);
    await problems(document, ["client-implicit-flow"]);
  });

  it("are silenced by the comment that the quick fix writes", async () => {
    const document = await openFile("template.yaml", template);
    const [implicit] = (await problems(document, ["client-callback-http", "client-implicit-flow"])).filter(
      (one) => idOf(one) === "client-implicit-flow",
    );
    ok(implicit, "no problem on the flow");
    const [ignore] = (await actionsOn(document, implicit.range)).filter((one) =>
      one.title.startsWith("Ignore"),
    );
    ok(ignore?.edit, "nothing to silence it with");
    await vscode.workspace.applyEdit(ignore.edit);
    includes(
      document.getText(),
      "      # identity-lens: ignore client-implicit-flow\n      AllowedOAuthFlows",
    );
    await problems(document, ["client-callback-http"]);
  });

  it("follow the text and the setting", async () => {
    const document = await openFile("template.yaml", template);
    await problems(document, ["client-callback-http", "client-implicit-flow"]);
    await edit(document, "[implicit]", "[code]");
    await problems(document, ["client-callback-http"]);
    await setting("off");
    await problems(document, []);
    await setting("warning");
    await problems(document, ["client-callback-http"]);
  });

  it("are none in a file that is no template", async () => {
    const text = template
      .replace(/^AWS.*\n/, "")
      .replace("Resources", "clients")
      .replace(/ {4}Type.*\n/, "");
    const document = await openFile("values.yaml", text);
    const other = await openFile("template.yaml", template);
    await problems(other, ["client-callback-http", "client-implicit-flow"]);
    equal(ours(document).length, 0);
  });

  it("are told of a text that isn't saved yet, and not of one that can't be changed", async () => {
    const scheme = "earlier-version";
    const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: () => template,
    });
    const earlier = await vscode.workspace.openTextDocument(
      vscode.Uri.from({ scheme, path: "/template.yaml" }),
    );
    const unsaved = await vscode.workspace.openTextDocument({ language: "yaml", content: template });
    await problems(unsaved, ["client-callback-http", "client-implicit-flow"]);
    equal(ours(earlier).length, 0);
    ok(await hoverOn(earlier, "AWS::Cognito::UserPoolClient"), "no hover on what can't be changed");
    provider.dispose();
  });
});
