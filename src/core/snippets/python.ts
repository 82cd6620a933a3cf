import { Kind, type Tokens } from "../cdk/scan/tokens.ts";
import type { Block } from "./blocks.ts";

/** A logical line: a statement's first token, how far it is indented, and where it ends. */
interface Statement {
  readonly start: number;
  readonly column: number;
  readonly end: number;
  /** Ends with a colon: a block follows. */
  readonly opens: boolean;
}

/** Every statement of a Python text, in order; brackets and strings may go over lines. */
function statementsOf(tokens: Tokens): Statement[] {
  const statements: Statement[] = [];
  let first = -1;
  for (let i = 0; i < tokens.kinds.length; i++) {
    if (first < 0) first = i;
    if (tokens.kinds[i] === Kind.open)
      i = Math.max(i, Math.min(tokens.match[i] ?? i, tokens.kinds.length - 1));
    else if (tokens.kinds[i] === Kind.stringOpen)
      i = Math.max(i, Math.min(tokens.match[i] ?? i, tokens.kinds.length - 1));
    const over = i + 1 >= tokens.kinds.length || tokens.newline[i + 1] === 1;
    if (!over) continue;
    statements.push(toStatement(tokens, first, i));
    first = -1;
  }
  return statements;
}

function toStatement({ text, starts, ends }: Tokens, first: number, last: number): Statement {
  const start = starts[first] ?? 0;
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const end = ends[last] ?? start;
  return { start, column: start - lineStart, end, opens: text.charAt(end - 1) === ":" };
}

/** The statement that an offset stands in, or the last one before it; behind a colon the one that follows. */
export function pythonStatementAt(tokens: Tokens, offset: number): Statement | undefined {
  const statements = statementsOf(tokens);
  const next = statements.findIndex(({ start }) => start > offset);
  const at = (next < 0 ? statements.length : next) - 1;
  return statements[at]?.opens && offset >= (statements[at]?.end ?? 0)
    ? (statements[at + 1] ?? statements[at])
    : statements[at];
}

/** The innermost block at an offset for a statement in a column; undefined at the top level or in the midst of one. */
export function pythonBlockAt(tokens: Tokens, offset: number, column: number): Block | undefined {
  const statements = statementsOf(tokens);
  if (statements.some(({ start, end }) => start < offset && offset < end)) return undefined;
  const before = statements.filter(({ end }) => end <= offset);
  return blockOf(tokens, statements, before.length - 1, column);
}

/** The block that a statement after the `last` one stands in when it is indented to a column. */
function blockOf(
  tokens: Tokens,
  statements: readonly Statement[],
  last: number,
  column: number,
): Block | undefined {
  let header = last;
  while (header >= 0 && (statements[header]?.column ?? 0) >= column) header--;
  const opener = statements[header];
  if (!opener?.opens) return undefined;
  const inside = statements.slice(header + 1, last + 1).find((statement) => statement.column > opener.column);
  if (inside && inside.column !== column) return undefined;
  const after = statements.slice(header + 1).find((statement) => statement.column <= opener.column);
  const text = tokens.text.slice(opener.start, opener.end);
  return {
    kind: /^class\b/.test(text) ? "class" : /^(?:async\s+)?def\b/.test(text) ? "function" : "control",
    header: text,
    start: opener.start,
    open: opener.end,
    close: after?.start ?? tokens.text.length,
    parent: blockOf(tokens, statements, header - 1, opener.column),
  };
}

/** How far the statements of a block are indented; undefined while it has none. */
export function pythonIndentOf(tokens: Tokens, block: Block): number | undefined {
  return statementsOf(tokens).find(({ start }) => start > block.open && start < block.close)?.column;
}

/** Where the last statement of a block ends, before a closing `return`. */
export function pythonEndOf(tokens: Tokens, block: Block): number {
  const inside = statementsOf(tokens).filter(({ start }) => start >= block.open && start < block.close);
  const own = inside[0]?.column;
  const last = inside.filter(({ column }) => column === own).at(-1);
  if (last && /^return\b/.test(tokens.text.slice(last.start, last.start + 7)))
    return inside.filter(({ start }) => start < last.start).at(-1)?.end ?? block.open;
  return inside.at(-1)?.end ?? block.open;
}
