import type { FunctionNode, Node } from "../../syntax.ts";
import { parseExpression } from "../expression/expression.ts";
import { functionNode } from "../expression/function.ts";
import { parseParameters, skipType } from "../parameters.ts";
import {
  accept,
  acceptWord,
  addBinding,
  addMethod,
  addRoot,
  declare,
  done,
  is,
  isFree,
  isWord,
  matchOf,
  nested,
  newScope,
  type Parser,
  rangeAt,
  startAt,
  textAt,
  within,
} from "../state.ts";
import { parseTypeName, skipTypeArguments } from "../type.ts";
import { gives, parseBlock } from "./statement.ts";

/** `Type name = value;`, `Type name(...) {`, `Type Name { get; }`, `Name(...) {` of a constructor. */
export function typedDeclaration(p: Parser): boolean {
  const inClass = p.scope.kind === "block" && p.scope.parent?.type !== undefined;
  if (inClass && isFree(p) && is(p, "(", p.at + 1)) {
    p.at++;
    const { parameters } = typedCallable(p);
    const owner = p.scope.parent?.type;
    if (owner) owner.init ??= parameters;
    return true;
  }
  if (isWord(p, "var") && is(p, "(", p.at + 1)) return pairs(p);
  const next = skipType(p, p.at);
  const after = skipTypeArguments(p, next + 1);
  if (next === p.at || !isFree(p, next) || !/^([=;,:({)]|=>|in)$/.test(textAt(p, after) || ";")) return false;
  if (after > next + 1 && !is(p, "(", after)) return false;
  const type = acceptWord(p, "var") ? undefined : parseTypeName(p);
  addRoot(p, type);
  if (p.at < next) p.at = next;
  do typedVariable(p, type, inClass);
  while (accept(p, ",") && isFree(p));
  return true;
}

/** C#'s `foreach (var (name, role) in roles)`: the second is the value of the entry. */
function pairs(p: Parser): boolean {
  const end = matchOf(p, p.at + 1);
  if (!isFree(p, end - 1) || !is(p, ",", end - 2) || !isWord(p, "in", end + 1)) return false;
  p.at = end + 2;
  const value = parseExpression(p);
  declare(p, { name: textAt(p, end - 1), range: rangeAt(p, end - 1), value, item: true });
  addRoot(p, value);
  return true;
}

function typedVariable(p: Parser, type: Node | undefined, inClass: boolean): void {
  const name = textAt(p);
  const range = rangeAt(p);
  p.at = skipTypeArguments(p, p.at + 1);
  const owner = inClass ? p.scope.parent?.type : undefined;
  if (is(p, "(")) {
    const value = typedCallable(p, type);
    if (owner) addMethod(owner, name, value);
    else declare(p, { name, range, value });
    return;
  }
  if (is(p, "{")) propertyBody(p);
  const item = isWord(p, "in") || is(p, ":");
  const hasValue = is(p, "=") || is(p, "=>") || item;
  if (hasValue) p.at++;
  const value = hasValue ? parseExpression(p) : undefined;
  if (owner) addBinding(owner.fields, { name, range, type, value, scope: p.scope });
  else declare(p, { name, range, type, value, item });
  addRoot(p, value, { kind: "name", name, range, scope: p.scope }, type);
}

/** C#'s `{ get; set; }`, or with bodies. */
function propertyBody(p: Parser): void {
  const end = matchOf(p) + 1;
  if (end - p.at > 12) nested(p, () => parseBlock(p));
  else p.at = end;
}

/** Parameters and body of a method or constructor; C#'s `: base(...)` between them. */
function typedCallable(p: Parser, returns?: Node): FunctionNode {
  const start = startAt(p);
  return within(p, newScope(p.scope, "function"), () => {
    p.scope.returns = returns;
    const parameters = parseParameters(p);
    while (!done(p) && !is(p, "{") && !is(p, ";") && !is(p, "}") && !is(p, "=>")) {
      const before = p.at;
      if (acceptWord(p, "where")) constraint(p);
      else addRoot(p, parseExpression(p));
      if (p.at === before) p.at++;
    }
    if (is(p, "{")) nested(p, () => parseBlock(p));
    else if (accept(p, "=>")) gives(p, parseExpression(p));
    return functionNode(p, start, parameters);
  });
}

/** C#'s `where T : IGrantable, new()`, from the type parameter on. */
function constraint(p: Parser): void {
  p.at++;
  if (!accept(p, ":")) return;
  do addRoot(p, parseTypeName(p));
  while (accept(p, ","));
}
