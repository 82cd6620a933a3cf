import { Kind } from "../../scan/tokens.ts";
import {
  accept,
  declare,
  done,
  is,
  isName,
  isWord,
  kindAt,
  type Parser,
  rangeAt,
  startsFile,
  textAt,
} from "../state.ts";
import { noteModule, stringAt } from "./bring.ts";

export function goImport(p: Parser): boolean {
  if (!isWord(p, "import")) return false;
  p.at++;
  if (!accept(p, "(")) {
    goSpec(p);
    return true;
  }
  while (!done(p) && !is(p, ")") && !startsFile(p)) {
    const before = p.at;
    goSpec(p);
    if (p.at === before) p.at++;
  }
  accept(p, ")");
  return true;
}

function goSpec(p: Parser): void {
  const isOpen = accept(p, ".");
  const alias =
    isName(p) && kindAt(p, p.at + 1) === Kind.string ? { name: textAt(p), range: rangeAt(p) } : undefined;
  if (alias) p.at++;
  if (kindAt(p) !== Kind.string) return;
  const module = stringAt(p, p.at);
  const range = rangeAt(p);
  noteModule(p);
  if (isOpen) p.open.push(module);
  else
    declare(p, {
      name: alias?.name ?? packageName(module),
      range: alias?.range ?? range,
      imported: { module, name: undefined },
    });
}

/** The last part of an import path that is no version: `awscdk` of `.../awscdk/v2`. */
const packageName = (module: string): string =>
  module
    .split("/")
    .reverse()
    .find((part) => !/^v\d+$/.test(part))
    ?.replace(/^.*[-.]/, "") ?? module;
