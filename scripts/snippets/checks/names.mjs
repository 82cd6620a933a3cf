import { modulesOf } from "../cdk.mjs";
import { packageOf } from "../mend.mjs";

/** Names of the languages and of jsii's run time, which aws-cdk-lib doesn't declare. */
const OTHERS = {
  python: new Set(["True", "False", "None"]),
  java: new Set(["List", "Map", "String", "Builder"]),
  csharp: new Set(["Dictionary"]),
  go: new Set([]),
};

const code = (text) => text.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\/.*|^\s*#.*/gm, '""');
const snake = (name) =>
  name
    .replace(/([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])/g, (_, a, b, c, d) => `${a ?? c}_${b ?? d}`)
    .toLowerCase();
const plain = (name) => name.toLowerCase().replaceAll("_", "");

/** Names in a text that aws-cdk-lib's assembly has under no type of the modules that the set-up uses. */
export function checkNames(language, setup, text, assembly) {
  const modules = modulesOf(setup, assembly);
  const types = new Map();
  const members = new Set();
  for (const [fqn, type] of Object.entries(assembly.types)) {
    const owner = modules.find(
      ({ module }) =>
        fqn.startsWith(`${module}.`) &&
        !assembly.submodules[fqn.split(".").slice(0, 2).join(".")] === (module === "aws-cdk-lib"),
    );
    if (owner) types.set(fqn.slice(owner.module.length + 1), type);
  }
  for (const [, type] of types)
    for (const member of [
      ...(type.properties ?? []),
      ...(type.methods ?? []),
      ...(type.members ?? []),
      ...(type.initializer?.parameters ?? []),
    ])
      members.add(plain(member.name));
  const missing = [];
  const known = (name) =>
    types.has(name) ||
    [...types.keys()].some((type) => type.endsWith(`.${name}`)) ||
    OTHERS[language].has(name);
  for (const name of typeNames[language](code(text), modules))
    if (!known(name)) missing.push(`no type ${name}`);
  for (const name of memberNames[language](code(text)))
    if (!members.has(plain(name)) && !RUNTIME.has(plain(name))) missing.push(`no member ${name}`);
  if (language === "python")
    for (const [, name] of code(text).matchAll(/[(,]\s*(\w+)=(?!=)/g))
      if (name !== snake(name)) missing.push(`${name} is no Python name`);
  return [...new Set(missing)];
}

/** Members of constructs (`node`), of jsii's helpers and of the languages' own types. */
const RUNTIME = new Set([
  "node",
  "adddependency",
  "tostring",
  "builder",
  "create",
  "build",
  "of",
  "format",
  "string",
  "number",
  "boolean",
  "sprintf",
  "ref",
]);

const all = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);

const typeNames = {
  python: (text) => all(text, /\b[a-z]\w*\.([A-Z]\w*)/g),
  java: (text) => all(text, /(?<![.\w])([A-Z]\w*)/g),
  csharp: (text) => [
    ...all(text, /(?<![.\w])([A-Z]\w*)(?!\s*=[^=])(?!\w)/g),
    ...all(text, /\b(Cfn\w+\.\w+Property)\b/g),
  ],
  go: (text, modules) =>
    all(text, new RegExp(`\\b(?:${modules.map(packageOf).join("|")})\\.(?:New)?([A-Z]\\w*)`, "g")).map(
      (name) => {
        const [owner, member] = name.split("_");
        return member?.endsWith("Property") ? `${owner}.${member}` : owner;
      },
    ),
};

const memberNames = {
  python: (text) => [...all(text, /(?<=[\w)]\.)([a-z]\w*)\b/g), ...all(text, /[(,]\s*(\w+)=(?!=)/g)],
  java: (text) => all(text, /\.([a-z]\w*)\(/g).map((name) => name.replace(/^get(?=[A-Z])/, "")),
  csharp: (text) => [
    ...all(text, /[{,]\s*([A-Z]\w*)\s*=(?!=)/g),
    ...all(text, /[a-z)]\w*\.([A-Z]\w*)(?<!Property)\b/g),
  ],
  go: (text) => [
    ...all(text, /^\s*([A-Z]\w*):/gm),
    ...all(text, /[a-z)]\.([A-Z]\w*)\(/g).filter((name) => !/^New|_/.test(name)),
  ],
};
