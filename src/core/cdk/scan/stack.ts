import { Kind, type Scanner } from "./tokens.ts";

export const COUNTED: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

function count(s: Scanner, what: string, by: number): void {
  s.openCounts[what] = (s.openCounts[what] ?? 0) + by;
}

export function open(s: Scanner, token: number): void {
  s.stack.push(token);
  s.indents.push(s.indent);
  count(s, countedAs(s, token), 1);
}

/** A bracket counts as itself, strings and their expressions by a letter. */
function countedAs({ kinds, text, starts }: Scanner, token: number): string {
  const kind = kinds[token];
  if (kind === Kind.stringOpen) return "s";
  return kind === Kind.expressionOpen ? "e" : text.charAt(starts[token] ?? 0);
}

/** Takes the innermost token of `kind` off the stack, and whatever stands above it. */
export function popWhile(s: Scanner, kind: Kind, closer: number): void {
  for (let i = s.stack.length - 1; i >= 0; i--)
    if (s.kinds[s.stack[i] ?? 0] === kind) {
      popUntil(s, i, closer);
      return;
    }
}

export function popUntil(s: Scanner, depth: number, closer: number): void {
  while (s.stack.length > depth) pop(s, closer);
}

export function pop(s: Scanner, closer: number): void {
  const token = s.stack.pop() ?? 0;
  s.indents.pop();
  s.match[token] = closer;
  if (s.kinds[token] === Kind.open && !isPair(s, token, closer)) s.isUnbalanced = true;
  count(s, countedAs(s, token), -1);
}

const isPair = ({ text, starts }: Scanner, opener: number, closer: number): boolean =>
  COUNTED[text.charAt(starts[closer] ?? text.length)] === text.charAt(starts[opener] ?? 0);
