import type { Entry, MapNode, Node } from "../../syntax.ts";
import {
  accept,
  addRoot,
  behindBracket,
  done,
  endAt,
  is,
  isFree,
  isName,
  matchOf,
  nested,
  newlineAt,
  newScope,
  type Parser,
  startAt,
  within,
} from "../state.ts";
import { parseBlock } from "../statement/statement.ts";
import { listOf, parseTypeArguments, skipTypeArguments, withArguments } from "../type.ts";
import { parseArguments } from "./arguments.ts";
import { parseBraces, parseEntries } from "./braces.ts";
import { argumentFollows } from "./call.ts";
import { parseDotted } from "./dotted.ts";
import { parseExpression } from "./expression.ts";
import { asType } from "./operand.ts";

/** `new X(...)`, with its initialiser, array literal or anonymous class. */
export function parseNew(p: Parser): Node | undefined {
  const start = startAt(p);
  const { language } = p.tokens.profile;
  p.at++;
  if (is(p, "[")) {
    p.at = behindBracket(p);
    return is(p, "{") ? nested(p, () => parseBraces(p)) : undefined;
  }
  const nameless = {
    kind: "name",
    name: "",
    range: { start, end: endAt(p, p.at - 1) },
    scope: p.scope,
  } as const;
  const callee: Node = isFree(p) ? parseDotted(p) : (parseMaker(p) ?? nameless);
  const type = language === "typescript" ? withArguments(p, callee) : callee;
  if (skipTypeArguments(p, p.at) > p.at) parseTypeArguments(p);
  if (is(p, "[") && language !== "typescript" && language !== "javascript") return newArray(p, callee);
  const opened = is(p, "(");
  const hasArguments = opened || argumentFollows(p);
  const args = hasArguments ? nested(p, () => parseArguments(p, opened)) : [];
  const initialiser = language === "csharp" || !hasArguments ? parseInitialiser(p) : doubleBraces(p);
  if (language === "java" && hasArguments && is(p, "{")) parseAnonymousClass(p);
  const range = { start, end: endAt(p, p.at - 1) };
  const made: Node = { kind: "call", callee, arguments: args, isNew: true, initialiser, range };
  // `new Map<string, iam.Role>()`
  return type === callee ? made : asType(made, type);
}

/** `new (require("aws-cdk-lib/aws-iam").Role)(...)`; in C# the arguments stand there. */
function parseMaker(p: Parser): Node | undefined {
  const { language } = p.tokens.profile;
  if ((language !== "typescript" && language !== "javascript") || !accept(p, "(")) return undefined;
  const maker = nested(p, () => parseExpression(p));
  accept(p, ")");
  return maker;
}

/** `new PolicyStatement[] { ... }` of Java and C#. */
function newArray(p: Parser, item: Node): Node {
  addRoot(p, item);
  while (is(p, "[")) p.at = behindBracket(p);
  const literal = is(p, "{") ? nested(p, () => parseBraces(p)) : { ...listOf(item), items: [] };
  return asType(literal, listOf(item));
}

function parseInitialiser(p: Parser) {
  const { language } = p.tokens.profile;
  // `new RoleProps` and then `RoleName = x`: the brace between them is missing.
  const lacksBrace = language === "csharp" && newlineAt(p) && isName(p) && is(p, "=", p.at + 1);
  if (lacksBrace && p.brackets > 0) return nested(p, () => parseEntries(p));
  if (!is(p, "{")) return undefined;
  if (language !== "csharp" && language !== "java") return undefined;
  return nested(p, () => parseBraces(p));
}

/** Java's `new HashMap<>() {{ put("key", value); }}`. */
function doubleBraces(p: Parser): MapNode | undefined {
  if (p.tokens.profile.language !== "java" || !is(p, "{") || !is(p, "{", p.at + 1)) return undefined;
  const start = startAt(p);
  const end = matchOf(p) + 1;
  const entries: Entry[] = [];
  p.at += 2;
  while (!done(p) && p.at < end) {
    const before = p.at;
    const put = nested(p, () => parseExpression(p));
    const [key, value] = put?.kind === "call" ? put.arguments : [];
    if (key?.value) entries.push({ key: undefined, keyNode: key.value, quoted: true, value: value?.value });
    else addRoot(p, put);
    if (p.at === before) p.at++;
  }
  return { kind: "map", entries, spreads: [], range: { start, end: endAt(p, p.at - 1) } };
}

function parseAnonymousClass(p: Parser): void {
  const type = { name: "", fields: new Map(), bases: [] };
  nested(p, () => within(p, newScope(p.scope, "class", type), () => parseBlock(p)));
}
