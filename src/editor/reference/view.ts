import {
  commands,
  Disposable,
  type ExtensionContext,
  env,
  Uri,
  type Webview,
  window,
  workspace,
} from "vscode";
import type { Explainer } from "../../core/explainer.ts";
import type { Reference } from "../../reference/reference.ts";
import type { Address, PageView } from "../../reference/types.ts";
import { examTips } from "../settings.ts";
import { registerReferenceCommands } from "./commands.ts";
import { type Follower, followCursor } from "./follow.ts";
import { insertExcerpt } from "./insert.ts";
import { fromPage, lastAddress } from "./messages.ts";
import { createPage, type Page } from "./page.ts";
import type { FirstPage, FromPage, ToPage } from "./protocol.ts";
import { shell } from "./shell.ts";
import { reveal, type UsesWatcher, watchUses } from "./uses.ts";
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
  const page = createPage();
  const follower = followCursor(explainer, page.isThere, (head) => page.post({ type: "head", head }));
  const uses = watchUses(explainer, page.isThere, (uses) => page.post({ type: "uses", uses }));
  const contentOf = async (address: Address) => (await reference()).page(address, { examTips: examTips() });
  const handlers = handlersOf({ page, follower, uses, reference, contentOf });

  /** Shows a page or focuses the search box, opening the view when it is closed. */
  async function show(message: ToPage, focus: boolean): Promise<void> {
    await commands.executeCommand(`${VIEW}.focus`, { preserveFocus: !focus });
    page.postSoon(message);
  }

  return Disposable.from(
    follower,
    uses,
    window.registerWebviewViewProvider(VIEW, {
      async resolveWebviewView(view, { state }) {
        page.moveTo(view);
        view.webview.options = { enableScripts: true, localResourceRoots: [context.extensionUri] };
        view.webview.onDidReceiveMessage((message: unknown) => {
          const known = fromPage(message);
          if (known) (handlers[known.type] as (message: FromPage) => unknown)(known);
        });
        const address = lastAddress(state);
        const content = await contentOf(address);
        if (!page.isIn(view)) return; // closed meanwhile
        view.webview.html = htmlOf(view.webview, context.extensionUri, content && { address, view: content });
      },
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("identityLens.examTips")) page.post({ type: "refresh" });
      if (event.affectsConfiguration("identityLens.services")) follower.again();
    }),
    registerReferenceCommands(
      explainer,
      (address, focus) => show({ type: "navigate", address }, focus),
      () => show({ type: "focusSearch" }, true),
    ),
  );
}

interface Parts {
  readonly page: Page;
  readonly follower: Follower;
  readonly uses: UsesWatcher;
  reference(): Promise<Reference>;
  contentOf(address: Address): Promise<PageView | undefined>;
}

/** What is done at each message of the page. */
const handlersOf = ({ page, follower, uses, reference, contentOf }: Parts): Handlers => ({
  ready() {
    page.ready();
    uses.again();
    follower.again();
    setTimeout(async () => (await reference()).warm(), WARM); // what is on the screen comes first
  },
  async open({ address }) {
    if (address.kind === "snippet")
      return commands.executeCommand("identityLens.insertSnippet", address.name);
    const view = await contentOf(address);
    page.post(view ? { type: "page", address, view } : { type: "missing", address });
  },
  search: async ({ query }) =>
    page.post({ type: "results", query, groups: await (await reference()).find(query) }),
  copy: ({ text }) => env.clipboard.writeText(text),
  insert: ({ text, language }) => insertExcerpt(text, language),
  reveal: ({ place }) => reveal(place),
  unpinned: () => follower.again(),
});

const htmlOf = (webview: Webview, root: Uri, first: FirstPage | undefined): string =>
  shell({
    cspSource: webview.cspSource,
    script: webview.asWebviewUri(Uri.joinPath(root, "dist", "reference.js")).toString(),
    style: webview.asWebviewUri(Uri.joinPath(root, "media", "reference", "view.css")).toString(),
    language: "en",
    words: pageWords(),
    first,
  });
