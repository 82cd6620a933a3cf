import { pop, popUntil } from "./stack.ts";
import { Kind, lineStart, type Scanner, type Tokens } from "./tokens.ts";

/** `const` at a line's start: the round and square brackets that are open were left open by someone typing. */
export function endUnclosed(s: Scanner, word: string): void {
  if (startsFile(s, s.at, word)) popUntil(s, 0, s.kinds.length);
  if (s.profile.lineEnds === "go" && DECLARES.test(s.text.slice(s.at, s.at + 100)))
    endBrackets(s, (bracket) => bracket !== "{");
  if (
    !s.profile.statementWords.has(word) ||
    /^\s*[:,=.(?)]/.test(s.text.slice(s.at + word.length, s.at + word.length + 4))
  )
    return;
  endBrackets(s, (bracket) => bracket !== "{");
}

/** Go's `a, b := `. */
const DECLARES = /^\w+[ \t]*(,[ \t]*\w+[ \t]*)*:=/;

/**
 * Does a statement of Python begin here, though brackets are open? It stands no further right than the one that
 * they belong to, and no comma leads to it; or it is an assignment.
 */
export function isDedented(s: Scanner, word: string): boolean {
  const { text, at } = s;
  if (s.profile.lineEnds !== "python" || GOES_ON.has(word) || s.forms.length > 0) return false;
  const outer = lineStart(text, s.starts[s.stack[0] ?? 0] ?? 0);
  const indent = /^[ \t]*/.exec(text.slice(outer, outer + 200))?.[0].length ?? 0;
  if (at - lineStart(text, at) > indent) return false;
  const last = s.kinds.length - 1;
  const leadsOn = /^([,([{=+\-*/%|&:.<>]|and|or|not|in|if|else|lambda)$/;
  if (!leadsOn.test(text.slice(s.starts[last], s.ends[last]))) return true;
  return /^\w+(\s+=|(\.\w+)+\s*=)[^=]/.test(text.slice(at, at + 100));
}

/** Words that go on with an expression on a new line. */
const GOES_ON: ReadonlySet<string> = new Set("and or not in is if else for lambda async await".split(" "));

/** Does a declaration of the file begin here? */
export const startsFile = ({ text, profile }: Tokens, at: number, word: string): boolean =>
  text.charCodeAt(at - 1) === 10 && (profile.fileWords?.has(word) ?? false);

export function endBrackets(s: Scanner, ends: (bracket: string) => boolean): void {
  while (s.stack.length > 0) {
    const top = s.stack[s.stack.length - 1] ?? 0;
    if (s.kinds[top] !== Kind.open || !ends(s.text.charAt(s.starts[top] ?? 0))) return;
    pop(s, s.kinds.length);
  }
}
