import { COUNTED, count, popUntil, popWhile } from "./stack.ts";
import { stringText } from "./strings.ts";
import { Kind, push, type Scanner } from "./tokens.ts";

export function openBracket(s: Scanner): void {
  const bracket = s.text.charAt(s.at);
  s.stack.push(push(s, Kind.open, s.at, s.at + 1));
  count(s, bracket, 1);
}

/** Brackets that may be left open within others before a closing one is taken for a slip; keeps time linear. */
const MOST_UNCLOSED = 500;

export function closeBracket(s: Scanner): void {
  const bracket = s.text.charAt(s.at);
  if (bracket === "}" && closesExpression(s)) {
    endExpression(s);
    return;
  }
  const opener = COUNTED[bracket] ?? "";
  const close = push(s, Kind.close, s.at, s.at + 1);
  if (!(s.openCounts[opener] ?? 0)) return;
  const deepest = Math.max(0, s.stack.length - MOST_UNCLOSED);
  for (let i = s.stack.length - 1; i >= deepest; i--) {
    const token = s.stack[i] ?? 0;
    if (s.kinds[token] === Kind.expressionOpen) return;
    if (s.text.charAt(s.starts[token] ?? 0) !== opener) continue;
    popUntil(s, i, close);
    return;
  }
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
