import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { CdkLanguage } from "../../../../src/core/types.ts";
import { names } from "./support.ts";

/** An example of aws-cdk-lib's documentation: TypeScript that compiled, and what jsii-rosetta made of it. */
export interface Example {
  /** With the imports and the class around it. */
  readonly full: string;
  /** Where the example itself begins and ends in `full`. */
  readonly start: number;
  readonly end: number;
  readonly translations: Readonly<Partial<Record<CdkLanguage, string>>>;
}

const installed = new URL("../../../oracles/node_modules/aws-cdk-lib/.jsii.tabl.json.gz", import.meta.url);
const sample = new URL("../../../fixtures/cdk/examples.json", import.meta.url);

interface Snippet {
  readonly didCompile?: boolean;
  readonly fqnsReferenced?: readonly string[];
  readonly fullSource?: string;
  readonly translations: Readonly<Record<string, { readonly source: string } | undefined>>;
}

/** All that concern identity when `npm ci` was run in test/oracles, else the sample that is kept here. */
export function examples(): { readonly all: readonly Example[]; readonly from: string } {
  if (!existsSync(installed))
    return {
      all: JSON.parse(readFileSync(sample, "utf8")),
      from: "the sample only; for all of them run npm ci in test/oracles",
    };
  const { snippets }: { snippets: Readonly<Record<string, Snippet>> } = JSON.parse(
    gunzipSync(readFileSync(installed)).toString("utf8"),
  );
  return { all: Object.values(snippets).filter(concernsIdentity).map(toExample), from: "aws-cdk-lib" };
}

const wholeModules = Object.entries(names.modules)
  .filter(([, module]) => !("partial" in module))
  .map(([name]) => `${name}.`);

export const isIdentity = (fqn: string): boolean => wholeModules.some((module) => fqn.startsWith(module));

/** Of the generated examples jsii-rosetta leaves out the outer class of nested types, in every language. */
const concernsIdentity = ({ didCompile, fqnsReferenced = [], fullSource = "" }: Snippet): boolean =>
  didCompile === true &&
  fqnsReferenced.some(isIdentity) &&
  !fullSource.includes("an example of how to instantiate this type");

function toExample({ fullSource = "", translations }: Snippet): Example {
  const end = fullSource.lastIndexOf("/// !hide");
  return {
    full: fullSource,
    start: Math.max(0, fullSource.indexOf("/// !show")),
    end: end < 0 ? fullSource.length : end,
    translations: {
      python: translations.python?.source ?? "",
      java: translations.java?.source ?? "",
      csharp: translations.csharp?.source ?? "",
      go: translations.go?.source ?? "",
    },
  };
}

export interface Import {
  readonly alias: string | undefined;
  readonly named: string;
  readonly module: string;
}

const IMPORTS =
  /import (?:\* as (\w+)|(\w+) =|\{([^}]*)\}) (?:from |require\()['"](aws-cdk-lib|@aws-cdk)(?:\/([\w-]+?)(?:-alpha)?)?['"]/g;

export function importsOf(full: string): readonly Import[] {
  return [...full.matchAll(IMPORTS)].flatMap(([, star, equals, named = "", , dashed]): Import[] => {
    const module = dashed ? `aws-cdk-lib.${dashed.replaceAll("-", "_")}` : "aws-cdk-lib";
    const own: Import = { alias: star ?? equals, named: named.trim(), module };
    const inner = [...named.matchAll(/(aws_\w+)(?: as (\w+))?/g)].map(
      ([, name = "", alias]): Import => ({ alias: alias ?? name, named: "", module: `aws-cdk-lib.${name}` }),
    );
    return [own, ...inner];
  });
}

export const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();

/** The imports that the translations leave out, in their language. */
export function prelude({ full }: Example, language: CdkLanguage): string {
  const imports = importsOf(full);
  const modules = [...new Set(["aws-cdk-lib", ...imports.map(({ module }) => module)])];
  const written = modules.flatMap(
    (module) => names.modules[module]?.[language === "javascript" ? "typescript" : language][0] ?? [],
  );
  switch (language) {
    case "python":
      return `import aws_cdk as cdk\nfrom aws_cdk import *\n${imports.map(pythonImport).join("")}`;
    case "java":
      return written.map((name) => `import ${name}.*;\n`).join("");
    case "csharp":
      return written.map((name) => `using ${name};\n`).join("");
    case "go":
      return `package main\n${imports.map(goImport).join("")}${written.map((name) => `import . "${name}"\n`).join("")}func f() {\n`;
    default:
      return "";
  }
}

function pythonImport({ alias, named, module }: Import): string {
  const short = module.replace("aws-cdk-lib", "aws_cdk");
  if (alias !== undefined) return `import ${short} as ${snake(alias)}\n`;
  return named && module !== "aws-cdk-lib"
    ? `from ${short} import ${named.replace(/\s+/g, " ").replace(/,$/, "")}\n`
    : "";
}

function goImport({ alias, module }: Import): string {
  const path = names.modules[module]?.go[0];
  return alias !== undefined && path !== undefined ? `import ${alias} "${path}"\n` : "";
}
