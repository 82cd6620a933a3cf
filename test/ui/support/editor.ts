import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, Frame, Locator, Page } from "playwright-core";
import { launchBrowser, watchExceptions } from "../../../scripts/host/page.mjs";
import { root } from "../../../scripts/host/paths.mjs";
import { pageAddress, type Server, startServer } from "../../../scripts/host/server.mjs";
import { stageExtension, stageWorkspace } from "../../../scripts/host/stage.mjs";

export type Theme = "light" | "dark" | "high contrast" | "high contrast light";

const themes: Record<Theme, string> = {
  light: "Default Light Modern",
  dark: "Default Dark Modern",
  "high contrast": "Default High Contrast",
  "high contrast light": "Default High Contrast Light",
};

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

  /** Of the text; what VS Code says of its own buttons is another. */
  private hover(): Locator {
    return this.page.locator(".editor-instance .monaco-hover:not(.hidden) .monaco-hover-content").first();
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

const axeSource = () => readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds wrong in a webview, each as `rule: help (elements)`; none is good. */
export async function accessibilityProblems(frame: Frame): Promise<string[]> {
  await frame.evaluate(axeSource()); // a script tag would be stopped by the content security policy
  return frame.evaluate(async () => {
    interface Axe {
      run(): Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }>;
    }
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run();
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((n) => n.html).join(" ; ")})`,
    );
  });
}

/** A running VS Code, and the extension that its pages load from a folder, if any. */
export interface Host {
  readonly server: Server;
  readonly browser: Browser;
  readonly extension?: { path: string; remove(): void };
}
let shared: Promise<Host> | undefined;

/** One server and one browser serve all files of a run; each `openEditor` has a page and a workspace of its own. */
function sharedHost(): Promise<Host> {
  shared ??= (async () => ({
    server: await startServer(),
    browser: await launchBrowser(),
    extension: stageExtension("node"),
  }))();
  return shared;
}

/** Ends the server and the browser; called once after all tests. */
export async function closeHost(): Promise<void> {
  if (!shared) return;
  const { server, browser, extension } = await shared;
  await browser.close();
  await server.stop();
  extension?.remove();
}

export interface EditorOptions {
  /** Another VS Code than the shared one, which has the extension from its folder. */
  readonly host?: Host;
  readonly theme?: Theme;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Files that stand in the workspace beside the sample's, or instead of them, by their path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly width?: number;
  readonly height?: number;
}

/**
 * Opens a file of test/workspace in a real VS Code page with the extension.
 * @param file its path within the workspace: `template.yaml`
 */
export async function openEditor(file: string, options: EditorOptions = {}): Promise<Editor> {
  const { server, browser, extension } = await (options.host ?? sharedHost());
  const workspace = stageWorkspace({
    "workbench.colorTheme": themes[options.theme ?? "dark"],
    "editor.minimap.enabled": false,
    "editor.stickyScroll.enabled": false,
    ...options.settings,
  });
  for (const [path, text] of Object.entries(options.files ?? {}))
    writeFileSync(join(workspace.path, path), text);
  const page = await browser.newPage({
    permissions: ["clipboard-read", "clipboard-write"],
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
  });
  page.setDefaultTimeout(20_000);
  const errors = watchExceptions(page);
  const editor = new Editor(page, workspace.path, errors, async () => {
    await page.close();
    workspace.remove();
  });
  await page.goto(
    pageAddress(server, {
      folder: workspace.path,
      ...(extension && { extension: extension.path }),
      file: join(workspace.path, file),
    }),
  );
  await page.locator(".editor-instance .view-line").first().waitFor();
  return editor;
}
