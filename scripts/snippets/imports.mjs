// What a CDK form has to import, in each language's own names, taken from the assembly.
import { modulesOf, typescriptPath } from "./cdk.mjs";
import { packageOf } from "./mend.mjs";

const target = (assembly, module, language) =>
  (module === "aws-cdk-lib" ? assembly.targets : assembly.submodules[module].targets)[language];

/** Strings and comments out, so that words in them are no names. */
const code = (text) => text.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\/.*/g, '""');

/** `{ name, from }` for each import: `name` is what the code says, `from` the module, class, namespace or package. */
export function importsOf(setup, language, text, assembly) {
  const modules = modulesOf(setup, assembly);
  return [
    ...new Map(make[language](modules, code(text), assembly).map((entry) => [entry.from, entry])).values(),
  ].sort((a, b) => (a.from < b.from ? -1 : 1));
}

const make = {
  typescript: (modules) =>
    modules.map(({ alias, module }) => ({ name: alias, from: typescriptPath(module) })),
  python: (modules, _text, assembly) =>
    modules.map(({ alias, module }) => ({ name: alias, from: target(assembly, module, "python").module })),
  java: (modules, text, assembly) => [
    ...classesIn(modules, text, assembly).map(({ fqn, module }) => ({
      name: fqn.split(".").at(-1),
      from: `${target(assembly, module, "java").package}.${fqn.slice(module.length + 1)}`,
    })),
    ...["List", "Map"]
      .filter((name) => text.includes(`${name}.of(`))
      .map((name) => ({ name, from: `java.util.${name}` })),
  ],
  csharp: (modules, text, assembly) =>
    [
      ...classesIn(modules, text, assembly).map(({ module }) => target(assembly, module, "dotnet").namespace),
      ...(/\bDictionary</.test(text) ? ["System.Collections.Generic"] : []),
    ].map((from) => ({ name: "", from })),
  go: (modules, text) => [
    ...modules
      .filter((module) => text.includes(`${packageOf(module)}.`))
      .map((module) => ({
        name: packageOf(module),
        from: ["github.com/aws/aws-cdk-go/awscdk/v2", packageOf(module)]
          .filter((part) => part !== "awscdk")
          .join("/"),
      })),
    ...(text.includes("jsii.") ? [{ name: "jsii", from: "github.com/aws/jsii-runtime-go" }] : []),
  ],
};

/** The classes, structs and enums of a Java or C# text; a name that two modules have belongs to the first that the set-up uses. */
function classesIn(modules, text, assembly) {
  const words = new Set([...text.matchAll(/(?<![.\w])([A-Z]\w*)/g)].map((match) => match[1]));
  return [...words].flatMap((name) => {
    for (const { module } of modules) {
      if (assembly.types[`${module}.${name}`]) return [{ fqn: `${module}.${name}`, module }];
      const nested = Object.keys(assembly.types).find(
        (fqn) =>
          fqn.startsWith(`${module}.Cfn`) &&
          fqn.endsWith(`.${name}`) &&
          fqn.split(".").length === module.split(".").length + 2,
      );
      if (nested) return [{ fqn: nested, module }];
    }
    return [];
  });
}
