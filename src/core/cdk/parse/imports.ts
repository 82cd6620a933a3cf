import type { Range } from "../../types.ts";
import { Kind } from "../scan/tokens.ts";
import type { Imported, Node } from "../syntax.ts";
import { parseDotted, parseExpression } from "./expression.ts";
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
  newScope,
  type Parser,
  rangeAt,
  startAt,
  startsFile,
  textAt,
} from "./state.ts";
import { parseString } from "./string.ts";

/** An import statement, if one stands here: declares what it brings in and notes the modules it names. */
export function parseImport(p: Parser): boolean {
  switch (p.tokens.profile.language) {
    case "typescript":
    case "javascript":
      return scriptImport(p);
    case "python":
      return pythonImport(p);
    case "java":
      return javaImport(p);
    case "csharp":
      return csharpUsing(p);
    case "go":
      return goImport(p);
  }
}

/** Brings a name in; the name itself is a site where it is a class or a module. */
function bring(p: Parser, name: string, range: Range, imported: Imported): void {
  declare(p, { name, range, imported });
  mention(p, name, range, imported);
}

/** A name at which something imported is mentioned, though it isn't declared under that name. */
function mention(p: Parser, name: string, range: Range, imported: Imported): void {
  const scope = newScope(undefined, "file");
  scope.names.set(name, [{ name, range, scope, imported }]);
  addRoot(p, { kind: "name", name, range, scope });
}

// ---------------------------------------------------------------- TypeScript, JavaScript

function scriptImport(p: Parser): boolean {
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

const stringAt = (p: Parser, at: number): string => textAt(p, at).slice(1, -1);

function noteModule(p: Parser): void {
  const { range, parts } = parseString(p);
  const [first] = parts;
  if (first?.kind === "text") p.modules.push({ name: first.text, range });
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

function bringHere(p: Parser, imported: Imported): void {
  const name = textAt(p);
  const range = rangeAt(p);
  p.at++;
  bring(p, name, range, imported);
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

/** `Role`, `Role as R` */
function importedName(p: Parser, module: string, isExport: boolean): void {
  const name = textAt(p);
  const imported = { module, name: name === "default" ? undefined : name };
  if (isWord(p, "as", p.at + 1) && isName(p, p.at + 2)) {
    mention(p, name, rangeAt(p), imported);
    p.at += 2;
  }
  if (isExport) mention(p, textAt(p), rangeAt(p), imported);
  else bring(p, textAt(p), rangeAt(p), imported);
  p.at++;
}

// ---------------------------------------------------------------- Python

function pythonImport(p: Parser): boolean {
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
  return {
    name: p.tokens.text.slice(node.range.start, node.range.end).replace(/\s/g, ""),
    first,
    range: node.range,
  };
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

/** `iam.` or `x = ` among the names: typed at the wrong place, or no list any more. */
const isUsed = (p: Parser): boolean => [".", "=", "("].some((sign) => is(p, sign, p.at + 1));

/** A line at the margin that isn't the next name of the list. */
function startsBehind(p: Parser): boolean {
  if (!newlineAt(p) || p.tokens.text.charCodeAt(startAt(p) - 1) !== 10) return false;
  return (
    is(p, "@") || (isName(p) && !is(p, ",", p.at + 1) && !isWord(p, "as", p.at + 1) && !is(p, ")", p.at + 1))
  );
}

// ---------------------------------------------------------------- Java

function javaImport(p: Parser): boolean {
  if (isWord(p, "package") && isName(p, p.at + 1)) {
    p.at++;
    parseDotted(p);
    return true;
  }
  if (!isWord(p, "import") || !isName(p, p.at + 1)) return false;
  p.at++;
  const isStatic = acceptWord(p, "static");
  const node = parseDotted(p);
  if (accept(p, ".") && accept(p, "*")) {
    openNode(p, node);
    return true;
  }
  if (node.kind === "member") bringMember(p, node, isStatic);
  accept(p, ";");
  return true;
}

const dottedText = (p: Parser, node: Node): string =>
  p.tokens.text.slice(node.range.start, node.range.end).replace(/\s/g, "");

/** `import a.b.*`: a package or, nested or static, a class whose members stand for themselves. */
function openNode(p: Parser, node: Node): void {
  p.open.push(dottedText(p, node));
  addRoot(p, node);
}

/** `import a.b.C`: the whole is looked at as an expression, its last name is declared. */
function bringMember(p: Parser, node: Node & { kind: "member" }, isStatic: boolean): void {
  addRoot(p, node);
  declare(
    p,
    isStatic
      ? { name: node.name, range: node.nameRange, value: node }
      : { name: node.name, range: node.nameRange, value: node },
  );
}

// ---------------------------------------------------------------- C#

function csharpUsing(p: Parser): boolean {
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

// ---------------------------------------------------------------- Go

function goImport(p: Parser): boolean {
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
