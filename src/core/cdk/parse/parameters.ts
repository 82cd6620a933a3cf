import type { Range } from "../../types.ts";
import { Kind } from "../scan/tokens.ts";
import type { Node, Parameter } from "../syntax.ts";
import { parseExpression } from "./expression/expression.ts";
import {
  accept,
  addBinding,
  addRoot,
  behindBracket,
  classScope,
  declare,
  done,
  is,
  isFree,
  isName,
  kindAt,
  matchOf,
  newlineAt,
  type Parser,
  rangeAt,
  startsFile,
  startsStatement,
  textAt,
} from "./state.ts";
import { listOf, parseTypeName, skipTypeArguments } from "./type.ts";

/** Declares the parameters between the brackets that begin here, and goes behind them. */
export function parseParameters(p: Parser, close = ")"): readonly Parameter[] {
  const { language } = p.tokens.profile;
  const found: Parameter[] = [];
  p.at++;
  while (goesOn(p)) {
    const before = p.at;
    if (language === "java" || language === "csharp") found.push(...typedParameter(p));
    else if (language === "go") found.push(...goParameters(p));
    else found.push(...namedParameter(p));
    if (p.at === before) p.at++;
  }
  accept(p, close);
  return found;
}

/** Not behind the end of the list, nor, where that is missing, in the body. */
const goesOn = (p: Parser): boolean =>
  !done(p) &&
  kindAt(p) !== Kind.close &&
  !is(p, ";") &&
  !is(p, "=>") &&
  !opensBody(p) &&
  !isBody(p) &&
  !startsFile(p);

