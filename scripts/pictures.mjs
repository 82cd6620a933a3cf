// npm run pictures: the pictures of the walkthrough and the README, taken from the extension at work (media/walkthrough, media/readme).
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { closeHost, openEditor } from "../test/ui/support/open.ts";
import { openReference } from "../test/ui/support/reference.ts";
import { root } from "./host/paths.mjs";
import { withPalette } from "./png.mjs";

/** What is packed with the extension, and what only the README on the web shows beside. */
const folder = join(root, "media", "walkthrough");
const unpacked = join(root, "media", "readme");
/** Bytes; they are packed with the extension. */
const LARGEST = 16_000;
/** What lies over the text is left out. */
const settings = {
  "editor.stickyScroll.enabled": false,
  "breadcrumbs.enabled": false,
  "editor.fontFamily": "'DejaVu Sans Mono', monospace",
};

/**
 * @param {string} name
 * @param {import("../test/ui/support/editor.ts").Editor} editor
 * @param {{ x: number, y: number, width: number, height: number }} clip
 */
async function picture(name, editor, clip, into = folder) {
  const png = withPalette(await editor.page.screenshot({ clip, animations: "disabled" }));
  writeFileSync(join(into, `${name}.png`), png);
  console.log(`${name}.png: ${png.length} bytes`);
  await editor.close();
  if (png.length > LARGEST) throw new Error(`${name}.png has more than ${LARGEST} bytes`);
}

/** @param {"light" | "dark"} theme */
async function hover(theme) {
  const editor = await openEditor("template.yaml", { theme, width: 1000, height: 700, settings });
  await editor.page.keyboard.press("ControlOrMeta+B");
  await editor.cursorAfter("PartnerRole:");
  const widget = await editor.hoverWord("PartnerRole");
  const shown = [widget, editor.page.locator(".view-line", { hasText: "PartnerRole:" }).first()];
  const boxes = (await Promise.all(shown.map((one) => one.boundingBox()))).filter((box) => box !== null);
  const y = Math.min(...boxes.map((box) => box.y)) - 14;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) + 12 - y;
  const [name, into] = theme === "light" ? ["hover", folder] : ["hover-dark", unpacked];
  await picture(name, editor, { x: 60, y, width: 835, height }, into);
}

async function reference() {
  const editor = await openEditor("template.yaml", { theme: "light", width: 1000, height: 620, settings });
  await openReference(editor, 440);
  await editor.cursorAfter("AutoVerifiedAttributes: [email]");
  await editor.page.keyboard.press("ArrowUp");
  await editor.page.keyboard.press("Home");
  const page = await editor.webviewFrame("#head:not([hidden])");
  await page.locator("#head", { hasText: "UsernameAttributes" }).waitFor();
  await picture("reference", editor, { x: 0, y: 36, width: 560, height: 380 });
}

async function inThisFile() {
  const editor = await openEditor("template.yaml", { theme: "light", width: 1000, height: 620, settings });
  const sidebar = await editor.openSidebar();
  for (const other of ["Reference", "Snippets"]) {
    const header = sidebar.locator(".pane-header", { hasText: other });
    if ((await header.getAttribute("aria-expanded")) === "true") await header.click();
  }
  await sidebar.locator(".monaco-list-row", { hasText: "DeployRole" }).click();
  await editor.page.locator(".view-line", { hasText: "DeployRole:" }).first().waitFor();
  await picture("in-this-file", editor, { x: 0, y: 36, width: 500, height: 350 });
}

async function snippets() {
  const editor = await openEditor("new.yaml", {
    settings,
    theme: "light",
    width: 1000,
    height: 620,
    files: { "new.yaml": 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  \n' },
  });
  await editor.page.keyboard.press("ControlOrMeta+B");
  await editor.cursorAfter("Resources:");
  await editor.page.keyboard.press("ArrowDown");
  await editor.page.keyboard.press("End");
  await editor.suggest("role", "Cross-account role with external ID");
  await picture("snippets", editor, { x: 50, y: 36, width: 570, height: 320 });
}

for (const made of [folder, unpacked]) mkdirSync(made, { recursive: true });
try {
  for (const take of [() => hover("light"), () => hover("dark"), reference, inThisFile, snippets])
    await take().catch((error) => {
      console.error(error);
      process.exitCode = 1; // the others are taken all the same
    });
} finally {
  await closeHost();
}
