import type { Address, FromPage, ToPage } from "../../src/editor/reference/protocol.ts";

/** What survives hiding the view and reloading the window. */
export interface Saved {
  readonly history: readonly Address[];
  readonly at: number;
  readonly scroll: number;
  readonly query: string;
  readonly recent: readonly { readonly address: Address; readonly title: string }[];
}

interface VsCodeApi {
  postMessage(message: FromPage): void;
  getState(): Saved | undefined;
  setState(state: Saved): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();

export const send = (message: FromPage): void => vscode.postMessage(message);

export const saved: Saved = vscode.getState() ?? { history: [], at: -1, scroll: 0, query: "", recent: [] };

export const save = (state: Saved): void => vscode.setState(state);

type Handlers = { readonly [K in ToPage["type"]]: (message: Extract<ToPage, { type: K }>) => void };

/** One handler for each kind of message; the host is the only one who can post to this page. */
export function receive(handlers: Handlers): void {
  window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
    (handlers[data.type] as ((message: ToPage) => void) | undefined)?.(data);
  });
}
