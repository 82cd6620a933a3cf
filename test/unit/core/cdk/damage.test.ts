import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { CdkLanguage, Site } from "../../../../src/core/types.ts";
import { located, sitesOf } from "./support.ts";

/** The same set-up in each language, and where its imports end. */
const FILES: readonly (readonly [CdkLanguage, file: string, from: string])[] = [
  ["typescript", "setup.ts", "class "],
  ["javascript", "setup.js", "class "],
  ["python", "setup.py", "class "],
  ["java", "setup.java", "class "],
  ["csharp", "setup.cs", "class "],
  ["go", "setup.go", "func "],
];

const SEEDS = 300;

const nameOf = (site: Site | undefined): string | undefined => {
  switch (site?.role) {
    case "prop":
      return `${site.role} ${site.fqn}.${site.name} of ${site.construct}`;
    case "member":
    case "method":
      return `${site.role} ${site.fqn}.${site.name}`;
    case "construct":
      return `${site.role} ${site.fqn}`;
    default:
      return undefined;
  }
};

/** How many of the whole file's constructs, props and members are still found with a character missing. */
function answers(language: CdkLanguage, text: string, from: number): { wanted: number; hit: number } {
  const whole = sitesOf(text, language).filter((site) => nameOf(site) !== undefined);
  const places = [...text.matchAll(/["'`(){}[\],]/g)].map(({ index }) => index).filter((at) => at > from);
  let [wanted, hit] = [0, 0];
  for (let seed = 0; seed < Math.min(SEEDS, places.length); seed++) {
    const at = places[(seed * 7919) % places.length] ?? 0;
    // Two names that would become one are kept apart.
    const gap = /\w\w/.test(text.charAt(at - 1) + text.charAt(at + 1)) ? " " : "";
    const found = located(text.slice(0, at) + gap + text.slice(at + 1), language);
    for (const site of whole) {
      wanted++;
      const start = site.range.start - (gap === "" && site.range.start > at ? 1 : 0);
      if (nameOf(found?.siteAt(start)) === nameOf(site)) hit++;
    }
  }
  return { wanted, hit };
}

describe("cdk: a character of punctuation missing somewhere in a file", function () {
  this.timeout(60_000);
  for (const [language, file, start] of FILES)
    it(`${language}: the rest answers as before`, () => {
      const text = readFileSync(new URL(`../../../fixtures/cdk/${file}`, import.meta.url), "utf8");
      const { wanted, hit } = answers(language, text, text.indexOf(start));
      console.log(`      ${language}: ${hit} of ${wanted}, ${((100 * hit) / wanted).toFixed(2)} %`);
      assert.ok(hit >= wanted * 0.98, `${hit} of ${wanted}`);
    });
});
