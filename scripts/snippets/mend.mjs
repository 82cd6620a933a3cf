// What jsii-rosetta gets wrong in the forms that we have, and how it is mended. Names come from the assembly.

/** Applies `mend` to what is code: strings and comments stay as they are. */
const inCode = (text, mend) =>
  text
    .split(/("(?:[^"\\\n]|\\.)*"|\/\/.*)/)
    .map((part, i) => (i % 2 ? part : mend(part)))
    .join("");

const variablesOf = (setup) => [...setup.cdk.matchAll(/\bconst (\w+) =/g)].map((match) => match[1]);
const capital = (name) => name[0].toUpperCase() + name.slice(1);

/** The type of a module with this name; a struct of an L1 construct stands inside the construct. */
const namedIn = (assembly, module, name) =>
  Object.keys(assembly.types).find(
    (fqn) =>
      fqn === `${module}.${name}` ||
      (fqn.endsWith(`.${name}`) && assembly.types[fqn].namespace?.startsWith(`${module.split(".")[1]}.Cfn`)),
  );

export const mendPython = (text) => text;

/** Java: a property that is gone through on the way to a call is read by its getter. */
export const mendJava = (text, setup) =>
  inCode(text, (part) =>
    part.replace(chain(setup), (_, variable, property) => `${variable}.get${capital(property)}().`),
  );

/** `pool.role.` with `pool` a variable of the set-up. */
const chain = (setup) =>
  new RegExp(`\\b(${variablesOf(setup).join("|") || "(?!)"})\\.([a-zA-Z]\\w*)\\.`, "g");

/** C# knows namespaces, not the aliases of TypeScript: those that were left in interpolations go. */
export function mendCsharp(text, _setup, modules, assembly) {
  if (/new Struct\b/.test(text))
    throw new Error("C#: an object literal of no known type; use PolicyDocument");
  const nested = inCode(text, (part) =>
    part.replace(
      /\bnew (\w+Property)\b/g,
      (_, name) => `new ${qualifiedName(name, modules, assembly) ?? name}`,
    ),
  );
  return nested.replace(
    new RegExp(`(?<=[{(\\s])(?:${modules.map((m) => m.alias).join("|")})\\.(?=[A-Z])`, "g"),
    "",
  );
}

/** `CfnPool.TagProperty`: a type's name within its module. */
function qualifiedName(name, modules, assembly) {
  for (const { module } of modules) {
    const fqn = namedIn(assembly, module, name);
    if (fqn) return fqn.slice(module.length + 1);
  }
  return undefined;
}

/** aws-cdk-lib.aws_iam -> awsiam */
export const packageOf = ({ module }) => (module.split(".")[1] ?? "awscdk").replaceAll("_", "");

