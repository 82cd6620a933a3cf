import type { WebviewView } from "vscode";
import type { ToPage } from "./protocol.ts";

/** The page in the view, as the extension sees it. A hidden view has none: it is loaded anew when it is shown. */
export interface Page {
  /** Is it there to be told something? */
  isThere(): boolean;
  /** Tells it something that matters now only; nobody hears it while there is no page. */
  post(message: ToPage): void;
  /** Tells it something now, or, of several the last, as soon as it is there. */
  postSoon(message: ToPage): void;
  /** It says that it is there. */
  ready(): void;
  /** From now on it is the page of this view, still to be loaded. */
  moveTo(view: WebviewView): void;
  isIn(view: WebviewView): boolean;
}

export function createPage(): Page {
  let view: WebviewView | undefined;
  let isThere = false;
  let waiting: ToPage | undefined;

  const post = (message: ToPage): void => {
    if (isThere) void view?.webview.postMessage(message);
  };
  return {
    isThere: () => isThere,
    post,
    postSoon(message) {
      if (isThere) post(message);
      else waiting = message;
    },
    ready() {
      isThere = true;
      if (waiting) post(waiting);
      waiting = undefined;
    },
    moveTo(next) {
      view = next;
      isThere = false;
      next.onDidChangeVisibility(() => {
        isThere &&= next.visible;
      });
      next.onDidDispose(() => {
        if (view !== next) return;
        view = undefined;
        isThere = false;
      });
    },
    isIn: (other) => view === other,
  };
}
