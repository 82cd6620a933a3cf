import type { Names } from "../core/types.ts";
import type { GlossaryWord } from "./concepts.ts";

interface Token {
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly text: string;
}

interface Phrase extends GlossaryWord {
  readonly tokens: readonly string[];
  /** Matched as written, not in any case. */
  readonly exact: boolean;
}

/** What may stand between the words of a phrase: blanks, one line break, a hyphen. */
const BETWEEN = /^(?:[ \t\u00a0]{1,8}|[ \t]{0,8}\r?\n[ \t]{0,80}|-)$/;
const WORD = /[\p{L}\p{N}]+/gu;

/**
 * A finder of glossary words in a text: the longest first at each place, no two overlapping, a plural taken
 * for its singular, never a part of an identifier, a path or a hyphenated word. Linear in the text's length.
 */
export function createWordFinder(words: readonly GlossaryWord[]): Names["wordsIn"] {
  const byFirst = groupByFirst(words.map(toPhrase));
  return (text) => {
    const tokens = tokenise(text);
    const found: { start: number; end: number; concept: string; formerly: boolean }[] = [];
    for (let i = 0; i < tokens.length; i++) {
      const phrase = phraseAt(text, tokens, i, byFirst);
      if (!phrase) continue;
      const last = i + phrase.tokens.length - 1;
      const range = rangeOf(tokens, i, last);
      if (range) found.push({ ...range, concept: phrase.concept, formerly: phrase.formerly });
      i = last;
    }
    return found;
  };
}

function rangeOf(
  tokens: readonly Token[],
  first: number,
  last: number,
): { start: number; end: number } | undefined {
  const from = tokens[first];
  const to = tokens[last];
  return from && to && { start: from.start, end: to.end };
}

const toPhrase = (entry: GlossaryWord): Phrase => {
  const exact = entry.word !== entry.word.toLowerCase();
  return { ...entry, exact, tokens: entry.word.match(WORD) ?? [] };
};

function groupByFirst(phrases: readonly Phrase[]): ReadonlyMap<string, readonly Phrase[]> {
  const groups = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const first = phrase.tokens[0]?.toLowerCase();
    if (first === undefined) continue;
    const group = groups.get(first);
    if (group) group.push(phrase);
    else groups.set(first, [phrase]);
  }
  for (const group of groups.values()) group.sort((a, b) => b.tokens.length - a.tokens.length);
  return groups;
}

const tokenise = (text: string): readonly Token[] =>
  Array.from(text.matchAll(WORD), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));

function phraseAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  byFirst: ReadonlyMap<string, readonly Phrase[]>,
): Phrase | undefined {
  const first = tokens[at];
  if (!first || !startsFreely(text, first.start)) return undefined;
  const forms = [first.text.toLowerCase(), ...singulars(first.text.toLowerCase())];
  const group = forms.flatMap((form) => byFirst.get(form) ?? []);
  return group.find((phrase) => fits(text, tokens, at, phrase));
}

function fits(text: string, tokens: readonly Token[], at: number, phrase: Phrase): boolean {
  const last = phrase.tokens.length - 1;
  for (let k = 0; k <= last; k++) {
    const token = tokens[at + k];
    const before = tokens[at + k - 1];
    if (!token || !sameWord(token.text, phrase.tokens[k] ?? "", phrase.exact, k === last)) return false;
    if (k > 0 && before && !BETWEEN.test(text.slice(before.end, Math.min(token.start, before.end + 90))))
      return false;
    if (k === last && !endsFreely(text, token.end)) return false;
  }
  return true;
}

function sameWord(written: string, word: string, exact: boolean, last: boolean): boolean {
  if (exact) return written === word || (last && written === `${word}s`);
  const small = written.toLowerCase();
  return small === word || (last && singulars(small).includes(word));
}

/** What a word may be the plural of. */
function singulars(word: string): readonly string[] {
  if (word.length < 4 || !word.endsWith("s") || word.endsWith("ss")) return [];
  const out = [word.slice(0, -1)];
  if (word.endsWith("ies")) out.push(`${word.slice(0, -3)}y`);
  if (word.endsWith("es")) out.push(word.slice(0, -2));
  return out;
}

/** Not behind a letter of an identifier, a path, an address or a hyphen; a comment's opening is no hindrance. */
function startsFreely(text: string, start: number): boolean {
  if (!/[\w$@./\\:#%&=-]/.test(text[start - 1] ?? " ")) return true;
  return /(^|\s)(#{1,3}|\/{2,3})$/.test(text.slice(Math.max(0, start - 4), start));
}

/** Not before something that makes it a piece of an identifier, a path, a call or an address. */
function endsFreely(text: string, end: number): boolean {
  const next = text[end] ?? " ";
  if (/[_$@/\\([=]/.test(next)) return false;
  return !(/[.:-]/.test(next) && /[\p{L}\p{N}_$*/]/u.test(text[end + 1] ?? " "));
}
