import { Kind } from "../../scan/tokens.ts";
import type { Argument, Entry, MemberNode, Node, Scope } from "../../syntax.ts";
import { columnAt, endAt, is, isFree, kindAt, nested, newlineAt, type Parser, textAt } from "../state.ts";
import { parseArguments } from "./arguments.ts";

export function parseCall(p: Parser, callee: Node, opened = true): Node {
  const args = nested(p, () => parseArguments(p, opened));
  bindItem(p, callee, args);
  const range = { start: callee.range.start, end: endAt(p, p.at - 1) };
  if (isDict(p, callee, args)) return { kind: "map", entries: args.map(keywordEntry), spreads: [], range };
  return { kind: "call", callee, arguments: args, isNew: false, initialiser: undefined, range };
}

/** Python's `dict(Effect="Allow")` is the literal `{"Effect": "Allow"}`. */
const isDict = (p: Parser, callee: Node, args: readonly Argument[]): boolean =>
  p.tokens.profile.language === "python" &&
  callee.kind === "name" &&
  callee.name === "dict" &&
  args.length > 0 &&
  args.every(({ name }) => name !== undefined);

function keywordEntry({ name: text = "", nameRange: range, value }: Argument): Entry {
  const keyNode = { kind: "string", parts: [{ kind: "text", text, range }], range, outer: range } as const;
  return { key: text, keyNode, quoted: true, value };
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
export function endsArgument(p: Parser, node: Node): boolean {
  if (node.kind === "constant" && p.brackets > 0) return is(p, ".");
  if (!newlineAt(p) || p.brackets === 0 || p.tokens.profile.lineEnds !== "none") return false;
  if (columnAt(p) <= p.chain) return true;
  if (node.kind === "string" || node.kind === "number") return true;
  if (node.kind === "member") return /^[A-Z][A-Z0-9_]+$/.test(node.name);
  return node.kind === "call" && node.callee.kind === "member" && node.callee.name === "build";
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
