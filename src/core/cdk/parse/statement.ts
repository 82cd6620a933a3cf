import { Kind } from "../scan.ts";
import type { LocalType, Node, Scope } from "../syntax.ts";
import { parseArguments } from "./braces.ts";
import { nested, parseExpression } from "./expression.ts";
import { parseCallable } from "./function.ts";
import { parseImport } from "./imports.ts";
import { parseParameters, patternNames, skipType } from "./parameters.ts";
import {
  accept,
  acceptWord,
  addBinding,
  addRoot,
  classScope,
  declare,
  done,
  is,
  isFree,
  isName,
  isWord,
  kindAt,
  matchOf,
  newlineAt,
  newScope,
  type Parser,
  rangeAt,
  textAt,
  within,
} from "./state.ts";
import { parseTypeArguments, parseTypeName, skipTypeArguments } from "./type.ts";

/** Statements up to the end of the file, or to the brace that closes the block. */
export function parseStatements(p: Parser): void {
  while (!done(p) && !is(p, "}")) {
    const before = p.at;
    parseStatement(p);
    if (p.at === before) p.at++;
  }
}

/** `{ ... }` in a scope of its own. */
export function parseBlock(p: Parser): void {
  if (p.depth > 140) {
    p.at = matchOf(p) + 1;
    return;
  }
  accept(p, "{");
  const { depth } = p;
  p.depth = depth + 1;
  within(p, newScope(p.scope, "block"), () => inBlock(p, () => parseStatements(p)));
  p.depth = depth;
  accept(p, "}");
}

/** Statements end at line ends again inside a block, however deep in brackets the block stands. */
function inBlock(p: Parser, body: () => void): void {
  const { brackets, literals } = p;
  p.brackets = 0;
  p.literals = 0;
  body();
  p.brackets = brackets;
  p.literals = literals;
}

function parseStatement(p: Parser): void {
  if (is(p, "{")) {
    nested(p, () => parseBlock(p));
    return;
  }
  if (is(p, "@")) {
    annotation(p);
    return;
  }
  if (is(p, "[") && p.tokens.profile.language === "csharp" && isFree(p, p.at + 1)) {
    p.at = matchOf(p) + 1;
    return;
  }
  if (!isName(p)) {
    expressionStatement(p);
    return;
  }
  if (parseImport(p) || keywordStatement(p, textAt(p))) return;
  const { language } = p.tokens.profile;
  if ((language === "java" || language === "csharp") && typedDeclaration(p)) return;
  if (
    p.scope.kind === "block" &&
    p.scope.parent?.type &&
    (language === "typescript" || language === "javascript")
  ) {
    if (scriptMember(p)) return;
  }
  expressionStatement(p);
}

function annotation(p: Parser): void {
  if (isWord(p, "interface", p.at + 1)) {
    p.at++;
    return;
  }
  p.at++;
  addRoot(p, parseExpression(p));
}

const SKIPPED = new Set(
  (
    "public private protected internal static readonly abstract override virtual sealed partial async final export " +
    "default declare return throw await yield else do try finally case break continue in of go defer synchronized " +
    "native transient volatile unsafe extern fallthrough const let var get set select"
  ).split(" "),
);

/** `return {...}`: an object of the type that the function declares. */
export function returned(p: Parser): boolean {
  p.at++;
  let scope: Scope | undefined = p.scope;
  while (scope && scope.kind !== "function") scope = scope.parent;
  if (scope?.returns) addRoot(p, parseExpression(p), undefined, scope.returns);
  return true;
}

function keywordStatement(p: Parser, word: string): boolean {
  if (word === "return") return returned(p);
  const { language } = p.tokens.profile;
  const script = language === "typescript" || language === "javascript";
  if (
    !p.tokens.profile.reserved.has(word) &&
    !/^(struct|record|module|type|get|set|internal|namespace)$/.test(word)
  )
    return false;
  if (script && /^(const|let|var)$/.test(word) && !isWord(p, "enum", p.at + 1)) return scriptVariables(p);
  if (language === "go" && /^(var|const|type)$/.test(word)) return goDeclaration(p);
  if (language === "csharp" && word === "var") return typedDeclaration(p);
  if (/^(class|interface|struct|record|enum)$/.test(word) && isName(p, p.at + 1)) return declaredClass(p);
  if (script && word === "type" && isFree(p, p.at + 1) && (is(p, "=", p.at + 2) || is(p, "<", p.at + 2)))
    return typeAlias(p);
  if (/^(namespace|module)$/.test(word) && isName(p, p.at + 1)) return namespaced(p);
  if (word === "function" || word === "func") return namedFunction(p);
  if (/^(if|for|foreach|while|switch|using|catch|lock|fixed|select)$/.test(word)) return controlled(p);
  if (!SKIPPED.has(word) || (/^(get|set|in|of)$/.test(word) && !isName(p, p.at + 1))) return false;
  p.at++;
  return true;
}

