import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import type { Editor } from "./support/editor.ts";
import { openEditor } from "./support/open.ts";

/** Opens the tree alone. */
async function openTree(editor: Editor): Promise<Locator> {
  const sidebar = await editor.openSidebar();
  for (const [name, wanted] of [
    ["Reference", "false"],
    ["Snippets", "false"],
    ["In This File", "true"],
  ] as const) {
    const header = sidebar.locator(".pane-header", { hasText: name });
    if ((await header.getAttribute("aria-expanded")) !== wanted) await header.click();
  }
  return sidebar.locator(".pane", { hasText: "In This File" }).last();
}

const row = (tree: Locator, text: string): Locator =>
  tree.locator(".monaco-list-row", { hasText: text }).first();

describe("In This File", () => {
  it("lists the resources by service, jumps to one, and follows an edit with what was folded open", async () => {
    const editor = await openEditor("template.yaml", { height: 1000 });
    const tree = await openTree(editor);
    await row(tree, "GuestRole").waitFor();
    await row(tree, "DeployRole").locator(".monaco-tl-twistie").click();
    await row(tree, "Trust policy").waitFor();
    await editor.screenshot("in-this-file", editor.page.locator(".part.sidebar"));
    await row(tree, "WebClient").click();
    await editor.page.locator(".view-line", { hasText: "WebClient:" }).first().waitFor();
    await editor.page.keyboard.press("Escape");
    await editor.cursorAfter("MfaConfiguration: OPTIONAL");
    for (let i = 0; i < "OPTIONAL".length; i++) await editor.page.keyboard.press("Backspace");
    await editor.page.keyboard.type('"ON"');
    await tree
      .locator(".monaco-list-row", { hasText: /Customers.*MFA is required/i })
      .first()
      .waitFor();
    assert.ok(await row(tree, "Trust policy").isVisible());
    await editor.close();
  });

  it("says something helpful where there is nothing to list", async () => {
    const editor = await openEditor("kubernetes.yaml");
    const tree = await openTree(editor);
    await tree.locator(".welcome-view", { hasText: "Open a CloudFormation" }).waitFor();
    await editor.close();
  });

  it("goes to a resource from the keyboard, and shows a name as it is", async () => {
    const text =
      'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  "$(alert) <b>":\n    Type: AWS::IAM::User\n';
    const editor = await openEditor("odd.yaml", { files: { "odd.yaml": text } });
    const tree = await openTree(editor);
    await row(tree, "$(alert) <b>").waitFor();
    await editor.command("AWS Identity: Go to Identity Resource in File");
    await editor.page.locator(".quick-input-list .monaco-list-row", { hasText: "$(alert) <b>" }).waitFor();
    await editor.close();
  });
});
