import type { Binding, Node } from "../../syntax.ts";
import { parseDotted } from "../expression/dotted.ts";
import { is, isFree, isWord, matchOf, type Parser, rangeAt, textAt } from "../state.ts";

type Narrowed = Omit<Binding, "scope">;

/** `if (node instanceof iam.CfnRole) {`: what the name is in the block, where the condition says that alone. */
export function scriptNarrowing(p: Parser): Narrowed | undefined {
  const end = matchOf(p);
  let found: number | undefined;
  for (let at = p.at + 1; at < end; at++) {
    if (is(p, "||", at) || is(p, "?", at) || (found !== undefined && isWord(p, "instanceof", at)))
      return undefined;
    if (isWord(p, "instanceof", at)) found = at;
  }
  if (found === undefined || !isFree(p, found - 1) || !isFree(p, found + 1)) return undefined;
  const stands = is(p, "(", found - 2) || is(p, "&&", found - 2);
  return stands && !is(p, "!", found - 3) ? narrowing(p, found - 1, found + 1) : undefined;
}

/** Python's `if isinstance(node, iam.CfnRole):` and `assert isinstance(node, iam.CfnRole)`, from `isinstance` on. */
export function pythonNarrowing(p: Parser): Narrowed | undefined {
  if (!isWord(p, "isinstance") || !is(p, "(", p.at + 1) || !is(p, ",", p.at + 3)) return undefined;
  if (!isFree(p, p.at + 2) || !isFree(p, p.at + 4)) return undefined;
  const after = matchOf(p, p.at + 1) + 1;
  const isAsserted = isWord(p, "assert", p.at - 1) && !isWord(p, "or", after);
  return isAsserted || is(p, ":", after) || isWord(p, "and", after)
    ? narrowing(p, p.at + 2, p.at + 4)
    : undefined;
}

function narrowing(p: Parser, nameAt: number, typeAt: number): Narrowed {
  const { at } = p;
  p.at = typeAt;
  const type: Node = parseDotted(p);
  p.at = at;
  return { name: textAt(p, nameAt), range: rangeAt(p, nameAt), type };
}
