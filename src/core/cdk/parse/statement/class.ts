import type { Binding, LocalType, Node } from "../../syntax.ts";
import { parseArguments } from "../expression/arguments.ts";
import { parseExpression } from "../expression/expression.ts";
import { parseCallable } from "../expression/function.ts";
import { parseParameters } from "../parameters.ts";
import {
  accept,
  addRoot,
  declare,
  done,
  is,
  isFree,
  isName,
  isWord,
  matchOf,
  nested,
  newScope,
  type Parser,
  rangeAt,
  textAt,
  within,
} from "../state.ts";
import { parseTypeArguments, parseTypeName, skipTypeArguments } from "../type.ts";
import { expressionStatement } from "./assign.ts";
import { typeParameters } from "./go.ts";
import { scriptNarrowing } from "./narrow.ts";
import { parseBlock, parseStatement, parseStatements } from "./statement.ts";

export function declaredClass(p: Parser): true {
  parseClass(p);
  return true;
}

/** `class X<T> extends Y implements Z { ... }`, from its keyword on; also interfaces, records and enums. */
export function parseClass(p: Parser): void {
  const isEnum = isWord(p, "enum");
  p.at++;
  if (isWord(p, "class") || isWord(p, "struct")) p.at++;
  const named = isFree(p);
  const name = named ? textAt(p) : "";
  const range = rangeAt(p);
  if (named) p.at++;
  if (skipTypeArguments(p, p.at) > p.at) parseTypeArguments(p);
  const bases: Node[] = [];
  const type: LocalType = { name, fields: new Map(membersOf(p, name)), bases };
  if (named) declare(p, { name, range, local: type });
  within(p, newScope(p.scope, "class", type), () => {
    if (is(p, "(")) parseParameters(p);
    heritage(p, bases);
    if (!is(p, "{")) return;
    if (!isEnum) parseBlock(p);
    else if (p.tokens.profile.language === "java") enumBody(p);
    else p.at = matchOf(p) + 1;
  });
}

/** Java's `{ A(x), B(y) { ... }; void f() {} }`. */
function enumBody(p: Parser): void {
  const end = matchOf(p);
  p.at++;
  while (!done(p) && p.at < end && !is(p, ";")) {
    const before = p.at;
    addRoot(p, parseExpression(p));
    if (is(p, "{")) nested(p, () => parseBlock(p));
    if (p.at === before) p.at++;
  }
  within(p, newScope(p.scope, "block"), () => parseStatements(p));
  p.at = Math.max(p.at, Math.min(end + 1, p.tokens.kinds.length));
}

function heritage(p: Parser, bases: Node[]): void {
  while (!done(p) && !is(p, "{") && !is(p, ";") && !is(p, "}")) {
    const before = p.at;
    const base = isFree(p) ? parseTypeName(p) : undefined;
    if (base) bases.push(base);
    addRoot(p, base);
    if (is(p, "(")) nested(p, () => parseArguments(p));
    if (p.at === before) p.at++;
  }
}

const isScript = (p: Parser): boolean => /script$/.test(p.tokens.profile.language);

/** What a namespace of the same name has brought. */
const membersOf = (p: Parser, name: string): readonly [string, Binding[]][] =>
  p.scope.names.get(name)?.flatMap(({ local }) => [...(local?.fields ?? [])]) ?? [];

/** `namespace Task { export interface Props {...} }`: what it holds are members of the class of the same name, too. */
export function namespaced(p: Parser): true {
  const name = textAt(p, p.at + 1);
  const range = rangeAt(p, p.at + 1);
  p.at += 2;
  while (is(p, ".")) p.at += 2;
  if (!is(p, "{")) return true;
  const names = parseBlock(p);
  if (!isScript(p)) return true;
  const known = p.scope.names.get(name)?.find(({ local }) => local)?.local;
  const local: LocalType = known ?? { name, fields: new Map(), bases: [] };
  for (const [member, bindings] of names) local.fields.set(member, bindings);
  if (!known) declare(p, { name, range, local });
  return true;
}

export function namedFunction(p: Parser): true {
  p.at++;
  accept(p, "*");
  if (is(p, "(") && p.tokens.profile.language === "go") return goMethod(p);
  const named = isName(p) ? { name: textAt(p), range: rangeAt(p) } : undefined;
  if (named) p.at++;
  if (p.tokens.profile.language === "go") typeParameters(p);
  else if (skipTypeArguments(p, p.at) > p.at) parseTypeArguments(p);
  const value = parseCallable(p);
  if (named) declare(p, { ...named, value });
  return true;
}

/** `func (s *Stack) Name(...)`: the receiver is one more parameter. */
function goMethod(p: Parser): true {
  within(p, newScope(p.scope, "function"), () => {
    parseParameters(p);
    const [receiver] = [...p.scope.names.values()].flat();
    const name = textAt(p);
    if (isName(p)) p.at++;
    const node = parseCallable(p);
    if (receiver?.type?.kind === "name") p.methods.push({ type: receiver.type.name, name, node });
  });
  return true;
}

/** `if (...)`, `for x := range y {`: what the header declares lives in the block. */
export function controlled(p: Parser): true {
  p.at++;
  within(p, newScope(p.scope, "block"), () => {
    if (p.tokens.profile.language === "go") goHeader(p);
    else if (is(p, "(")) roundHeader(p, isScript(p) ? scriptNarrowing(p) : undefined);
    else if (p.tokens.profile.language === "csharp") return;
    if (is(p, "{")) nested(p, () => parseBlock(p));
    else if (p.tokens.profile.language !== "go") parseStatement(p);
  });
  return true;
}

function roundHeader(p: Parser, narrowed: Omit<Binding, "scope"> | undefined): void {
  const end = matchOf(p);
  p.at++;
  while (!done(p) && p.at < end) {
    const before = p.at;
    if (is(p, ":")) p.at++;
    else parseStatement(p);
    if (p.at === before) p.at++;
  }
  p.at = Math.max(p.at, Math.min(end + 1, p.tokens.kinds.length));
  if (narrowed) declare(p, narrowed);
}

function goHeader(p: Parser): void {
  p.noBraces = true;
  while (!done(p) && !is(p, "{") && !is(p, "}")) {
    const before = p.at;
    if (isWord(p, "range")) p.at++;
    else expressionStatement(p);
    if (p.at === before) p.at++;
  }
  p.noBraces = false;
}