/** A line of Python that no comma leads to, or one of Go or Python that calls something: the list was left open. */
function isBody(p: Parser): boolean {
  const { language } = p.tokens.profile;
  if (!newlineAt(p) || !isName(p)) return false;
  if (language === "go") return /^(:=|=|\(|\.)$/.test(textAt(p, p.at + 1));
  if (language !== "python") return false;
  if (is(p, "(", p.at + 1) || is(p, ".", p.at + 1) || startsStatement(p)) return true;
  return !/^[([{,=:|*]$/.test(textAt(p, p.at - 1)) && !is(p, "**", p.at - 1);
}

/** A brace, in Python a colon, that ends its line behind something: the parameters were not closed. */
function opensBody(p: Parser, at = p.at): boolean {
  const { language } = p.tokens.profile;
  if (language === "java" || language === "csharp") return is(p, "{", at);
  const opener = language === "python" ? ":" : "{";
  return (
    is(p, opener, at) &&
    newlineAt(p, at + 1) &&
    !newlineAt(p, at) &&
    !is(p, "(", at - 1) &&
    !is(p, ",", at - 1)
  );
}

const MODIFIERS = /^(public|private|protected|readonly|override|final|this|ref|out|in|params|static)$/;

/** TypeScript's `private readonly x?: T = v`, Python's `x: T = v`. */
function namedParameter(p: Parser): readonly Parameter[] {
  let isField = false;
  while (isName(p) && MODIFIERS.test(textAt(p)) && isName(p, p.at + 1)) {
    isField = true;
    p.at++;
  }
  if (is(p, "@")) {
    annotation(p);
    return [];
  }
  if (is(p, "{") || is(p, "[")) return [pattern(p)];
  if (!isName(p)) return [];
  const rest = is(p, "...", p.at - 1) || is(p, "*", p.at - 1);
  const name = textAt(p);
  const range = rangeAt(p);
  p.at++;
  accept(p, "?");
  const type = !opensBody(p) && accept(p, ":") ? parseTypeName(p) : undefined;
  const value = accept(p, "=") ? parseExpression(p) : undefined;
  addRoot(p, type);
  addRoot(p, value, undefined, type);
  declare(p, { name, range, type, value, preset: true });
  const owner = isField ? classScope(p.scope)?.type : undefined;
  if (owner) addBinding(owner.fields, { name, range, type, value, preset: true, scope: p.scope });
  passOver(p);
  return [{ name, type, rest }];
}

/** Whatever of a parameter wasn't understood, up to the next one. */
function passOver(p: Parser): void {
  while (goesOn(p) && !is(p, ",")) p.at = kindAt(p) === Kind.open ? behindBracket(p) : p.at + 1;
  accept(p, ",");
}

function annotation(p: Parser): void {
  p.at++;
  parseExpression(p);
}

function pattern(p: Parser): Parameter {
  const names = patternNames(p);
  const type = accept(p, ":") ? parseTypeName(p) : undefined;
  const value = accept(p, "=") ? parseExpression(p) : undefined;
  addRoot(p, type);
  addRoot(p, value, undefined, type);
  for (const one of names) {
    const { pick, name, range, through } = one;
    const whole = through.length === 0 ? type : undefined;
    declare(p, { name, range, type: whole, value: reached(value, one), pick, preset: true });
  }
  passOver(p);
  return { name: "", type, rest: false };
}

interface Picked {
  readonly name: string;
  readonly range: Range;
  /** The member that it takes, and where that is named. */
  readonly pick: string;
  readonly picked: Range;
  /** The members around it: `{ aws_iam: { Role } }`. */
  readonly through: readonly string[];
}

/** The names that `{ a, b: c = 1, ...rest }` or `[a, b]` declares, and the member that each takes. */
export function patternNames(p: Parser): readonly Picked[] {
  const names: Picked[] = [];
  const end = matchOf(p);
  const list = is(p, "[");
  p.at++;
  while (p.at < end && !done(p) && !isLeftOpen(p)) {
    if (!isName(p)) {
      p.at = kindAt(p) === Kind.open ? Math.max(p.at, matchOf(p)) + 1 : p.at + 1;
      continue;
    }
    const pick = list ? "" : textAt(p);
    const picked = rangeAt(p);
    if (!list && is(p, ":", p.at + 1) && is(p, "{", p.at + 2)) {
      p.at += 2;
      for (const inner of patternNames(p)) names.push({ ...inner, through: [pick, ...inner.through] });
      continue;
    }
    const renamed = is(p, ":", p.at + 1) && isName(p, p.at + 2);
    if (renamed) p.at += 2;
    const range = renamed ? rangeAt(p) : picked;
    if (renamed || !is(p, ":", p.at + 1)) names.push({ name: textAt(p), range, pick, picked, through: [] });
    p.at++;
    if (accept(p, "=")) addRoot(p, parseExpression(p));
  }
  if (!isLeftOpen(p)) p.at = Math.max(p.at, Math.min(end + 1, p.tokens.kinds.length));
  return names;
}

/** What the names of an inner pattern are taken from. */
export const reached = (value: Node | undefined, { through, picked }: Picked): Node | undefined =>
  value &&
  through.reduce<Node>(
    (object, name) => ({ kind: "member", object, name, nameRange: picked, range: picked }),
    value,
  );

/** A statement or member on a new line, where a pattern would go on: `const { a,` and then `private f() {`. */
const isLeftOpen = (p: Parser): boolean =>
  startsStatement(p) ||
  (newlineAt(p) && isName(p) && (is(p, ".", p.at + 1) || is(p, "(", p.at + 1) || isName(p, p.at + 1)));

/** Java's and C#'s `final Type name`, a lambda's `name`. */
function typedParameter(p: Parser): readonly Parameter[] {
  if (is(p, "@") || is(p, "[")) {
    attribute(p);
    return [];
  }
  while (isName(p) && MODIFIERS.test(textAt(p))) p.at++;
  const next = skipType(p, p.at);
  const item = next > p.at && isFree(p, next) ? parseTypeName(p) : undefined;
  const rest = accept(p, "...");
  const type = item && rest ? listOf(item) : item;
  addRoot(p, item);
  const name = isName(p) ? textAt(p) : "";
  if (isName(p)) {
    const named = { name, range: rangeAt(p), type };
    declare(p, named);
    // Of a record or a primary constructor.
    if (p.scope.type) addBinding(p.scope.type.fields, { ...named, scope: p.scope });
    p.at++;
  }
  if (accept(p, "=")) addRoot(p, parseExpression(p), undefined, type);
  passOver(p);
  return name === "" ? [] : [{ name, type, rest }];
}

function attribute(p: Parser): void {
  if (is(p, "[")) p.at = behindBracket(p);
  else {
    p.at += 2;
    if (is(p, "(")) p.at = behindBracket(p);
  }
}

/** The token after a type that begins at `at`; `at` itself where none does. */
export function skipType(p: Parser, at: number): number {
  if (!isFree(p, at) && !/^(var|void)$/.test(textAt(p, at))) return at;
  let end = at + 1;
  while ((is(p, ".", end) || is(p, "::", end)) && isName(p, end + 1)) end += 2;
  end = skipTypeArguments(p, end);
  while (is(p, "[", end) && (is(p, "]", end + 1) || is(p, ",", end + 1))) end = matchOf(p, end) + 1;
  return is(p, "?", end) && isFree(p, end + 1) ? end + 1 : is(p, "...", end) ? end + 1 : end;
}

/** `a, b Type`: the names before a type all have it; or types alone. */
function goParameters(p: Parser): readonly Parameter[] {
  const names: { name: string; range: { start: number; end: number } }[] = [];
  while (isFree(p) && (is(p, ",", p.at + 1) || startsType(p, p.at + 1))) {
    names.push({ name: textAt(p), range: rangeAt(p) });
    p.at++;
    if (!accept(p, ",")) break;
  }
  const rest = is(p, "...");
  const type: Node | undefined = parseTypeName(p);
  addRoot(p, type);
  for (const { name, range } of names) declare(p, { name, range, type });
  passOver(p);
  return names.map(({ name }) => ({ name, type, rest }));
}

const startsType = (p: Parser, at: number): boolean =>
  isName(p, at) || is(p, "*", at) || is(p, "[", at) || is(p, "...", at) || is(p, "(", at) || is(p, "<", at);
