import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Locator, Page } from "playwright-core";
import { root } from "../../../scripts/host/paths.mjs";

const screenshots = join(root, "test", "screenshots");

/** VS Code's page with the extension, as a person has it. Every method waits for what it is about to touch. */
export class Editor {
  constructor(
    readonly page: Page,
    /** The workspace folder on disk: a copy of test/workspace that is gone after `close`. */
    readonly folder: string,
    /** Exceptions of the extension so far; `close` throws when there are any. */
    readonly errors: readonly string[],
    private readonly cleanUp: () => Promise<void>,
  ) {}

  /** Opens another file of the workspace by its path within it. */
  async open(file: string): Promise<void> {
    await (await this.quickInput("ControlOrMeta+P")).fill(file);
    await this.page.locator(".quick-input-list .monaco-list-row").first().waitFor();
    await this.page.keyboard.press("Enter");
    await this.tab(file).waitFor();
    await this.lines().first().waitFor();
  }

  /** Runs a command by its title in the palette; a busy page may lose what is typed first, so it is typed again. */
  async command(title: string): Promise<void> {
    const row = this.page
      .locator(".quick-input-list .monaco-list-row", { hasText: title.split(": ").at(-1) ?? title })
      .first();
    for (let attempt = 0; attempt < 4; attempt++) {
      await (await this.quickInput("F1")).fill(`>${title}`);
      if (await appears(row, 5_000)) return row.click();
      await this.page.keyboard.press("Escape");
    }
    throw new Error(`the palette has no ${title}`);
  }

  /** Moves the mouse onto a word that can be seen, and gives the hover that opens, with its text in it. */
  async hoverWord(text: string): Promise<Locator> {
    const hover = this.hover();
    await this.scrollTo(text);
    // the first hover after start is often lost, so the mouse leaves and comes again
    for (let attempt = 0; attempt < 6; attempt++) {
      const place = await this.placeOf(text);
      await this.page.mouse.move(place.x, place.y + place.height * 3);
      await this.page.mouse.move(place.x, place.y, { steps: 4 });
      if (await appears(hover, 2_500)) return hover;
    }
    throw new Error(`no hover appeared on ${text}`);
  }

  /** Hovers a word of which nothing is to be said; gives what was said all the same, or undefined. */
  async silentOn(text: string): Promise<string | undefined> {
    const hover = this.hover();
    await this.scrollTo(text);
    const place = await this.placeOf(text);
    await this.page.mouse.move(place.x, place.y, { steps: 4 });
    return (await appears(hover, 2_500)) ? ((await hover.textContent()) ?? "") : undefined;
  }

  /** Opens the sidebar of the extension from the activity bar, and waits for its views. */
  async openSidebar(): Promise<Locator> {
    const sidebar = this.page.locator(".part.sidebar");
    const icon = this.page.locator('.activitybar .action-item a[aria-label^="AWS Identity"]');
    await icon.waitFor();
    if (!(await sidebar.locator(".composite.title", { hasText: "AWS Identity" }).isVisible()))
      await icon.click();
    await sidebar.locator(".composite.title", { hasText: /aws identity/i }).waitFor();
    return sidebar;
  }

  /** The document inside the webview that has an element of this kind, once it is there. */
  async webviewFrame(selector = "body main", timeout = 15_000): Promise<Frame> {
    const until = Date.now() + timeout;
    while (Date.now() < until) {
      for (const frame of this.page.frames()) {
        if (frame.url().includes("fake.html") && (await has(frame, selector))) return frame;
      }
      await this.page.waitForFunction(() => new Promise((next) => requestAnimationFrame(() => next(true))));
    }
    throw new Error(`no webview showed ${selector} within ${timeout} ms`);
  }

  /** Puts the cursor at the end of the line that holds `text`, as a click there does. */
  async cursorAfter(text: string): Promise<void> {
    await this.scrollTo(text);
    const line = this.lines()
      .filter({ hasText: visible(text) })
      .first();
    await line.click();
    await this.page.keyboard.press("End");
  }

  /** Types, waits for the suggest widget to show an entry, and gives that entry's row. */
  async suggest(typed: string, entry: string): Promise<Locator> {
    await this.page.keyboard.type(typed);
    const row = this.page.locator(".suggest-widget.visible .monaco-list-row", { hasText: entry }).first();
    if (!(await appears(row, 4_000))) await this.page.keyboard.press("Control+Space");
    await row.waitFor({ timeout: 8_000 });
    return row;
  }

