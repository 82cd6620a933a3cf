import type { CdkLanguage } from "../types.ts";

/**
 * The names of the CDK's API, canonical (TypeScript's), as generated from jsii's own description of it.
 * Taken by parameter: the core knows the shape, the knowledge has the data.
 *
 * Types are written as text: `string`, `.Role` (of the same module), `aws-cdk-lib.Duration`, `.IRole[]` (a list),
 * `(a|b){}` (a map from strings).
 */
export interface CdkNamesData {
  /** By canonical name, `aws-cdk-lib.aws_iam`. */
  readonly modules: Readonly<Record<string, ModuleData>>;
}

/** What each language writes to import the module, and its types by name within it (`CfnRole.PolicyProperty`). */
export interface ModuleData {
  readonly typescript: readonly string[];
  readonly python: readonly string[];
  readonly java: readonly string[];
  readonly csharp: readonly string[];
  readonly go: readonly string[];
  /** Only the types that concern identity are in the data. */
  readonly partial?: boolean;
  readonly types: Readonly<Record<string, TypeData>>;
}

/** Names end in `?` where they may be left out. */
export interface TypeData {
  readonly kind: string;
  readonly base?: readonly string[];
  readonly construct?: boolean;
  /** The resource type that a construct makes. */
  readonly cfn?: string;
  readonly init?: readonly ParameterData[];
  /** Props of a struct, properties of a class or interface. */
  readonly props?: Readonly<Record<string, string>>;
  /** Properties of a construct by what they are in CloudFormation: `roleArn: "Arn"`, `roleName: "Ref"`. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly statics?: Readonly<Record<string, string>>;
  readonly methods?: Readonly<Record<string, MethodData>>;
  /** Of an enum. */
  readonly members?: readonly string[];
}

export type ParameterData = readonly [name: string, type: string];
export type MethodData = readonly [
  "static" | "instance",
  returns: string,
  parameters: readonly ParameterData[],
];

/** A class, struct, enum or interface. */
export interface Declared {
  readonly fqn: string;
  readonly module: string;
  readonly type: TypeData;
  readonly base: readonly string[];
  /** What its constructor takes, with full names. */
  readonly init: readonly ParameterData[];
}

/** What a type has under a name. `owner` is the type that declares it. */
export interface Member {
  readonly owner: Declared;
  readonly name: string;
  readonly kind: "prop" | "static" | "method" | "staticMethod" | "enum";
  /** The type it has or returns, with full names. */
  readonly type: string;
  readonly parameters: readonly ParameterData[];
}

export interface NameIndex {
  type(fqn: string): Declared | undefined;
  /** Looks through base types. `name` as `language` writes it; Java and Go getters count. */
  member(fqn: string, name: string, language: CdkLanguage): Member | undefined;
  /** Canonical name of what `language` imports as `name`; also of modules outside identity, by rule. */
  module(name: string, language: CdkLanguage): string | undefined;
  /** Are all types of the module known? */
  isWhole(module: string): boolean;
  /** Is there a module whose import name goes on from `prefix` with a dot? */
  isPackage(prefix: string, language: CdkLanguage): boolean;
  /** Is it, or does it derive from, the type? */
  derives(fqn: string, from: string): boolean;
}

const indexes = new WeakMap<CdkNamesData, NameIndex>();

/** Looking up by language and through base types; made once for a set of names. */
export function indexNames(names: CdkNamesData): NameIndex {
  const known = indexes.get(names) ?? makeIndex(names);
  indexes.set(names, known);
  return known;
}

function makeIndex(names: CdkNamesData): NameIndex {
  const types = new Map<string, Declared | undefined>();
  const exact = new Map<string, ReadonlyMap<string, Member>>();
  const loose = new Map<string, ReadonlyMap<string, Member>>();
  const imports = new Map<string, Imports>();
  const type = (fqn: string) => {
    if (!types.has(fqn)) types.set(fqn, findType(names, fqn));
    return types.get(fqn);
  };
  const importsOf = (language: CdkLanguage) => {
    const known = imports.get(language) ?? readImports(names, language);
    imports.set(language, known);
    return known;
  };
  const membersOf = (fqn: string, language: CdkLanguage) => {
    const members = looseNames.has(language) ? loose : exact;
    const known = members.get(fqn) ?? collectMembers(fqn, type, language);
    members.set(fqn, known);
    return known;
  };
  return {
    type,
    member(fqn, name, language) {
      const all = membersOf(fqn, language);
      return all.get(nameKey(name, language)) ?? getter(all, name, language);
    },
    module: (name, language) => importsOf(language).modules.get(name) ?? moduleByRule(name, language),
    isWhole: (module) => names.modules[module]?.partial !== true && Object.hasOwn(names.modules, module),
    isPackage: (prefix, language) => importsOf(language).packages.has(prefix),
    derives: (fqn, from) => basesOf(fqn, type).some((base) => base.fqn === from),
  };
}

function findType(names: CdkNamesData, fqn: string): Declared | undefined {
  for (let dot = fqn.lastIndexOf("."); dot > 0; dot = fqn.lastIndexOf(".", dot - 1)) {
    const module = fqn.slice(0, dot);
    const types = names.modules[module]?.types;
    const name = fqn.slice(dot + 1);
    const type = types && Object.hasOwn(types, name) ? types[name] : undefined;
    if (type) return declared(fqn, module, type);
  }
  return undefined;
}

