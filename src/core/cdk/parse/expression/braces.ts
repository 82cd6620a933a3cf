import { Kind } from "../../scan/tokens.ts";
import type { Argument, Entry, ListNode, MapNode, Node } from "../../syntax.ts";
import { skipType } from "../parameters.ts";
import {
  accept,
  acceptWord,
  addRoot,
  columnAt,
  declare,
  done,
  endAt,
  is,
  isClosed,
  isFree,
  isName,
  isWord,
  kindAt,
  matchOf,
  nested,
  newlineAt,
  type Parser,
  rangeAt,
  startAt,
  startsStatement,
  textAt,
} from "../state.ts";
import { parseTypeName } from "../type.ts";
import { parseExpression } from "./expression.ts";
import { parseMethod } from "./function.ts";
import { parseString } from "./string.ts";

/** Whether a list goes on: not at its end, nor where another bracket or a new statement shows that it is unclosed. */
function goesOn(p: Parser): boolean {
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
const endOf = (p: Parser, open: number): number =>
  p.tokens.profile.language === "python" ? matchOf(p, open) : Number.POSITIVE_INFINITY;

/** Passes over one token, or a bracket, that fits nowhere. */
function skip(p: Parser): void {
  if (kindAt(p) === Kind.open || kindAt(p) === Kind.stringOpen) p.at = Math.max(p.at + 1, matchOf(p));
  p.at++;
}

/** Python's `x for x in y if z` after an item. */
function skipRest(p: Parser): void {
  while (goesOn(p) && !is(p, ",")) {
    if (newlineAt(p) && isName(p) && (is(p, ":", p.at + 1) || is(p, "=", p.at + 1))) return;
    const before = p.at;
    addRoot(p, parseExpression(p));
    if (p.at === before) skip(p);
  }
}

// ---------------------------------------------------------------- arguments

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

/** `key:` on a new line, where the language has no such argument: the bracket was left open inside a literal. */
function belongsOutside(p: Parser): boolean {
  const { language } = p.tokens.profile;
  if (language === "python" || !newlineAt(p) || !isName(p)) return false;
  if (language === "csharp") return is(p, "=", p.at + 1);
  return is(p, ":", p.at + 1) && !is(p, ":", p.at + 2);
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

// ---------------------------------------------------------------- braces

/** An object literal, dict, initialiser, struct or array literal, from its opening brace on. */
export function parseBraces(p: Parser): MapNode | ListNode {
  p.at++;
  p.literals++;
  const literal = parseEntries(p, p.at - 1);
  p.literals--;
  return literal;
}

/** What stands in braces, up to the closing one; also where the opening one is missing. */
export function parseEntries(p: Parser, from = p.at): MapNode | ListNode {
  const start = startAt(p, from);
  const entries: Entry[] = [];
  const items: Node[] = [];
  const spreads: Node[] = [];
  const end = is(p, "{", from) && from < p.at ? endOf(p, from) : Number.POSITIVE_INFINITY;
  while (goesOn(p) && p.at < end) {
    if (accept(p, ",")) continue;
    const before = p.at;
    if (is(p, "...") || is(p, "**")) pushTo(spreads, spread(p));
    else parseElement(p, entries, items);
    if (!is(p, ",") && !newlineAt(p)) skipRest(p);
    if (p.at === before) skip(p);
  }
  accept(p, "}");
  const range = { start, end: endAt(p, Math.max(from, p.at - 1)) };
  if (entries.length === 0 && items.length > 0)
    return asPairs(items, range) ?? { kind: "list", items, range };
  // Statements that a missing brace has brought in here.
  for (const item of items) addRoot(p, item);
  return { kind: "map", entries, spreads, range };
}

function pushTo(nodes: Node[], node: Node | undefined): void {
  if (node) nodes.push(node);
}

function spread(p: Parser): Node | undefined {
  p.at++;
  return parseExpression(p);
}

/** C#'s `{ { "key", value }, ... }`. */
function asPairs(items: readonly Node[], range: MapNode["range"]): MapNode | undefined {
  const entries: Entry[] = [];
  for (const item of items) {
    const [keyNode, value] = item.kind === "list" && item.items.length === 2 ? item.items : [];
    if (!keyNode || !value || keyNode.kind !== "string") return undefined;
    entries.push({ key: textOf(keyNode), keyNode, quoted: true, value });
  }
  return { kind: "map", entries, spreads: [], range };
}

function textOf(node: Node): string | undefined {
  if (node.kind === "name") return node.name;
  if (node.kind !== "string") return undefined;
  const [first, second] = node.parts;
  return second === undefined && (first === undefined || first.kind === "text")
    ? (first?.text ?? "")
    : undefined;
}

function parseElement(p: Parser, entries: Entry[], items: Node[]): void {
  const { language } = p.tokens.profile;
  const script = language === "typescript" || language === "javascript";
  const method = script ? parseMethod(p) : undefined;
  if (method && method !== true) entries.push(method);
  if (method) return;
  const computed = is(p, "[") && (script || language === "csharp");
  const keyNode = computed ? computedKey(p) : parseKey(p, script);
  if (!keyNode) return;
  // A name in brackets, in Python any name, is a variable.
  const isVariable = keyNode.kind === "name" && (computed || language === "python");
  const key = isVariable ? undefined : textOf(keyNode);
  const quoted = computed || isVariable || keyNode.kind === "string";
  const separator = language === "csharp" ? "=" : ":";
  if (accept(p, separator)) entries.push({ key, keyNode, quoted, value: parseValue(p, separator) });
  else if (script && keyNode.kind === "name") entries.push({ key, keyNode, quoted, value: keyNode });
  else if (keyNode.kind === "name" && entries.length > 0 && items.length === 0)
    entries.push({ key, keyNode, quoted, value: undefined });
  else items.push(keyNode);
}

function computedKey(p: Parser): Node | undefined {
  const { items } = nested(p, () => parseBracketItems(p));
  return items[0];
}

const parseBracketItems = (p: Parser): ListNode => parseItems(p, "]");

function parseKey(p: Parser, script: boolean): Node | undefined {
  const next = p.at + 1;
  const separator = p.tokens.profile.language === "csharp" ? "=" : ":";
  const plain =
    isName(p) &&
    (is(p, separator, next) || (script && (is(p, ",", next) || is(p, "}", next) || startsNextLine(p, next))));
  if (plain) {
    const node: Node = { kind: "name", name: textAt(p), range: rangeAt(p), scope: p.scope };
    p.at++;
    return node;
  }
  if (kindAt(p) === Kind.string && is(p, separator, next)) return parseString(p);
  return parseExpression(p);
}

/** A key that is half typed: the next line goes on with another key, or ends. */
const startsNextLine = (p: Parser, at: number): boolean =>
  newlineAt(p, at) && (isName(p, at) || kindAt(p, at) === Kind.string || kindAt(p, at) === Kind.close);

/** What stands after `key:`; nothing where the next line begins with a key again. */
function parseValue(p: Parser, separator: string): Node | undefined {
  if (newlineAt(p) && (isName(p) || kindAt(p) === Kind.string) && is(p, separator, p.at + 1))
    return undefined;
  if (startsStatement(p) || isWord(p, "")) return undefined;
  return parseExpression(p);
}
