import type { Frame } from "playwright-core";
import type { Editor } from "./editor.ts";

/** Opens the side bar with the reference alone in it, so many pixels wide, and gives the document of its page. */
export async function openReference(editor: Editor, width = 400): Promise<Frame> {
  const sidebar = await editor.openSidebar();
  for (const other of ["In This File", "Snippets"]) {
    const header = sidebar.locator(".pane-header", { hasText: other });
    if ((await header.getAttribute("aria-expanded")) === "true") await header.click();
  }
  await widen(editor, width);
  return editor.webviewFrame("#page h1");
}

/** Drags the border of the side bar until the side bar is so many pixels wide. */
export async function widen(editor: Editor, width: number): Promise<void> {
  const { mouse } = editor.page;
  const sidebar = editor.page.locator(".part.sidebar");
  const box = await sidebar.boundingBox();
  if (!box) throw new Error("the side bar is closed");
  await mouse.move(box.x + box.width, 300);
  await mouse.down();
  await mouse.move(box.x + width, 300, { steps: 5 });
  await mouse.up();
}

/** Types into the search box, and waits for the results of all of it. */
export async function search(page: Frame, query: string): Promise<void> {
  const box = page.locator("#search");
  await box.focus();
  await box.fill(query);
  await page.locator("#results:not([hidden])").waitFor();
}

/** Waits for the page of a title. */
export async function heading(page: Frame, title: string): Promise<void> {
  await page.locator("h1", { hasText: new RegExp(`^${title}$`) }).waitFor();
}

/** Finds something, opens the best of it with Enter, and waits for its page. */
export async function find(page: Frame, query: string, title: string): Promise<void> {
  await search(page, query);
  await page.locator("#search").press("Enter");
  await heading(page, title);
}

/** Does everything fit into the width? What is wider by nature scrolls within itself. */
export const fits = (page: Frame): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
