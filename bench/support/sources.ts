import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CdkLanguage } from "../../src/core/types.ts";

const FILES: Readonly<Record<CdkLanguage, string>> = {
  typescript: "setup.ts",
  javascript: "setup.js",
  python: "setup.py",
  java: "setup.java",
  csharp: "setup.cs",
  go: "setup.go",
};

const fixtures = join(import.meta.dirname, "../../test/fixtures/cdk");

/** CDK source of about so many lines: the tests' stack again and again, each under another name. */
export function sourceOf(language: CdkLanguage, lines: number): string {
  const source = readFileSync(join(fixtures, FILES[language]), "utf8");
  const start = source.search(/^.*(?:class |func New)IdentityStack/m);
  const isWrapped = language === "csharp"; // in a namespace, whose bracket comes last
  const end = isWrapped ? source.lastIndexOf("}") : source.length;
  const stack = source.slice(start, end);
  const count = Math.ceil(lines / stack.split("\n").length);
  const stacks = Array.from({ length: count }, (_, n) => stack.replaceAll("IdentityStack", `Stack${n}`));
  return source.slice(0, start) + stacks.join("\n") + source.slice(end);
}
