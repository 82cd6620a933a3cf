import readConcepts from "identity-lens:concepts";
import readNames from "identity-lens:names";
import { commands, type ExtensionContext, Uri, window, workspace } from "vscode";
import { detect } from "./core/detect.ts";
import { createExplainer } from "./core/explainer.ts";
import { registerDiagnostics } from "./editor/diagnostics.ts";
import { registerHover } from "./editor/hover.ts";
import { registerInThisFile } from "./editor/inThisFile/inThisFile.ts";
import { registerReference } from "./editor/reference/view.ts";
import { createLibrary } from "./editor/snippets/library.ts";
import { registerSnippets } from "./editor/snippets/snippets.ts";
import { constructNames, constructsByType, parseCdkNames } from "./knowledge/cdk-names.ts";
import { createConcepts } from "./knowledge/concepts.ts";
import { createKnowledge } from "./knowledge/knowledge.ts";

/** Wiring only: builds the parts and registers the surfaces. Nothing is awaited and nothing is read here. */
export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel("Identity Lens for AWS", { log: true });
  const readPart = async (part: string): Promise<string> => {
    const uri = Uri.joinPath(context.extensionUri, "dist", "knowledge", `${part}.json`);
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  };
  const readCdkNames = async () => parseCdkNames(await readPart("cdk-names"));
  const knowledge = createKnowledge({
    names: readNames(),
    concepts: createConcepts(readConcepts),
    read: readPart,
    log: (message) => log.warn(message),
  });
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  const explainer = createExplainer(knowledge, readCdkNames, pause);
  const library = createLibrary(context);
  context.subscriptions.push(
    log,
    commands.registerCommand("identityLens.showLog", () => log.show()),
    registerHover(explainer),
    registerDiagnostics(explainer),
    registerReference(context, knowledge, explainer, {
      types: readNames().types,
      words: () => readConcepts().words,
      terms: () => readConcepts().terms,
      constructs: async () => constructNames(await readCdkNames()),
      constructsByType: async () => constructsByType(await readCdkNames()),
      snippets: async () => (await library.index()).setups,
    }),
    registerInThisFile(explainer),
    registerSnippets({ library, detect }),
    workspace.onDidCloseTextDocument(({ uri }) => explainer.forget(uri.toString())),
  );
}
