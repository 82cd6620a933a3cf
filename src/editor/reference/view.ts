import {
  commands,
  Disposable,
  type ExtensionContext,
  env,
  type TextDocument,
  Uri,
  type Webview,
  type WebviewView,
  type WebviewViewResolveContext,
  window,
  workspace,
} from "vscode";
import type { Explainer } from "../../core/explainer.ts";
import type { Reference } from "../../reference/reference.ts";
import type { Address } from "../../reference/types.ts";
import { watchActiveFile } from "../activeFile.ts";
import { examTips } from "../settings.ts";
import { registerReferenceCommands } from "./commands.ts";
import { followCursor } from "./follow.ts";
import { insertExcerpt } from "./insert.ts";
import { fromPage, lastAddress } from "./messages.ts";
import type { FirstPage, FromPage, HeadView, ToPage } from "./protocol.ts";
import { shell } from "./shell.ts";
import { revealUse, usesOf } from "./uses.ts";
import { pageWords } from "./words.ts";

const VIEW = "identityLens.reference";
/** How long after the page is there the search's index is made, in milliseconds: before anyone has typed. */
const WARM = 150;

type Handlers = { readonly [K in FromPage["type"]]: (message: Extract<FromPage, { type: K }>) => unknown };

/** The reference in the side bar: a page of ours in a webview, and the commands that lead to it. */
export function registerReference(
  context: ExtensionContext,
  explainer: Explainer,
  reference: () => Promise<Reference>,
): Disposable {
  let view: WebviewView | undefined;
  /** A hidden view has no page: it is loaded anew when it is shown, and says so. */
  let loaded = false;
  /** For the page as soon as it is there. */
  let waiting: ToPage | undefined;
  let head: HeadView | undefined;
  /** Of several files asked about only the last counts. */
  let turn = 0;

  const post = (message: ToPage): void => {
    if (loaded) void view?.webview.postMessage(message);
  };

  const pageAt = async (address: Address) => (await reference()).page(address, { examTips: examTips() });

  async function tellUses(document: TextDocument | undefined): Promise<void> {
    if (!loaded) return;
    const own = ++turn;
    const uses = document ? await usesOf(document, explainer) : [];
    if (own === turn) post({ type: "uses", uses });
  }

  const follower = followCursor(
    explainer,
    () => loaded,
    (now) => {
      head = now;
      post({ type: "head", head });
    },
  );

  const handlers: Handlers = {
    ready() {
      loaded = true;
      void tellUses(window.activeTextEditor?.document);
      post({ type: "head", head });
      if (waiting) post(waiting);
      waiting = undefined;
      follower.again();
      setTimeout(async () => (await reference()).warm(), WARM); // what is on the screen comes first
    },
    async open({ address }) {
      if (address.kind === "snippet")
        return commands.executeCommand("identityLens.insertSnippet", address.name);
      const page = await pageAt(address);
      post(page ? { type: "page", address, view: page } : { type: "missing", address });
    },
    search: async ({ query }) =>
      post({ type: "results", query, groups: await (await reference()).find(query) }),
    copy: ({ text }) => env.clipboard.writeText(text),
    insert: ({ text, language }) => insertExcerpt(text, language),
    reveal: ({ use }) => revealUse(use),
    unpinned: () => follower.again(),
  };

  async function resolve(resolved: WebviewView, { state }: WebviewViewResolveContext): Promise<void> {
    view = resolved;
    loaded = false;
    const { webview } = resolved;
    webview.options = { enableScripts: true, localResourceRoots: [context.extensionUri] };
    webview.onDidReceiveMessage((message: unknown) => {
      const known = fromPage(message);
      if (known) (handlers[known.type] as (message: FromPage) => unknown)(known);
    });
    resolved.onDidChangeVisibility(() => {
      loaded &&= resolved.visible;
    });
    resolved.onDidDispose(() => {
      if (view === resolved) view = undefined;
      loaded = false;
    });
    const address = lastAddress(state);
    const page = await pageAt(address);
    if (view !== resolved) return; // closed meanwhile
    webview.html = htmlOf(webview, context.extensionUri, page && { address, view: page });
  }

  /** Shows a page or focuses the search box, opening the view when it is closed. */
  async function show(message: ToPage, focus: boolean): Promise<void> {
    const there = loaded;
    if (!there) waiting = message;
    await commands.executeCommand(`${VIEW}.focus`, { preserveFocus: !focus });
    if (there) post(message);
  }
  const open = (address: Address, focus: boolean): Promise<void> =>
    show({ type: "navigate", address }, focus);

  return Disposable.from(
    follower,
    watchActiveFile(tellUses),
    window.registerWebviewViewProvider(VIEW, { resolveWebviewView: resolve }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("identityLens.examTips")) post({ type: "refresh" });
      if (event.affectsConfiguration("identityLens.services")) follower.again();
    }),
    registerReferenceCommands(explainer, open, () => show({ type: "focusSearch" }, true)),
  );
}

const htmlOf = (webview: Webview, root: Uri, first: FirstPage | undefined): string =>
  shell({
    cspSource: webview.cspSource,
    script: webview.asWebviewUri(Uri.joinPath(root, "dist", "reference.js")).toString(),
    style: webview.asWebviewUri(Uri.joinPath(root, "media", "reference", "view.css")).toString(),
    language: "en",
    words: pageWords(),
    first,
  });
