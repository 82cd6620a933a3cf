import { Kind } from "../scan/tokens.ts";
import type { Argument, MemberNode, NameNode, Node, NumberNode, Scope } from "../syntax.ts";
import { parseArguments, parseBraces, parseItems } from "./braces.ts";
import { arrowAt, parseArrow, parseFunction, parseLambda } from "./function.ts";
import { parseNew } from "./new.ts";
import {
  addRoot,
  columnAt,
  DEEPEST,
  declare,
  done,
  endAt,
  is,
  isFree,
  isName,
  isWord,
  kindAt,
  matchOf,
  newlineAt,
  type Parser,
  rangeAt,
  startAt,
  startsStatement,
  textAt,
} from "./state.ts";
import { parseString } from "./string.ts";
import { parseTypeArguments, parseTypeName, skipTypeArguments } from "./type.ts";

const OPERATORS = new Set(
  "+ - * / % ** && || ?? == != === !== < > <= >= & | ^ ? += -= |= ??= ||= &&= = and or in is not if else as satisfies instanceof is".split(
    " ",
  ),
);

/** An expression, as far as it can be followed; undefined (and nothing passed over) where none begins. */
export function parseExpression(p: Parser): Node | undefined {
  const start = startAt(p);
  const first = parseOperand(p);
  if (!first) return undefined;
  if (first.kind === "name" && is(p, ":=") && p.brackets > 0) return parseWalrus(p, first);
  const operands = [first];
  const operators = new Set<string>();
  let questions = 0;
  let branches: Node[] | undefined;
  let type: Node | undefined;
  for (let operator = operatorHere(p); operator !== undefined; operator = operatorHere(p)) {
    p.at++;
    if (operator === "as" || operator === "satisfies") {
      type = parseTypeName(p);
      addRoot(p, type);
      continue;
    }
    if (/^(instanceof|is)$/.test(operator) && typePattern(p)) {
      operators.add(operator);
      continue;
    }
    operators.add(operator);
    const next = parseOperand(p);
    if (next) operands.push(next);
    else if (operator !== "not" && operator !== "is") break;
    if (operator === "?") questions++;
    if (next && operator === "?") branches = [...(branches ?? []), next];
    if (next && operator === "else") branches = [...(branches ?? [first]), next];
    while (questions > 0 && is(p, ":")) questions -= thenElse(p, operands, branches ?? []);
  }
  if (operators.size === 0 && !type) return first;
  const operator = operators.size === 0 ? "as" : operators.size === 1 ? ([...operators][0] ?? "") : "mixed";
  const range = { start, end: endAt(p, p.at - 1) };
  return { kind: "operation", operator, operands, branches, type, range };
}

/** Python's `(name := value)`. */
function parseWalrus(p: Parser, { name, range }: NameNode): Node | undefined {
  p.at++;
  const value = parseExpression(p);
  declare(p, { name, range, value });
  return value;
}

/** `x instanceof Role role`, C#'s `x is Role role`: the type that is asked for, and the name that it gets. */
function typePattern(p: Parser): boolean {
  const { language } = p.tokens.profile;
  if (language !== "java" && language !== "csharp") return false;
  if (isWord(p, "not") && isFree(p, p.at + 1)) p.at++;
  if (!isFree(p)) return false;
  const type = parseTypeName(p);
  addRoot(p, type);
  if (isFree(p) && !newlineAt(p) && !/^(and|or|when)$/.test(textAt(p))) {
    declare(p, { name: textAt(p), range: rangeAt(p), type });
    p.at++;
  }
  return true;
}

function thenElse(p: Parser, operands: Node[], branches: Node[]): 1 {
  p.at++;
  const otherwise = parseOperand(p);
  if (otherwise) operands.push(otherwise);
  if (otherwise) branches.push(otherwise);
  return 1;
}

function operatorHere(p: Parser): string | undefined {
  const kind = kindAt(p);
  if (kind !== Kind.punctuation && kind !== Kind.name) return undefined;
  const text = textAt(p);
  if (!OPERATORS.has(text) || text === "=") return undefined;
  if (p.brackets === 0 && /^(\?\?|\|\||&&)=$/.test(text)) return undefined;
  const { lineEnds, language } = p.tokens.profile;
  if (kind === Kind.name && (language === "go" || language === "java")) {
    if (text !== "instanceof") return undefined;
  }
  if (kind === Kind.name && language !== "python" && !/^(as|satisfies|instanceof|in|is)$/.test(text))
    return undefined;
  if (text === "?" && is(p, ":", p.at + 1)) return undefined;
  return lineEnds !== "none" && newlineAt(p) && p.brackets === 0 ? undefined : text;
}

