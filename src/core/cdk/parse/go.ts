import { Kind } from "../scan.ts";
import type { LocalType, Node } from "../syntax.ts";
import { parseExpression } from "./expression.ts";
import {
  accept,
  addBinding,
  addRoot,
  declare,
  done,
  is,
  isFree,
  isWord,
  kindAt,
  matchOf,
  newlineAt,
  type Parser,
  rangeAt,
  textAt,
} from "./state.ts";
import { parseTypeName } from "./type.ts";

export function goDeclaration(p: Parser): true {
  const isType = isWord(p, "type");
  p.at++;
  if (!is(p, "(")) {
    goSpec(p, isType);
    return true;
  }
  const end = matchOf(p);
  p.at++;
  while (!done(p) && p.at < end && kindAt(p) !== Kind.close) {
    const before = p.at;
    goSpec(p, isType);
    if (p.at === before) p.at++;
  }
  accept(p, ")");
  return true;
}

function goSpec(p: Parser, isType: boolean): void {
  if (!isFree(p)) return;
  const name = textAt(p);
  const range = rangeAt(p);
  p.at++;
  if (isType) {
    goType(p, name, range);
    return;
  }
  const type = is(p, "=") || newlineAt(p) ? undefined : parseTypeName(p);
  addRoot(p, type);
  const value = accept(p, "=") ? parseExpression(p) : undefined;
  declare(p, { name, range, type, value });
  addRoot(p, value, { kind: "name", name, range, scope: p.scope }, type);
}

function goType(p: Parser, name: string, range: { start: number; end: number }): void {
  const local: LocalType = { name, fields: new Map(), bases: [] };
  declare(p, { name, range, local });
  if (!isWord(p, "struct") && !isWord(p, "interface")) {
    addRoot(p, parseTypeName(p));
    return;
  }
  p.at++;
  const end = matchOf(p);
  p.at++;
  while (!done(p) && p.at < end && kindAt(p) !== Kind.close) {
    const before = p.at;
    goField(p, local);
    if (p.at === before) p.at++;
  }
  p.at = Math.max(p.at, Math.min(end + 1, p.tokens.kinds.length));
}

function goField(p: Parser, local: LocalType): void {
  if (kindAt(p) === Kind.string) return;
  const first = isFree(p) && !is(p, ".", p.at + 1) && !newlineAt(p, p.at + 1) ? rangeAt(p) : undefined;
  const name = first ? textAt(p) : "";
  if (first) p.at++;
  const type = parseTypeName(p);
  addRoot(p, type);
  if (first) addBinding(local.fields, { name, range: first, type, scope: p.scope });
  else if (type) (local.bases as Node[]).push(type);
}
