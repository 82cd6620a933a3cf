import { type Disposable, type TextDocument, Uri, window, workspace } from "vscode";
import type { Explainer } from "../../core/explainer.ts";
import { watchActiveFile } from "../activeFile.ts";
import { editorRange } from "../document.ts";
import { outlineOf } from "../outline.ts";
import type { FilePlace, FileUse } from "./protocol.ts";

export interface UsesWatcher extends Disposable {
  /** Tells again what the active file uses, for a page that just appeared. */
  again(): void;
}

/** Tells what of the reference the active file uses; nothing is computed while nobody looks. */
export function watchUses(
  explainer: Explainer,
  isWatched: () => boolean,
  show: (uses: readonly FileUse[]) => void,
): UsesWatcher {
  /** Of several files asked about only the last counts. */
  let turn = 0;

  async function tell(document: TextDocument | undefined): Promise<void> {
    if (!isWatched()) return;
    const own = ++turn;
    const uses = document ? await usesOf(document, explainer) : [];
    if (own === turn) show(uses);
  }

  const watcher = watchActiveFile(tell);
  return { again: () => void tell(window.activeTextEditor?.document), dispose: () => watcher.dispose() };
}

/** The identity resources of a file, each with the page of its kind. */
async function usesOf(document: TextDocument, explainer: Explainer): Promise<readonly FileUse[]> {
  const rows = await outlineOf(document, explainer);
  const uri = document.uri.toString();
  return rows.map(({ id, kind, concept, range }) => ({ label: id, kind, concept, uri, ...range }));
}

/** The file may be gone or changed since the page was drawn: then it opens as far as it can. */
export async function reveal({ uri, start, end }: FilePlace): Promise<void> {
  try {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    await window.showTextDocument(document, { selection: editorRange(document, { start, end }) });
  } catch {
    // The file was deleted; the next update takes the row away.
  }
}
