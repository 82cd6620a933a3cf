import { Kind } from "../../scan/tokens.ts";
import type { Node, NumberNode } from "../../syntax.ts";
import {
  addRoot,
  DEEPEST,
  done,
  endAt,
  is,
  isName,
  kindAt,
  matchOf,
  nested,
  newlineAt,
  type Parser,
  rangeAt,
  startAt,
  textAt,
} from "../state.ts";
import { parseTypeArguments, parseTypeName, skipTypeArguments } from "../type.ts";
import { parseBraces } from "./braces.ts";
import { arrowAt, parseArrow } from "./function.ts";
import { parseItems } from "./items.ts";
import { parsePostfix } from "./postfix.ts";
import { parseString } from "./string.ts";
import { parseWord } from "./word.ts";

export function parseOperand(p: Parser): Node | undefined {
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

export function parsePrimary(p: Parser): Node | undefined {
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

const PREFIXES = new Set("& * ! - ~ + ... ** @ ^".split(" "));

const MOST_PREFIXES = 6;

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
export function parseGoTypeLiteral(p: Parser): Node | undefined {
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
