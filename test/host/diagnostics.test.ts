import * as vscode from "vscode";
import { equal, includes, ok } from "./support/assert.ts";
import { edit, openFile } from "./support/documents.ts";

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

const ours = (document: vscode.TextDocument) =>
  vscode.languages.getDiagnostics(document.uri).filter((one) => one.source === "Identity Lens");

const idOf = ({ code }: vscode.Diagnostic) => (typeof code === "object" ? String(code.value) : "");

/** Waits until the ids of our problems in a document are these, in any order. */
function problems(document: vscode.TextDocument, ids: readonly string[]): Promise<vscode.Diagnostic[]> {
  const wanted = [...ids].sort().join();
  return new Promise((resolve, reject) => {
    let listener: vscode.Disposable | undefined;
    const timer = setTimeout(() => {
      listener?.dispose();
      reject(new Error(`wanted ${wanted}, found ${ours(document).map(idOf).sort().join()}`));
    }, 10_000);
    const look = () => {
      const found = ours(document);
      if (found.map(idOf).sort().join() !== wanted) return;
      clearTimeout(timer);
      listener?.dispose();
      resolve(found);
    };
    listener = vscode.languages.onDidChangeDiagnostics(look);
    look();
  });
}

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
});
