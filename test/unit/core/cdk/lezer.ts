import { existsSync } from "node:fs";
import type { CdkLanguage, Located } from "../../../../src/core/types.ts";
import { type Example, importsOf, isIdentity, snake } from "./examples.ts";
import { names } from "./support.ts";

/** A language that Lezer has a grammar of. */
export type LezerLanguage = Extract<CdkLanguage, "python" | "java" | "go">;

/** A node of a Lezer tree, as far as it is used here. */
interface TreeNode {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly parent: TreeNode | null;
  readonly firstChild: TreeNode | null;
  readonly nextSibling: TreeNode | null;
}

export interface Parser {
  parse(text: string): { readonly topNode: TreeNode };
}

/** What a tree shows at an offset: a construct that is made, a prop of one or of a struct, an enum's member. */
export interface Label {
  readonly at: number;
  readonly role: "construct" | "prop" | "member";
  /** Without underscores, in small letters: every language writes names its own way. */
  readonly name: string;
  /** The class that it belongs to. */
  readonly fqn: string;
}

const folder = new URL("../../../oracles/node_modules/@lezer/", import.meta.url);

/** Lezer's parser of a language, where `npm ci` was run in test/oracles. */
export async function parserOf(language: LezerLanguage): Promise<Parser | undefined> {
  const file = new URL(`${language}/dist/index.js`, folder);
  if (!existsSync(file)) return undefined;
  const { parser }: { parser: Parser } = await import(file.href);
  return parser;
}

/** Does the scanner say at the label's place what the tree says? */
export function agrees(located: Located | undefined, { at, role, name, fqn }: Label): boolean {
  const site = located?.siteAt(at);
  if (site?.role !== role) return false;
  if (site.role === "construct") return site.fqn === fqn;
  if (site.role === "member") return site.fqn === fqn && bare(site.name) === name;
  const isConstruct = kindOf(fqn) === "construct";
  return site.role === "prop" && bare(site.name) === name && (!isConstruct || site.construct === fqn);
}

export const bare = (name: string): string => name.replaceAll("_", "").toLowerCase();

type Kind = "construct" | "struct" | "enum" | undefined;

function kindOf(fqn: string): Kind {
  const module = Object.keys(names.modules).find((one) => fqn.startsWith(`${one}.`) && isIdentity(`${one}.`));
  const type = module === undefined ? undefined : names.modules[module]?.types[fqn.slice(module.length + 1)];
  if (type?.construct) return "construct";
  return type?.kind === "struct" || type?.kind === "enum" ? type.kind : undefined;
}

/** Everything of identity that the tree of an example's translation shows behind `start`. */
export function labels(text: string, start: number, tree: TreeNode, example: Example): readonly Label[] {
  const imports = importsOf(example.full);
  const aliases = imports.flatMap(({ alias = "", module }) => [
    [alias, module] as const,
    [snake(alias), module] as const,
  ]);
  // jsii-rosetta sometimes imports a module once more, from where it isn't.
  const isOwn = (alias: string): boolean => text.includes(`import ${alias} "`, start);
  const source: Source = {
    text,
    modules: new Map(aliases.filter(([alias]) => !isOwn(alias))),
    open: [...new Set(imports.map(({ module }) => module))],
  };
  const found: Label[] = [];
  walk(tree, (node) => found.push(...labelsAt(source, node)));
  return found.filter(({ at }) => at >= start);
}

function walk(node: TreeNode, visit: (node: TreeNode) => void): void {
  visit(node);
  for (let child = node.firstChild; child; child = child.nextSibling) walk(child, visit);
}

interface Source {
  readonly text: string;
  /** By the alias that the example imports them under. */
  readonly modules: ReadonlyMap<string, string>;
  /** Those whose classes may be named alone. */
  readonly open: readonly string[];
}

const textOf = (source: Source, node: TreeNode): string => source.text.slice(node.from, node.to);

/** `cognito.UserPool`, `UserPool`, `cognito.CfnUserPool.PoliciesProperty` as an identity class. */
function classOf(source: Source, written: string): string | undefined {
  const [first = "", ...rest] = written.split(".");
  const module = source.modules.get(first);
  const candidates =
    module !== undefined && rest.length > 0
      ? [`${module}.${rest.join(".")}`]
      : source.open.map((one) => `${one}.${written}`);
  const known = candidates.filter((fqn) => isKnown(fqn));
  return known.length === 1 ? known.find((fqn) => kindOf(fqn) !== undefined) : undefined;
}

/** Two modules with a class of the name: which one is meant can't be told. */
const isKnown = (fqn: string): boolean =>
  Object.entries(names.modules).some(
    ([module, { types }]) => fqn.startsWith(`${module}.`) && fqn.slice(module.length + 1) in types,
  );

