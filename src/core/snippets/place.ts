import type { Dialect, TextDoc } from "../types.ts";
import { jsonPlaceAt, jsonPlaceFor } from "./json.ts";
import type { Place, SnippetLanguage } from "./setups.ts";
import { yamlPlaceAt, yamlPlaceFor } from "./yaml.ts";

/** The snippet file that goes with a dialect; none for a policy file, which holds no resources. */
export const snippetLanguage = (dialect: Dialect): SnippetLanguage | undefined =>
  dialect.kind === "template" ? dialect.syntax : dialect.kind === "cdk" ? dialect.language : undefined;

/**
 * The place at a cursor where a set-up may begin just there; undefined everywhere else: in a property, a string,
 * a comment. `width` is a level's spaces where the text doesn't show it.
 */
export function placeAt(
  doc: TextDoc,
  language: SnippetLanguage,
  offset: number,
  width: number,
): Place | undefined {
  if (language === "yaml") return yamlPlaceAt(doc.text, offset, width);
  if (language === "json") return jsonPlaceAt(doc.text, offset, width);
  return undefined;
}

/**
 * The right place for a set-up that is asked for from anywhere in the document; undefined where it has none.
 * `transform` goes into the skeleton of a new template.
 */
export function placeFor(
  doc: TextDoc,
  language: SnippetLanguage,
  offset: number,
  width: number,
  transform?: string,
): Place | undefined {
  if (language === "yaml") return yamlPlaceFor(doc.text, offset, width, transform);
  if (language === "json") return jsonPlaceFor(doc.text, offset, width, transform);
  return undefined;
}
