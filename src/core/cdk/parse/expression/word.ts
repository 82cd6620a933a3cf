import type { Node } from "../../syntax.ts";
import { is, isFree, isWord, type Parser, rangeAt, startsStatement, textAt } from "../state.ts";
import { skipGlobal } from "./dotted.ts";
import { parseArrow, parseFunction, parseLambda } from "./function.ts";
import { parseNew } from "./new.ts";
import { parseGoTypeLiteral, parseOperand, parsePrimary } from "./operand.ts";

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

const PREFIX_WORDS = new Set("await typeof delete void not yield throw ref out in async return".split(" "));

export function parseWord(p: Parser): Node | undefined {
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
