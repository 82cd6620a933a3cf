import type { Range } from "../../../types.ts";
import { parseDotted } from "../expression/dotted.ts";
import {
  accept,
  acceptWord,
  declare,
  done,
  is,
  isName,
  isWord,
  newlineAt,
  type Parser,
  startAt,
  textAt,
} from "../state.ts";
import { bringHere, dottedText, importedName, isUsed } from "./bring.ts";

export function pythonImport(p: Parser): boolean {
  if (isWord(p, "from") && (isName(p, p.at + 1) || is(p, ".", p.at + 1))) return pythonFrom(p);
  if (!isWord(p, "import") || !isName(p, p.at + 1)) return false;
  p.at++;
  do {
    if (!isName(p)) return true;
    const { name, first, range } = dotted(p);
    p.modules.push({ name, range });
    if (isWord(p, "as") && isName(p, p.at + 1)) {
      p.at++;
      bringHere(p, { module: name, name: undefined });
    } else declare(p, { name: first, range, imported: { module: first, name: undefined } });
  } while (accept(p, ","));
  return true;
}

function dotted(p: Parser): { name: string; first: string; range: Range } {
  const first = textAt(p);
  const node = parseDotted(p);
  return { name: dottedText(p, node), first, range: node.range };
}

function pythonFrom(p: Parser): true {
  p.at++;
  while (accept(p, ".") || accept(p, "..."));
  if (!isName(p) || isWord(p, "import")) {
    p.at++;
    return true;
  }
  const { name: module, range } = dotted(p);
  p.modules.push({ name: module, range });
  if (!acceptWord(p, "import")) return true;
  if (accept(p, "(")) bracketedNames(p, module);
  else
    while (!done(p) && (!newlineAt(p) || is(p, "*"))) {
      if (accept(p, "*")) p.open.push(module);
      else if (isName(p)) importedName(p, module, false);
      else if (!accept(p, ",")) break;
      if (newlineAt(p)) break;
    }
  return true;
}

/** Up to the closing parenthesis, over whatever else was typed there, or to the next statement. */
function bracketedNames(p: Parser, module: string): void {
  while (!done(p) && !is(p, ")") && !startsBehind(p)) {
    if (accept(p, "*")) p.open.push(module);
    else if (isName(p) && !isUsed(p)) importedName(p, module, false);
    else p.at++;
  }
  accept(p, ")");
}

/** A line at the margin that isn't the next name of the list. */
function startsBehind(p: Parser): boolean {
  if (!newlineAt(p) || p.tokens.text.charCodeAt(startAt(p) - 1) !== 10) return false;
  return (
    is(p, "@") || (isName(p) && !is(p, ",", p.at + 1) && !isWord(p, "as", p.at + 1) && !is(p, ")", p.at + 1))
  );
}
