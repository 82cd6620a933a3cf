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

/** Moves the mouse onto a line, and gives what is said of it; the first hover after start is often lost. */
async function tooltip({ page }: Editor, line: Locator): Promise<string> {
  const shown = page.locator(".monaco-hover:visible", { hasText: "Open reference" });
  for (let attempt = 0; attempt < 6; attempt++) {
    await page.locator(".editor-instance .view-lines").first().hover();
    await shown.waitFor({ state: "hidden" });
    await line.locator(".label-name").hover();
    const isThere = await shown.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    );
    if (isThere) return (await shown.textContent()) ?? "";
  }
  throw new Error("nothing was said of the line");
}

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

  it("says of a resource what holds now, though its line looks the same", async () => {
    const text = `Resources:
  Client:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !ImportValue pool
      CallbackURLs:
        - http://app.example.com
`;
    const editor = await openEditor("client.yaml", { files: { "client.yaml": text } });
    const tree = await openTree(editor);
    assert.match(await tooltip(editor, row(tree, "Client")), /http:\/\/app.example.com is not HTTPS/);
    await editor.cursorAfter("- http://app.example.com");
    for (let i = 0; i < "://app.example.com".length; i++) await editor.page.keyboard.press("ArrowLeft");
    await editor.page.keyboard.type("s");
    await editor.page.locator(".squiggly-error").waitFor({ state: "detached" });
    assert.match(await tooltip(editor, row(tree, "Client")), /An app of (?!.*HTTPS)/);
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
