import { Kind } from "../../scan/tokens.ts";
import type { Entry, FunctionNode, Node, Parameter } from "../../syntax.ts";
import { parseParameters } from "../parameters.ts";
import {
  accept,
  addRoot,
  DEEPEST,
  declare,
  endAt,
  is,
  isFree,
  isName,
  isWord,
  kindAt,
  matchOf,
  nested,
  newScope,
  type Parser,
  rangeAt,
  startAt,
  textAt,
  within,
} from "../state.ts";
import { parseClass } from "../statement/class.ts";
import { goResult } from "../statement/go.ts";
import { parseBlock } from "../statement/statement.ts";
import { parseTypeName } from "../type.ts";
import { parseExpression } from "./expression.ts";

const arrowOf = (p: Parser): string => (p.tokens.profile.language === "java" ? "->" : "=>");

/** Is the bracket here the parameter list of a lambda? */
export function arrowAt(p: Parser): boolean {
  const { language } = p.tokens.profile;
  if (language === "python" || language === "go") return false;
  const after = matchOf(p) + 1;
  if (is(p, arrowOf(p), after)) return true;
  if (language !== "typescript" || !is(p, ":", after)) return false;
  for (let at = after + 1; at < after + 30; at++) {
    if (is(p, "=>", at)) return true;
    if (kindAt(p, at) === Kind.open) at = matchOf(p, at);
    else if (!isName(p, at) && !/^[.<>,|&]$/.test(textAt(p, at))) return false;
  }
  return false;
}

/** `x => ...`, `(a, b) => { ... }` */
export function parseArrow(p: Parser): FunctionNode {
  const start = startAt(p);
  return within(p, newScope(p.scope, "function"), () => {
    const parameters = is(p, "(") ? parseParameters(p) : [bareParameter(p)];
    if (accept(p, ":")) returning(p, parseTypeName(p));
    accept(p, arrowOf(p));
    functionBody(p);
    return functionNode(p, start, parameters);
  });
}

function bareParameter(p: Parser): Parameter {
  const name = textAt(p);
  declare(p, { name, range: rangeAt(p) });
  p.at++;
  return { name, type: undefined, rest: false };
}

/** The function whose scope this is. */
export function functionNode(p: Parser, start: number, parameters: readonly Parameter[]): FunctionNode {
  const { scope } = p;
  const range = { start, end: endAt(p, p.at - 1) };
  return { kind: "function", range, parameters, returns: scope.returns, gives: scope.gives, scope };
}

function functionBody(p: Parser): void {
  if (is(p, "{")) {
    nested(p, () => parseBlock(p));
    return;
  }
  const body = nested(p, () => (p.depth > DEEPEST ? undefined : parseExpression(p)));
  addRoot(p, body, undefined, p.scope.returns);
  if (body) p.scope.gives.push(body);
}

/** Python's `lambda x: ...`. */
export function parseLambda(p: Parser): FunctionNode {
  const start = startAt(p);
  p.at++;
  return within(p, newScope(p.scope, "function"), () => {
    for (; isName(p) || is(p, ",") || is(p, "*"); p.at++)
      if (isFree(p)) declare(p, { name: textAt(p), range: rangeAt(p) });
    accept(p, ":");
    functionBody(p);
    return functionNode(p, start, []);
  });
}

/** `function (...) {...}`, Go's `func (...) T {...}` and a class, within an expression. */
export function parseFunction(p: Parser, word: string): FunctionNode {
  const start = startAt(p);
  if (word === "class") {
    parseClass(p);
    return within(p, newScope(p.scope, "function"), () => functionNode(p, start, []));
  }
  p.at++;
  accept(p, "*");
  if (isFree(p)) p.at++;
  return parseCallable(p);
}

/** Parameters, result type and body, from the opening parenthesis on. */
export function parseCallable(p: Parser): FunctionNode {
  const start = startAt(p);
  return within(p, newScope(p.scope, "function"), () => {
    const parameters = is(p, "(") ? parseParameters(p) : [];
    if (p.tokens.profile.language === "go") goResult(p);
    else if (accept(p, ":")) returning(p, parseTypeName(p));
    if (is(p, "{")) nested(p, () => parseBlock(p));
    return functionNode(p, start, parameters);
  });
}

/** The type that the function at hand gives. */
export function returning(p: Parser, type: Node | undefined): void {
  addRoot(p, type);
  p.scope.returns = type;
}

/** A method in an object literal: `async run(x) { ... }`; of `get name() { ... }` and `set` the name alone is passed over. */
export function parseMethod(p: Parser): Entry | true | undefined {
  const isPlain = !isWord(p, "get") && !isWord(p, "set");
  let at = p.at;
  while ((isWord(p, "async", at) || isWord(p, "get", at) || isWord(p, "set", at)) && isName(p, at + 1)) at++;
  if (kindAt(p, at) !== Kind.name || !is(p, "(", at + 1)) return undefined;
  const after = matchOf(p, at + 1) + 1;
  if (!is(p, "{", after) && !is(p, ":", after)) return undefined;
  const keyNode: Node = { kind: "name", name: textAt(p, at), range: rangeAt(p, at), scope: p.scope };
  p.at = at + 1;
  const value = parseCallable(p);
  return isPlain ? { key: keyNode.name, keyNode, quoted: false, value } : true;
}
