import type { Range } from "../../../types.ts";
import type { Imported, Node } from "../../syntax.ts";
import { parseString } from "../expression/string.ts";
import { addRoot, declare, is, isName, isWord, mention, type Parser, rangeAt, textAt } from "../state.ts";

/** Brings a name in; the name itself is a site where it is a class or a module. */
function bring(p: Parser, name: string, range: Range, imported: Imported): void {
  declare(p, { name, range, imported });
  mention(p, { name, range, imported });
}

export function bringHere(p: Parser, imported: Imported): void {
  const name = textAt(p);
  const range = rangeAt(p);
  p.at++;
  bring(p, name, range, imported);
}

/** `Role`, `Role as R` */
export function importedName(p: Parser, module: string, isExport: boolean): void {
  const name = textAt(p);
  const imported = { module, name: name === "default" ? undefined : name };
  if (isWord(p, "as", p.at + 1) && isName(p, p.at + 2)) {
    mention(p, { name, range: rangeAt(p), imported });
    p.at += 2;
  }
  if (isExport) mention(p, { name: textAt(p), range: rangeAt(p), imported });
  else bring(p, textAt(p), rangeAt(p), imported);
  p.at++;
}

/** `iam.` or `x = ` among the names: typed at the wrong place, or no list any more. */
export const isUsed = (p: Parser): boolean => [".", "=", "("].some((sign) => is(p, sign, p.at + 1));

/** `import a.b.*`: a package or, nested or static, a class whose members stand for themselves. */
export function openNode(p: Parser, node: Node): void {
  p.open.push(dottedText(p, node));
  addRoot(p, node);
}

export const dottedText = (p: Parser, node: Node): string =>
  p.tokens.text.slice(node.range.start, node.range.end).replace(/\s/g, "");

export const stringAt = (p: Parser, at: number): string => textAt(p, at).slice(1, -1);

export function noteModule(p: Parser): void {
  const { range, parts } = parseString(p);
  const [first] = parts;
  if (first?.kind === "text") p.modules.push({ name: first.text, range });
}
