import * as vscode from "vscode";

/** The problems that this extension, and no other, has with a document. */
export const ours = (document: vscode.TextDocument): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === "Identity Lens");

export const idOf = ({ code }: vscode.Diagnostic): string =>
  typeof code === "object" ? String(code.value) : "";

/** Waits until the ids of our problems with a document are these, in any order. */
export function problems(
  document: vscode.TextDocument,
  ids: readonly string[],
): Promise<vscode.Diagnostic[]> {
  const wanted = [...ids].sort().join();
  return new Promise((resolve, reject) => {
    let listener: vscode.Disposable | undefined;
    const timer = setTimeout(() => {
      listener?.dispose();
      reject(new Error(`wanted ${wanted}, found ${ours(document).map(idOf).sort().join()}`));
    }, 10_000);
    const look = () => {
      const found = ours(document);
      if (found.map(idOf).sort().join() !== wanted) return;
      clearTimeout(timer);
      listener?.dispose();
      resolve(found);
    };
    listener = vscode.languages.onDidChangeDiagnostics(look);
    look();
  });
}
