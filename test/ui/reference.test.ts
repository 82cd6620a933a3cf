import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { accessibilityProblems } from "./support/accessibility.ts";
import type { Editor } from "./support/editor.ts";
import { openEditor, type Theme } from "./support/open.ts";
import { find, fits, heading, openReference, search, widen } from "./support/reference.ts";

const EXTERNAL_ID = "External ID and the confused deputy";

const sidebarOf = (editor: Editor) => editor.page.locator(".part.sidebar");

describe("the reference", () => {
  for (const theme of ["light", "dark", "high contrast", "high contrast light"] satisfies Theme[])
    it(`reads well from 250 to 900 pixels, with nothing for axe-core to find (${theme})`, async () => {
      const editor = await openEditor("template.yaml", { theme, width: 1500, height: 1000 });
      const page = await openReference(editor);
      const look = async (name: string) => {
        assert.deepEqual(await accessibilityProblems(page), [], name);
        for (const width of [900, 250, 400]) {
          await widen(editor, width);
          assert.ok(await fits(page), `${name} is wider than ${width} pixels`);
          await editor.screenshot(
            `reference-${name}-${width}-${theme.replaceAll(" ", "-")}`,
            sidebarOf(editor),
          );
        }
      };
      await look("start");
      await find(page, "user pool vs identity pool", "User pool or identity pool"); // a picture, a table, code
      await look("concept");
      await find(page, "AWS::Cognito::UserPool", "AWS::Cognito::UserPool");
      await look("type");
      await search(page, "userpool");
      await look("results");
      await search(page, "zzzz");
      await page.locator("#results [role=option][aria-disabled]").waitFor();
      await look("nothing");
      await editor.cursorAfter("MfaConfiguration: OPTIONAL");
      await page.locator("#head", { hasText: "MfaConfiguration" }).waitFor();
      await look("head");
      await editor.close();
    });

  it("is searched, read and left by keyboard only", async () => {
    const editor = await openEditor("template.yaml");
    await editor.command("AWS Identity: Search the Reference");
    const page = await editor.webviewFrame("#page h1");
    const { keyboard } = editor.page;
    await page.locator("#search:focus").waitFor();
    await keyboard.type("hosted ui");
    await page.locator("#results [role=option]", { hasText: "managed login" }).first().waitFor();
    await keyboard.press("ArrowDown");
    await keyboard.press("ArrowUp");
    assert.equal(await page.locator("#results [aria-selected=true]").getAttribute("id"), "result-0");
    await keyboard.press("Enter");
    await heading(page, "Domain and managed login");
    await page.locator("h1:focus").waitFor();
    await keyboard.press("Control+f");
    await page.locator("#find-text:focus").waitFor();
    await keyboard.type("custom domain");
    await page.locator("#find-count", { hasText: /^1 \/ \d+$/ }).waitFor();
    await page.locator("#find-text").fill("UserPoolDomain"); // a name, which is in pieces
    await page.locator("#find-count", { hasText: /^1 \/ \d+$/ }).waitFor();
    await page.locator("#find-text").fill("UserPoolDomains");
    await page.locator("#find-count", { hasText: "none" }).waitFor();
    await keyboard.press("Escape");
    await keyboard.press("Alt+ArrowLeft");
    await heading(page, "AWS identity");
    await keyboard.press("Alt+ArrowRight");
    await heading(page, "Domain and managed login");
    await editor.close();
  });

  it("opened from the palette has the keyboard, and nothing that it comes to is below the bar", async () => {
    const editor = await openEditor("template.yaml", { height: 600 });
    await openReference(editor, 300);
    await editor.cursorAfter("AssumeRolePolicyDocument:"); // behind the name: what the line begins with
    await editor.command("AWS Identity: Which One Do I Need?");
    const page = await editor.webviewFrame("#page h1:focus");
    await page.locator("#head", { hasText: "AssumeRolePolicyDocument" }).waitFor();
    for (let i = 0; i < 12; i++) {
      await editor.page.keyboard.press("Tab");
      const covered = await page.evaluate(() => {
        const bar = document.querySelector("#bar")?.getBoundingClientRect().bottom ?? 0;
        const at = document.activeElement;
        return at?.closest("#page") && at.getBoundingClientRect().bottom <= bar ? at.textContent : undefined;
      });
      assert.equal(covered, undefined);
    }
    await editor.close();
  });

  it("finds what is no name of anything in the text of a page, and opens it there", async () => {
    const editor = await openEditor("template.yaml");
    const page = await openReference(editor, 420);
    await search(page, "redirect_mismatch");
    await page.locator("#results .group", { hasText: "In the text" }).waitFor();
    await page.locator("#search").press("Enter");
    await heading(page, "App client");
    await page.waitForFunction(() => document.documentElement.scrollTop > 0);
    await editor.close();
  });

  it("opens from a hover at the page of what was pointed at", async () => {
    const editor = await openEditor("template.yaml");
    const hover = await editor.hoverWord("AWS::Cognito::UserPool");
    await hover.locator("a", { hasText: "Open reference" }).click();
    const page = await editor.webviewFrame("#page h1");
    await heading(page, "User pool");
    assert.match((await page.locator("#uses").textContent()) ?? "", /Customers/);
    await editor.close();
  });

  it("follows the cursor across five terms, without taking the focus, and is pinned", async () => {
    const editor = await openEditor("template.yaml");
    const page = await openReference(editor, 420);
    const head = page.locator("#head");
    for (const [line, title] of [
      ["MfaConfiguration: OPTIONAL", "MfaConfiguration: OPTIONAL"],
      ["Type: AWS::Cognito::IdentityPool", "Identity pool"],
      ["Action: sts:AssumeRoleWithWebIdentity", "AssumeRoleWithWebIdentity"],
      ["MaxSessionDuration: 3600", "MaxSessionDuration"],
      ["Type: AWS::DirectoryService::MicrosoftAD", "Active Directory"],
    ] as const) {
      await editor.cursorAfter(line);
      await head.filter({ hasText: title }).waitFor();
      assert.equal(await page.evaluate(() => document.hasFocus()), false);
    }
    await editor.cursorAfter("Description: Two subnets in different");
    await page.locator("#head[hidden]").waitFor({ state: "attached" });
    await editor.cursorAfter("Type: AWS::SSO::PermissionSet");
    await head.filter({ hasText: "Permission set" }).waitFor();
    await head.locator(".pin").click();
    await editor.cursorAfter("Type: AWS::SSO::Assignment");
    await head.locator(".pin[aria-pressed=true]").waitFor();
    assert.match((await head.textContent()) ?? "", /AWS::SSO::PermissionSet/);
    await head.locator(".pin").click();
    await head.filter({ hasText: "AWS::SSO::Assignment" }).waitFor();
    await editor.close();
  });

  it("inserts an excerpt under Resources, and copies one that doesn't fit the file", async () => {
    const editor = await openEditor("template.yaml");
    const page = await openReference(editor, 420);
    await editor.cursorAfter("MfaConfiguration: OPTIONAL");
    await find(page, "identity pool", "Identity pool");
    await page.locator('.excerpt[data-language="yaml"] button', { hasText: "Insert" }).first().click();
    const path = join(editor.folder, "template.yaml");
    await editor.page.locator(".tab.active.dirty").waitFor();
    await editor.page.keyboard.press("ControlOrMeta+S");
    await editor.page.locator(".tab.active:not(.dirty)").waitFor();
    const before = /MfaConfiguration: OPTIONAL\n {6}EnabledMfas/;
    assert.match(readFileSync(path, "utf8"), before); // the pool was not torn apart
    assert.match(readFileSync(path, "utf8"), /\n {2}\w+:\n {4}Type: AWS::Cognito::IdentityPool\n/);
    await page.locator('.excerpt[data-language="ts"] button', { hasText: "Insert" }).first().click();
    await editor.page.waitForFunction(async () =>
      (await navigator.clipboard.readText()).includes("new IdentityPool(this"),
    );
    await editor.close();
  });

  it("keeps page, place and search when it is hidden and when the window is loaded again", async () => {
    const editor = await openEditor("template.yaml");
    let page = await openReference(editor, 420);
    await find(page, "external id", EXTERNAL_ID);
    await page.locator("h2#what-goes-wrong").scrollIntoViewIfNeeded();
    await page.evaluate(() => window.scrollTo(0, 500));
    await page.waitForFunction(() => document.documentElement.scrollTop === 500);
    await find(page, "trust policy", "Trust policy");
    await page.locator("#back").click();
    await heading(page, EXTERNAL_ID);
    await page.waitForFunction(() => document.documentElement.scrollTop === 500);
    const header = sidebarOf(editor).locator(".pane-header", { hasText: "Reference" });
    await header.click(); // folds it
    await editor.page.waitForFunction(() => document.querySelector("iframe.webview") === null);
    await header.click();
    page = await editor.webviewFrame("#page h1");
    await heading(page, EXTERNAL_ID);
    await page.waitForFunction(() => document.documentElement.scrollTop === 500);
    await editor.command("Developer: Reload Window");
    await editor.page.waitForEvent("load");
    page = await editor.webviewFrame("#page h1");
    await heading(page, EXTERNAL_ID);
    await page.locator("#forward:not([disabled])").click();
    await heading(page, "Trust policy");
    assert.equal(await page.locator("#search").inputValue(), "trust policy");
    await editor.close();
  });

  it("forgets a file that was deleted", async () => {
    const editor = await openEditor("template.yaml");
    const page = await openReference(editor, 420);
    await page.locator("#uses", { hasText: "Customers" }).waitFor();
    rmSync(join(editor.folder, "template.yaml"));
    await page.locator("#uses a", { hasText: "BackOffice" }).click(); // still open: it is shown
    await editor.page.locator(".view-line", { hasText: "BackOffice" }).first().waitFor();
    await editor.command("View: Close All Editors");
    await page.locator("#uses:empty").waitFor({ state: "attached" });
    await editor.close();
  });

  it("shows names of a file as text, whatever is in them", async () => {
    const hostile = [
      "<img src=x onerror=alert(1)>",
      "](command:workbench.action.closeAllEditors)",
      "javascript:alert(1)",
      "$(alert)",
    ];
    const resources = hostile.map((name) => `  "${name}":\n    Type: AWS::IAM::User\n`);
    const text = `AWSTemplateFormatVersion: "2010-09-09"\nResources:\n${resources.join("")}`;
    const editor = await openEditor("hostile.yaml", { width: 1400, files: { "hostile.yaml": text } });
    const page = await openReference(editor, 420);
    await page.locator("#uses", { hasText: "javascript:" }).waitFor();
    const shown = (await page.locator("#uses").textContent()) ?? "";
    for (const name of hostile) assert.ok(shown.includes(name), name);
    await editor.cursorAfter('"<img src');
    await editor.page.keyboard.press("ArrowLeft");
    await editor.page.keyboard.press("ArrowLeft");
    await page.locator("#head", { hasText: "<img src=x" }).waitFor();
    assert.equal(await page.locator("#head img, #uses img, #page img").count(), 0);
    await editor.close();
  });

  it("lets in no script, style or picture that is not its own", async () => {
    const editor = await openEditor("template.yaml");
    const page = await openReference(editor, 420);
    const policy = await page.locator("meta[http-equiv]").getAttribute("content");
    assert.doesNotMatch(policy ?? "", /unsafe|data:|http:/);
    const hosts = (policy ?? "").match(/https:\S+[^;\s]/g) ?? [];
    assert.deepEqual(
      hosts.filter((host) => host !== "https://*.vscode-cdn.net"), // the editor's own, of its web version
      [],
    );
    await page.evaluate(() => {
      const stopped: string[] = [];
      Object.assign(globalThis, { stopped, hacked: [] });
      document.addEventListener("securitypolicyviolation", (e) => stopped.push(e.effectiveDirective));
      const box = document.createElement("div");
      box.innerHTML = `<img src="https://example.com/x.png" onerror="hacked.push('img')"><p style="color:red"></p>`;
      const script = document.createElement("script");
      script.textContent = "hacked.push('inline')";
      const remote = document.createElement("script");
      remote.src = "https://example.com/x.js";
      document.body.append(box, script, remote);
      void fetch("https://example.com/").catch(() => undefined);
    });
    for (const directive of ["img-src", "style-src-attr", "script-src-elem", "connect-src"])
      await page
        .waitForFunction((wanted) => Reflect.get(globalThis, "stopped").includes(wanted), directive)
        .catch(() => assert.fail(`${directive} was not stopped`));
    assert.deepEqual(await page.evaluate(() => Reflect.get(globalThis, "hacked")), []);
    await editor.close();
  });
});
