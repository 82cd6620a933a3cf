import type { FunctionNode, LocalType, Node, Scope } from "../../syntax.ts";
import { parseArguments } from "../expression/arguments.ts";
import { parseExpression } from "../expression/expression.ts";
import { returning } from "../expression/function.ts";
import { parseImport } from "../imports/imports.ts";
import { parseParameters } from "../parameters.ts";
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
  nested,
  newlineAt,
  newScope,
  type Parser,
  rangeAt,
  startAt,
  textAt,
} from "../state.ts";
import { parseTypeName } from "../type.ts";
import { assign, isSelf } from "./assign.ts";
import { pythonNarrowing } from "./narrow.ts";
import { returned } from "./statement.ts";

/** A scope and the column its `def` or `class` stands at: what stands further right is in it. */
interface Level {
  readonly scope: Scope;
  readonly column: number;
}

/** The statements of a Python file; scopes come from indentation. */
export function parsePython(p: Parser): void {
  const levels: Level[] = [{ scope: p.scope, column: -1 }];
  while (!done(p)) {
    if (newlineAt(p)) leaveLevels(p, levels);
    p.scope = levels[levels.length - 1]?.scope ?? p.scope;
    p.depth = 0;
    p.brackets = 0;
    p.literals = 0;
    const before = p.at;
    parseStatement(p, levels);
    if (p.at === before) p.at++;
  }
}

function leaveLevels(p: Parser, levels: Level[]): void {
  const column = columnAt(p);
  while (levels.length > 1 && column <= (levels[levels.length - 1]?.column ?? 0)) levels.pop();
}

const WIDEST_INDENT = 400;

/** A tab goes on to the next multiple of eight, as Python counts. */
function columnAt(p: Parser): number {
  const { text } = p.tokens;
  const start = startAt(p);
  const from = Math.max(text.lastIndexOf("\n", start - 1) + 1, start - WIDEST_INDENT);
  let column = 0;
  for (let at = from; at < start; at++)
    column = text.charCodeAt(at) === 9 ? (column >> 3) * 8 + 8 : column + 1;
  return column;
}

const SKIPPED =
  /^(if|elif|while|return|raise|yield|await|assert|del|try|finally|pass|break|continue|async|in|global|nonlocal|print)$/;

function parseStatement(p: Parser, levels: Level[]): void {
  if (accept(p, "@") || parseImport(p)) return;
  if (isWord(p, "def") && isFree(p, p.at + 1)) {
    functionDefinition(p, levels);
    return;
  }
  if (isWord(p, "class") && isFree(p, p.at + 1)) {
    classDefinition(p, levels);
    return;
  }
  if (isWord(p, "for")) {
    forHeader(p);
    return;
  }
  if (isWord(p, "with") || isWord(p, "except")) {
    asHeader(p);
    return;
  }
  if (isWord(p, "return")) {
    returned(p);
    return;
  }
  if (SKIPPED.test(textAt(p)) || isWord(p, "else")) {
    p.at++;
    const narrowed = pythonNarrowing(p);
    if (narrowed) declare(p, narrowed);
    return;
  }
  expressionStatement(p);
}

function functionDefinition(p: Parser, levels: Level[]): void {
  const column = columnOfLine(p);
  const getter = isWord(p, "property", p.at - 1) && is(p, "@", p.at - 2);
  const outer = p.scope;
  p.at++;
  const name = textAt(p);
  const range = rangeAt(p);
  p.at++;
  p.scope = newScope(outer, "function");
  levels.push({ scope: p.scope, column });
  const all = is(p, "(") ? nested(p, () => parseParameters(p)) : [];
  if (accept(p, "->")) returning(p, parseTypeName(p));
  const { gives, returns } = p.scope;
  const parameters = outer.type ? all.filter((one, i) => i > 0 || !/^(self|cls)$/.test(one.name)) : all;
  const value: FunctionNode = { kind: "function", range, parameters, returns, gives, scope: p.scope };
  if (!outer.type) declare(p, { name, range, value }, outer);
  else if (name === "__init__") outer.type.init = parameters;
  else addBinding(outer.type.fields, { name, range, value, getter, scope: outer });
}

/** `async def` begins at `async`. */
function columnOfLine(p: Parser): number {
  const at = p.at;
  if (!newlineAt(p) && isWord(p, "async", at - 1)) p.at--;
  const column = columnAt(p);
  p.at = at;
  return column;
}

function classDefinition(p: Parser, levels: Level[]): void {
  const column = columnAt(p);
  p.at++;
  const bases: Node[] = [];
  const type: LocalType = { name: textAt(p), fields: new Map(), bases };
  declare(p, { name: type.name, range: rangeAt(p), local: type });
  p.at++;
  if (is(p, "("))
    for (const { value } of nested(p, () => parseArguments(p))) {
      if (value) bases.push(value);
      addRoot(p, value);
    }
  p.scope = newScope(p.scope, "class", type);
  levels.push({ scope: p.scope, column });
}

function forHeader(p: Parser): void {
  p.at++;
  const names: { name: string; range: { start: number; end: number } }[] = [];
  while (!done(p) && !isWord(p, "in") && !newlineAt(p) && !is(p, ":")) {
    if (isFree(p)) names.push({ name: textAt(p), range: rangeAt(p) });
    p.at++;
  }
  if (!isWord(p, "in")) return;
  p.at++;
  if (newlineAt(p)) return;
  const value = parseExpression(p);
  addRoot(p, value);
  const list = value && listIn(value);
  names.forEach(({ name, range }, i) => {
    const isItem = list === value || i === names.length - 1;
    declare(p, { name, range, ...(isItem ? { value: list, item: true } : {}) });
  });
}

/** What is gone through by `enumerate(roles)`, `roles.items()` and `roles.values()`. */
function listIn(value: Node): Node {
  if (value.kind !== "call") return value;
  const { callee, arguments: given } = value;
  if (callee.kind === "name" && callee.name === "enumerate") return given[0]?.value ?? value;
  return callee.kind === "member" && /^(items|values)$/.test(callee.name) ? callee.object : value;
}

/** `with open(x) as y:` */
function asHeader(p: Parser): void {
  p.at++;
  addRoot(p, parseExpression(p));
}

function expressionStatement(p: Parser): void {
  const first = parseExpression(p);
  if (!first) return;
  const targets = [first];
  while (is(p, ",") && !newlineAt(p)) {
    p.at++;
    const next = parseExpression(p);
    if (next) targets.push(next);
    else break;
  }
  const mayBeTyped = first.kind === "name" || (first.kind === "member" && isSelf(first.object));
  const type =
    mayBeTyped && is(p, ":") && !newlineAt(p, p.at + 1) && kindAt(p, p.at + 1) !== undefined
      ? annotation(p)
      : undefined;
  if (is(p, "=")) {
    assign(p, targets, type);
    return;
  }
  if (is(p, ":=")) {
    assign(p, targets);
    return;
  }
  for (const node of targets) addRoot(p, node);
  if (type && first.kind === "name") declareField(p, first, type);
}

function annotation(p: Parser): Node | undefined {
  p.at++;
  const type = parseTypeName(p);
  addRoot(p, type);
  return type;
}

/** `pool: cognito.UserPool` of a dataclass or a typed variable. */
function declareField(p: Parser, target: Node & { kind: "name" }, type: Node): void {
  const binding = { name: target.name, range: target.range, type };
  if (p.scope.type) p.scope.type.fields.set(target.name, [{ ...binding, scope: p.scope }]);
  else declare(p, binding);
}
