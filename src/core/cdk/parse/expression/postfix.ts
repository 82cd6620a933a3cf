import { Kind } from "../../scan/tokens.ts";
import type { Node } from "../../syntax.ts";
import { done, endAt, is, isName, isWord, kindAt, nested, newlineAt, type Parser } from "../state.ts";
import { parseTypeArguments, skipTypeArguments } from "../type.ts";
import { parseBraces } from "./braces.ts";
import { argumentFollows, endsArgument, parseCall } from "./call.ts";
import { parseItems } from "./items.ts";
import { parseMember } from "./member.ts";
import { parseString } from "./string.ts";

/** Links of `a.b(c).d(e)`; what follows them stands alone. */
const LONGEST_CHAIN = 400;

export function parsePostfix(p: Parser, first: Node): Node {
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
