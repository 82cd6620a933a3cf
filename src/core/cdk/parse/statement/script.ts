import type { Range } from "../../../types.ts";
import type { FunctionNode, LocalType, Node } from "../../syntax.ts";
import { parseExpression } from "../expression/expression.ts";
import { parseCallable } from "../expression/function.ts";
import { patternNames, reached } from "../parameters.ts";
import {
  accept,
  addBinding,
  addRoot,
  declare,
  endAt,
  is,
  isName,
  isWord,
  matchOf,
  mention,
  type Parser,
  rangeAt,
  startAt,
  textAt,
} from "../state.ts";
import { parseTypeArguments, parseTypeName, skipTypeArguments } from "../type.ts";

export function scriptVariables(p: Parser): true {
  p.at++;
  do scriptVariable(p);
  while (accept(p, ","));
  return true;
}

function scriptVariable(p: Parser): void {
  if (is(p, "{") || is(p, "[")) {
    const names = patternNames(p);
    if (accept(p, ":")) addRoot(p, parseTypeName(p));
    const whole = accept(p, "=") || acceptOf(p) ? parseExpression(p) : undefined;
    addRoot(p, whole);
    for (const one of names) {
      const { name, pick, range, picked } = one;
      const value = reached(whole, one);
      declare(p, { name, range, value, pick });
      mention(p, { name, range, value, pick });
      if (picked !== range) mention(p, { name: pick, range: picked, value, pick });
    }
    return;
  }
  if (!isName(p)) return;
  const name = textAt(p);
  const range = rangeAt(p);
  p.at++;
  accept(p, "!");
  const type = accept(p, ":") ? parseTypeName(p) : undefined;
  addRoot(p, type);
  const item = isWord(p, "of");
  const value = accept(p, "=") || acceptOf(p) ? parseExpression(p) : undefined;
  declare(p, { name, range, type, value, item });
  addRoot(p, value, { kind: "name", name, range, scope: p.scope }, type);
}

function acceptOf(p: Parser): boolean {
  if (!isWord(p, "of")) return false;
  p.at++;
  return true;
}

/** A field or method of a class, from its name on. */
export function scriptMember(p: Parser): boolean {
  const next = is(p, "?", p.at + 1) || is(p, "!", p.at + 1) ? p.at + 2 : p.at + 1;
  const bracket = skipTypeArguments(p, next);
  if (is(p, "(", bracket)) return callableMember(p, next, bracket);
  return (is(p, ":", next) || is(p, "=", next) || is(p, ";", next)) && fieldMember(p, next);
}

/** A method, getter or setter, unless it is a call. */
function callableMember(p: Parser, next: number, bracket: number): boolean {
  const name = textAt(p);
  const range = rangeAt(p);
  const end = matchOf(p, bracket) + 1;
  const closed = is(p, ")", end - 1);
  if (closed && !is(p, "{", end) && !is(p, ":", end) && !is(p, ";", end)) return false;
  const getter = isWord(p, "get", p.at - 1);
  const setter = isWord(p, "set", p.at - 1);
  p.at = next;
  parseTypeArguments(p);
  const value = parseCallable(p);
  if (!setter) method(p, { name, range, getter, value });
  return true;
}

function fieldMember(p: Parser, next: number): true {
  const name = textAt(p);
  const range = rangeAt(p);
  p.at = next;
  const type = accept(p, ":") ? parseTypeName(p) : undefined;
  addRoot(p, type);
  const value = accept(p, "=") ? parseExpression(p) : undefined;
  const owner = p.scope.parent?.type;
  if (owner) addBinding(owner.fields, { name, range, type, value, scope: p.scope });
  const nowhere = { start: range.start, end: range.start };
  const self: Node = { kind: "name", name: "this", range: nowhere, scope: p.scope };
  addRoot(p, value, { kind: "member", object: self, name, nameRange: range, range }, type);
  return true;
}

/** A method is a field that holds a function. */
function method(p: Parser, made: { name: string; range: Range; getter: boolean; value: FunctionNode }): void {
  const owner = p.scope.parent?.type;
  if (!owner) return;
  if (made.name === "constructor") owner.init = made.value.parameters;
  else addBinding(owner.fields, { ...made, scope: p.scope });
}

export function typeAlias(p: Parser): true {
  p.at++;
  const name = textAt(p);
  const range = rangeAt(p);
  p.at = skipTypeArguments(p, p.at + 1);
  accept(p, "=");
  const start = startAt(p);
  const type = parseTypeName(p);
  addRoot(p, type);
  // `Omit<X, ...>` and `X & {...}` have what X has, but aren't X.
  const isAlias = type?.range.start === start && type.range.end === endAt(p, p.at - 1) && type.kind !== "map";
  declare(p, { name, range, ...(isAlias || !type ? { value: type } : { local: localOf(p, name, type) }) });
  return true;
}

function localOf(p: Parser, name: string, type: Node): LocalType {
  const local: LocalType = { name, fields: new Map(), bases: type.kind === "map" ? [] : [type] };
  if (type.kind !== "map") return local;
  for (const { key, keyNode, value } of type.entries)
    if (key !== undefined)
      addBinding(local.fields, { name: key, range: keyNode.range, type: value, scope: p.scope });
  return local;
}
