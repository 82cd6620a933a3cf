import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const SRC = join(import.meta.dirname, "../../src");

/**
 * Who may import whom, by folder under src; the first rule that fits a file holds. A file may always import
 * from its own folder. `core/*` means the files that stand in core itself.
 */
const WALLS: readonly (readonly [place: RegExp, may: RegExp])[] = [
  [/^core\/types\.ts$/, /^core\/types\//],
  [/^core\/types\//, /^$/],
  [/^core\/text\.ts$/, /^core\/types\.ts$/],
  [/^core\/once\.ts$/, /^$/],
  [/^core\/yamlText\.ts$/, /^$/],
  [/^core\/detect\.ts$/, /^core\/(types|text|yamlText)\.ts$|^core\/(template|cdk)\/detect\.ts$/],
  [/^core\/explainer\.ts$/, /^core\//],
  [/^core\/explain\//, /^core\/(types|text)\.ts$|^core\/read\//],
  [/^core\/template\//, /^core\/(types|text|yamlText)\.ts$/],
  [/^core\/(cdk|recognise|read)\//, /^core\/(types|text)\.ts$|^core\/policy\//],
  [/^core\/snippets\//, /^core\/(types|text|detect)\.ts$|^core\/cdk\/(scan|profiles)\//],
  [/^core\//, /^core\/(types|text)\.ts$/],
  [/^knowledge\//, /^core\/(types|text)\.ts$/],
  [/^render\//, /^core\/(types|text)\.ts$/],
  [/^reference\//, /^core\/(types|text|once)\.ts$|^(knowledge|render)\//],
  [/^lens\.ts$/, /^(core|knowledge|reference)\/|^identity-lens:/],
  [/^editor\//, /^(core|render|reference)\/|^vscode$/],
  [/^extension\.ts$/, /^(core|editor)\/|^lens\.ts$|^vscode$/],
];

/** The stages of CDK source in their order: none knows of a later one. */
const CDK_STAGES = ["profiles", "scan", "parse", "resolve", "model", "sites"];

/** Packages by the part that may use them. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  yaml: /^core\/template\//,
  "jsonc-parser": /^core\/(template|snippets|cdk)\//,
  "markdown-it": /^render\//,
  minisearch: /^knowledge\//,
};

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => /\.ts$/.test(file));

/** Parts of what `lens.ts` holds; VS Code waits for what it starts with. */
const ON_DEMAND = /^(lens\.ts|knowledge\/|reference\/|core\/(explain|read|recognise|template)|render\/page)/;

/** All that a file brings into its bundle. */
function reachedFrom(file: string): ReadonlySet<string> {
  const reached = new Set([file]);
  for (const at of reached)
    if (at.endsWith(".ts")) for (const target of importsOf(at, withoutTypes)) reached.add(target);
  return reached;
}

const withoutTypes = (text: string): string =>
  text.replace(/^import type [^;]*;|\btypeof import\([^)]*\)/gm, "");

function importsOf(file: string, only = (text: string) => text): string[] {
  const text = only(readFileSync(join(SRC, file), "utf8"));
  return [
    ...text.matchAll(
      /^\s*(?:import|export)\s[^"';]*?from\s+"([^"]+)"|^\s*import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm,
    ),
  ]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? "")
    .map((target) => (target.startsWith(".") ? relative(SRC, join(SRC, dirname(file), target)) : target));
}

describe("walls between the parts", () => {
  it("reads the sources", () => assert.ok(files.includes("core/types.ts")));

  it("the script that VS Code starts leaves the lens to its first use", () => {
    const early = [...reachedFrom("extension.ts")].filter((file) => ON_DEMAND.test(file));
    assert.deepEqual(early, []);
    assert.ok(reachedFrom("lens.ts").has("core/explainer.ts"));
  });

  for (const file of files) {
    it(`${file} imports only what it may`, () => {
      const rule = WALLS.find(([place]) => place.test(file));
      for (const target of importsOf(file)) {
        const allowed = rule?.[1].test(target) || sameFolder(file, target) || PACKAGES[target]?.test(file);
        assert.ok(
          allowed,
          `src/${file} must not import ${target}; the rules stand in this test and in CONTRIBUTING.md`,
        );
      }
    });
  }
});

describe("walls between the stages of CDK source", () => {
  const stageOf = (file: string): number => CDK_STAGES.indexOf(/^core\/cdk\/(\w+)\//.exec(file)?.[1] ?? "");
  for (const file of files.filter((one) => stageOf(one) >= 0))
    it(`${file} imports nothing of a later one`, () => {
      const later = importsOf(file).filter((target) => stageOf(target) > stageOf(file));
      assert.deepEqual(later, []);
    });
});

/** `core/read/cautions/x.ts` may see all of `core/read/`. */
function sameFolder(file: string, target: string): boolean {
  const home = /^core\/[a-z]+\//.exec(file)?.[0] ?? /^(knowledge|render|reference|editor)\//.exec(file)?.[0];
  return home !== undefined && target.startsWith(home);
}
