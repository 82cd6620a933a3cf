import { type Disposable, Hover, languages, MarkdownString, type Uri } from "vscode";
import type { Explainer } from "../core/explainer.ts";
import type { Explanation } from "../core/types.ts";
import { HOVER_COMMANDS, renderHover } from "../render/hover.ts";
import { editorRange, textDoc } from "./document.ts";
import { DOCUMENTS } from "./languages.ts";
import { briefHovers, speaks } from "./settings.ts";
import { unlessChanged } from "./unlessChanged.ts";

/** Explains the term under the mouse, as far as the settings let it. */
export function registerHover(explainer: Explainer): Disposable {
  return languages.registerHoverProvider(DOCUMENTS, {
    async provideHover(document, position, token) {
      const asked = explainer.explainAt(textDoc(document), document.offsetAt(position));
      const explanation = await unlessChanged(document, asked);
      if (!explanation || token.isCancellationRequested || !speaks(explanation, document.uri))
        return undefined;
      return new Hover(hoverMarkdown(explanation, document.uri), editorRange(document, explanation.range));
    },
  });
}

/** An Explanation for the editor to show of a file; of commands it may link to our own named ones only. */
export function hoverMarkdown(explanation: Explanation, file: Uri): MarkdownString {
  const markdown = new MarkdownString(renderHover(explanation, { brief: briefHovers(file) }), true);
  markdown.isTrusted = { enabledCommands: HOVER_COMMANDS };
  return markdown;
}
