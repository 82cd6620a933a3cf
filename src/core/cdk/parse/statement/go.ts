import { Kind } from "../../scan/tokens.ts";
import type { Entry, FunctionNode, LocalType, Node } from "../../syntax.ts";
import { parseDotted } from "../expression/dotted.ts";
import { parseExpression } from "../expression/expression.ts";
import { functionNode, returning } from "../expression/function.ts";
import { parseParameters } from "../parameters.ts";
import {
  accept,
  acceptWord,
  addBinding,
  addMethod,
  addRoot,
  behindBracket,
  declare,
  done,
  endAt,
  is,
  isFree,
  isWord,
  kindAt,
  matchOf,
  newlineAt,
  newScope,
  type Parser,
  rangeAt,
  startAt,
  startsFile,
  textAt,
  within,
} from "../state.ts";
import { listOf } from "../type.ts";

export function goDeclaration(p: Parser): true {
  const isType = isWord(p, "type");
  p.at++;
  if (!is(p, "(")) {
    goSpec(p, isType);
    return true;
  }
  const end = matchOf(p);
  p.at++;
  while (!done(p) && p.at < end && kindAt(p) !== Kind.close && !startsFile(p)) {
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
    namedType(p, name, range);
    return;
  }
  const type = is(p, "=") || newlineAt(p) ? undefined : goType(p);
  addRoot(p, type);
  const value = accept(p, "=") ? parseExpression(p) : undefined;
  declare(p, { name, range, type, value });
  addRoot(p, value, { kind: "name", name, range, scope: p.scope }, type);
}

function namedType(p: Parser, name: string, range: { start: number; end: number }): void {
  if (isFree(p, p.at + 1) && !is(p, "]", p.at + 2)) typeParameters(p);
  const isAlias = accept(p, "=");
  if (!isAlias && (isWord(p, "struct") || isWord(p, "interface"))) {
    const local: LocalType = { name, fields: new Map(), bases: [] };
    declare(p, { name, range, local });
    goFields(p, local);
    return;
  }
  const value = goType(p);
  addRoot(p, value);
  declare(p, value?.kind === "name" || value?.kind === "member" ? { name, range, value } : { name, range });
}

/** `[T awsiam.IGrantable]` */
export function typeParameters(p: Parser): void {
  if (is(p, "[")) within(p, newScope(p.scope, "function"), () => parseParameters(p, "]"));
}

/** What a struct or interface holds, from its keyword on. */
function goFields(p: Parser, local: LocalType): void {
  p.at++;
  const end = is(p, "{") ? matchOf(p) : p.tokens.kinds.length;
  accept(p, "{");
  while (!done(p) && p.at < end && kindAt(p) !== Kind.close && !startsFile(p)) {
    const before = p.at;
    goField(p, local);
    if (p.at === before) p.at++;
  }
  accept(p, "}");
}

function goField(p: Parser, local: LocalType): void {
  if (kindAt(p) === Kind.string) return;
  const first = isFree(p) && !is(p, ".", p.at + 1) && !newlineAt(p, p.at + 1) ? rangeAt(p) : undefined;
  const name = first ? textAt(p) : "";
  if (first) p.at++;
  if (first && is(p, "(")) {
    addMethod(local, name, goSignature(p));
    return;
  }
  const type = goType(p);
  addRoot(p, type);
  if (first) addBinding(local.fields, { name, range: first, type, scope: p.scope });
  else if (type) (local.bases as Node[]).push(type);
}

/** Parameters and results, of which the first type counts. */
function goSignature(p: Parser): FunctionNode {
  const start = startAt(p);
  return within(p, newScope(p.scope, "function"), () => {
    const parameters = parseParameters(p);
    goResult(p);
    return functionNode(p, start, parameters);
  });
}

/** What stands between the parameters of a function and its body. */
export function goResult(p: Parser): void {
  if (is(p, "{") || newlineAt(p)) return;
  if (!is(p, "(")) {
    returning(p, goType(p));
    return;
  }
  const first = p.roots.length;
  parseParameters(p);
  p.scope.returns = p.roots[first]?.node;
}

// ---------------------------------------------------------------- types

/** A type: its name, a list of it (also for maps, by their values), the fields of a struct, a function's result. */
export function goType(p: Parser): Node | undefined {
  if (is(p, "*") || is(p, "&")) {
    p.at++;
    return goType(p);
  }
  if (accept(p, "...")) return goList(p);
  if (is(p, "[")) {
    p.at = behindBracket(p);
    return goList(p);
  }
  if (isWord(p, "map") && is(p, "[", p.at + 1)) return mapType(p);
  if (isWord(p, "struct") && is(p, "{", p.at + 1)) return structType(p);
  if (isWord(p, "interface") && is(p, "{", p.at + 1)) {
    goFields(p, { name: "", fields: new Map(), bases: [] });
    return undefined;
  }
  if (isWord(p, "func") && is(p, "(", p.at + 1)) {
    p.at++;
    return goSignature(p).returns;
  }
  if (acceptWord(p, "chan")) {
    while (accept(p, "<") || accept(p, "-"));
    return goType(p);
  }
  return isFree(p) ? goNamed(p) : undefined;
}

function goList(p: Parser): Node | undefined {
  const item = goType(p);
  return item && listOf(item);
}

function mapType(p: Parser): Node | undefined {
  const end = matchOf(p, p.at + 1);
  p.at += 2;
  addRoot(p, goType(p));
  p.at = end + 1;
  return goList(p);
}

function structType(p: Parser): Node {
  const start = startAt(p);
  const local: LocalType = { name: "", fields: new Map(), bases: [] };
  goFields(p, local);
  const entries = [...local.fields].flatMap(([key, [field]]): Entry[] => {
    if (!field) return [];
    const keyNode: Node = { kind: "name", name: key, range: field.range, scope: p.scope };
    return [{ key, keyNode, quoted: false, value: field.type }];
  });
  return { kind: "map", entries, spreads: [], range: { start, end: endAt(p, p.at - 1) } };
}

/** `awsiam.Role`, and the arguments of a generic type. */
function goNamed(p: Parser): Node {
  const named = parseDotted(p);
  if (!is(p, "[") || newlineAt(p)) return named;
  const end = matchOf(p);
  p.at++;
  while (!done(p) && p.at < end) {
    const before = p.at;
    addRoot(p, goType(p));
    if (p.at === before || is(p, ",")) p.at++;
  }
  p.at = Math.max(p.at, Math.min(end + 1, p.tokens.kinds.length));
  return named;
}