const PREFIXES = new Set("& * ! - ~ + ... ** @ ^".split(" "));
const MOST_PREFIXES = 6;
const PREFIX_WORDS = new Set("await typeof delete void not yield throw ref out in async return".split(" "));

function parseOperand(p: Parser): Node | undefined {
  if (p.depth > DEEPEST) return skipBracket(p);
  const primary = parsePrimary(p);
  return primary && parsePostfix(p, primary);
}

/** Too deep: over the bracket that begins here, or one token. */
function skipBracket(p: Parser): Node | undefined {
  if (done(p) || kindAt(p) === Kind.close) return undefined;
  const range = rangeAt(p);
  p.at =
    kindAt(p) === Kind.open || kindAt(p) === Kind.stringOpen ? Math.max(matchOf(p) + 1, p.at + 1) : p.at + 1;
  return { kind: "operation", operator: "deep", operands: [], range };
}

function parsePrimary(p: Parser): Node | undefined {
  switch (kindAt(p)) {
    case Kind.name:
      return parseWord(p);
    case Kind.string:
    case Kind.stringOpen:
      return parseString(p);
    case Kind.number:
      return parseNumber(p);
    case Kind.other: {
      const range = rangeAt(p);
      p.at++;
      return { kind: "operation", operator: "regex", operands: [], range };
    }
    case Kind.open:
      return nested(p, () => parseBracket(p));
    case Kind.punctuation:
      return parsePrefix(p);
    default:
      return undefined;
  }
}

/** One level deeper; lines end no expression inside brackets. */
export function nested<T>(p: Parser, body: () => T): T {
  const { noBraces } = p;
  p.depth++;
  p.brackets++;
  p.noBraces = false;
  const result = body();
  p.depth--;
  p.brackets--;
  p.noBraces = noBraces;
  return result;
}

/** TypeScript's `<T>x`; behind `<T>` may also stand a function. */
function parseAngled(p: Parser): Node | undefined {
  const start = startAt(p);
  const [type] = parseTypeArguments(p);
  const operand = parseOperand(p);
  if (!operand || operand.kind === "function" || !type) return operand;
  const range = { start, end: operand.range.end };
  return { kind: "operation", operator: "as", operands: [operand], type, range };
}

function parsePrefix(p: Parser): Node | undefined {
  if (p.tokens.profile.language === "typescript" && skipTypeArguments(p, p.at) > p.at) return parseAngled(p);
  if (!PREFIXES.has(textAt(p))) return undefined;
  const from = p.at;
  while (p.at < from + MOST_PREFIXES && kindAt(p) === Kind.punctuation && PREFIXES.has(textAt(p))) p.at++;
  const operand = kindAt(p) === Kind.punctuation ? undefined : parseOperand(p);
  if (!operand) {
    p.at = from;
    return undefined;
  }
  const operator = textAt(p, from);
  const isSpread = operator === "*" && p.tokens.profile.language === "python";
  if (/^[&*@]$/.test(operator) && !isSpread) return operand;
  return {
    kind: "operation",
    operator,
    operands: [operand],
    range: { start: startAt(p, from), end: operand.range.end },
  };
}

function parseNumber(p: Parser): NumberNode {
  const range = rangeAt(p);
  const value = Number(
    textAt(p)
      .replaceAll("_", "")
      .replace(/[LlFfDdMm]$/, ""),
  );
  p.at++;
  return { kind: "number", value, range };
}

const CONSTANTS: Readonly<Record<string, boolean | null>> = {
  true: true,
  True: true,
  false: false,
  False: false,
  null: null,
  None: null,
  nil: null,
  undefined: null,
};

