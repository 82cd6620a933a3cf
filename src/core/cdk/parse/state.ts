import type { Range } from "../../types.ts";
import { Kind, type Tokens } from "../scan/tokens.ts";
import { startsFile as isFileStart } from "../scan/unclosed.ts";
import type { Binding, FunctionNode, LocalType, Node, Root, Scope } from "../syntax.ts";

/** Where the parser stands. Every function that takes it moves `at` forward or leaves it. */
export interface Parser {
  readonly tokens: Tokens;
  at: number;
  depth: number;
  /** Brackets that are open within the statement at hand: a line's end ends no statement inside them. */
  brackets: number;
  /** Braces of literals that are open around the expression at hand. */
  literals: number;
  /**
   * While a bracket around the expression at hand isn't closed: the column of the dot that begins the line of the
   * innermost call, 0 where none does. Else -1.
   */
  chain: number;
  scope: Scope;
  /** In Go's `if x {`, and wherever a brace opens a block, no struct literal. */
  noBraces: boolean;
  readonly roots: Root[];
  readonly open: string[];
  readonly modules: { name: string; range: Range }[];
  /** Go's methods, whose type may be declared further on. */
  readonly methods: { type: string; name: string; node: FunctionNode }[];
}

/** Deeper nesting than anyone writes is passed over, so that no file overflows the stack. */
export const DEEPEST = 150;

export const kindAt = (p: Parser, at = p.at): Kind | undefined => p.tokens.kinds[at];
export const textAt = (p: Parser, at = p.at): string =>
  p.tokens.text.slice(p.tokens.starts[at] ?? 0, p.tokens.ends[at] ?? 0);
export const startAt = (p: Parser, at = p.at): number => p.tokens.starts[at] ?? p.tokens.text.length;
export const endAt = (p: Parser, at = p.at): number => p.tokens.ends[at] ?? p.tokens.text.length;
export const rangeAt = (p: Parser, at = p.at): Range => ({ start: startAt(p, at), end: endAt(p, at) });
export const newlineAt = (p: Parser, at = p.at): boolean => p.tokens.newline[at] === 1;
export const matchOf = (p: Parser, at = p.at): number => {
  const match = p.tokens.match[at] ?? -1;
  return match < 0 ? p.tokens.kinds.length : match;
};
export const columnAt = (p: Parser, at = p.at): number =>
  startAt(p, at) - p.tokens.text.lastIndexOf("\n", startAt(p, at) - 1) - 1;

/** Whether the bracket is closed by one of its kind; an unclosed one ends where another around it does. */
export const isClosed = (p: Parser, at = p.at): boolean =>
  is(p, ({ "(": ")", "[": "]", "{": "}" } as Record<string, string>)[textAt(p, at)] ?? "", matchOf(p, at));

/** Behind the bracket that begins here; only behind its opening where nothing closes it. */
export const behindBracket = (p: Parser, at = p.at): number => (isClosed(p, at) ? matchOf(p, at) : at) + 1;

export const done = (p: Parser): boolean => p.at >= p.tokens.kinds.length;

/** Is the token this bracket or punctuation? Compares the text alone, so never for words of a string. */
export function is(p: Parser, text: string, at = p.at): boolean {
  const kind = p.tokens.kinds[at];
  if (kind !== Kind.punctuation && kind !== Kind.open && kind !== Kind.close) return false;
  return endAt(p, at) - startAt(p, at) === text.length && p.tokens.text.startsWith(text, startAt(p, at));
}

export const isName = (p: Parser, at = p.at): boolean => p.tokens.kinds[at] === Kind.name;

export const isWord = (p: Parser, word: string, at = p.at): boolean =>
  isName(p, at) &&
  endAt(p, at) - startAt(p, at) === word.length &&
  p.tokens.text.startsWith(word, startAt(p, at));

/** A name that is no word of the language. */
export const isFree = (p: Parser, at = p.at): boolean =>
  isName(p, at) && !p.tokens.profile.reserved.has(textAt(p, at));

export function accept(p: Parser, text: string): boolean {
  if (!is(p, text)) return false;
  p.at++;
  return true;
}

export function acceptWord(p: Parser, word: string): boolean {
  if (!isWord(p, word)) return false;
  p.at++;
  return true;
}

/** Does a declaration of the file begin here, whatever is still open? */
export const startsFile = (p: Parser): boolean =>
  isName(p) && newlineAt(p) && isFileStart(p.tokens, startAt(p), textAt(p));

/** Does a new statement begin here, inside a bracket that someone has not closed yet? */
export function startsStatement(p: Parser): boolean {
  if (startsFile(p)) return true;
  if (!newlineAt(p) || !isName(p) || !p.tokens.profile.statementWords.has(textAt(p))) return false;
  const next = p.at + 1;
  return (
    !is(p, ":", next) && !is(p, ",", next) && !is(p, "=", next) && !is(p, ".", next) && !is(p, "?", next)
  );
}

// ---------------------------------------------------------------- scopes

export const newScope = (parent: Scope | undefined, kind: Scope["kind"], type?: Scope["type"]): Scope => ({
  parent,
  kind,
  names: new Map(),
  type: type ?? undefined,
  gives: [],
});

/** Runs `body` with its own scope inside the present one. */
export function within<T>(p: Parser, scope: Scope, body: () => T): T {
  const { scope: outer, noBraces } = p;
  p.scope = scope;
  p.noBraces = false;
  const result = body();
  p.scope = outer;
  p.noBraces = noBraces;
  return result;
}

/** One level deeper; lines end no expression inside brackets. */
export function nested<T>(p: Parser, body: () => T): T {
  const { noBraces } = p;
  p.depth++;
  p.brackets++;
  p.noBraces = false;
  const result = body();
  p.depth--;
  p.brackets--;
  p.noBraces = noBraces;
  return result;
}

/** What is assigned later keeps the type that the name was declared with. */
export function addBinding(table: Map<string, Binding[]>, binding: Binding): void {
  const known = table.get(binding.name);
  const type = binding.type ?? (binding.value && known?.[0]?.type);
  if (known) known.push({ ...binding, type });
  else table.set(binding.name, [binding]);
}

export function addMethod(type: LocalType, name: string, node: FunctionNode): void {
  type.methods ??= new Map();
  type.methods.set(name, node);
}

export const declare = (p: Parser, binding: Omit<Binding, "scope">, scope = p.scope): void =>
  addBinding(scope.names, { ...binding, scope: p.scope });

export function addRoot(p: Parser, node: Node | undefined, target?: Node, type?: Node): void {
  if (node) p.roots.push({ node, target, type });
}

/** A name at which something is mentioned, whether or not it is declared under that name. */
export function mention(p: Parser, binding: Omit<Binding, "scope">): void {
  const { name, range } = binding;
  const scope = newScope(undefined, "file");
  scope.names.set(name, [{ ...binding, scope }]);
  addRoot(p, { kind: "name", name, range, scope });
}

/** The function that the code at hand belongs to. */
export function functionScope(scope: Scope): Scope | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) if (at.kind === "function") return at;
  return undefined;
}

/** The class that the code at hand belongs to. */
export function classScope(scope: Scope): Scope | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) if (at.type) return at;
  return undefined;
}
