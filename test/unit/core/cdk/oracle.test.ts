import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import ts from "typescript";
import type { CdkLanguage, Site } from "../../../../src/core/types.ts";
import { type Example, examples, isIdentity, prelude } from "./examples.ts";
import { located, names, sitesOf } from "./support.ts";

const { all, from } = examples();

/** Props, enum members and constructs of identity, counted; what stands before `start` is left out. */
function found(sites: readonly Site[], start: number, end: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const site of sites) {
    if (site.range.start < start || site.range.start >= end) continue;
    const named =
      site.role === "prop" || site.role === "member" ? `${site.role} ${site.fqn}.${site.name}` : undefined;
    const made =
      site.role === "construct" && site.resource !== undefined ? `construct ${site.fqn}` : undefined;
    const key = named ?? made;
    if (key !== undefined && isIdentity(key.slice(key.indexOf(" ") + 1)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const sum = (counts: Iterable<number>): number => [...counts].reduce((total, count) => total + count, 0);

function compare(example: Example, language: CdkLanguage): { wanted: number; hit: number; extra: number } {
  const wanted = found(sitesOf(example.full, "typescript"), example.start, example.end);
  const before = prelude(example, language);
  const given = found(
    sitesOf(before + (example.translations[language] ?? ""), language),
    before.length,
    Number.POSITIVE_INFINITY,
  );
  const hit = sum([...wanted].map(([key, count]) => Math.min(count, given.get(key) ?? 0)));
  return { wanted: sum(wanted.values()), hit, extra: sum(given.values()) - hit };
}

describe(`cdk: the documentation's examples (${all.length}, from ${from})`, function () {
  this.timeout(120_000);

  // jsii-rosetta takes IdentityPool for a class of awscdk, and breaks some of its Go by that.
  const goals: Readonly<Partial<Record<CdkLanguage, number>>> = {
    python: 0.99,
    java: 0.995,
    csharp: 0.995,
    go: 0.97,
  };
  for (const [language, goal] of Object.entries(goals) as [CdkLanguage, number][])
    it(`${language}: translations hold the props, members and constructs of the original`, () => {
      const each = all.map((example) => compare(example, language));
      const [wanted, hit, extra] = [
        sum(each.map((one) => one.wanted)),
        sum(each.map((one) => one.hit)),
        sum(each.map((one) => one.extra)),
      ];
      console.log(`      ${language}: ${hit} of ${wanted}, ${extra} others`);
      assert.ok(hit >= Math.floor(wanted * goal), `${hit} of ${wanted}`);
      assert.ok(extra <= wanted * 0.01, `${extra} that the original has not`);
    });

  it("TypeScript: finds the props of constructs that the compiler's tree has", () => {
    const { hit, wanted } = againstCompiler(all, (text) => text);
    console.log(`      typescript, by the compiler's tree: ${hit} of ${wanted}`);
    assert.ok(hit >= wanted * 0.995, `${hit} of ${wanted}`);
  });

  it("TypeScript: finds them with a character of punctuation missing somewhere in a file", () => {
    const full = readFileSync(new URL("../../../fixtures/cdk/synth.ts", import.meta.url), "utf8");
    const file: Example = { full, start: full.indexOf("super("), end: full.length, translations: {} };
    const { hit, wanted } = againstCompiler(new Array<Example>(150).fill(file), damaged);
    console.log(`      with damage: ${hit} of ${wanted}`);
    assert.ok(hit >= wanted * 0.98, `${hit} of ${wanted}`);
  });
});

// ---------------------------------------------------------------- the compiler as oracle

interface Label {
  readonly at: number;
  readonly name: string;
}

/** Keys of the object literal that is a construct's third argument, where its class comes from an identity module. */
function labels(text: string): readonly Label[] {
  const file = ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true);
  const modules = new Set<string>();
  const result: Label[] = [];
  for (const statement of file.statements) {
    const [, alias = "", dashed = ""] =
      /import (?:\* as )?(\w+)(?: =)? (?:from |require\()['"](?:aws-cdk-lib|@aws-cdk)\/([\w-]+)['"]/.exec(
        statement.getText(),
      ) ?? [];
    if (isIdentity(`aws-cdk-lib.${dashed.replaceAll("-", "_")}.`))
      modules.add(`${alias} aws-cdk-lib.${dashed.replaceAll("-", "_")}`);
  }
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const alias = node.expression.expression.getText();
      const module = [...modules].find((one) => one.startsWith(`${alias} `))?.slice(alias.length + 1);
      const type = module === undefined ? undefined : names.modules[module]?.types[node.expression.name.text];
      const [, , props] = node.arguments ?? [];
      if (type?.construct && props && ts.isObjectLiteralExpression(props))
        for (const { name } of props.properties)
          if (name) result.push({ at: name.getStart(), name: name.getText() });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return result;
}

function againstCompiler(
  all: readonly Example[],
  change: (text: string, seed: number) => string,
): { wanted: number; hit: number } {
  let wanted = 0;
  let hit = 0;
  all.forEach(({ full }, seed) => {
    const text = change(full, seed);
    // A character is missing from some place on, which moves what stands behind it.
    const moved = (at: number): number => (full.slice(0, at) === text.slice(0, at) ? at : at - 1);
    const given = located(text, "typescript");
    for (const { at, name } of labels(full)) {
      wanted++;
      const site = given?.siteAt(moved(at));
      if (site?.role === "prop" && site.name === name) hit++;
    }
  });
  return { wanted, hit };
}

/** The text without one quote, bracket or comma, another one for each seed. */
function damaged(text: string, seed: number): string {
  const places = [...text.matchAll(/['(){}[\],]/g)]
    .map(({ index }) => index)
    .filter((at) => at > text.indexOf("super("));
  const at = places[(seed * 7919) % Math.max(1, places.length)] ?? 0;
  return text.slice(0, at) + text.slice(at + 1);
}
