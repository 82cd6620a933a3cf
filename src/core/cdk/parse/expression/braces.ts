import { Kind } from "../../scan/tokens.ts";
import type { Entry, ListNode, MapNode, Node } from "../../syntax.ts";
import {
  accept,
  addRoot,
  endAt,
  is,
  isName,
  isWord,
  kindAt,
  nested,
  newlineAt,
  type Parser,
  rangeAt,
  startAt,
  startsStatement,
  textAt,
} from "../state.ts";
import { parseExpression } from "./expression.ts";
import { parseMethod } from "./function.ts";
import { endOf, goesOn, parseItems, skip, skipRest } from "./items.ts";
import { parseString } from "./string.ts";

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
