import * as vscode from "vscode";
import { equal, ok } from "./support/assert.ts";
import { openFile, ourExtension } from "./support/documents.ts";

describe("activation", () => {
  it("comes with the first template that is opened, and does not fail", async () => {
    const document = await openFile(
      "template.yaml",
      "Resources:\n  Pool:\n    Type: AWS::Cognito::UserPool\n",
    );
    equal(document.languageId, "yaml");
    await ourExtension().activate();
    ok(ourExtension().isActive, "the extension is not active");
  });

  it("gives the commands that its manifest promises", async () => {
    const promised: { command: string }[] = ourExtension().packageJSON.contributes.commands;
    const there = new Set(await vscode.commands.getCommands(true));
    equal(
      promised.map(({ command }) => command).filter((command) => !there.has(command)),
      [],
      "commands without an implementation",
    );
  });
});
