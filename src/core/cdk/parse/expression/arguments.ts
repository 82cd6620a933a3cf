import { Kind } from "../../scan/tokens.ts";
import type { Argument } from "../../syntax.ts";
import { skipType } from "../parameters.ts";
import {
  accept,
  acceptWord,
  addRoot,
  columnAt,
  declare,
  endAt,
  is,
  isClosed,
  isFree,
  isName,
  isWord,
  kindAt,
  newlineAt,
  type Parser,
  rangeAt,
  startAt,
  textAt,
} from "../state.ts";
import { parseTypeName } from "../type.ts";
import { parseEntries } from "./braces.ts";
import { parseExpression } from "./expression.ts";
import { belongsOutside, endOf, goesOn, skip, skipRest } from "./items.ts";

/** The arguments of a call, from its opening bracket on, or from the first where that bracket is missing. */
export function parseArguments(p: Parser, opened = true): readonly Argument[] {
  const { chain } = p;
  if (opened) {
    if (chain >= 0 || !isClosed(p)) p.chain = dotColumn(p);
    p.at++;
  }
  const args = argumentsHere(p, opened ? endOf(p, p.at - 1) : Number.POSITIVE_INFINITY);
  p.chain = chain;
  return args;
}

/** The column of the dot that begins the line of the token at hand. */
function dotColumn(p: Parser): number {
  let first = p.at;
  while (first > 0 && !newlineAt(p, first)) first--;
  return is(p, ".", first) ? columnAt(p, first) : 0;
}

function argumentsHere(p: Parser, end: number): readonly Argument[] {
  const args: Argument[] = [];
  // `builder(.sms(true)`: nothing begins with a dot.
  if (is(p, ".")) return args;
  while (goesOn(p) && p.at < end) {
    if (accept(p, ",")) continue;
    if (belongsOutside(p)) {
      if (p.literals > 0) return args;
      args.push({ name: undefined, nameRange: rangeAt(p), value: parseEntries(p) });
      continue;
    }
    const before = p.at;
    args.push(parseArgument(p));
    if (!is(p, ",") && !commaMissing(p)) skipRest(p);
    if (p.at === before) skip(p);
  }
  accept(p, ")");
  return args;
}

/** The next argument begins on the same line without a comma before it. A lone quote is none. */
function commaMissing(p: Parser): boolean {
  if (newlineAt(p)) return false;
  if (kindAt(p) === Kind.string) return endAt(p) - startAt(p) > 1;
  return is(p, "{") || is(p, "&") || isFree(p) || isWord(p, "new");
}

/** C#'s `TryGetValue(key, out Role role)`. */
function declareOut(p: Parser): void {
  const next = skipType(p, p.at + 1);
  if (next === p.at + 1 || !isFree(p, next) || !(is(p, ",", next + 1) || is(p, ")", next + 1))) return;
  p.at++;
  const type = acceptWord(p, "var") ? undefined : parseTypeName(p);
  addRoot(p, type);
  declare(p, { name: textAt(p), range: rangeAt(p), type });
}

function parseArgument(p: Parser): Argument {
  const { language } = p.tokens.profile;
  if (language === "csharp" && isWord(p, "out")) declareOut(p);
  const separator = language === "python" ? "=" : language === "csharp" ? ":" : undefined;
  if (separator === undefined || !isName(p) || !is(p, separator, p.at + 1))
    return { name: undefined, nameRange: rangeAt(p), value: parseExpression(p) };
  const name = textAt(p);
  const nameRange = rangeAt(p);
  p.at += 2;
  const missing = newlineAt(p) && isName(p) && is(p, separator, p.at + 1);
  return { name, nameRange, value: missing ? undefined : parseExpression(p) };
}
