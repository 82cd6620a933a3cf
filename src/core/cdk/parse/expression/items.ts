import { Kind } from "../../scan/tokens.ts";
import type { ListNode, Node } from "../../syntax.ts";
import {
  accept,
  addRoot,
  done,
  endAt,
  is,
  isName,
  kindAt,
  matchOf,
  newlineAt,
  type Parser,
  startAt,
  startsStatement,
} from "../state.ts";
import { parseExpression } from "./expression.ts";

/** Whether a list goes on: not at its end, nor where another bracket or a new statement shows that it is unclosed. */
export function goesOn(p: Parser): boolean {
  if (done(p)) return false;
  const kind = kindAt(p);
  if (kind === Kind.close || kind === Kind.expressionClose || kind === Kind.stringClose) return false;
  return !is(p, ";") && !is(p, ".") && !startsStatement(p) && !declaresHere(p);
}

/** Go's `a, b := ` on a line of its own. */
function declaresHere(p: Parser): boolean {
  if (p.tokens.profile.language !== "go" || !newlineAt(p)) return false;
  let at = p.at;
  while (isName(p, at) && is(p, ",", at + 1)) at += 2;
  return isName(p, at) && is(p, ":=", at + 1);
}

/** In Python the indents tell where an open bracket must end. */
export const endOf = (p: Parser, open: number): number =>
  p.tokens.profile.language === "python" ? matchOf(p, open) : Number.POSITIVE_INFINITY;

/** Passes over one token, or a bracket, that fits nowhere. */
export function skip(p: Parser): void {
  if (kindAt(p) === Kind.open || kindAt(p) === Kind.stringOpen) p.at = Math.max(p.at + 1, matchOf(p));
  p.at++;
}

/** Python's `x for x in y if z` after an item. */
export function skipRest(p: Parser): void {
  while (goesOn(p) && !is(p, ",")) {
    if (newlineAt(p) && isName(p) && (is(p, ":", p.at + 1) || is(p, "=", p.at + 1))) return;
    const before = p.at;
    addRoot(p, parseExpression(p));
    if (p.at === before) skip(p);
  }
}

/** `key:` on a new line, where the language has no such argument: the bracket was left open inside a literal. */
export function belongsOutside(p: Parser): boolean {
  const { language } = p.tokens.profile;
  if (language === "python" || !newlineAt(p) || !isName(p)) return false;
  if (language === "csharp") return is(p, "=", p.at + 1);
  return is(p, ":", p.at + 1) && !is(p, ":", p.at + 2);
}

/** Expressions between brackets, from the opening one on. */
export function parseItems(p: Parser, close: string): ListNode {
  const start = startAt(p);
  const items: Node[] = [];
  const end = endOf(p, p.at);
  p.at++;
  while (goesOn(p) && p.at < end) {
    if (accept(p, ",")) continue;
    if (belongsOutside(p)) break;
    const before = p.at;
    const item = parseExpression(p);
    if (item) items.push(item);
    if (!is(p, ",")) skipRest(p);
    if (p.at === before) skip(p);
  }
  accept(p, close);
  return { kind: "list", items, range: { start, end: endAt(p, p.at - 1) } };
}
