import type {
  FirstPage,
  FromPage,
  HeadView,
  PageWords,
  ToPage,
} from "../../src/editor/reference/protocol.ts";
import type { Address } from "../../src/reference/types.ts";

/** A page that was shown, and how far down it was left, in pixels. */
export interface Visit {
  readonly address: Address;
  readonly scroll: number;
}

/** What survives hiding the view and reloading the window. */
export interface Saved {
  readonly history: readonly Visit[];
  readonly at: number;
  readonly query: string;
  readonly recent: readonly { readonly address: Address; readonly title: string }[];
  readonly pinned?: HeadView | undefined;
}

interface VsCodeApi {
  postMessage(message: FromPage): void;
  getState(): Saved | undefined;
  setState(state: Saved): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();

export const send = (message: FromPage): void => vscode.postMessage(message);

let state: Saved = vscode.getState() ?? {
  history: [{ address: { kind: "start" }, scroll: 0 }],
  at: 0,
  query: "",
  recent: [],
};

export const saved = (): Saved => state;

export function save(part: Partial<Saved>): void {
  state = { ...state, ...part };
  vscode.setState(state);
}

/** Labels and headings in the editor's language. */
export const words = JSON.parse(document.body.dataset.words ?? "{}") as PageWords;

/** The page that came with this document, if any. */
export const first = JSON.parse(document.body.dataset.first ?? "null") as FirstPage | null;

type Handlers = { readonly [K in ToPage["type"]]: (message: Extract<ToPage, { type: K }>) => void };

/** One handler for each kind of message; anything else is passed over. */
export function receive(handlers: Handlers): void {
  window.addEventListener("message", ({ data }: MessageEvent<ToPage | undefined>) => {
    const type = data?.type;
    if (data && type && Object.hasOwn(handlers, type)) (handlers[type] as (message: ToPage) => void)(data);
  });
}
