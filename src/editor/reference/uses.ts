import { type TextDocument, Uri, window, workspace } from "vscode";
import type { Explainer } from "../../core/explainer.ts";
import { editorRange } from "../document.ts";
import { outlineOf } from "../outline.ts";
import type { FileUse } from "./protocol.ts";

/** What of the reference a file uses: its identity resources, each with the page of its kind. */
export async function usesOf(document: TextDocument, explainer: Explainer): Promise<readonly FileUse[]> {
  const rows = await outlineOf(document, explainer);
  const uri = document.uri.toString();
  return rows.map(({ id, kind, concept, range }) => ({ label: id, kind, concept, uri, ...range }));
}

/** The file may be gone or changed since the page was drawn: then it opens as far as it can. */
export async function revealUse({ uri, start, end }: FileUse): Promise<void> {
  try {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    await window.showTextDocument(document, { selection: editorRange(document, { start, end }) });
  } catch {
    // The file was deleted; the next update takes the row away.
  }
}
