import {
  commands,
  Disposable,
  type ExtensionContext,
  env,
  SnippetString,
  type TextDocument,
  Uri,
  type Webview,
  type WebviewView,
  window,
  workspace,
} from "vscode";
import type { Explainer } from "../../core/explainer.ts";
import type { Knowledge } from "../../core/types.ts";
import { watchActiveFile } from "../activeFile.ts";
import { editorRange, textDoc } from "../document.ts";
import { examTips } from "../settings.ts";
import { followCursor, headOf } from "./follow.ts";
import { type PageSources, pageAt } from "./pages.ts";
import type { Address, FileUse, FromPage, ToPage } from "./protocol.ts";
import { createReferenceSearch, type SearchNames } from "./search.ts";
import { shell } from "./shell.ts";

const VIEW = "identityLens.reference";

export interface ReferenceView extends Disposable {
  /** Shows a page, opening the view when it is closed. */
  open(address: Address): Promise<void>;
  post(message: ToPage): void;
}

/** The reference in the side bar: a page of ours in a webview, and the commands that lead to it. */
export function registerReference(
  context: ExtensionContext,
  knowledge: Knowledge,
  explainer: Explainer,
  names: SearchNames,
): ReferenceView {
  const search = createReferenceSearch(knowledge, names);
  const sources: PageSources = {
    knowledge,
    readText: (path) => readText(Uri.joinPath(context.extensionUri, path)),
    examTips,
  };
  let view: WebviewView | undefined;
  /** What was asked for before the page was there to show it. */
  let waiting: Address | undefined;
  let uses: readonly FileUse[] = [];

  const post = (message: ToPage): void => void view?.webview.postMessage(message);

  const handlers: { readonly [K in FromPage["type"]]: (message: Extract<FromPage, { type: K }>) => unknown } =
    {
      ready() {
        if (waiting) post({ type: "navigate", address: waiting });
        waiting = undefined;
      },
      async open({ address }) {
        if (address.kind === "snippet")
          return commands.executeCommand("identityLens.insertSnippet", address.name);
        const page = await pageAt(address, sources);
        post(page ? { type: "page", address, view: page } : { type: "missing", address });
      },
      search: async ({ query }) => post({ type: "results", query, groups: await search.find(query) }),
      copy: ({ text }) => env.clipboard.writeText(text),
      insert: ({ text }) => insert(text),
      reveal: ({ use }) => reveal(use),
      pin: () => undefined,
    };

  async function open(address: Address): Promise<void> {
    if (view?.visible) return post({ type: "navigate", address });
    waiting = address;
    await commands.executeCommand(`${VIEW}.focus`, { preserveFocus: true });
    if (view && waiting) ready();
  }

  /** A view that was only hidden has its page still or loads it again; either way it says ready, or is. */
  function ready(): void {
    if (!view?.visible || !waiting) return;
    post({ type: "navigate", address: waiting });
  }

  const registration = Disposable.from(
    followCursor(explainer, (head) => post({ type: "head", head })),
    watchActiveFile(async (document) => {
      uses = document ? await usesOf(document, explainer) : [];
      post({ type: "uses", uses });
    }),
    window.registerWebviewViewProvider(VIEW, {
      resolveWebviewView(resolved) {
        view = resolved;
        resolved.onDidDispose(() => {
          view = undefined;
        });
        resolved.webview.options = { enableScripts: true, localResourceRoots: [context.extensionUri] };
        resolved.webview.onDidReceiveMessage((message: FromPage) =>
          (handlers[message.type] as ((message: FromPage) => unknown) | undefined)?.(message),
        );
        resolved.webview.html = html(resolved.webview, context.extensionUri);
      },
    }),
    commands.registerCommand("identityLens.whichOne", () => open({ kind: "concept", id: "start/which-one" })),
    commands.registerCommand("identityLens.searchReference", async () => {
      await commands.executeCommand(`${VIEW}.focus`);
      post({ type: "focusSearch" });
    }),
    commands.registerCommand("identityLens.explainAtCursor", () => explainAtCursor(explainer, open)),
    commands.registerCommand("identityLens.openReference", (id?: unknown, section?: unknown) =>
      open(addressOf(id, section)),
    ),
  );
  return { open, post, dispose: () => registration.dispose() };
}

async function usesOf(document: TextDocument, explainer: Explainer): Promise<FileUse[]> {
  const rows = (await explainer.outline(textDoc(document))) ?? [];
  return rows.map(({ id, kind, range }) => ({
    label: id,
    detail: kind,
    uri: document.uri.toString(),
    ...range,
  }));
}

/** The file may be gone or changed since the page was drawn: then it opens as far as it can. */
async function reveal({ uri, start, end }: FileUse): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  await window.showTextDocument(document, { selection: editorRange(document, { start, end }) });
}

/** The keyboard's way to a hover: the editor's own hover, and the page it leads to. */
async function explainAtCursor(
  explainer: Explainer,
  open: (address: Address) => Promise<void>,
): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const { document, selection } = editor;
  const explanation = await explainer.explainAt(textDoc(document), document.offsetAt(selection.active));
  const address = explanation && headOf(explanation).address;
  if (!explanation) {
    window.setStatusBarMessage("Nothing about AWS identity stands at the cursor.", 4000);
    return;
  }
  await commands.executeCommand("editor.action.showHover");
  if (address) await open(address);
}

/** Arguments of a command link: a page's id and perhaps a section. Anything else is the start page. */
function addressOf(id: unknown, section: unknown): Address {
  if (typeof id !== "string") return { kind: "start" };
  return typeof section === "string" ? { kind: "concept", id, section } : { kind: "concept", id };
}

const html = (webview: Webview, root: Uri): string =>
  shell({
    cspSource: webview.cspSource,
    script: webview.asWebviewUri(Uri.joinPath(root, "dist", "reference.js")).toString(),
    style: webview.asWebviewUri(Uri.joinPath(root, "media", "reference", "view.css")).toString(),
  });

async function readText(uri: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined; // the view says that the page is missing
  }
}

async function insert(text: string): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor)
    return void window.showInformationMessage("Open a file first: the excerpt goes to its cursor.");
  await editor.insertSnippet(new SnippetString().appendText(text));
}
