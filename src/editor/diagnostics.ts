import {
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  languages,
  type TextDocument,
  Uri,
  workspace,
} from "vscode";
import type { Explainer } from "../core/explainer.ts";
import { plain } from "../core/text.ts";
import type { Finding } from "../core/types.ts";
import { editorRange, textDoc } from "./document.ts";
import { DOCUMENTS } from "./languages.ts";
import { registerQuickFixes } from "./quickFixes.ts";
import { speaksOf } from "./settings.ts";

/** How long typing has to pause before a file is looked through, in milliseconds. */
const PAUSE = 80;

/** Earlier versions of files, as beside a change: their problems would stand in the list twice. */
const OLD = new Set(["git", "gitfs", "scm-history-item", "conflictResolution"]);

type Level = "off" | "hint" | "warning";

/** How a caution shows at each level of the setting; what is not named does not show. */
const SEVERITIES: Readonly<Record<Level, Partial<Record<Finding["severity"], DiagnosticSeverity>>>> = {
  off: {},
  hint: { fails: DiagnosticSeverity.Error, weakens: DiagnosticSeverity.Hint },
  warning: {
    fails: DiagnosticSeverity.Error,
    weakens: DiagnosticSeverity.Warning,
    hint: DiagnosticSeverity.Hint,
  },
};

/** What problems there are depends on them. */
const SETTINGS = ["identityLens.diagnostics", "identityLens.services"];

const level = (): Level => workspace.getConfiguration("identityLens").get<Level>("diagnostics", "hint");

/** Cautions as problems of the editor, after a pause in typing, with their quick fixes. */
export function registerDiagnostics(explainer: Explainer): Disposable {
  const collection = languages.createDiagnosticCollection("identityLens");
  const shown = new Map<string, readonly Finding[]>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  async function look(document: TextDocument): Promise<void> {
    const severities = SEVERITIES[level()] ?? SEVERITIES.hint;
    const doc = textDoc(document);
    const found = severities.fails === undefined ? [] : await explainer.findings(doc);
    if (document.isClosed) return explainer.forget(doc.uri);
    // Edited meanwhile: another look is on its way.
    if (document.version !== doc.version) return;
    const speaking = found.filter(
      ({ severity, concept }) => severities[severity] !== undefined && speaksOf(serviceOf(concept)),
    );
    shown.set(document.uri.toString(), speaking);
    collection.set(
      document.uri,
      speaking.map((finding) => diagnostic(document, finding, severities[finding.severity])),
    );
  }

  function soon(document: TextDocument, pause: number): void {
    if (languages.match(DOCUMENTS, document) === 0 || OLD.has(document.uri.scheme)) return;
    const key = document.uri.toString();
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => void look(document), pause),
    );
  }

  const all = () => {
    for (const document of workspace.textDocuments) soon(document, 0);
  };
  all();
  return Disposable.from(
    collection,
    registerQuickFixes((document) => shown.get(document.uri.toString()) ?? []),
    workspace.onDidOpenTextDocument((document) => soon(document, 0)),
    workspace.onDidChangeTextDocument(({ document }) => soon(document, PAUSE)),
    workspace.onDidCloseTextDocument(({ uri }) => {
      clearTimeout(timers.get(uri.toString()));
      timers.delete(uri.toString());
      shown.delete(uri.toString());
      collection.delete(uri);
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (SETTINGS.some((setting) => change.affectsConfiguration(setting))) all();
    }),
    new Disposable(() => {
      for (const timer of timers.values()) clearTimeout(timer);
    }),
  );
}

const serviceOf = (concept = "other"): string => concept.split("/")[0] ?? concept;

/** The caution's id is its code; a click on it opens the page of AWS that says so. */
function diagnostic(
  document: TextDocument,
  { id, problem, remedy, source, range }: Finding,
  severity: DiagnosticSeverity = DiagnosticSeverity.Hint,
): Diagnostic {
  const message = `${plain(problem)} ${plain(remedy)}`;
  const made = new Diagnostic(editorRange(document, range), message, severity);
  made.source = "Identity Lens";
  made.code = { value: id, target: Uri.parse(source) };
  return made;
}
