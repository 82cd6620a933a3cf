import type { TextDoc } from "../types.ts";
import { fill } from "./fill.ts";
import { placeFor } from "./place.ts";
import { type Insertion, lineEnd, type Setup, type SnippetLanguage } from "./setups.ts";
import { skeleton } from "./skeleton.ts";
import { transformOf } from "./transform.ts";

/**
 * A set-up for a document, in its right place whatever the cursor stands on; undefined where it has none. In an empty
 * document it comes with the rest of a template or of a stack.
 */
export function insertionFor(
  doc: TextDoc,
  language: SnippetLanguage,
  offset: number,
  width: number,
  setup: Setup,
  body: readonly string[],
): Insertion | undefined {
  const { text } = doc;
  const code = language !== "yaml" && language !== "json";
  if (code && text.replace(/^\uFEFF/, "").trim() === "") return inNewFile(doc, language, width, setup, body);
  const place = placeFor(doc, language, offset, width, transformOf(body));
  return place && fill(setup, body, place, text, language);
}

/** As if it went into the skeleton, which then becomes a part of the snippet. */
function inNewFile(
  doc: TextDoc,
  language: Exclude<SnippetLanguage, "yaml" | "json">,
  width: number,
  setup: Setup,
  body: readonly string[],
): Insertion | undefined {
  const made = skeleton(language, width);
  const place = placeFor({ ...doc, text: made.text }, language, made.offset, width);
  if (!place) return undefined;
  const { range, snippet, edits } = fill(setup, body, place, made.text, language);
  const before = [...edits]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce(
      (out, edit) => out.slice(0, edit.range.start) + edit.text + out.slice(edit.range.end),
      made.text.slice(0, range.start),
    );
  const whole = escaped(before) + snippet + escaped(made.text.slice(range.end));
  const start = doc.text.startsWith("\uFEFF") ? 1 : 0;
  return {
    range: { start, end: doc.text.length },
    snippet: whole.replaceAll("\n", lineEnd(doc.text)),
    edits: [],
  };
}

const escaped = (text: string): string => text.replace(/[\\$]/g, "\\$&");