// ---------------------------------------------------------------- expressions and assignments

function expressionStatement(p: Parser): void {
  if (accept(p, ";") || accept(p, ",")) return;
  const target = parseExpression(p);
  if (!target) return;
  const more = moreTargets(p);
  if (is(p, "=") || is(p, ":=")) {
    assign(p, [target, ...more]);
    return;
  }
  for (const node of [target, ...more]) addRoot(p, node);
}

/** `a, b := f()` */
function moreTargets(p: Parser): readonly Node[] {
  const more: Node[] = [];
  while (p.tokens.profile.lineEnds !== "none" && is(p, ",") && !newlineAt(p)) {
    p.at++;
    const next = parseExpression(p);
    if (!next) break;
    more.push(next);
  }
  return more;
}

/** `target = value`, chains included. */
export function assign(p: Parser, given: readonly Node[], type?: Node): void {
  let targets = given;
  while (is(p, "=") || is(p, ":=")) {
    p.at++;
    const value = parseExpression(p);
    targets.forEach((target, i) => {
      if (target.kind !== "name" && !(target.kind === "member" && isSelf(target.object))) addRoot(p, target);
      bindTarget(p, target, i === 0 ? value : undefined, type);
    });
    if (!value) return;
    if (!is(p, "=") && !is(p, ":=")) addRoot(p, value, targets[0], type);
    targets = [value];
  }
}

/** Notes what a variable or a field of this class is given. */
function bindTarget(p: Parser, target: Node, value: Node | undefined, type: Node | undefined): void {
  if (target.kind === "name") {
    bindName(p, { name: target.name, range: target.range, value, type });
  } else if (target.kind === "member" && isSelf(target.object)) {
    const owner = classScope(p.scope)?.type;
    if (owner)
      addBinding(owner.fields, { name: target.name, range: target.nameRange, value, type, scope: p.scope });
  }
}

/** In Python an assignment declares in the function; elsewhere it goes to where the name was declared. */
function bindName(
  p: Parser,
  binding: {
    name: string;
    range: { start: number; end: number };
    value: Node | undefined;
    type: Node | undefined;
  },
): void {
  const { language } = p.tokens.profile;
  if (language === "python") {
    declare(p, binding);
    return;
  }
  for (let scope: typeof p.scope | undefined = p.scope; scope; scope = scope.parent) {
    if (scope.names.has(binding.name)) {
      declare(p, binding, scope);
      return;
    }
    if (scope.type?.fields.has(binding.name)) {
      addBinding(scope.type.fields, { ...binding, scope: p.scope });
      return;
    }
  }
  declare(p, binding);
}

export const isSelf = (node: Node): boolean =>
  node.kind === "name" && (node.name === "this" || node.name === "self" || node.name === "cls");

// ---------------------------------------------------------------- TypeScript and JavaScript

function scriptVariables(p: Parser): true {
  p.at++;
  do scriptVariable(p);
  while (accept(p, ","));
  return true;
}