  /** Types, chooses an entry of the suggest widget, and waits until it stands in the file. */
  async insertSuggestion(typed: string, entry: string, inserted: string): Promise<void> {
    await (await this.suggest(typed, entry)).click();
    if (await this.page.locator(".suggest-widget.visible").isVisible())
      await this.page.keyboard.press("Enter");
    await this.lines()
      .filter({ hasText: visible(inserted) })
      .first()
      .waitFor();
  }

  /** What can be seen of the open file. */
  async visibleText(): Promise<string> {
    const lines = await this.lines().evaluateAll((elements) =>
      elements
        .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? "" }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
    return lines.join("\n").replaceAll("\u00a0", " ");
  }

  /** Saves the whole page, or one element of it, as test/screenshots/<name>.png. */
  async screenshot(name: string, element?: Locator): Promise<string> {
    mkdirSync(screenshots, { recursive: true });
    const path = join(screenshots, `${name}.png`);
    await (element ?? this.page).screenshot({ path, animations: "disabled" });
    return path;
  }

  /** Ends this page. Fails when the extension threw while it was open. */
  async close(): Promise<void> {
    const errors = [...this.errors];
    await this.cleanUp();
    if (errors.length > 0) throw new Error(`the extension threw:\n${errors.join("\n")}`);
  }

  /** A webview that is just being loaded swallows keys, so they are pressed until the box is there. */
  private async quickInput(keys: string): Promise<Locator> {
    const input = this.page.locator(".quick-input-widget input[type=text]");
    for (let attempt = 0; attempt < 8; attempt++) {
      await this.page.keyboard.press(keys);
      if (await appears(input, 2_000)) return input;
    }
    throw new Error(`${keys} opened nothing to type into`);
  }

  private tab(file: string): Locator {
    return this.page.locator(".tabs-container .tab", { hasText: file.split("/").at(-1) ?? file }).first();
  }

  /** Of the text, once it is there; what VS Code says of its own buttons is another. */
  private hover(): Locator {
    return this.page
      .locator(".editor-instance .monaco-hover:not(.hidden) .monaco-hover-content")
      .filter({ hasNotText: /^Loading\.\.\.$/ })
      .first();
  }

  private lines(): Locator {
    return this.page.locator(".editor-instance .view-line");
  }

  /** VS Code draws only the lines in sight, so a word further down is searched for as a person would. */
  private async scrollTo(text: string): Promise<void> {
    if (
      await this.lines()
        .filter({ hasText: visible(text) })
        .first()
        .isVisible()
    )
      return;
    // not by a click: a hover or the sticky lines may lie over the text
    await this.page
      .locator(".editor-instance .native-edit-context, .editor-instance textarea.inputarea")
      .first()
      .focus();
    await this.page.keyboard.press("Escape");
    await this.page.keyboard.press("ControlOrMeta+F");
    await this.page.locator(".find-widget textarea.input").first().fill(text);
    await this.page.keyboard.press("Enter");
    await this.lines()
      .filter({ hasText: visible(text) })
      .first()
      .waitFor();
    await this.page.keyboard.press("Escape");
  }

  /** The middle of a text in the editor, in pixels of the page. */
  private async placeOf(text: string): Promise<{ x: number; y: number; height: number }> {
    const line = this.lines()
      .filter({ hasText: visible(text) })
      .first();
    await line.waitFor();
    return line.evaluate((element, wanted) => {
      const whole = (element.textContent ?? "").replaceAll("\u00a0", " ");
      const middle = whole.indexOf(wanted) + Math.floor(wanted.length / 2);
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      let before = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (before + length > middle) {
          const range = document.createRange();
          range.setStart(node, middle - before);
          range.setEnd(node, middle - before + 1);
          const box = range.getBoundingClientRect();
          return { x: box.x + box.width / 2, y: box.y + box.height / 2, height: box.height };
        }
        before += length;
      }
      throw new Error(`${wanted} is not on its line`);
    }, text);
  }
}

/** VS Code draws spaces as no-break spaces; either is the same text. */
function visible(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "[ \\u00a0]"));
}

async function appears(locator: Locator, timeout: number): Promise<boolean> {
  return locator.waitFor({ state: "visible", timeout }).then(
    () => true,
    () => false,
  );
}

async function has(frame: Frame, selector: string): Promise<boolean> {
  return frame
    .locator(selector)
    .first()
    .isVisible()
    .catch(() => false); // the frame went away meanwhile
}
