import { Disposable, type TextDocument, window, workspace } from "vscode";

/** How long typing has to pause before surfaces beside the editor are brought up to date, in milliseconds. */
const PAUSE = 80;

/** Calls back with the document of the active editor: at once when another becomes active, after a pause when it is edited. */
export function watchActiveFile(changed: (document: TextDocument | undefined) => void): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    clearTimeout(timer);
    changed(window.activeTextEditor?.document);
  };
  now();
  return Disposable.from(
    window.onDidChangeActiveTextEditor(now),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document !== window.activeTextEditor?.document) return;
      clearTimeout(timer);
      timer = setTimeout(now, PAUSE);
    }),
    new Disposable(() => clearTimeout(timer)),
  );
}
