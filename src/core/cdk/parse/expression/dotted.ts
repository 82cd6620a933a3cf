import type { MemberNode, Node } from "../../syntax.ts";
import { is, isName, isWord, type Parser, rangeAt, textAt } from "../state.ts";

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
export function skipGlobal(p: Parser): void {
  if (isWord(p, "global") && isAliasMark(p, p.at + 1) && isName(p, p.at + 2)) p.at += 2;
}

/** C#'s `cognito::UserPool`. */
const isAliasMark = (p: Parser, at = p.at): boolean =>
  p.tokens.profile.language === "csharp" && is(p, "::", at);

/** The member whose name stands here. */
export function memberOf(p: Parser, object: Node): MemberNode {
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
