import type { TextDocument } from "vscode";

/**
 * An answer about a document, unless it was edited or closed before it came: offsets into another text are wrong
 * places, and who asked is asked again after an edit.
 */
export async function unlessChanged<T>(
  document: Pick<TextDocument, "version" | "isClosed">,
  answer: Promise<T>,
): Promise<T | undefined> {
  const { version } = document;
  const given = await answer;
  return document.isClosed || document.version !== version ? undefined : given;
}
