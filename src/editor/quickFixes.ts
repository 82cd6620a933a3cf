import {
  CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Disposable,
  l10n,
  languages,
  type TextDocument,
  WorkspaceEdit,
} from "vscode";
import type { Finding } from "../core/types.ts";
import { editorRange, textDoc } from "./document.ts";
import { DOCUMENTS } from "./languages.ts";
import { silencing } from "./silencing.ts";

/** Mend, read on or silence: for each of our problems under the cursor. */
export function registerQuickFixes(findingsOf: (document: TextDocument) => readonly Finding[]): Disposable {
  return languages.registerCodeActionsProvider(
    DOCUMENTS,
    {
      provideCodeActions(document, _range, { diagnostics }) {
        const findings = findingsOf(document);
        return diagnostics.flatMap((diagnostic) => {
          const finding = findings.find((one) => isSame(document, one, diagnostic));
          return finding ? actions(document, finding, diagnostic) : [];
        });
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
}

function isSame(document: TextDocument, finding: Finding, { code, range }: Diagnostic): boolean {
  const id = typeof code === "object" ? code.value : undefined;
  return id === finding.id && range.isEqual(editorRange(document, finding.range));
}

function actions(document: TextDocument, finding: Finding, diagnostic: Diagnostic): CodeAction[] {
  const all = [mend(document, finding), silence(document, finding), why(finding)].filter(
    (action) => action !== undefined,
  );
  for (const action of all) action.diagnostics = [diagnostic];
  return all;
}

function mend(document: TextDocument, { fix }: Finding): CodeAction | undefined {
  if (!fix) return undefined;
  const action = new CodeAction(fix.title, CodeActionKind.QuickFix);
  action.isPreferred = true;
  action.edit = new WorkspaceEdit();
  for (const { range, text } of fix.edits)
    action.edit.replace(document.uri, editorRange(document, range), text);
  return action;
}

function silence(document: TextDocument, finding: Finding): CodeAction | undefined {
  const comment = silencing(textDoc(document), finding);
  if (!comment) return undefined;
  const action = new CodeAction(l10n.t("Ignore {0} here", finding.id), CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  action.edit.replace(document.uri, editorRange(document, comment.range), comment.text);
  return action;
}

function why({ concept }: Finding): CodeAction | undefined {
  if (concept === undefined) return undefined;
  const action = new CodeAction(l10n.t("Why? Open the reference"), CodeActionKind.QuickFix);
  action.command = { command: "identityLens.openReference", title: action.title, arguments: [concept] };
  return action;
}