function parseWord(p: Parser): Node | undefined {
  skipGlobal(p);
  const word = textAt(p);
  const range = rangeAt(p);
  if (is(p, "=>", p.at + 1) || (p.tokens.profile.language === "java" && is(p, "->", p.at + 1)))
    return parseArrow(p);
  if (word === "new" && p.tokens.profile.lineEnds === "none") return parseNew(p);
  if (/^(function|func|class)$/.test(word) && p.tokens.profile.reserved.has(word))
    return parseFunction(p, word);
  if (word === "lambda" && p.tokens.profile.language === "python") return parseLambda(p);
  if (word === "map" && is(p, "[", p.at + 1) && p.tokens.profile.language === "go")
    return parseGoTypeLiteral(p);
  if (word === "async" && (is(p, "(", p.at + 1) || isWord(p, "function", p.at + 1) || isFree(p, p.at + 1))) {
    p.at++;
    return parsePrimary(p);
  }
  if (PREFIX_WORDS.has(word) && p.tokens.profile.reserved.has(word)) return prefixWord(p);
  if (Object.hasOwn(CONSTANTS, word)) {
    p.at++;
    return { kind: "constant", value: CONSTANTS[word] ?? null, range };
  }
  if (startsStatement(p)) return undefined;
  p.at++;
  return { kind: "name", name: word, range, scope: p.scope };
}

function prefixWord(p: Parser): Node | undefined {
  p.at++;
  return parseOperand(p);
}

function parseBracket(p: Parser): Node | undefined {
  const { language } = p.tokens.profile;
  if (is(p, "(")) return arrowAt(p) ? parseArrow(p) : parseParentheses(p);
  if (is(p, "[")) return language === "go" ? parseGoTypeLiteral(p) : parseItems(p, "]");
  return parseBraces(p);
}

/** `(a)`, `(a, b)` of Python, a cast of Java and C#. */
function parseParentheses(p: Parser): Node | undefined {
  const start = p.at;
  const list = parseItems(p, ")");
  const only = list.items.length === 1 ? list.items[0] : undefined;
  const { language } = p.tokens.profile;
  const mayCast =
    (language === "java" || language === "csharp") && (only?.kind === "name" || only?.kind === "member");
  const operandFollows = isName(p) || kindAt(p) === Kind.string || is(p, "(");
  if (mayCast && only && operandFollows && !newlineAt(p)) {
    addRoot(p, only);
    const operand = parseOperand(p);
    return operand && asType(operand, only);
  }
  if (only && (language !== "python" || !is(p, ",", p.at - 2))) return only;
  return { ...list, range: { start: startAt(p, start), end: list.range.end } };
}

/** Go's `[]Type{...}` and `map[K]V{...}`: a list or a map. */
function parseGoTypeLiteral(p: Parser): Node | undefined {
  const start = p.at;
  const type = parseTypeName(p);
  if (type?.kind !== "map") addRoot(p, type);
  if (is(p, "{")) {
    const literal = parseBraces(p);
    return type?.kind === "list" ? asType(literal, type) : literal;
  }
  if (is(p, "(")) return parseItems(p, ")");
  if (p.at === start) return parseItems(p, "]");
  return {
    kind: "operation",
    operator: "type",
    operands: [],
    type,
    range: { start: startAt(p, start), end: endAt(p, p.at - 1) },
  };
}

/** What is cast to a type, or the literal of a list whose items leave out theirs. */
export const asType = (value: Node, type: Node): Node => ({
  kind: "operation",
  operator: "as",
  operands: [value],
  type,
  range: value.range,
});

/** `a.b.C`, without calls: a type, or what is imported. */
export function parseDotted(p: Parser): Node {
  skipGlobal(p);
  let node: Node = { kind: "name", name: textAt(p), range: rangeAt(p), scope: p.scope, isType: true };
  p.at++;
  while ((is(p, ".") || isAliasMark(p)) && isName(p, p.at + 1)) {
    p.at++;
    node = memberOf(p, node);
  }
  return node;
}

/** C#'s `global::Amazon.CDK`. */
function skipGlobal(p: Parser): void {
  if (isWord(p, "global") && isAliasMark(p, p.at + 1) && isName(p, p.at + 2)) p.at += 2;
}

/** C#'s `cognito::UserPool`. */
const isAliasMark = (p: Parser, at = p.at): boolean =>
  p.tokens.profile.language === "csharp" && is(p, "::", at);

/** The member whose name stands here. */
function memberOf(p: Parser, object: Node): MemberNode {
  const nameRange = rangeAt(p);
  const name = textAt(p);
  p.at++;
  return {
    kind: "member",
    object,
    name,
    nameRange,
    range: { start: object.range.start, end: nameRange.end },
  };
}

