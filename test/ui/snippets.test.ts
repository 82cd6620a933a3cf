import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openEditor, type Theme } from "./support/open.ts";

describe("snippets, as a person inserts them", () => {
  for (const theme of ["dark", "light"] satisfies Theme[])
    it(`are suggested under Resources with a preview (${theme})`, async () => {
      const editor = await openEditor("template.yaml", { theme });
      await editor.cursorAfter("Resources:");
      await editor.page.keyboard.press("Enter");
      const row = await editor.suggest("identity", "Identity pool with its authenticated role");
      const details = editor.page.locator(".suggest-details-container .suggest-details");
      if (!(await details.isVisible())) await editor.page.keyboard.press("Control+Space");
      await details.filter({ hasText: "AWS::Cognito::" }).waitFor();
      await details.getByText("Open reference").waitFor();
      await editor.screenshot(`snippet-suggest-${theme}`);
      await row.click();
      if (await editor.page.locator(".suggest-widget.visible").isVisible())
        await editor.page.keyboard.press("Enter");
      await editor.page.locator(".view-line", { hasText: "AppIdentityPool:" }).first().waitFor();
      assert.match(
        await editor.visibleText(),
        /\n {2}AppIdentityPool:\n {4}Type: AWS::Cognito::IdentityPool\n/,
      );
      await editor.screenshot(`snippet-inserted-${theme}`);
      await editor.close();
    });

  for (const [file, after, made] of [
    ["template.json", '"Resources": {', '"DeveloperBoundary": {'],
    ["cdk/identity-stack.ts", "super(scope, id, props);", "new iam.ManagedPolicy(this, 'DeveloperBoundary'"],
    ["cdk/identity-stack.js", "super(scope, id, props);", "new iam.ManagedPolicy(this, 'DeveloperBoundary'"],
    ["cdk/identity_stack.py", "super().__init__(", 'iam.ManagedPolicy(self, "DeveloperBoundary"'],
    [
      "cdk/IdentityStack.java",
      "super(scope, id);",
      'ManagedPolicy.Builder.create(this, "DeveloperBoundary")',
    ],
    [
      "cdk/identity_stack.go",
      "stack := awscdk.NewStack",
      'awsiam.NewManagedPolicy(stack, jsii.String("DeveloperBoundary")',
    ],
  ] as const)
    it(`are suggested and inserted: ${file}`, async () => {
      const editor = await openEditor(file);
      await editor.cursorAfter(after);
      await editor.page.keyboard.press("Enter");
      await editor.insertSuggestion(
        file.endsWith("json") ? '"permissions' : "permissions",
        "Permissions boundary",
        made,
      );
      await editor.close();
    });

  it("are inserted in C#, whose braces stand on lines of their own", async () => {
    const editor = await openEditor("cdk/IdentityStack.cs");
    await editor.cursorAfter("base(scope, id, props)");
    await editor.page.keyboard.press("ArrowDown");
    await editor.page.keyboard.press("End");
    await editor.page.keyboard.press("Enter");
    await editor.insertSuggestion(
      "permissions",
      "Permissions boundary",
      'new ManagedPolicy(this, "DeveloperBoundary"',
    );
    await editor.close();
  });

  it("are chosen from the palette, and one undo takes them back", async () => {
    const editor = await openEditor("sam.yaml");
    const file = join(editor.folder, "sam.yaml");
    const before = readFileSync(file, "utf8");
    await editor.command("AWS Identity: Insert Snippet...");
    const input = editor.page.locator(".quick-input-widget input[type=text]");
    await input.fill("roles anywhere");
    await editor.page
      .locator(".quick-input-list .monaco-list-row", { hasText: "IAM Roles Anywhere" })
      .first()
      .waitFor();
    await editor.screenshot("snippet-palette");
    await editor.page.keyboard.press("Enter");
    const made = editor.page.locator(".view-line", { hasText: "OnPremisesTrustAnchor:" }).first();
    await made.waitFor();
    await editor.page.keyboard.press("Escape");
    await editor.page.keyboard.press("ControlOrMeta+Z");
    await made.waitFor({ state: "detached" });
    await editor.page.keyboard.press("ControlOrMeta+S");
    await editor.page.locator(".tab.dirty").waitFor({ state: "detached" });
    assert.equal(readFileSync(file, "utf8"), before);
    await editor.close();
  });

  it("are inserted from the sidebar, which says what can't be made", async () => {
    const editor = await openEditor("cdk/identity-stack.ts", { height: 1000 });
    const sidebar = await editor.openSidebar();
    const header = sidebar.locator(".pane-header", { hasText: "Snippets" });
    if ((await header.getAttribute("aria-expanded")) === "false") await header.click();
    const view = sidebar.locator(".pane", {
      has: editor.page.locator(".pane-header", { hasText: "Snippets" }),
    });
    const row = (title: string) => view.locator(".monaco-list-row", { hasText: title }).first();
    await row("Roles").click();
    await row("Role for an AWS service").hover();
    await editor.screenshot("snippet-tree");
    await row("Role for an AWS service").locator('.action-label[aria-label^="Insert Snippet"]').click();
    await editor.page.locator(".view-line", { hasText: "'ServiceRole'" }).first().waitFor();
    await editor.screenshot("snippet-from-tree");
    await editor.close();
  });
});
