import type { CdkLanguage, CdkMethod, CdkNames, CdkParameter, CdkProp, CdkType } from "../core/types.ts";

/**
 * The shape of `generated/cdk-names.json`: the CDK's identity API without its documentation.
 *
 * - `modules` are keyed by fqn: `aws-cdk-lib`, `aws-cdk-lib.aws_iam`, ... Each lists, for every language, what
 *   brings it in (`typescript: ["aws-cdk-lib/aws-iam", "@aws-cdk/aws-iam"]`; JavaScript writes the same), and its
 *   types by name (`Role`, `RoleProps`, `CfnRole.PolicyProperty`). A `partial` module lists only the types that
 *   concern identity.
 * - A type text that begins with a dot is of the same module: `.Role[]` in `aws-cdk-lib.aws_iam`.
 * - Names that end in `?` are optional.
 */
export interface CdkNamesData {
  readonly source: readonly {
    readonly package: string;
    readonly version: string;
    readonly license: string;
  }[];
  readonly modules: Readonly<Record<string, CdkModuleData>>;
}

export type CdkModuleData = Readonly<Record<Exclude<CdkLanguage, "javascript">, readonly string[]>> & {
  readonly partial?: boolean;
  readonly types: Readonly<Record<string, CdkTypeData>>;
};

export interface CdkTypeData {
  readonly kind: CdkType["kind"];
  readonly base?: readonly string[];
  readonly construct?: boolean;
  readonly abstract?: boolean;
  readonly cfn?: string;
  readonly init?: readonly (readonly [name: string, type: string])[];
  readonly props?: Readonly<Record<string, string>>;
  /** Properties of a construct by what they are in CloudFormation: `roleArn: "Arn"`, `roleName: "Ref"`. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly statics?: Readonly<Record<string, string>>;
  readonly methods?: Readonly<Record<string, CdkMethodData>>;
  readonly members?: readonly string[];
}

export type CdkMethodData = readonly [
  kind: "static" | "instance",
  returns: string,
  parameters: readonly (readonly [name: string, type: string])[],
];

interface Entry {
  readonly module: string;
  readonly data: CdkTypeData;
}

/** Lookups over the generated names; types are decoded when asked for. */
export function createCdkNames(data: CdkNamesData): CdkNames {
  const entries = new Map<string, Entry>();
  for (const [module, { types }] of Object.entries(data.modules))
    for (const [name, type] of Object.entries(types))
      entries.set(`${module}.${name}`, { module, data: type });
  const imports = importIndex(data);

  const lineage = (fqn: string): readonly string[] => lineageOf(entries, fqn);
  const ownProp = (fqn: string, name: string): CdkProp | undefined => {
    const entry = entries.get(fqn);
    const type = entry && pick(entry.data.props, name);
    return entry && type && toProp(fqn, entry, type.key, type.value);
  };
  const prop = (fqn: string, name: string): CdkProp | undefined =>
    first(lineage(fqn), (at) => ownProp(at, name));
  return {
    moduleOf: (language, written) => imports.get(`${spoken(language)} ${written}`),
    importsOf: (language, module) => own(data.modules, module)?.[spoken(language)] ?? [],
    typesOf: (module) => Object.keys(own(data.modules, module)?.types ?? {}),
    type(fqn) {
      const entry = entries.get(fqn);
      return entry && toType(fqn, entry);
    },
    prop,
    props(fqn) {
      const names = lineage(fqn).flatMap((at) => Object.keys(entries.get(at)?.data.props ?? {}));
      const bare = new Set(names.map((name) => name.replace(/\?$/, "")));
      return [...bare].flatMap((name) => prop(fqn, name) ?? []);
    },
    method: (fqn, name) =>
      first(lineage(fqn), (at) => {
        const entry = entries.get(at);
        const method = entry && own(entry.data.methods, name);
        return entry && method && toMethod(at, entry, name, method);
      }),
  };
}

const spoken = (language: CdkLanguage): Exclude<CdkLanguage, "javascript"> =>
  language === "javascript" ? "typescript" : language;

/** `language written` to module. */
function importIndex(data: CdkNamesData): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  for (const [module, { types: _, partial: __, ...languages }] of Object.entries(data.modules))
    for (const [language, names] of Object.entries(languages))
      for (const name of names)
        if (!index.has(`${language} ${name}`)) index.set(`${language} ${name}`, module);
  return index;
}

/** A type, then its bases, nearest first; each once. */
function lineageOf(entries: ReadonlyMap<string, Entry>, fqn: string): readonly string[] {
  const seen = new Set<string>();
  const queue = [fqn];
  for (const at of queue) {
    const entry = entries.get(at);
    if (!entry || seen.has(at)) continue;
    seen.add(at);
    queue.push(...(entry.data.base ?? []).map((base) => expand(entry.module, base)));
  }
  return [...seen];
}

function toType(fqn: string, { module, data }: Entry): CdkType {
  const init = toParameters(module, data.init);
  const last = init.at(-1)?.type;
  return {
    fqn,
    kind: data.kind,
    construct: data.construct ?? false,
    cfn: data.cfn,
    base: (data.base ?? []).map((base) => expand(module, base)),
    init,
    propsStruct: last?.includes(".") ? last : undefined,
    statics: expandAll(module, data.statics),
    members: data.members ?? [],
  };
}

const toProp = (fqn: string, { module, data }: Entry, key: string, type: string): CdkProp => {
  const parameter = toParameter(module, [key, type]);
  return { ...parameter, declaredBy: fqn, attribute: own(data.attributes, parameter.name) };
};

const toMethod = (fqn: string, { module }: Entry, name: string, method: CdkMethodData): CdkMethod => ({
  name,
  static: method[0] === "static",
  returns: expand(module, method[1]),
  parameters: toParameters(module, method[2]),
  declaredBy: fqn,
});

const toParameters = (module: string, parameters: CdkTypeData["init"] = []): readonly CdkParameter[] =>
  parameters.map((parameter) => toParameter(module, parameter));

const toParameter = (module: string, [name, type]: readonly [string, string]): CdkParameter => ({
  name: name.replace(/\?$/, ""),
  type: expand(module, type),
  optional: name.endsWith("?"),
});

/** `.Role` is `aws-cdk-lib.aws_iam.Role` in `aws-cdk-lib.aws_iam`. */
const expand = (module: string, type: string): string => type.replace(/(^|[|(])\./g, `$1${module}.`);

const expandAll = (
  module: string,
  types: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(types).map(([name, type]) => [name, expand(module, type)]));

/** Own entries only: a name of a user's file may be `constructor`. */
const own = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;

function pick(props: Readonly<Record<string, string>> | undefined, name: string) {
  for (const key of [name, `${name}?`]) {
    const value = own(props, key);
    if (value !== undefined) return { key, value };
  }
  return undefined;
}

function first<A, B>(items: readonly A[], give: (item: A) => B | undefined): B | undefined {
  for (const item of items) {
    const found = give(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every construct class by its fqn, for the search. */
export const constructNames = ({ modules }: CdkNamesData): string[] =>
  Object.entries(modules).flatMap(([module, { types }]) =>
    Object.entries(types).flatMap(([name, { construct }]) => (construct ? [`${module}.${name}`] : [])),
  );

/** The committed file as data; the generator's test holds its shape. */
export const parseCdkNames = (text: string): CdkNamesData => JSON.parse(text) as CdkNamesData;
