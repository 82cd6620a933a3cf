import type { Range } from "../../../types.ts";
import type { StringForm } from "../../profiles/profile.ts";
import { Kind } from "../../scan/tokens.ts";
import type { Node, StringNode, TextPart } from "../../syntax.ts";
import { endAt, kindAt, nested, type Parser, rangeAt, startAt } from "../state.ts";
import { parseExpression } from "./expression.ts";

/** The string literal that stands here. */
export function parseString(p: Parser): StringNode {
  return kindAt(p) === Kind.string ? plainString(p) : nested(p, () => interpolated(p));
}

const formAt = (p: Parser): StringForm | undefined => p.tokens.profile.stringAt(p.tokens.text, startAt(p));

function plainString(p: Parser): StringNode {
  const outer = rangeAt(p);
  const form = formAt(p);
  const open = form?.open ?? 1;
  const close = form?.close ?? '"';
  const closed =
    outer.end - outer.start >= open + close.length &&
    p.tokens.text.startsWith(close, outer.end - close.length);
  const range = { start: outer.start + open, end: closed ? outer.end - close.length : outer.end };
  p.at++;
  return { kind: "string", parts: [textPart(p, range, form)], range, outer };
}

function textPart(p: Parser, range: Range, form: StringForm | undefined): TextPart {
  return { kind: "text", text: decode(p.tokens.text.slice(range.start, range.end), form), range };
}

function interpolated(p: Parser): StringNode {
  const start = startAt(p);
  const form = formAt(p);
  const parts: (TextPart | Node)[] = [];
  const inner = endAt(p);
  p.at++;
  while (kindAt(p) === Kind.stringText || kindAt(p) === Kind.expressionOpen)
    if (kindAt(p) === Kind.stringText) parts.push(textPart(p, rangeAt(p, p.at++), form));
    else expressionPart(p, parts);
  const end = startAt(p);
  if (kindAt(p) === Kind.stringClose) p.at++;
  return { kind: "string", parts, range: { start: inner, end }, outer: { start, end: endAt(p, p.at - 1) } };
}

function expressionPart(p: Parser, parts: (TextPart | Node)[]): void {
  const close = p.tokens.match[p.at] ?? -1;
  const start = startAt(p);
  p.at++;
  const node = parseExpression(p);
  if (close >= 0) p.at = Math.max(p.at, kindAt(p, close) === Kind.expressionClose ? close + 1 : close);
  parts.push(
    node ?? { kind: "operation", operator: "empty", operands: [], range: { start, end: startAt(p) } },
  );
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  b: "\b",
  f: "\f",
  v: "\v",
  0: "\0",
  "\n": "",
};

function decode(text: string, form: StringForm | undefined): string {
  const braces = form?.interpolation === "{" ? text.replace(/\{\{|\}\}/g, (pair) => pair.charAt(0)) : text;
  if (form?.escape === "doubled") return braces.replaceAll('""', '"');
  if (form?.escape !== "backslash" || !braces.includes("\\")) return braces;
  return braces.replace(/\\(u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|[\s\S])/g, unescaped);
}

function unescaped(_all: string, char: string, braced?: string, four?: string, two?: string): string {
  const hex = braced ?? four ?? two;
  if (hex === undefined) return ESCAPES[char] ?? char;
  const point = Number.parseInt(hex, 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : "";
}
