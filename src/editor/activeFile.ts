import { Disposable, type TextDocument, window, workspace } from "vscode";

/** How long typing has to pause before surfaces beside the editor are brought up to date, in milliseconds. */
const PAUSE = 80;

/**
 * Calls back with the document of the active editor: at once when another becomes active, after a pause when it is
 * edited or when there is none (on the way from one editor to the next there is none for a moment).
 */
export function watchActiveFile(changed: (document: TextDocument | undefined) => void): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    clearTimeout(timer);
    changed(window.activeTextEditor?.document);
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(now, PAUSE);
  };
  const ifActive = (document: TextDocument, then: () => void) => {
    if (document === window.activeTextEditor?.document) then();
  };
  // not as a part of the extension's activation, which VS Code waits for
  timer = setTimeout(now, 0);
  return Disposable.from(
    window.onDidChangeActiveTextEditor((editor) => (editor ? now() : later())),
    workspace.onDidChangeTextDocument(({ document }) => ifActive(document, later)),
    workspace.onDidOpenTextDocument((document) => ifActive(document, now)), // its language was changed
    workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration("identityLens.services") && now(),
    ),
    new Disposable(() => clearTimeout(timer)),
  );
}
