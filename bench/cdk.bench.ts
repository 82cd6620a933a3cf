import type ts from "typescript";
import { parse } from "../src/core/cdk/parse/parse.ts";
import { profiles } from "../src/core/cdk/profiles/profiles.ts";
import { scan } from "../src/core/cdk/scan/scan.ts";
import type { CdkLanguage, TextDoc } from "../src/core/types.ts";
import { answered } from "./hover.bench.ts";
import { newExplainer } from "./support/explainer.ts";
import { type Comparison, compare, type Section } from "./support/measure.ts";
import { peer } from "./support/peers.ts";
import { sourceOf } from "./support/sources.ts";

const LINES = 1_000;
const TITLES: Readonly<Record<CdkLanguage, string>> = {
  ...{ typescript: "TypeScript", javascript: "JavaScript", python: "Python" },
  ...{ java: "Java", csharp: "C#", go: "Go" },
};

interface Lezer {
  readonly parser: { parse(text: string): { readonly length: number } };
}

/** A parser of the language's whole grammar. C# has none that is as easily at hand. */
async function parserOf(
  language: CdkLanguage,
): Promise<{ name: string; parse: (text: string) => unknown } | undefined> {
  if (language === "typescript" || language === "javascript") {
    const { default: compiler } = (await import("typescript")) as { default: typeof ts };
    const parse = (text: string) =>
      compiler.createSourceFile(`a.${language}`, text, compiler.ScriptTarget.Latest);
    return { name: `TypeScript ${compiler.versionMajorMinor}, parse`, parse };
  }
  const lezer = language === "csharp" ? undefined : peer<Lezer>(`@lezer/${language}`);
  return lezer && { name: "Lezer, parse", parse: (text) => lezer.parser.parse(text) };
}

async function casesFor(language: CdkLanguage): Promise<Comparison[]> {
  const text = sourceOf(language, LINES);
  const parser = await parserOf(language);
  const offset = text.indexOf("REQUIRED", text.length / 2) + 2;
  const edits = [text, `${text}\n`];
  const explainer = newExplainer();
  let doc: TextDoc = { uri: "file:///stack", languageId: language, version: 1, text };
  const other = parser && { peer: { name: parser.name, run: () => parser.parse(text) } };
  return [
    {
      what: `${TITLES[language]}: scan and parse`,
      run: () => {
        if (parse(scan(text, profiles[language])).roots.length === 0) throw new Error("nothing parsed");
      },
      ...other,
    },
    {
      what: `${TITLES[language]}: hover after a keystroke`,
      before: () => {
        doc = { ...doc, version: doc.version + 1, text: edits[doc.version % 2] ?? text };
      },
      run: () => answered(explainer.explainAt(doc, offset)),
    },
  ];
}

export const section: Section = {
  title: `CDK source of ${LINES.toLocaleString("en")} lines: the whole file is read anew after a keystroke`,
  rows: async () => {
    const languages = Object.keys(TITLES) as CdkLanguage[];
    return compare((await Promise.all(languages.map(casesFor))).flat());
  },
};
