import { Kind } from "../scan/tokens.ts";
import type { Entry, Node } from "../syntax.ts";
import { parseDotted } from "./expression/dotted.ts";
import { parseParameters } from "./parameters.ts";
import {
  accept,
  addRoot,
  done,
  endAt,
  is,
  isClosed,
  isFree,
  isName,
  isWord,
  kindAt,
  matchOf,
  newlineAt,
  newScope,
  type Parser,
  rangeAt,
  startAt,
  startsStatement,
  textAt,
  within,
} from "./state.ts";
import { listOf, withArguments } from "./type.ts";

export const isNothing = (type: Node): boolean =>
  type.kind === "name" && /^(None|undefined|null|void|string|number|boolean|any)$/.test(type.name);

export function unionType(p: Parser): Node | undefined {
  accept(p, "|");
  let result = postfixType(p);
  while (is(p, "|") || is(p, "&")) {
    p.at++;
    const other = postfixType(p);
    if (!result || isNothing(result)) result = other;
    else addRoot(p, other);
  }
  return result;
}

function postfixType(p: Parser): Node | undefined {
  let type = primaryType(p);
  while (is(p, "[") && !newlineAt(p)) {
    p.at = isClosed(p) ? matchOf(p) + 1 : p.at + 1;
    type = type && listOf(type);
  }
  return type;
}

function primaryType(p: Parser): Node | undefined {
  while (isWord(p, "readonly") || isWord(p, "keyof") || isWord(p, "typeof") || isWord(p, "unique")) p.at++;
  if (is(p, "{")) return literalType(p);
  if (is(p, "(") || is(p, "[")) return bracketType(p);
  if (isFree(p) || /^(void|null|undefined|this)$/.test(textAt(p))) return withArguments(p, parseDotted(p));
  if (isName(p) || kindAt(p) === Kind.string || kindAt(p) === Kind.number) p.at++;
  return undefined;
}

/** A tuple, a function type or a type in parentheses. */
function bracketType(p: Parser): Node | undefined {
  const end = matchOf(p);
  const round = is(p, "(");
  if (round && is(p, "=>", end + 1)) {
    functionType(p);
    return undefined;
  }
  p.at++;
  const inner = unionType(p);
  if (!round) tupleRest(p, inner, end);
  p.at = Math.max(p.at, end + 1);
  return round ? inner : undefined;
}

/** `(partition: string) => iam.PolicyDocument` */
function functionType(p: Parser): void {
  parametersOfType(p);
  accept(p, "=>");
  addRoot(p, unionType(p));
}

function parametersOfType(p: Parser): void {
  within(p, newScope(p.scope, "function"), () => parseParameters(p));
}

function tupleRest(p: Parser, first: Node | undefined, end: number): void {
  addRoot(p, first);
  while (p.at < end && accept(p, ",")) addRoot(p, unionType(p));
}

/** `{ pool: cognito.UserPool; name?: string }`; `{ [name: string]: iam.Role }` counts as a list. */
function literalType(p: Parser): Node {
  const start = startAt(p);
  const end = matchOf(p);
  const entries: Entry[] = [];
  let element: Node | undefined;
  p.at++;
  const closed = isClosed(p, p.at - 1);
  while (p.at < end && !done(p) && (closed || !startsStatement(p))) {
    while (isWord(p, "readonly")) p.at++;
    if (is(p, "[")) element = indexSignature(p) ?? element;
    else if (isName(p)) pushField(p, entries);
    else p.at++;
  }
  if (closed) p.at = Math.max(p.at, end + 1);
  if (element && entries.length === 0) return listOf(element);
  return { kind: "map", entries, spreads: [], range: { start, end: endAt(p, p.at - 1) } };
}

function pushField(p: Parser, entries: Entry[]): void {
  const keyNode: Node = { kind: "name", name: textAt(p), range: rangeAt(p), scope: p.scope };
  p.at++;
  accept(p, "?");
  const isMethod = is(p, "(");
  if (isMethod) parametersOfType(p);
  if (!accept(p, ":")) return;
  const value = unionType(p);
  addRoot(p, value);
  if (!isMethod) entries.push({ key: keyNode.name, keyNode, quoted: false, value });
}

/** `[name: string]: T`, `[K in keyof T]: U`: the type that an index gives. */
function indexSignature(p: Parser): Node | undefined {
  const end = matchOf(p);
  p.at++;
  while (p.at < end && !is(p, ":") && !isWord(p, "in")) p.at++;
  p.at++;
  addRoot(p, unionType(p));
  p.at = Math.max(p.at, end + 1);
  accept(p, "?");
  const element = accept(p, ":") ? unionType(p) : undefined;
  addRoot(p, element);
  return element;
}
