import { type Disposable, Hover, languages, MarkdownString } from "vscode";
import type { Explainer } from "../core/explainer.ts";
import type { Explanation } from "../core/types.ts";
import { HOVER_COMMANDS, renderHover } from "../render/hover.ts";
import { editorRange, textDoc } from "./document.ts";
import { DOCUMENTS } from "./languages.ts";
import { briefHovers, speaks } from "./settings.ts";

/** Explains the term under the mouse, as far as the settings let it. */
export function registerHover(explainer: Explainer): Disposable {
  return languages.registerHoverProvider(DOCUMENTS, {
    async provideHover(document, position) {
      const explanation = await explainer.explainAt(textDoc(document), document.offsetAt(position));
      if (!explanation || !speaks(explanation)) return undefined;
      return new Hover(hoverMarkdown(explanation, briefHovers()), editorRange(document, explanation.range));
    },
  });
}

/** An Explanation for the editor to show; of commands it may link to our own named ones only. */
export function hoverMarkdown(explanation: Explanation, brief = false): MarkdownString {
  const markdown = new MarkdownString(renderHover(explanation, { brief }), true);
  markdown.isTrusted = { enabledCommands: HOVER_COMMANDS };
  return markdown;
}
