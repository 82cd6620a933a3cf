import { env, l10n, SnippetString, window } from "vscode";
import { detect } from "../../core/detect.ts";
import { insertionFor } from "../../core/snippets/insert.ts";
import { targetLanguage } from "../../core/snippets/place.ts";
import type { Setup } from "../../core/snippets/setups.ts";
import { textDoc } from "../document.ts";
import { tabSize } from "../snippets/completion.ts";
import { apply } from "../snippets/insert.ts";

const CDK_SCRIPT: readonly (string | undefined)[] = ["typescript", "javascript"];

/** `Pool:` and then `Type: AWS::Cognito::UserPool`: what stands under `Resources`. */
const RESOURCES = /^\w+:\n +Type: ["']?\w+::/;

/** An excerpt is a set-up without a name, imports or tab stops. */
const EXCERPT: Setup = { id: "", title: "", group: "", concept: "", description: "" };

/**
 * Puts a page's excerpt into the active file: resources under `Resources`, the rest at the cursor. An excerpt in
 * another language than the file's has no place there and goes to the clipboard.
 */
export async function insertExcerpt(text: string, language: string): Promise<void> {
  const editor = window.activeTextEditor;
  const doc = editor && textDoc(editor.document);
  const own = doc && targetLanguage(doc, detect(doc));
  const fits = language === "ts" ? CDK_SCRIPT.includes(own) : own === language;
  if (!editor || !doc || !fits) return copyInstead(text);
  await window.showTextDocument(editor.document, editor.viewColumn); // the keyboard goes on there
  const offset = editor.document.offsetAt(editor.selection.active);
  const insertion =
    language === "yaml" && RESOURCES.test(text)
      ? insertionFor(doc, language, offset, tabSize(editor.document), EXCERPT, bodyOf(text))
      : undefined;
  if (insertion) await apply(editor, insertion);
  else await editor.insertSnippet(new SnippetString().appendText(text));
}

/** Excerpts are indented by two spaces; a snippet's body has a tab for each level, and nothing here is to be filled in. */
const bodyOf = (text: string): string[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) =>
      line.replace(/[\\$}]/g, "\\$&").replace(/^(?: {2})+/, (lead) => "\t".repeat(lead.length / 2)),
    );

async function copyInstead(text: string): Promise<void> {
  await env.clipboard.writeText(text);
  void window.showInformationMessage(
    l10n.t(
      "The active file is in another language than this excerpt. It was copied to the clipboard instead.",
    ),
  );
}
