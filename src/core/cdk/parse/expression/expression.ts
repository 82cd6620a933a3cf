import type { Range } from "../../../types.ts";
import { Kind } from "../../scan/tokens.ts";
import type { NameNode, Node, OperationNode } from "../../syntax.ts";
import {
  addRoot,
  declare,
  endAt,
  is,
  isFree,
  isWord,
  kindAt,
  newlineAt,
  type Parser,
  rangeAt,
  startAt,
  textAt,
} from "../state.ts";
import { parseTypeName } from "../type.ts";
import { parseOperand } from "./operand.ts";

const OPERATORS = new Set(
  "+ - * / % ** && || ?? == != === !== < > <= >= & | ^ ? += -= |= ??= ||= &&= = and or in is not if else as satisfies instanceof".split(
    " ",
  ),
);

/** What was read of an expression that operators put together. */
interface Parts {
  readonly operands: Node[];
  readonly operators: Set<string>;
  /** What `x ? a : b` and `a if x else b` may be. */
  readonly branches: Node[];
  /** `?` whose `:` is still to come. */
  questions: number;
  type: Node | undefined;
}

/** An expression, as far as it can be followed; undefined (and nothing passed over) where none begins. */
export function parseExpression(p: Parser): Node | undefined {
  const start = startAt(p);
  const first = parseOperand(p);
  if (!first) return undefined;
  if (first.kind === "name" && is(p, ":=") && p.brackets > 0) return parseWalrus(p, first);
  const parts: Parts = {
    operands: [first],
    operators: new Set(),
    branches: [],
    questions: 0,
    type: undefined,
  };
  for (let operator = operatorHere(p); operator !== undefined; operator = operatorHere(p)) {
    p.at++;
    if (!parseOperator(p, operator, parts)) break;
  }
  if (parts.operators.size === 0 && !parts.type) return first;
  return operationOf(parts, { start, end: endAt(p, p.at - 1) });
}

function operationOf({ operands, operators, branches, type }: Parts, range: Range): OperationNode {
  const [operator = "as", ...others] = operators;
  return {
    kind: "operation",
    operator: others.length > 0 ? "mixed" : operator,
    operands,
    branches: branches.length > 0 ? branches : undefined,
    type,
    range,
  };
}

/** What an operator, just passed, is followed by; false where nothing follows it. */
function parseOperator(p: Parser, operator: string, parts: Parts): boolean {
  if (operator === "as" || operator === "satisfies") {
    parts.type = parseTypeName(p);
    addRoot(p, parts.type);
    return true;
  }
  parts.operators.add(operator);
  if (/^(instanceof|is)$/.test(operator) && typePattern(p)) return true;
  const next = parseOperand(p);
  if (next) addOperand(parts, operator, next);
  else if (operator !== "not" && operator !== "is") return false;
  while (parts.questions > 0 && is(p, ":")) thenElse(p, parts);
  return true;
}

function addOperand(parts: Parts, operator: string, next: Node): void {
  const { operands, branches } = parts;
  const [first] = operands;
  if (operator === "?") parts.questions++;
  if (operator === "else" && branches.length === 0 && first) branches.push(first);
  if (operator === "?" || operator === "else") branches.push(next);
  operands.push(next);
}

function thenElse(p: Parser, parts: Parts): void {
  p.at++;
  parts.questions--;
  const otherwise = parseOperand(p);
  if (!otherwise) return;
  parts.operands.push(otherwise);
  parts.branches.push(otherwise);
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
