import { planImports, withNames } from "./imports.ts";
import { freshNames, wordsOf } from "./names.ts";
import { type Insertion, lineEnd, type Place, type Setup, type SnippetLanguage } from "./setups.ts";
import { transformEdits } from "./transform.ts";

/**
 * A set-up's body, made ready for a place: names that are free in the document, its indentation and line ends.
 * `words` are the document's, given by whoever fills in many.
 */
export function fill(
  setup: Setup,
  body: readonly string[],
  place: Place,
  text: string,
  language: SnippetLanguage,
  words: ReadonlySet<string> = wordsOf(text),
): Insertion {
  const imports = planImports(setup, language, text);
  const named = freshNames(setup, body.join("\n"), text, words, language);
  const scoped = withNames(place.scope ? withScope(named, place.scope, language) : named, imports.renamed);
  const snippet = place.before + indented(scoped, place) + place.after;
  const eol = lineEnd(text);
  return {
    range: place.range,
    snippet: snippet.replace(/\r?\n/g, eol),
    edits: [...place.edits, ...imports.edits, ...transformEdits(body, text, language)],
  };
}

/** A body's tabs are levels; every line but the first stands at the place's indentation. */
function indented(body: string, { indent, unit }: Place): string {
  return body
    .split("\n")
    .map(
      (line, i) =>
        (line === "" || i === 0 ? "" : indent) +
        line.replace(/^[\t ]+/, (lead) => lead.replaceAll("\t", unit)),
    )
    .join("\n");
}

const OWN_SCOPE: Partial<Record<SnippetLanguage, string>> = { python: "self", go: "stack" };

/** `new Role(this, ...)` -> `new Role(stack, ...)`: the scope is the first argument wherever it stands. */
function withScope(body: string, scope: string, language: SnippetLanguage): string {
  const own = OWN_SCOPE[language] ?? "this";
  return body.replace(new RegExp(`\\(${own}(?=,)`, "g"), `(${scope}`);
}
