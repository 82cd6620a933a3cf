import type { Tokens } from "../scan/tokens.ts";
import type { Syntax } from "../syntax.ts";
import { callsIn } from "../walk.ts";
import { addMethod, is, newScope, type Parser } from "./state.ts";
import { parsePython } from "./statement/python.ts";
import { parseStatements } from "./statement/statement.ts";

/** Expressions and scopes of a file. Whatever isn't understood is passed over; nothing throws. */
export function parse(tokens: Tokens): Syntax {
  const file = newScope(undefined, "file");
  const p: Parser = {
    tokens,
    at: 0,
    depth: 0,
    brackets: 0,
    literals: 0,
    chain: -1,
    scope: file,
    noBraces: false,
    roots: [],
    open: [],
    modules: [],
    methods: [],
  };
  if (tokens.profile.language === "python") parsePython(p);
  else while (p.at < tokens.kinds.length) parseRest(p);
  for (const { type, name, node } of p.methods)
    for (const { local } of file.names.get(type) ?? []) if (local) addMethod(local, name, node);
  const { roots, open, modules } = p;
  return { file, roots, calls: callsIn(roots), open, modules, comments: tokens.comments };
}

/** Again after each closing brace that closes nothing. */
function parseRest(p: Parser): void {
  p.depth = 0;
  p.brackets = 0;
  p.literals = 0;
  p.chain = -1;
  parseStatements(p);
  if (is(p, "}")) p.at++;
}