function scriptVariable(p: Parser): void {
  if (is(p, "{") || is(p, "[")) {
    const names = patternNames(p);
    if (accept(p, ":")) addRoot(p, parseTypeName(p));
    const value = accept(p, "=") || acceptOf(p) ? parseExpression(p) : undefined;
    addRoot(p, value);
    for (const { name, pick, range } of names) declare(p, { name, range, value, pick });
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
function scriptMember(p: Parser): boolean {
  const name = textAt(p);
  const range = rangeAt(p);
  let next = p.at + 1;
  if (is(p, "?", next) || is(p, "!", next)) next++;
  const after = skipTypeArguments(p, next);
  if (is(p, "(", after)) {
    const end = matchOf(p, after) + 1;
    if (!is(p, "{", end) && !is(p, ":", end) && !is(p, ";", end)) return false;
    p.at = after;
    parseCallable(p);
    return true;
  }
  if (!is(p, ":", next) && !is(p, "=", next) && !is(p, ";", next)) return false;
  p.at = next;
  const type = accept(p, ":") ? parseTypeName(p) : undefined;
  addRoot(p, type);
  const value = accept(p, "=") ? parseExpression(p) : undefined;
  const owner = p.scope.parent?.type;
  if (owner) addBinding(owner.fields, { name, range, type, value, scope: p.scope });
  const self: Node = {
    kind: "name",
    name: "this",
    range: { start: range.start, end: range.start },
    scope: p.scope,
  };
  addRoot(p, value, { kind: "member", object: self, name, nameRange: range, range }, type);
  return true;
}

function typeAlias(p: Parser): true {
  p.at++;
  const name = textAt(p);
  const range = rangeAt(p);
  p.at = skipTypeArguments(p, p.at + 1);
  accept(p, "=");
  const type = parseTypeName(p);
  addRoot(p, type);
  declare(p, {
    name,
    range,
    ...(type?.kind === "map" ? { local: localOf(p, name, type) } : { value: type }),
  });
  return true;
}

function localOf(p: Parser, name: string, type: Node & { kind: "map" }): LocalType {
  const local: LocalType = { name, fields: new Map(), bases: [] };
  for (const { key, keyNode, value } of type.entries)
    if (key !== undefined)
      addBinding(local.fields, { name: key, range: keyNode.range, type: value, scope: p.scope });
  return local;
}

// ---------------------------------------------------------------- classes, functions, control

function declaredClass(p: Parser): true {
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
  const type: LocalType = { name, fields: new Map(), bases };
  if (named) declare(p, { name, range, local: type });
  within(p, newScope(p.scope, "class", type), () => {
    if (is(p, "(")) parseParameters(p);
    heritage(p, bases);
    if (!is(p, "{")) return;
    if (isEnum) p.at = matchOf(p) + 1;
    else parseBlock(p);
  });
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

function namespaced(p: Parser): true {
  p.at += 2;
  while (is(p, ".")) p.at += 2;
  if (is(p, "{")) parseBlock(p);
  return true;
}

function namedFunction(p: Parser): true {
  p.at++;
  accept(p, "*");
  if (is(p, "(") && p.tokens.profile.language === "go") return goMethod(p);
  if (isName(p)) {
    declare(p, { name: textAt(p), range: rangeAt(p) });
    p.at++;
  }
  p.at = skipTypeArguments(p, p.at);
  parseCallable(p);
  return true;
}

/** `func (s *Stack) Name(...)`: the receiver is one more parameter. */
function goMethod(p: Parser): true {
  within(p, newScope(p.scope, "function"), () => {
    parseParameters(p);
    if (isName(p)) p.at++;
    parseCallable(p);
  });
  return true;
}

/** `if (...)`, `for x := range y {`: what the header declares lives in the block. */
function controlled(p: Parser): true {
  p.at++;
  within(p, newScope(p.scope, "block"), () => {
    if (p.tokens.profile.language === "go") goHeader(p);
    else if (is(p, "(")) roundHeader(p);
    else if (p.tokens.profile.language === "csharp") return;
    if (is(p, "{")) nested(p, () => parseBlock(p));
  });
  return true;
}

function roundHeader(p: Parser): void {
  const end = matchOf(p);
  p.at++;
  while (!done(p) && p.at < end) {
    const before = p.at;
    if (is(p, ":")) p.at++;
    else parseStatement(p);
    if (p.at === before) p.at++;
  }
  p.at = Math.max(p.at, Math.min(end + 1, p.tokens.kinds.length));
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

// ---------------------------------------------------------------- Java and C#

/** `Type name = value;`, `Type name(...) {`, `Type Name { get; }`, `Name(...) {` of a constructor. */
function typedDeclaration(p: Parser): boolean {
  const inClass = p.scope.kind === "block" && p.scope.parent?.type !== undefined;
  if (inClass && isFree(p) && is(p, "(", p.at + 1)) {
    p.at++;
    typedCallable(p);
    return true;
  }
  const next = skipType(p, p.at);
  if (next === p.at || !isFree(p, next) || !/^([=;,:({)]|=>|in)$/.test(textAt(p, next + 1) || ";"))
    return false;
  const type = acceptWord(p, "var") ? undefined : parseTypeName(p);
  addRoot(p, type);
  if (p.at < next) p.at = next;
  do typedVariable(p, type, inClass);
  while (accept(p, ",") && isFree(p));
  return true;
}

function typedVariable(p: Parser, type: Node | undefined, inClass: boolean): void {
  const name = textAt(p);
  const range = rangeAt(p);
  p.at++;
  if (is(p, "(")) {
    typedCallable(p, type);
    return;
  }
  const owner = inClass ? p.scope.parent?.type : undefined;
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
function typedCallable(p: Parser, returns?: Node): void {
  within(p, newScope(p.scope, "function"), () => {
    p.scope.returns = returns;
    parseParameters(p);
    while (!done(p) && !is(p, "{") && !is(p, ";") && !is(p, "}") && !is(p, "=>")) {
      const before = p.at;
      addRoot(p, parseExpression(p));
      if (p.at === before) p.at++;
    }
    if (accept(p, "=>")) addRoot(p, parseExpression(p));
    else if (is(p, "{")) nested(p, () => parseBlock(p));
  });
}

// ---------------------------------------------------------------- Go

function goDeclaration(p: Parser): true {
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
