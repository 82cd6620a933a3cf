import type { MemberNode } from "../../syntax.ts";
import { parseDotted } from "../expression/dotted.ts";
import { accept, acceptWord, addRoot, declare, isName, isWord, type Parser } from "../state.ts";
import { openNode } from "./bring.ts";

export function javaImport(p: Parser): boolean {
  if (isWord(p, "package") && isName(p, p.at + 1)) {
    p.at++;
    parseDotted(p);
    return true;
  }
  if (!isWord(p, "import") || !isName(p, p.at + 1)) return false;
  p.at++;
  acceptWord(p, "static");
  const node = parseDotted(p);
  if (accept(p, ".") && accept(p, "*")) {
    openNode(p, node);
    return true;
  }
  if (node.kind === "member") bringMember(p, node);
  accept(p, ";");
  return true;
}

/** `import a.b.C`: the whole is looked at as an expression, its last name is declared. */
function bringMember(p: Parser, node: MemberNode): void {
  addRoot(p, node);
  declare(p, { name: node.name, range: node.nameRange, value: node });
}
