import {
  env,
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  SnippetString,
  type TextEditor,
  window,
  workspace,
} from "vscode";
import { insertionFor } from "../../core/snippets/insert.ts";
import { preview } from "../../core/snippets/preview.ts";
import type { Insertion, Setup, SnippetLanguage } from "../../core/snippets/setups.ts";
import { editorRange, textDoc } from "../document.ts";
import { tabSize } from "./completion.ts";
import type { Form, Library } from "./library.ts";
import type { LanguageOf } from "./snippets.ts";

/** Puts a set-up into the active editor, asking which when `id` doesn't say; makes a template where none is open. */
export async function insertSetup(
  library: Library,
  languageOf: LanguageOf,
  id: string | undefined,
): Promise<void> {
  const editor = window.activeTextEditor ?? (await newTemplate());
  const language = languageOf(textDoc(editor.document));
  if (!language) return notHere();
  const forms = await library.forms(language);
  const form = id === undefined ? await pick(forms) : forms.find(({ setup }) => setup.id === id);
  if (!form) return id === undefined ? undefined : noForm(library, id, language);
  await putInto(editor, form, language);
}

async function putInto(editor: TextEditor, { setup, body }: Form, language: SnippetLanguage): Promise<void> {
  const { document, selection } = editor;
  const offset = document.offsetAt(selection.active);
  const insertion = insertionFor(textDoc(document), language, offset, tabSize(document), setup, body);
  if (!insertion) return noPlace();
  await apply(editor, insertion);
}

/**
 * The edits and the snippet as one step to undo; the cursor goes to the first tab stop. Line ends that the snippet
 * begins with are made by an edit, so that it begins at a line's start: there no version of VS Code indents it again.
 */
export async function apply(editor: TextEditor, { range, snippet, edits }: Insertion): Promise<void> {
  const { document } = editor;
  const lead = /^[\r\n]*/.exec(snippet)?.[0] ?? "";
  const all = [...edits, ...(lead ? [{ range, text: lead }] : [])];
  if (all.length > 0) {
    const done = await editor.edit(
      (builder) => {
        for (const edit of all) builder.replace(editorRange(document, edit.range), edit.text);
      },
      { undoStopBefore: true, undoStopAfter: false },
    );
    if (!done) return;
  }
  const before = edits.filter((edit) => edit.range.end <= range.start);
  const shift = before.reduce((sum, edit) => sum + edit.text.length - (edit.range.end - edit.range.start), 0);
  const start = range.start + shift + lead.length;
  const target = editorRange(document, { start, end: lead ? start : range.end + shift });
  const options = { undoStopBefore: all.length === 0, undoStopAfter: true, keepWhitespace: true };
  await editor.insertSnippet(new SnippetString(snippet.slice(lead.length)), target, options);
  editor.revealRange(editor.selection);
}

async function newTemplate(): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument({ language: "yaml", content: "" }));
}

interface Choice extends QuickPickItem {
  readonly form?: Form;
}

async function pick(forms: readonly Form[]): Promise<Form | undefined> {
  const groups = [...new Set(forms.map(({ setup }) => setup.group))];
  const choices = groups.flatMap((group): Choice[] => [
    { label: group, kind: QuickPickItemKind.Separator },
    ...forms
      .filter(({ setup }) => setup.group === group)
      .map((form) => ({ label: form.setup.title, detail: form.setup.description, form })),
  ]);
  const chosen = await window.showQuickPick(choices, {
    title: l10n.t("Insert an identity snippet"),
    placeHolder: l10n.t("A role, a pool, a directory, ..."),
    matchOnDetail: true,
  });
  return chosen?.form;
}

function notHere(): void {
  void window.showInformationMessage(
    l10n.t(
      "This file is neither a CloudFormation template nor CDK code, so a snippet has no place in it. Open one, or an empty file of that language.",
    ),
  );
}

function noPlace(): void {
  void window.showInformationMessage(
    l10n.t(
      "A snippet goes under Resources, each on lines of its own, or into a construct's constructor. This file has no such place.",
    ),
  );
}

async function noForm(library: Library, id: string, language: SnippetLanguage): Promise<void> {
  const setup: Setup | undefined = (await library.index()).setups.find((other) => other.id === id);
  const reason = setup?.unavailable ?? l10n.t("It has no form in this file's language ({0}).", language);
  void window.showInformationMessage(`${setup?.title ?? id}: ${reason}`);
}

/** Puts a set-up on the clipboard, in the language of the active editor where it has one. */
export async function copySetup(library: Library, languageOf: LanguageOf, id: string): Promise<void> {
  const form = await formFor(library, languageOf, id);
  if (form) await env.clipboard.writeText(`${preview(form.body)}\n`);
}

/** The form of a set-up for the active editor, in YAML where that is none of ours; TypeScript where there's no template. */
export async function formFor(
  library: Library,
  languageOf: LanguageOf,
  id: string,
): Promise<(Form & { readonly language: SnippetLanguage }) | undefined> {
  const active = window.activeTextEditor;
  const own = active && languageOf(textDoc(active.document));
  for (const language of [own ?? "yaml", "yaml", "typescript"] as const) {
    const form = (await library.forms(language)).find(({ setup }) => setup.id === id);
    if (form) return { ...form, language };
  }
  return undefined;
}
