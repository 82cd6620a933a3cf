import { l10n, MarkdownString } from "vscode";
import { preview } from "../../core/snippets/preview.ts";
import type { Setup, SnippetLanguage } from "../../core/snippets/setups.ts";
import type { Form } from "./library.ts";

/** What a set-up makes, where to read on, and how it will look. */
export function describe({ setup, body }: Form, language: SnippetLanguage): MarkdownString {
  return documentation(setup).appendCodeblock(preview(body), language);
}

/** What stands for a set-up that can't be made. */
export const describeUnavailable = (setup: Setup): MarkdownString =>
  documentation(setup).appendMarkdown(setup.unavailable ?? "");

function documentation(setup: Setup): MarkdownString {
  const argument = encodeURIComponent(JSON.stringify([setup.concept]));
  const link = `[${l10n.t("Open reference")}](command:identityLens.openReference?${argument})`;
  const text = new MarkdownString(`${setup.description}\n\n${link}\n\n`);
  text.isTrusted = { enabledCommands: ["identityLens.openReference"] };
  return text;
}
