import { Kind, type Scanner } from "./tokens.ts";

export const COUNTED: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

export function count(s: Scanner, what: string, by: number): void {
  s.openCounts[what] = (s.openCounts[what] ?? 0) + by;
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
  const kind = s.kinds[token];
  s.match[token] = closer;
  count(
    s,
    kind === Kind.stringOpen ? "s" : kind === Kind.expressionOpen ? "e" : s.text.charAt(s.starts[token] ?? 0),
    -1,
  );
}
