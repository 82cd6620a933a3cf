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
import { serviceOf, speaksOf } from "./settings.ts";
import { unlessChanged } from "./unlessChanged.ts";

/** How long typing has to pause before a file is looked through, in milliseconds. */
const PAUSE = 80;

/** Texts that can be changed though no file system of the editor holds them. */
const UNSAVED = new Set(["untitled", "vscode-notebook-cell"]);

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

const level = (file: Uri): Level =>
  workspace.getConfiguration("identityLens", file).get<Level>("diagnostics", "hint");

/** Earlier versions of files, as beside a change, can't be mended, and their problems would stand in the list twice. */
const canBeMended = ({ uri: { scheme } }: TextDocument): boolean =>
  workspace.fs.isWritableFileSystem(scheme) ?? UNSAVED.has(scheme);

/** What was found in a version of a document. */
interface Shown {
  readonly version: number;
  readonly findings: readonly Finding[];
}

/** Cautions as problems of the editor, after a pause in typing, with their quick fixes. */
export function registerDiagnostics(explainer: Explainer): Disposable {
  const collection = languages.createDiagnosticCollection("identityLens");
  const shown = new Map<string, Shown>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  async function look(document: TextDocument): Promise<void> {
    const { uri, version } = document;
    const severities = SEVERITIES[level(uri)] ?? SEVERITIES.hint;
    const isOff = severities.fails === undefined;
    const found = isOff ? [] : await unlessChanged(document, explainer.findings(textDoc(document)));
    if (!found) return; // after an edit another look is on its way
    const findings = found.filter(
      ({ severity, concept }) => severities[severity] !== undefined && speaksOf(serviceOf(concept), uri),
    );
    shown.set(uri.toString(), { version, findings });
    collection.set(
      uri,
      findings.map((finding) => diagnostic(document, finding, severities[finding.severity])),
    );
  }

  function soon(document: TextDocument, pause: number): void {
    if (languages.match(DOCUMENTS, document) === 0 || !canBeMended(document)) return;
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
    registerQuickFixes(({ uri, version }) => {
      const known = shown.get(uri.toString());
      return known?.version === version ? known.findings : [];
    }),
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