// ---------------------------------------------------------------- what follows an operand

/** Links of `a.b(c).d(e)`; what follows them stands alone. */
const LONGEST_CHAIN = 400;

function parsePostfix(p: Parser, first: Node): Node {
  let node = first;
  let links = 0;
  for (let next: Node | undefined = node; next && links < LONGEST_CHAIN; next = postfix(p, node)) {
    node = next;
    links++;
  }
  return node;
}

function postfix(p: Parser, node: Node): Node | undefined {
  if (done(p)) return undefined;
  const { lineEnds, language } = p.tokens.profile;
  const lineEnded = newlineAt(p) && lineEnds !== "none" && p.brackets === 0;
  if (kindAt(p) === Kind.punctuation) {
    if (is(p, ".") || is(p, "?.") || is(p, "::"))
      return lineEnded || endsArgument(p, node) ? undefined : parseMember(p, node);
    if (is(p, "!") && (language === "typescript" || language === "csharp") && !newlineAt(p))
      return afterBang(p, node);
    if (is(p, "<") && skipTypeArguments(p, p.at) > p.at) return withTypeArguments(p, node);
    return undefined;
  }
  if (isWord(p, "with") && is(p, "{", p.at + 1) && language === "csharp") return parseWith(p, node);
  if (node.kind === "member" && argumentFollows(p, node)) return parseCall(p, node, false);
  if (kindAt(p) === Kind.open) return parseBracketAfter(p, node, lineEnded);
  if (kindAt(p) === Kind.string && language === "python" && node.kind === "string" && !lineEnded)
    return adjacent(p, node);
  if (kindAt(p) === Kind.stringOpen && !newlineAt(p) && language !== "csharp") return adjacent(p, node);
  return undefined;
}

/** Do arguments stand here without the parenthesis before them? `new UserPool this, "Pool", {...})`, `x.days 3)` */
export function argumentFollows(p: Parser, callee?: MemberNode): boolean {
  if (newlineAt(p)) return false;
  const kind = kindAt(p);
  const { language } = p.tokens.profile;
  if (language === "java" && callee?.name === "build" && is(p, ")")) return true;
  const ends = is(p, ",", p.at + 1) || is(p, ")", p.at + 1);
  if (kind === Kind.string || kind === Kind.number) return ends && !(callee && callee.name === "");
  if (kind !== Kind.name) return false;
  if (/^(this|self|true|false|True|False)$/.test(textAt(p))) return ends;
  const makes = language === "go" && /^New[A-Z]/.test(callee?.name ?? "");
  const mayBeType = !makes && (language === "java" || language === "csharp" || language === "go");
  if (callee?.object.kind === "call") return isFree(p) && (ends || is(p, ".", p.at + 1));
  return isFree(p) && (!callee || !mayBeType) && ends;
}

/** A dot behind what no method is called on, or on a new line behind what nobody calls one on: a bracket was left open. */
function endsArgument(p: Parser, node: Node): boolean {
  if (node.kind === "constant" && p.brackets > 0) return is(p, ".");
  if (!newlineAt(p) || p.brackets === 0 || p.tokens.profile.lineEnds !== "none") return false;
  if (columnAt(p) <= p.chain) return true;
  if (node.kind === "string" || node.kind === "number") return true;
  if (node.kind === "member") return /^[A-Z][A-Z0-9_]+$/.test(node.name);
  return node.kind === "call" && node.callee.kind === "member" && node.callee.name === "build";
}

/** Python's `"a" "b"`, a tagged template. */
function adjacent(p: Parser, node: Node): Node | undefined {
  const next = parseString(p);
  return {
    kind: "operation",
    operator: node.kind === "string" || node.kind === "operation" ? "+" : "tag",
    operands: [node, next],
    range: { start: node.range.start, end: next.range.end },
  };
}

function afterBang(p: Parser, node: Node): Node | undefined {
  if (isName(p, p.at + 1) || kindAt(p, p.at + 1) === Kind.string) return undefined;
  p.at++;
  return { ...node };
}

function withTypeArguments(p: Parser, node: Node): Node | undefined {
  const after = skipTypeArguments(p, p.at);
  if (!is(p, "(", after) && !is(p, ".", after) && !is(p, "{", after) && !is(p, "::", after)) return undefined;
  parseTypeArguments(p);
  return { ...node };
}

