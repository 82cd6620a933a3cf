import * as vscode from "vscode";

/** The folder that the host has open: a copy of test/workspace. */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("no workspace is open");
  return folder.uri;
}

let folders = 0;

/**
 * Writes a file into a fresh folder of the workspace and opens it.
 * @param name decides the language, as for a person: `template.yaml`, `stack.ts`
 */
export async function openFile(name: string, content: string | Uint8Array): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), `made-by-test-${++folders}`, name);
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  await vscode.workspace.fs.writeFile(uri, bytes);
  return vscode.workspace.openTextDocument(uri);
}

export interface Hovered {
  readonly text: string;
  readonly range: vscode.Range | undefined;
}

/** What this extension, and no other, says at a place; undefined when it is silent. */
export async function hoverAt(
  document: vscode.TextDocument,
  at: vscode.Position,
): Promise<Hovered | undefined> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    at,
  );
  for (const hover of hovers) {
    const text = hover.contents.map((part) => (typeof part === "string" ? part : part.value)).join("\n");
    // every hover of ours leads to the reference
    if (text.includes("command:identityLens.")) return { text, range: hover.range };
  }
  return undefined;
}

/** The hover in the middle of the first `word` of the document. */
export function hoverOn(document: vscode.TextDocument, word: string): Promise<Hovered | undefined> {
  const start = document.getText().indexOf(word);
  if (start < 0) throw new Error(`${word} is not in ${document.uri.path}`);
  return hoverAt(document, document.positionAt(start + Math.floor(word.length / 2)));
}

/** The extension itself, as VS Code knows it. */
export function ourExtension(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension("identity-lens.identity-lens");
  if (!extension) throw new Error("the extension is not there");
  return extension;
}

/** Replaces the first `from` of a document, as typing would. */
export async function edit(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const start = document.getText().indexOf(from);
  if (start < 0) throw new Error(`${from} is not in ${document.uri.path}`);
  const change = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + from.length));
  change.replace(document.uri, range, to);
  if (!(await vscode.workspace.applyEdit(change))) throw new Error("the edit was refused");
}