function declared(fqn: string, module: string, type: TypeData): Declared {
  const base = (type.base ?? []).map((name) => fullName(name, module));
  const init = (type.init ?? []).map(([name, text]): ParameterData => [name, fullName(text, module)]);
  return { fqn, module, type, base, init };
}

/** Gives type names that leave out their own module that module. */
export const fullName = (text: string, module: string): string =>
  text.replace(/(^|[|(])\.(?=\w)/g, `$1${module}.`);

/** The type and its base types, nearest first. */
function basesOf(fqn: string, type: (fqn: string) => Declared | undefined): readonly Declared[] {
  const found = new Map<string, Declared>();
  const queue = [fqn];
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const declared = found.has(name) ? undefined : type(name);
    if (!declared) continue;
    found.set(name, declared);
    queue.push(...declared.base);
  }
  return [...found.values()];
}

// ---------------------------------------------------------------- members

/** jsii turns `openIdConnect` into `open_id_connect` or `OpenIdConnect`: compared without case and underscores. */
const looseNames: ReadonlySet<CdkLanguage> = new Set(["python", "csharp", "go"]);

const nameKey = (name: string, language: CdkLanguage): string =>
  looseNames.has(language) ? name.replaceAll("_", "").toLowerCase() : name;

function collectMembers(
  fqn: string,
  type: (fqn: string) => Declared | undefined,
  language: CdkLanguage,
): Map<string, Member> {
  const all = new Map<string, Member>();
  for (const owner of basesOf(fqn, type))
    for (const member of ownMembers(owner)) {
      const key = nameKey(member.name, language);
      if (!all.has(key)) all.set(key, member);
    }
  return all;
}

function ownMembers(owner: Declared): readonly Member[] {
  const { props, statics, methods, members } = owner.type;
  const full = (text: string) => fullName(text, owner.module);
  return [
    ...Object.entries(methods ?? {}).map(
      ([name, [side, returns, parameters]]): Member => ({
        owner,
        name,
        kind: side === "static" ? "staticMethod" : "method",
        type: full(returns),
        parameters: parameters.map(([parameter, text]) => [parameter, full(text)]),
      }),
    ),
    ...Object.entries(statics ?? {}).map(
      ([name, text]): Member => ({ owner, name, kind: "static", type: full(text), parameters: [] }),
    ),
    ...Object.entries(props ?? {}).map(
      ([name, text]): Member => ({
        owner,
        name: name.replace(/\?$/, ""),
        kind: "prop",
        type: full(text),
        parameters: [],
      }),
    ),
    ...(members ?? []).map(
      (name): Member => ({ owner, name, kind: "enum", type: owner.fqn, parameters: [] }),
    ),
  ];
}

/** Java's `getRoleArn()` and `setX`; Go's `SetX`. */
function getter(all: ReadonlyMap<string, Member>, name: string, language: CdkLanguage): Member | undefined {
  if (language === "java" && /^(get|set|is)[A-Z]/.test(name)) {
    const bare = name.replace(/^(get|set|is)/, "");
    return all.get(bare.charAt(0).toLowerCase() + bare.slice(1));
  }
  if (language === "go" && /^Set[A-Z]/.test(name)) return all.get(nameKey(name.slice(3), language));
  return undefined;
}

// ---------------------------------------------------------------- modules

interface Imports {
  readonly modules: ReadonlyMap<string, string>;
  readonly packages: ReadonlySet<string>;
}

const dataLanguage = (language: CdkLanguage) => (language === "javascript" ? "typescript" : language);

function readImports(names: CdkNamesData, language: CdkLanguage): Imports {
  const modules = new Map<string, string>();
  const packages = new Set<string>();
  for (const [canonical, module] of Object.entries(names.modules))
    for (const name of module[dataLanguage(language)]) {
      modules.set(name, canonical);
      for (let dot = name.indexOf("."); dot > 0; dot = name.indexOf(".", dot + 1))
        packages.add(name.slice(0, dot));
    }
  return { modules, packages };
}

/** What each language writes for a module of the CDK, whichever it is. */
const ANY_MODULE: Readonly<Record<Exclude<CdkLanguage, "javascript">, RegExp>> = {
  typescript:
    /^(?:aws-cdk-lib|@aws-cdk|monocdk)\/(?:lib\/)?((?:aws|custom|cloudformation|pipelines)-?[\w-]*?)(?:-alpha)?(?:\/(?:lib|index).*)?$/,
  python: /^(?:aws_cdk|monocdk)\.(aws_\w+?)(?:_alpha)?$/,
  java: /^software\.amazon\.awscdk\.services\.([a-z0-9.]+)$/,
  csharp: /^Amazon\.CDK\.AWS\.(\w+)$/,
  go: /^github\.com\/aws\/aws-cdk-go\/awscdk\/(?:v2\/)?aws(\w+)$/,
};

/** Modules that the data leaves out, so that what comes from them is known to be the CDK's, if not what it is. */
function moduleByRule(name: string, language: CdkLanguage): string | undefined {
  if (/^(aws-cdk-lib|monocdk|@aws-cdk\/core|aws_cdk\.core)(\/(index|lib|core).*)?$/.test(name))
    return "aws-cdk-lib";
  if (/\/(cloudformation-diff|aws-service-spec)/.test(name)) return undefined;
  const found = ANY_MODULE[dataLanguage(language)].exec(name)?.[1]?.replace(/[-.]/g, "_").toLowerCase();
  if (found === undefined) return undefined;
  const leavesOutAws = language === "java" || language === "csharp" || language === "go";
  return `aws-cdk-lib.${leavesOutAws && !found.startsWith("aws") ? `aws_${found}` : found}`;
}
