import type { Names, Site, Term } from "../types.ts";

/** A glossary word under the cursor in words for people, the longest that fits. */
export function wordTerm(site: Site, offset: number, names: Names): Term | undefined {
  const at = offset - site.range.start;
  for (const word of names.wordsIn(site.text)) {
    if (at < word.start || at > word.end) continue;
    const range = { start: site.range.start + word.start, end: site.range.start + word.end };
    return { kind: "word", range, concept: word.concept, word: site.text.slice(word.start, word.end) };
  }
  return undefined;
}
