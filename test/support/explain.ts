import { createExplainer } from "../../src/core/explainer.ts";
import { plain } from "../../src/core/text.ts";
import type { Explanation, TextDoc } from "../../src/core/types.ts";
import { renderHover } from "../../src/render/hover.ts";
import { loadCdkData, loadKnowledge } from "./knowledge.ts";

const explainer = createExplainer(loadKnowledge(), loadCdkData);
let opened = 0;

export interface Hovered extends Explanation {
  /** The text that the hover's range covers. */
  readonly over: string;
  /** The whole hover as Markdown. */
  readonly markdown: string;
  readonly words: { readonly meaning: string; readonly reading: string };
}

/** A document whose text has one `|` at the cursor, or another mark where the text has bars of its own. */
export function marked(languageId: string, text: string, mark = "|"): { doc: TextDoc; offset: number } {
  const offset = text.indexOf(mark);
  if (offset < 0) throw new Error(`the text has no ${mark} for the cursor`);
  const uri = `test:/${opened++}`;
  return {
    doc: { uri, languageId, version: 1, text: text.slice(0, offset) + text.slice(offset + 1) },
    offset,
  };
}

/** What a hover at the `|` says; undefined for silence. */
export async function hover(languageId: string, text: string, mark = "|"): Promise<Hovered | undefined> {
  const { doc, offset } = marked(languageId, text, mark);
  const e = await explainer.explainAt(doc, offset);
  explainer.forget(doc.uri);
  if (!e) return undefined;
  return {
    ...e,
    over: doc.text.slice(e.range.start, e.range.end),
    markdown: renderHover(e),
    words: { meaning: plain(e.meaning), reading: e.reading.map(plain).join("\n") },
  };
}