function parseMember(p: Parser, object: Node): Node {
  const dot = p.at++;
  if (is(p, "(") && p.tokens.profile.language === "go") return typeAssertion(p, object);
  if (skipTypeArguments(p, p.at) > p.at) parseTypeArguments(p);
  if (isName(p) && !nameIsNextStatement(p)) return memberOf(p, object);
  if (is(p, "?.", dot) && (is(p, "(") || is(p, "["))) return object;
  const nameRange = { start: endAt(p, dot), end: endAt(p, dot) };
  return {
    kind: "member",
    object,
    name: "",
    nameRange,
    range: { start: object.range.start, end: nameRange.end },
  };
}

/** Go's `x.(awscognito.CfnUserPool)`. */
function typeAssertion(p: Parser, object: Node): Node {
  const end = matchOf(p);
  p.at++;
  const type = parseTypeName(p);
  addRoot(p, type);
  p.at = Math.max(p.at, Math.min(end + 1, p.tokens.kinds.length));
  return type ? asType(object, type) : object;
}

/** After a dot that ends its line: `role.` and then `const x` of the next line. */
function nameIsNextStatement(p: Parser): boolean {
  if (!newlineAt(p)) return false;
  if (p.tokens.profile.statementWords.has(textAt(p))) return true;
  return p.tokens.profile.lineEnds === "python" && p.brackets === 0;
}

function parseBracketAfter(p: Parser, node: Node, lineEnded: boolean): Node | undefined {
  if (is(p, "(")) return lineEnded || node.kind === "string" ? undefined : parseCall(p, node);
  if (is(p, "[")) return lineEnded || newlineAt(p) ? undefined : parseIndex(p, node);
  const isType = node.kind === "name" || node.kind === "member";
  if (p.tokens.profile.language !== "go" || p.noBraces || lineEnded || !isType) return undefined;
  const initialiser = nested(p, () => parseBraces(p));
  return {
    kind: "call",
    callee: node,
    arguments: [],
    isNew: true,
    initialiser,
    range: { start: node.range.start, end: endAt(p, p.at - 1) },
  };
}

function parseCall(p: Parser, callee: Node, opened = true): Node {
  const args = nested(p, () => parseArguments(p, opened));
  bindItem(p, callee, args);
  return {
    kind: "call",
    callee,
    arguments: args,
    isNew: false,
    initialiser: undefined,
    range: { start: callee.range.start, end: endAt(p, p.at - 1) },
  };
}

const EACH = /^(forEach|map|flatMap|filter|find|some|every|ifPresent|ForEach|Select|Where|Any|All)$/;

/** `roles.forEach((role) => ...)`: the parameter is an item of the list; of Java's map the second is. */
function bindItem(p: Parser, callee: Node, [first, second]: readonly Argument[]): void {
  if (callee.kind !== "member") return;
  const given = first?.value;
  if (given?.kind === "function" && EACH.test(callee.name)) {
    const { scope, parameters } = given;
    const isEntry = p.tokens.profile.language === "java" && parameters.length > 1;
    holdItem(scope, parameters[isEntry ? 1 : 0]?.name ?? "", callee.object);
  }
  // C#'s `roles.TryGetValue("x", out var role)`
  if (callee.name === "TryGetValue" && second?.value?.kind === "name")
    holdItem(second.value.scope, second.value.name, callee.object);
}

/** A name without type and value, the last that was declared so, is an item of the list. */
function holdItem({ names }: Scope, name: string, list: Node): void {
  const known = names.get(name) ?? [];
  const last = known.at(-1);
  if (!last || last.type || last.value) return;
  names.set(name, [...known.slice(0, -1), { ...last, value: list, item: true, preset: false }]);
}

/** C#'s `props with { RoleName = "x" }`. */
function parseWith(p: Parser, callee: Node): Node {
  p.at++;
  const initialiser = nested(p, () => parseBraces(p));
  const range = { start: callee.range.start, end: endAt(p, p.at - 1) };
  return { kind: "call", callee, arguments: [], isNew: false, initialiser, range };
}

function parseIndex(p: Parser, object: Node): Node {
  const { items } = nested(p, () => parseItems(p, "]"));
  return {
    kind: "operation",
    operator: "index",
    operands: [object, ...items],
    range: { start: object.range.start, end: endAt(p, p.at - 1) },
  };
}
