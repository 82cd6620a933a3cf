import { parseDotted } from "../expression/dotted.ts";
import {
  accept,
  addRoot,
  declare,
  done,
  is,
  isName,
  isWord,
  newlineAt,
  type Parser,
  rangeAt,
  textAt,
} from "../state.ts";
import { openNode } from "./bring.ts";

export function csharpUsing(p: Parser): boolean {
  if (isWord(p, "global") && isWord(p, "using", p.at + 1)) p.at++;
  if (!isWord(p, "using") || !isName(p, p.at + 1) || isWord(p, "var", p.at + 1)) return false;
  if (isWord(p, "static", p.at + 1)) p.at++;
  if (is(p, "=", p.at + 2)) return usingAlias(p);
  const from = p.at;
  p.at++;
  const node = parseDotted(p);
  if (!is(p, ";") && !newlineAt(p) && !done(p)) {
    p.at = from;
    return false;
  }
  accept(p, ";");
  openNode(p, node);
  return true;
}

/** `using Role = Amazon.CDK.AWS.IAM.Role;` */
function usingAlias(p: Parser): true {
  const name = textAt(p, p.at + 1);
  const range = rangeAt(p, p.at + 1);
  p.at += 3;
  const value = isName(p) ? parseDotted(p) : undefined;
  declare(p, { name, range, value });
  addRoot(p, value);
  accept(p, ";");
  return true;
}
