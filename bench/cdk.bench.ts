import { readFileSync } from "node:fs";
import ts from "typescript";
import { createCdkLocator } from "../src/core/cdk/locate.ts";
import type { CdkNamesData } from "../src/core/cdk/names.ts";
import { parse } from "../src/core/cdk/parse/parse.ts";
import { profiles } from "../src/core/cdk/profiles/profiles.ts";
import { scan } from "../src/core/cdk/scan.ts";
import type { CdkLanguage, TextDoc } from "../src/core/types.ts";
import type { Case } from "./support/case.ts";

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const names: CdkNamesData = JSON.parse(read("src/knowledge/generated/cdk-names.json"));

/** The stack of the tests, again and again under other names, to about a thousand lines. */
function source(extension: string): string {
  const text = read(`test/fixtures/cdk/setup.${extension}`);
  const copies = Math.ceil(1000 / text.split("\n").length);
  return Array.from({ length: copies }, (_, i) => text.replaceAll("IdentityStack", `IdentityStack${i}`)).join(
    "\n",
  );
}

function casesFor(language: CdkLanguage, extension: string): Case[] {
  const text = source(extension);
  const doc: TextDoc = { uri: "file:///stack", languageId: language, version: 1, text };
  const locator = createCdkLocator(names);
  const offset = text.indexOf("hello@example.com", text.length / 2) + 3;
  const title = `${language}, ${text.split("\n").length.toLocaleString("en")} lines`;
  const siteAt = (from: typeof locator): void => {
    if (!from.locate(doc, { kind: "cdk", language }).siteAt(offset)) throw new Error("nothing found");
  };
  return [
    {
      name: `scan and parse, ${title}`,
      run: () => {
        if (parse(scan(text, profiles[language])).roots.length === 0) throw new Error("nothing parsed");
      },
    },
    { name: `first site, ${title}`, run: () => siteAt(createCdkLocator(names)) },
    { name: `site again, ${title}`, run: () => siteAt(locator) },
  ];
}

const typescript = source("ts");

export const cases: readonly Case[] = [
  ...casesFor("typescript", "ts"),
  ...casesFor("python", "py"),
  ...casesFor("java", "java"),
  ...casesFor("csharp", "cs"),
  ...casesFor("go", "go"),
  {
    name: "for comparison: TypeScript 6 parses the TypeScript file",
    run: () => {
      ts.createSourceFile("stack.ts", typescript, ts.ScriptTarget.Latest);
    },
  },
];
