import { COUNTED, open, popUntil, popWhile } from "./stack.ts";
import { stringText } from "./strings.ts";
import { Kind, lineStart, push, type Scanner } from "./tokens.ts";

export function openBracket(s: Scanner): void {
  const below = s.byLayout ? memberBelow(s) : undefined;
  if (below !== undefined && !isOfCall(s)) {
    s.at++;
    return;
  }
  open(s, push(s, Kind.open, s.at, s.at + 1));
  if (below !== undefined) endOfLine(s, below);
}

const MEMBER_BELOW = /[ \t]*\r?\n([ \t]*)\.[a-z]/iy;

/** The column of a `.name` that the next line begins with: no bracket has that in it, so the one at hand is a slip. */
function memberBelow(s: Scanner): number | undefined {
  MEMBER_BELOW.lastIndex = s.at + 1;
  return MEMBER_BELOW.exec(s.text)?.[1]?.length;
}

const isOfCall = ({ text, at }: Scanner): boolean => text[at] === "(" && /\w/.test(text.charAt(at - 1));

/** `.actions(List.of(` is still being typed where the chain goes on below. */
function endOfLine(s: Scanner, column: number): void {
  const line = lineStart(s.text, s.at);
  const isOpenHere = (depth: number): boolean => {
    const token = s.stack[depth] ?? 0;
    return (
      s.kinds[token] === Kind.open && (s.starts[token] ?? 0) >= line && (s.indents[depth] ?? 0) >= column
    );
  };
  let depth = s.stack.length - 1;
  while (depth > 0 && isOpenHere(depth - 1)) depth--;
  popUntil(s, depth, s.kinds.length);
}

/** Brackets that may be left open within others before a closing one is taken for a slip; keeps time linear. */
const MOST_UNCLOSED = 500;

export function closeBracket(s: Scanner): void {
  const bracket = s.text.charAt(s.at);
  if (bracket === "}" && closesExpression(s)) {
    endExpression(s);
    return;
  }
  const depth = openerOf(s, COUNTED[bracket] ?? "");
  if (depth !== undefined) {
    popUntil(s, depth, push(s, Kind.close, s.at, s.at + 1));
    return;
  }
  s.isUnbalanced = true;
  // A `)` behind something may end a call whose opening bracket is missing.
  if (s.byLayout && (s.sawNewline || bracket !== ")")) s.at++;
  else push(s, Kind.close, s.at, s.at + 1);
}

/**
 * Where on the stack the bracket stands that the one at hand closes. By the layout, one that begins its line closes
 * what a line of its own indent has opened, or what was opened last.
 */
function openerOf(s: Scanner, opener: string): number | undefined {
  if (!(s.openCounts[opener] ?? 0)) return undefined;
  const column = s.byLayout && s.sawNewline ? s.at - lineStart(s.text, s.at) : undefined;
  const deepest = Math.max(0, s.stack.length - MOST_UNCLOSED);
  let nearest: number | undefined;
  for (let i = s.stack.length - 1; i >= deepest; i--) {
    const token = s.stack[i] ?? 0;
    if (s.kinds[token] === Kind.expressionOpen) break;
    if (s.text.charAt(s.starts[token] ?? 0) !== opener) continue;
    if (column === undefined || s.indents[i] === column) return i;
    nearest ??= i;
  }
  return nearest === s.stack.length - 1 ? nearest : undefined;
}

/** Is the innermost open brace that of a string's expression? */
function closesExpression(s: Scanner): boolean {
  if (!s.openCounts.e) return false;
  for (let i = s.stack.length - 1; i >= 0; i--) {
    const token = s.stack[i] ?? 0;
    if (s.kinds[token] === Kind.expressionOpen) return true;
    if (s.text.charAt(s.starts[token] ?? 0) === "{") return false;
  }
  return false;
}

function endExpression(s: Scanner): void {
  const form = s.forms[s.forms.length - 1];
  const braces = (form?.interpolation ?? "{").replace("$", "").length;
  popWhile(s, Kind.expressionOpen, push(s, Kind.expressionClose, s.at, s.at + braces));
  if (form) stringText(s, form);
}
