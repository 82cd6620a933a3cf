import * as vscode from "vscode";
import { equal, ok } from "./support/assert.ts";
import { hoverOn, openFile } from "./support/documents.ts";
import { problems } from "./support/problems.ts";
import { yamlTemplate } from "./support/samples.ts";

const set = (name: string, value: unknown) =>
  vscode.workspace.getConfiguration("identityLens").update(name, value, vscode.ConfigurationTarget.Workspace);

const pool = "AWS::Cognito::UserPool";

const hovered = async () => hoverOn(await openFile("template.yaml", yamlTemplate), pool);

describe("settings", () => {
  afterEach(async () => {
    for (const name of ["services", "hoverDetail", "propertyDocumentation"]) await set(name, undefined);
  });

  it("switch a service off, in hovers and problems", async () => {
    const failing = `${yamlTemplate}  Client:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      CallbackURLs: [http://a.example.com]\n`;
    const document = await openFile("template.yaml", failing);
    const all = ["client-callback-http", "cognito-audience-missing"];
    await problems(document, all);
    await set("services", ["iam"]);
    equal(await hovered(), undefined);
    await problems(document, []);
    await set("services", ["cognito"]);
    ok(await hovered(), "silent on a service that is on");
    await problems(document, all);
  });

  for (const [when, speaks] of [
    ["auto", true], // no other extension is here that would
    ["always", true],
    ["never", false],
    [5, true],
  ] as const)
    it(`tell what CloudFormation's own documentation says of a property: ${when}`, async () => {
      await set("propertyDocumentation", when);
      const text = yamlTemplate.replace("Name: Developers", "Name: Developers\n      RelayStateType: home");
      const document = await openFile("template.yaml", text);
      equal((await hoverOn(document, "RelayStateType")) !== undefined, speaks);
      ok(await hoverOn(document, "AWS::SSO::PermissionSet"), "silent on what is ours to tell");
    });

  for (const wrong of [5, "iam", { iam: true }, null])
    it(`do no harm where they are wrong: ${JSON.stringify(wrong)}`, async () => {
      await set("services", wrong);
      await set("hoverDetail", wrong);
      ok(await hovered(), "silent");
    });
});
