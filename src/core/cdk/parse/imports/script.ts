import { Kind } from "../../scan/tokens.ts";
import type { Node } from "../../syntax.ts";
import { parseExpression } from "../expression/expression.ts";
import {
  accept,
  acceptWord,
  addRoot,
  declare,
  done,
  is,
  isName,
  isWord,
  kindAt,
  matchOf,
  newlineAt,
  type Parser,
  rangeAt,
  textAt,
} from "../state.ts";
import { bringHere, importedName, isUsed, noteModule, stringAt } from "./bring.ts";

export function scriptImport(p: Parser): boolean {
  const isExport = isWord(p, "export");
  if (!isExport && !isWord(p, "import")) return false;
  if (isExport && !is(p, "{", p.at + 1) && !is(p, "*", p.at + 1)) return false;
  if (is(p, "(", p.at + 1) || is(p, ".", p.at + 1)) return false;
  const module = moduleOf(p);
  p.at++;
  if (module === undefined) return importEquals(p);
  acceptTypeWord(p);
  while (!done(p) && kindAt(p) !== Kind.string && !is(p, ";")) {
    if (is(p, "{")) namedImports(p, module, isExport);
    else if (acceptWord(p, "from") || accept(p, ",")) continue;
    else if (accept(p, "*")) starImport(p, module);
    else if (isName(p)) bringHere(p, { module, name: undefined });
    else break;
  }
  if (kindAt(p) === Kind.string) noteModule(p);
  accept(p, ";");
  return true;
}

function acceptTypeWord(p: Parser): void {
  if (isWord(p, "type") && (is(p, "{", p.at + 1) || is(p, "*", p.at + 1) || !isWord(p, "from", p.at + 1)))
    p.at++;
}

/** The string after `from`, or right after `import`. */
function moduleOf(p: Parser): string | undefined {
  if (kindAt(p, p.at + 1) === Kind.string) return stringAt(p, p.at + 1);
  for (let at = p.at + 1; at < p.tokens.kinds.length && !is(p, ";", at) && !is(p, "=", at); at++) {
    if (isWord(p, "from", at) && kindAt(p, at + 1) === Kind.string) return stringAt(p, at + 1);
    if (is(p, "(", at) || isWord(p, "import", at) || (newlineAt(p, at) && isWord(p, "const", at)))
      return undefined;
  }
  return undefined;
}

/** `import x = require("y")`, `import iam = cdk.aws_iam` */
function importEquals(p: Parser): boolean {
  if (!isName(p) || !is(p, "=", p.at + 1)) return true;
  const name = textAt(p);
  const range = rangeAt(p);
  p.at += 2;
  const value = parseExpression(p);
  const alias: Node = { kind: "name", name, range, scope: p.scope };
  declare(p, { name, range, value });
  addRoot(p, alias);
  addRoot(p, value, alias);
  return true;
}

function starImport(p: Parser, module: string): void {
  if (acceptWord(p, "as") && isName(p)) bringHere(p, { module, name: undefined });
}

function namedImports(p: Parser, module: string, isExport: boolean): void {
  const end = matchOf(p);
  p.at++;
  while (p.at < end && !done(p) && kindAt(p) !== Kind.string) {
    if (isWord(p, "type") && isName(p, p.at + 1) && !isWord(p, "as", p.at + 1)) p.at++;
    if (!isName(p) || isUsed(p)) {
      p.at++;
      continue;
    }
    importedName(p, module, isExport);
  }
  accept(p, "}");
}
