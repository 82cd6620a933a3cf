import { Kind } from "../scan/tokens.ts";
import type { ListNode, Node } from "../syntax.ts";
import { parseDotted } from "./expression/dotted.ts";
import { isNothing, unionType } from "./scriptType.ts";
import {
  accept,
  addRoot,
  done,
  is,
  isFree,
  isName,
  isWord,
  kindAt,
  matchOf,
  type Parser,
  rangeAt,
  textAt,
} from "./state.ts";
import { goType } from "./statement/go.ts";

const IN_TYPE_ARGUMENTS = new Set([".", ",", "?", "|", "&", "*", "=>"]);

const LONGEST_TYPE = 60;

/** The token after `<...>` if that is a list of type arguments, else `at` itself. */
export function skipTypeArguments(p: Parser, at: number): number {
  if (!is(p, "<", at)) return at;
  const isScript = p.tokens.profile.language === "typescript";
  let depth = 0;
  for (let i = at; i < at + LONGEST_TYPE; i++) {
    if (is(p, "<", i)) depth++;
    else if (is(p, ">", i) && --depth === 0) return i + 1;
    else if (kindAt(p, i) === Kind.open && (is(p, "[", i) || isScript)) i = is(p, "[", i) ? i : matchOf(p, i);
    else if (is(p, "]", i) || isName(p, i) || kindAt(p, i) === Kind.string || is(p, ">", i)) continue;
    else if (!IN_TYPE_ARGUMENTS.has(textAt(p, i))) return at;
  }
  return at;
}

/** The types between `<` and `>`, which stand on their own in the sites of a file. */
export function parseTypeArguments(p: Parser): readonly Node[] {
  const end = skipTypeArguments(p, p.at);
  const types: Node[] = [];
  const parse = p.tokens.profile.language === "typescript" ? unionType : parseDotted;
  while (p.at < end) {
    const before = p.at;
    const type = isFree(p) || parse === unionType ? parse(p) : undefined;
    if (type) types.push(type);
    if (p.at === before) p.at++;
  }
  for (const type of types) if (type.kind !== "map") addRoot(p, type);
  return types;
}

export const listOf = (item: Node): ListNode => ({ kind: "list", items: [item], range: item.range });

const WRAPPERS = new Set([
  "Optional",
  "Readonly",
  "Partial",
  "Required",
  "Omit",
  "Pick",
  "NonNullable",
  "Promise",
  "Nullable",
  "Annotated",
]);

const LISTS = new Set([
  "List",
  "IList",
  "Array",
  "ReadonlyArray",
  "IEnumerable",
  "Collection",
  "Set",
  "list",
  "Sequence",
  "Iterable",
  "ArrayList",
  "ICollection",
  "IReadOnlyList",
  "IReadOnlyCollection",
  "HashSet",
]);

/** Maps by name: what an index of one gives is what counts, as of a list. */
const MAPS = new Set([
  "Map",
  "ReadonlyMap",
  "HashMap",
  "LinkedHashMap",
  "Dictionary",
  "IDictionary",
  "IReadOnlyDictionary",
  "Record",
  "dict",
  "Dict",
  "Mapping",
]);

/** A type as it stands in a declaration: the name it has, a list of it, or the literal type's fields. */
export function parseTypeName(p: Parser): Node | undefined {
  const { language } = p.tokens.profile;
  if (language === "go") return goType(p);
  if (language === "typescript") return unionType(p);
  return simpleType(p);
}

function simpleType(p: Parser): Node | undefined {
  const { language } = p.tokens.profile;
  if (kindAt(p) === Kind.string && language === "python") return quotedType(p);
  if (!isName(p) || !(isFree(p) || isWord(p, "void") || isWord(p, "None"))) return undefined;
  const named = parseDotted(p);
  const type = withArguments(p, named);
  return arraySuffix(p, type);
}

/** Python's forward reference, `"iam.Role"`. */
function quotedType(p: Parser): Node {
  const range = rangeAt(p);
  const parts = textAt(p)
    .replace(/^["']+|["']+$/g, "")
    .split(".");
  p.at++;
  const inside = { start: range.start + 1, end: range.end - 1 };
  const [first = "", ...rest] = parts;
  const root: Node = { kind: "name", name: first, range: inside, scope: p.scope };
  return rest.reduce<Node>(
    (object, name) => ({ kind: "member", object, name, nameRange: inside, range: inside }),
    root,
  );
}

/** A name with the type arguments that follow it: what a list, a map or a wrapper holds. */
export function withArguments(p: Parser, named: Node): Node {
  const name = named.kind === "member" ? named.name : named.kind === "name" ? named.name : "";
  const { language } = p.tokens.profile;
  const inner = language === "python" ? pythonArguments(p) : parseTypeArguments(p);
  const [first, second] = inner;
  if (!first) return named;
  // Java's is asked for what it holds, like a list.
  if (name === "Optional" && language === "java") return listOf(first);
  if (WRAPPERS.has(name)) return first;
  if (MAPS.has(name)) return second ? listOf(second) : named;
  return LISTS.has(name) ? listOf(first) : named;
}

function pythonArguments(p: Parser): readonly Node[] {
  if (!is(p, "[")) return [];
  const end = matchOf(p);
  const types: Node[] = [];
  p.at++;
  while (p.at < end && !done(p)) {
    const type = simpleType(p);
    if (type) types.push(type);
    else p.at++;
  }
  accept(p, "]");
  for (const type of types) addRoot(p, type);
  return types;
}

function arraySuffix(p: Parser, type: Node): Node {
  let result = type;
  while (is(p, "[") && is(p, "]", p.at + 1)) {
    p.at += 2;
    result = listOf(result);
  }
  if (is(p, "?") && p.tokens.profile.language === "csharp") p.at++;
  if (is(p, "|") && p.tokens.profile.language === "python") {
    p.at++;
    const other = simpleType(p);
    if (isNothing(result)) return other ?? result;
    addRoot(p, other);
  }
  return result;
}
