import { MarkdownString } from "vscode";
import { preview } from "../../core/snippets/preview.ts";
import type { Setup, SnippetLanguage } from "../../core/snippets/setups.ts";
import type { Form } from "./library.ts";

/** What a set-up makes, how it will look, and where to read on. */
export function describe({ setup, body }: Form, language: SnippetLanguage): MarkdownString {
  return documentation(setup, (text) => text.appendCodeblock(preview(body), language));
}

/** What stands for a set-up that can't be made. */
export const describeUnavailable = (setup: Setup): MarkdownString =>
  documentation(setup, (text) => text.appendMarkdown(`\n\n${setup.unavailable ?? ""}\n\n`));

function documentation(setup: Setup, middle: (text: MarkdownString) => void): MarkdownString {
  const text = new MarkdownString(`${setup.description}\n\n`);
  text.isTrusted = { enabledCommands: ["identityLens.openReference"] };
  middle(text);
  const argument = encodeURIComponent(JSON.stringify([setup.concept]));
  return text.appendMarkdown(`\n\n[Open reference](command:identityLens.openReference?${argument})`);
}
