import { Kind, type Tokens } from "../cdk/scan/tokens.ts";

/** A body in braces or, in Python, below a colon, in which statements stand. */
export interface Block {
  /** `class` holds members, `function` and `control` hold statements, `other` is a literal or a type. */
  readonly kind: "class" | "function" | "control" | "other";
  /** What opens it: the header's text, from its statement's start to the brace or colon. */
  readonly header: string;
  /** Where its header begins. */
  readonly start: number;
  /** Just behind the brace or colon. */
  readonly open: number;
  /** At the closing brace; where the next statement outside begins, for Python. */
  readonly close: number;
  readonly parent: Block | undefined;
}

/** The innermost block at an offset, of a language with braces. */
export function braceBlockAt(tokens: Tokens, offset: number): Block | undefined {
  let block: Block | undefined;
  for (let i = 0; i < tokens.kinds.length && at(tokens.starts, i) < offset; i++) {
    if (tokens.kinds[i] !== Kind.open && tokens.kinds[i] !== Kind.expressionOpen) continue;
    const close = tokens.starts[at(tokens.match, i)] ?? tokens.text.length;
    if (close >= offset) block = toBlock(tokens, i, close, block);
  }
  return block;
}

const at = (column: readonly number[], i: number): number => column[i] ?? 0;

function toBlock(tokens: Tokens, open: number, close: number, parent: Block | undefined): Block {
  const first = headerStart(tokens, open);
  const start = at(tokens.starts, first);
  const brace = at(tokens.starts, open);
  const header = tokens.text.slice(start, brace).trim();
  const kind = tokens.text.charAt(brace) === "{" ? kindOf(tokens, first, open) : "other";
  return { kind, header, start, open: brace + 1, close, parent };
}

/** The first token of the statement that a brace opens the body of: back to `;`, a brace, or an opening bracket. */
function headerStart(tokens: Tokens, open: number): number {
  let depth = 0;
  let i = open;
  while (i > 0) {
    const before = tokens.text.charAt(at(tokens.starts, i - 1));
    const kind = tokens.kinds[i - 1];
    if (kind === Kind.close) {
      if (depth === 0 && before === "}") break;
      depth++;
    } else if (kind === Kind.open) {
      if (depth === 0) break;
      depth--;
    } else if (depth === 0 && kind === Kind.punctuation && before === ";") break;
    else if (depth === 0 && tokens.newline[i] === 1 && endsStatement(tokens, i - 1)) break;
    i--;
  }
  return i;
}

const CONTROL = new Set([
  "if",
  "for",
  "while",
  "switch",
  "catch",
  "else",
  "try",
  "finally",
  "do",
  "foreach",
  "using",
  "lock",
  "select",
]);

function kindOf(tokens: Tokens, first: number, open: number): Block["kind"] {
  const words = wordsOf(tokens, first, open);
  if (words.some((word) => /^(?:class|record|struct|interface|enum|namespace)$/.test(word)))
    return words.includes("class") || words.includes("record") ? "class" : "other";
  const last = open - 1;
  const before = tokens.text.slice(at(tokens.starts, last), tokens.ends[last]);
  if (before === "=>" || before === "->") return "function";
  if (CONTROL.has(words[0] ?? "")) return "control";
  return closesParameters(tokens, first, open) ? "function" : "other";
}

/** The words of a header that stand in none of its brackets. */
function wordsOf(tokens: Tokens, first: number, open: number): string[] {
  const words: string[] = [];
  for (let i = first; i < open; i++) {
    if (tokens.kinds[i] === Kind.open) i = Math.max(i, Math.min(at(tokens.match, i), open));
    else if (tokens.kinds[i] === Kind.name)
      words.push(tokens.text.slice(at(tokens.starts, i), tokens.ends[i]));
  }
  return words;
}

/** `name(...) {`, `name(...): Type {`, `func name(...) Type {`: what follows the parameters is a type at most. */
function closesParameters(tokens: Tokens, first: number, open: number): boolean {
  for (let i = open - 1; i > first; i--) {
    const text = tokens.text.slice(at(tokens.starts, i), tokens.ends[i]);
    if (tokens.kinds[i] === Kind.close && text === ")") return true;
    const isType = tokens.kinds[i] === Kind.name || /^[.:<>[\]|*?]$/.test(text);
    if (!isType || text === "return") return false;
  }
  return false;
}

// ---------------------------------------------------------------- where a statement may begin

const OPERATOR_WORDS = new Set([
  "return",
  "new",
  "const",
  "let",
  "var",
  "typeof",
  "await",
  "in",
  "of",
  "instanceof",
  "extends",
  "case",
  "throw",
  "import",
  "export",
  "static",
  "public",
  "private",
  "protected",
  "readonly",
]);

/** May a statement that ends with this token be over, where no semicolon is needed? */
function endsStatement(tokens: Tokens, i: number): boolean {
  const text = tokens.text.slice(at(tokens.starts, i), tokens.ends[i]);
  if (text === ";") return true;
  if (tokens.profile.language === "java" || tokens.profile.language === "csharp")
    return text === "}" || text === "{";
  switch (tokens.kinds[i]) {
    case Kind.name:
      return !OPERATOR_WORDS.has(text);
    case Kind.number:
    case Kind.string:
    case Kind.stringClose:
    case Kind.close:
    case Kind.other:
      return true;
    default:
      return false;
  }
}

/** Is there a statement's start at an offset: is what stands before it over, and does nothing after it go on with it? */
export function startsStatement(tokens: Tokens, offset: number, wordEnd: number, block: Block): boolean {
  const next = tokens.starts.findIndex((start) => start >= wordEnd);
  const last = lastBefore(tokens, offset);
  if (next >= 0 && goesOn(tokens, next)) return false;
  return last < 0 || at(tokens.ends, last) <= block.open || endsStatement(tokens, last);
}

/** The last token that ends at or before an offset; -1 where there is none. */
export function lastBefore(tokens: Tokens, offset: number): number {
  const next = tokens.starts.findIndex((start) => start >= offset);
  return (next < 0 ? tokens.starts.length : next) - 1;
}

/** `.foo()`, `+ 1`, `)`: a token that goes on with what stands before it. */
function goesOn(tokens: Tokens, i: number): boolean {
  const text = tokens.text.charAt(at(tokens.starts, i));
  return (
    (tokens.kinds[i] === Kind.punctuation && text !== "@" && text !== "#") || text === ")" || text === "]"
  );
}
