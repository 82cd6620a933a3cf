import type { Range as EditorRange, TextDocument } from "vscode";
import { Range } from "vscode";
import type { Range as CoreRange, TextDoc } from "../core/types.ts";

/** An editor's document as the core sees it. */
export const textDoc = (document: TextDocument): TextDoc => ({
  uri: document.uri.toString(),
  languageId: document.languageId,
  version: document.version,
  text: document.getText(),
});

export const editorRange = (document: TextDocument, { start, end }: CoreRange): EditorRange =>
  new Range(document.positionAt(start), document.positionAt(end));
