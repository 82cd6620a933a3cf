import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchBrowser, watchExceptions } from "../../../scripts/host/page.mjs";
import { pageAddress, type Server, startServer } from "../../../scripts/host/server.mjs";
import { stageExtension, stageWorkspace } from "../../../scripts/host/stage.mjs";
import { Editor } from "./editor.ts";

export type Theme = "light" | "dark" | "high contrast" | "high contrast light";

const themes: Record<Theme, string> = {
  light: "Default Light Modern",
  dark: "Default Dark Modern",
  "high contrast": "Default High Contrast",
  "high contrast light": "Default High Contrast Light",
};

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
