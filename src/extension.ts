import { commands, type ExtensionContext, window, workspace } from "vscode";
import { detect } from "./core/detect.ts";
import { once } from "./core/once.ts";
import { createBundle } from "./editor/bundle.ts";
import { registerDiagnostics } from "./editor/diagnostics.ts";
import { explainerOnDemand } from "./editor/explainer.ts";
import { registerHover } from "./editor/hover.ts";
import { registerInThisFile } from "./editor/inThisFile/inThisFile.ts";
import { pauseEvery } from "./editor/pause.ts";
import { registerReference } from "./editor/reference/view.ts";
import { createLibrary } from "./editor/snippets/library.ts";
import { registerSnippets } from "./editor/snippets/snippets.ts";
import type { Lens } from "./lens.ts";

/** How long a whole file is gone through at a time, in milliseconds. */
const SLICE = 8;

/** Wiring only: registers the surfaces. Nothing is awaited, and what they show is loaded when it is first asked for. */
export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel("Identity Lens for AWS", { log: true });
  const bundle = createBundle(context.extensionUri);
  const library = createLibrary(context);
  const lens = once(async (): Promise<Lens> => {
    const { createLens } = (await bundle.code("lens")) as typeof import("./lens.ts");
    return createLens({
      readPart: (part) => bundle.json(`knowledge/${part}`),
      readText: bundle.text,
      snippets: async () => (await library.index()).setups,
      log: (message) => log.warn(message),
      pause: pauseEvery(SLICE),
    });
  });
  const explainer = explainerOnDemand(async () => (await lens()).explainer);
  context.subscriptions.push(
    log,
    commands.registerCommand("identityLens.showLog", () => log.show()),
    registerHover(explainer),
    registerDiagnostics(explainer),
    registerReference(context, explainer, async () => (await lens()).reference),
    registerInThisFile(explainer),
    registerSnippets({ library, detect }),
    workspace.onDidCloseTextDocument(({ uri }) => explainer.forget(uri.toString())),
  );
}