/** Go: packages are named awsiam, struct and interface names need theirs, members are exported methods. */
export function mendGo(text, setup, modules, assembly) {
  const qualified = (name) => {
    for (const owner of modules) {
      const fqn = namedIn(assembly, owner.module, name);
      if (fqn) return `${packageOf(owner)}.${fqn.slice(owner.module.length + 1).replace(".", "_")}`;
    }
    throw new Error(`Go: ${name} is in none of ${modules.map((m) => m.module).join(", ")} (${setup.id})`);
  };
  const variables = variablesOf(setup).join("|") || "(?!)";
  const code = inCode(text, (part) =>
    modules
      .reduce((out, m) => out.replace(new RegExp(`\\b${m.alias}\\.(?=[A-Z])`, "g"), `${packageOf(m)}.`), part)
      .replace(/\(this(?=,)/g, "(stack")
      .replace(/(&|\[\])([A-Z]\w*)(?=\{)/g, (_, before, name) => before + qualified(name))
      .replace(/([._])\*(?=[A-Z])/g, "$1")
      .replace(chain(setup), (_, variable, property) => `${variable}.${capital(property)}().`)
      .replace(
        new RegExp(`\\b(${variables})\\.([a-zA-Z]\\w*)(\\(?)`, "g"),
        (_, v, member, call) => `${v}.${capital(member)}${call || "()"}`,
      ),
  );
  return withAllArguments(mendSprintf(code, variables), setup, modules, assembly);
}

/** Go has no optional arguments: those that TypeScript leaves out are nil. */
function withAllArguments(text, setup, modules, assembly) {
  const types = typesOfVariables(setup, modules, assembly);
  const call = new RegExp(
    `(?<![\\w"])(?:(${modules.map(packageOf).join("|")})\\.(New)?(\\w+)|(\\w+)(?:\\.(\\w+)\\(\\))?\\.([A-Z]\\w*)|\\)\\.([A-Z]\\w*))\\(`,
    "g",
  );
  let out = text;
  for (const match of [...text.matchAll(call)].reverse()) {
    const parameters = parametersOf(match, types, modules, assembly);
    if (!parameters || parameters.some((parameter) => parameter.variadic)) continue;
    const open = match.index + match[0].length;
    const { close, count } = argumentsAt(text, open);
    const missing = parameters.length - count;
    if (missing > 0)
      out = `${out.slice(0, close)}${", nil".repeat(missing).slice(count === 0 ? 2 : 0)}${out.slice(close)}`;
  }
  return out;
}

/** The parameters of what a match of `withAllArguments` calls; nothing where the assembly doesn't know it. */
function parametersOf([, pack, isNew, name, variable, property, method, chained], types, modules, assembly) {
  if (pack) {
    const { module } = modules.find((candidate) => packageOf(candidate) === pack);
    if (isNew) return assembly.types[`${module}.${name}`]?.initializer?.parameters ?? [];
    const [owner, member] = name.split("_");
    return methodNamed(assembly, `${module}.${owner}`, member)?.parameters ?? [];
  }
  if (variable && types.has(variable)) {
    const own = types.get(variable);
    return (
      methodNamed(assembly, property ? typeOfProperty(assembly, own, property) : own, method)?.parameters ??
      []
    );
  }
  // A call on what another call gave: all the classes of these modules that have such a method must agree.
  const all = Object.keys(assembly.types)
    .filter((fqn) => modules.some(({ module }) => fqn.startsWith(`${module}.`)))
    .map((fqn) => methodNamed(assembly, fqn, chained ?? method))
    .filter(Boolean);
  const counts = new Set(all.map((found) => found.parameters?.length ?? 0));
  return counts.size === 1 ? (all[0].parameters ?? []) : undefined;
}

const same = (a, b) => a.toLowerCase() === b.toLowerCase();

/** A type's own member or an inherited one. */
function inherited(assembly, fqn, find) {
  const type = assembly.types[fqn];
  if (!type) return undefined;
  return (
    find(type) ??
    [type.base, ...(type.interfaces ?? [])]
      .filter(Boolean)
      .reduce((found, parent) => found ?? inherited(assembly, parent, find), undefined)
  );
}

const methodNamed = (assembly, fqn, name) =>
  inherited(assembly, fqn, (type) => type.methods?.find((method) => same(method.name, name)));
const typeOfProperty = (assembly, fqn, name) =>
  inherited(assembly, fqn, (type) => type.properties?.find((property) => same(property.name, name)))?.type
    .fqn;

/** Variable -> type, from how the TypeScript form makes each. */
function typesOfVariables(setup, modules, assembly) {
  const types = new Map();
  for (const [, name, made] of setup.cdk.matchAll(/\bconst (\w+) = ([^(;]*)\(/g)) {
    const path = made.replace(/^new /, "").split(".");
    const owner = modules.find(({ alias }) => alias === path[0]);
    const isNew = made.startsWith("new ");
    const fqn = owner ? [owner.module, path[1]].join(".") : types.get(path[0]);
    const last = isNew ? undefined : methodNamed(assembly, fqn, path.at(-1));
    types.set(name, isNew ? fqn : last?.returns?.type.fqn);
  }
  return types;
}

/** Where the call's arguments end that begin at an offset, and how many there are. */
function argumentsAt(text, open) {
  let depth = 0;
  let commas = 0;
  for (const token of text.slice(open).matchAll(/"(?:[^"\\]|\\.)*"|\/\/.*|[()[\]{},]/g)) {
    const at = open + token.index;
    if ("([{".includes(token[0])) depth++;
    else if (token[0] === "," && depth === 0) commas++;
    else if (")]}".includes(token[0]) && depth-- === 0) {
      const inside = text.slice(open, at).trim();
      return { close: at, count: inside === "" ? 0 : commas + (inside.endsWith(",") ? 0 : 1) };
    }
  }
  throw new Error(`Go: a call that doesn't end: ${text.slice(open, open + 80)}`);
}

/** jsii hands strings around as pointers: Sprintf of jsii gives one, and takes what stands behind the others. */
function mendSprintf(text, variables) {
  const call = /(?:jsii\.String\()?fmt\.Sprintf\(("(?:[^"\\]|\\.)*")((?:, (?:[\w.]+\(\)|[\w.]+))*)\)(\)?)/g;
  return text.replace(call, (whole, format, values, close) => {
    const wrapped = whole.startsWith("jsii.String(");
    const pointers = values.replace(new RegExp(`, (?=awscdk\\.|(?:${variables})\\.)`, "g"), ", *");
    return `jsii.Sprintf(${format}${pointers})${wrapped ? "" : close}`;
  });
}
