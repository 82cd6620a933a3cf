import type { Node } from "../../syntax.ts";
import { addRoot, endAt, is, isName, matchOf, newlineAt, type Parser, textAt } from "../state.ts";
import { parseTypeArguments, parseTypeName, skipTypeArguments } from "../type.ts";
import { memberOf } from "./dotted.ts";
import { asType } from "./operand.ts";

export function parseMember(p: Parser, object: Node): Node {
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