function labelsAt(source: Source, node: TreeNode): readonly Label[] {
  switch (node.name) {
    case "CallExpression":
      return pythonCall(source, node);
    case "MethodInvocation":
      return javaCall(source, node);
    case "CallExpr":
      return goCall(source, node);
    case "TypedLiteral":
      return goLiteral(source, node);
    case "MemberExpression":
    case "FieldAccess":
      return member(source, node, ".");
    case "SelectorExpr":
      return member(source, node, "_");
    default:
      return [];
  }
}

const children = (node: TreeNode | null): readonly TreeNode[] => {
  const all: TreeNode[] = [];
  for (let child = node?.firstChild ?? null; child; child = child.nextSibling) all.push(child);
  return all;
};

/** Where the class's own name begins in `a.b.Class`. */
const lastName = (source: Source, node: TreeNode): number =>
  node.from + textOf(source, node).lastIndexOf(".") + 1;

function member(source: Source, node: TreeNode, separator: "." | "_"): readonly Label[] {
  const text = textOf(source, node);
  const dot = separator === "." ? text.lastIndexOf(".") : text.indexOf("_");
  const fqn = dot < 0 ? undefined : classOf(source, text.slice(0, dot));
  if (fqn === undefined || kindOf(fqn) !== "enum") return [];
  return [{ at: node.to - 1, role: "member", name: bare(text.slice(dot + 1)), fqn }];
}

/** `cognito.UserPool(self, "P", mfa=...)`, a struct in the same way. */
function pythonCall(source: Source, node: TreeNode): readonly Label[] {
  const [callee, args = null] = children(node);
  const fqn = callee && classOf(source, textOf(source, callee));
  const kind = fqn && kindOf(fqn);
  if (!callee || !fqn || (kind !== "construct" && kind !== "struct")) return [];
  const props = children(args).flatMap((child): Label[] =>
    child.name === "VariableName" && child.nextSibling?.name === "AssignOp"
      ? [{ at: child.from, role: "prop", name: bare(textOf(source, child)), fqn }]
      : [],
  );
  return kind === "construct" ? [made(source, callee, fqn), ...props] : props;
}

const made = (source: Source, node: TreeNode, fqn: string): Label => ({
  at: lastName(source, node),
  role: "construct",
  name: "",
  fqn,
});

/** `UserPool.Builder.create(...)`, `PasswordPolicy.builder()`, and each prop of the chain behind it. */
function javaCall(source: Source, node: TreeNode): readonly Label[] {
  const method = children(node).find(({ name }) => name === "MethodName");
  const head = node.firstChild;
  if (!method || !head || head === method) return [];
  const written = textOf(source, head);
  if (head.name !== "MethodInvocation") {
    const fqn = written.endsWith(".Builder") ? classOf(source, written.slice(0, -8)) : undefined;
    return fqn !== undefined && textOf(source, method) === "create" && kindOf(fqn) === "construct"
      ? [{ at: head.from, role: "construct", name: "", fqn }]
      : [];
  }
  const fqn = builtBy(source, head);
  const name = textOf(source, method);
  return fqn === undefined || name === "build"
    ? []
    : [{ at: method.from, role: "prop", name: bare(name), fqn }];
}

/** The class that a chain of a builder's methods makes. */
function builtBy(source: Source, chain: TreeNode): string | undefined {
  let first = chain;
  while (first.firstChild?.name === "MethodInvocation") first = first.firstChild;
  const method = children(first).find(({ name }) => name === "MethodName");
  const written = first.firstChild ? textOf(source, first.firstChild) : "";
  const starts = method && textOf(source, method);
  if (starts === "create" && written.endsWith(".Builder")) return classOf(source, written.slice(0, -8));
  return starts === "builder" ? classOf(source, written) : undefined;
}

/** `cognito.NewUserPool(...)`. */
function goCall(source: Source, node: TreeNode): readonly Label[] {
  const callee = node.firstChild;
  const written = callee ? textOf(source, callee) : "";
  const fqn = /(^|\.)New\w+$/.test(written) ? classOf(source, written.replace(/(^|\.)New/, "$1")) : undefined;
  return callee && fqn && kindOf(fqn) === "construct" ? [made(source, callee, fqn)] : [];
}

/** `&cognito.UserPoolProps{ Mfa: ... }`; structs are named alone too, as jsii-rosetta writes them. */
function goLiteral(source: Source, node: TreeNode): readonly Label[] {
  const [type, literal = null] = children(node);
  const fqn = type && goClass(source, textOf(source, type));
  if (!fqn || kindOf(fqn) !== "struct") return [];
  return children(literal).flatMap((element): Label[] => {
    const key = element.name === "Element" ? element.firstChild : null;
    // A string for a key is a slip of jsii-rosetta: Go has fields there.
    return key?.name === "Key" && key.firstChild?.name !== "String"
      ? [{ at: key.from, role: "prop", name: bare(textOf(source, key)), fqn }]
      : [];
  });
}

const goClass = (source: Source, written: string): string | undefined =>
  classOf(source, written.replaceAll("_", "."));
