import type { Node, Scope } from "../../syntax.ts";
import { parseExpression } from "../expression/expression.ts";
import { parseImport } from "../imports/imports.ts";
import {
  accept,
  addRoot,
  behindBracket,
  done,
  functionScope,
  is,
  isFree,
  isName,
  isWord,
  matchOf,
  nested,
  newlineAt,
  newScope,
  type Parser,
  startsFile,
  textAt,
  within,
} from "../state.ts";
import { expressionStatement } from "./assign.ts";
import { controlled, declaredClass, namedFunction, namespaced } from "./class.ts";
import { goDeclaration } from "./go.ts";
import { scriptMember, scriptVariables, typeAlias } from "./script.ts";
import { typedDeclaration } from "./typed.ts";

/** Statements up to the end of the file, or to the brace that closes the block. */
export function parseStatements(p: Parser): void {
  while (!done(p) && !is(p, "}") && !(p.scope.parent && startsFile(p))) {
    const before = p.at;
    parseStatement(p);
    if (p.at === before) p.at++;
  }
}

/** `{ ... }` in a scope of its own; gives the names it declares. */
export function parseBlock(p: Parser): Scope["names"] {
  const scope = newScope(p.scope, "block");
  if (p.depth > 140) {
    p.at = matchOf(p) + 1;
    return scope.names;
  }
  accept(p, "{");
  const { depth } = p;
  p.depth = depth + 1;
  within(p, scope, () => inBlock(p, () => parseStatements(p)));
  p.depth = depth;
  accept(p, "}");
  return scope.names;
}

/** Statements end at line ends again inside a block, however deep in brackets the block stands. */
function inBlock(p: Parser, body: () => void): void {
  const { brackets, literals, chain } = p;
  p.brackets = 0;
  p.literals = 0;
  p.chain = -1;
  body();
  p.brackets = brackets;
  p.literals = literals;
  p.chain = chain;
}

export function parseStatement(p: Parser): void {
  if (is(p, "{")) {
    nested(p, () => parseBlock(p));
    return;
  }
  if (is(p, "@")) {
    annotation(p);
    return;
  }
  if (is(p, "[") && p.tokens.profile.language === "csharp" && isFree(p, p.at + 1)) {
    p.at = behindBracket(p);
    return;
  }
  if (!isName(p)) {
    expressionStatement(p);
    return;
  }
  if (parseImport(p) || keywordStatement(p, textAt(p))) return;
  const { language } = p.tokens.profile;
  if ((language === "java" || language === "csharp") && typedDeclaration(p)) return;
  if (
    p.scope.kind === "block" &&
    p.scope.parent?.type &&
    (language === "typescript" || language === "javascript")
  ) {
    if (scriptMember(p)) return;
  }
  expressionStatement(p);
}

function annotation(p: Parser): void {
  if (isWord(p, "interface", p.at + 1)) {
    p.at++;
    return;
  }
  p.at++;
  addRoot(p, parseExpression(p));
}

const SKIPPED = new Set(
  (
    "public private protected internal static readonly abstract override virtual sealed partial async final export " +
    "default declare return throw await yield else do try finally case break continue in of go defer synchronized " +
    "native transient volatile unsafe extern fallthrough const let var get set select"
  ).split(" "),
);

/** `return {...}`: an object of the type that the function declares. */
export function returned(p: Parser): boolean {
  p.at++;
  const { language } = p.tokens.profile;
  if (!newlineAt(p) || language === "java" || language === "csharp") gives(p, parseExpression(p));
  return true;
}

/** Notes what the function at hand gives. */
export function gives(p: Parser, value: Node | undefined): void {
  const scope = functionScope(p.scope);
  addRoot(p, value, undefined, scope?.returns);
  if (value) scope?.gives.push(value);
}

function keywordStatement(p: Parser, word: string): boolean {
  if (word === "return") return returned(p);
  const { language } = p.tokens.profile;
  const script = language === "typescript" || language === "javascript";
  if (
    !p.tokens.profile.reserved.has(word) &&
    !/^(struct|record|module|type|get|set|internal|namespace)$/.test(word)
  )
    return false;
  if (script && /^(const|let|var)$/.test(word) && !isWord(p, "enum", p.at + 1)) return scriptVariables(p);
  if (language === "go" && /^(var|const|type)$/.test(word)) return goDeclaration(p);
  if (language === "csharp" && word === "var") return typedDeclaration(p);
  if (/^(class|interface|struct|record|enum)$/.test(word) && isName(p, p.at + 1)) return declaredClass(p);
  if (script && word === "type" && isFree(p, p.at + 1) && (is(p, "=", p.at + 2) || is(p, "<", p.at + 2)))
    return typeAlias(p);
  if (/^(namespace|module)$/.test(word) && isName(p, p.at + 1)) return namespaced(p);
  if (word === "function" || word === "func") return namedFunction(p);
  if (/^(if|for|foreach|while|switch|using|catch|lock|fixed|select)$/.test(word)) return controlled(p);
  if (!SKIPPED.has(word) || (/^(get|set|in|of)$/.test(word) && !isName(p, p.at + 1))) return false;
  p.at++;
  return true;
}
