import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { isMap, isScalar, isSeq, type Node, parseDocument } from "yaml";
import { buildConceptIndex, type Page } from "../../../scripts/pages/index.mjs";
import type { Facts } from "../../../src/core/types.ts";
import { loadFacts, loadKnowledge, loadNames } from "../../support/knowledge.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const { pages, problems } = buildConceptIndex(root);
let facts: Facts;
before(async () => {
  facts = await loadFacts();
});
const fencesOf = (language: string) =>
  pages.flatMap((page) =>
    page.fences
      .filter((fence) => fence.language === language)
      .map((fence) => ({ ...fence, at: `${page.id}.md:${fence.line}` })),
  );

describe("the pages", () => {
  it("pass the checker", () => assert.deepEqual(problems, []));
});

describe("names that lead to pages", () => {
  const claimed = new Set(pages.flatMap((page) => page.terms.map(({ value }) => value)));

  it("are every identity resource type", () => {
    const missing = loadNames().types.filter((type) => !claimed.has(type));
    assert.deepEqual(missing, []);
  });

  it("are every action of STS", () => {
    const { names } = loadKnowledge();
    const actions = (facts.actionsMatching("sts:*") ?? []).map(({ action }) => action);
    assert.ok(actions.length > 8);
    const missing = actions.filter((action) => names.conceptOf(action)?.service === undefined);
    assert.deepEqual(missing, []);
  });

  it("that are types, properties, actions and constructs exist", () => {
    const wrong = pages.flatMap((page) =>
      page.terms
        .filter(({ value }) => !exists(facts, value))
        .map(({ value, line }) => `${page.id}:${line} ${value}`),
    );
    assert.deepEqual(wrong, []);
  });
});

/** Calls that AWS checks as the actions they take: no policy can name them. */
const NO_ACTIONS = new Set(["iam:AcquireRole"]);

/** Whether AWS or CDK has what a term names; terms of other forms pass. */
function exists(facts: Facts, term: string): boolean {
  if (NO_ACTIONS.has(term)) return true;
  const type = /^(AWS::\w+::\w+)(?:\.(.+))?$/.exec(term);
  if (type?.[1]) return typeHas(facts, type[1], type[2]?.split("."));
  if (/^(sts|iam|sso|cognito-idp|cognito-identity|organizations|ds|identitystore):[A-Z]\w+$/.test(term))
    return facts.action(term) !== undefined || facts.conditionKey(term) !== undefined;
  if (/^aws-cdk-lib\.aws_(cognito|iam|sso|organizations|identitystore)\.\w+$/.test(term))
    return facts.construct(term) !== undefined;
  return true;
}

function typeHas(facts: Facts, type: string, path: readonly string[] | undefined): boolean {
  const fact = facts.resourceType(type);
  if (!fact || !path) return fact !== undefined;
  return (
    facts.property(type, path) !== undefined || fact.attributes.some(({ name }) => name === path.join("."))
  );
}

describe("CloudFormation excerpts", () => {
  for (const { at, text } of fencesOf("yaml"))
    it(`of ${at} name what CloudFormation has`, () => {
      const doc = parseDocument(text, { logLevel: "silent" });
      assert.deepEqual(doc.errors, []);
      assert.deepEqual(
        entries(doc.contents).flatMap(([id, resource]) => wrongIn(facts, id, resource)),
        [],
      );
    });
});

const entries = (node: unknown): readonly (readonly [string, Node | undefined])[] =>
  isMap(node)
    ? node.items.map((pair) => [String(pair.key), (pair.value ?? undefined) as Node | undefined])
    : [];

const valueAt = (node: Node | undefined, name: string): Node | undefined =>
  entries(node).find(([key]) => key === name)?.[1];

/** What an entry of a template says that isn't so. Types outside identity pass. */
function wrongIn(facts: Facts, id: string, resource: Node | undefined): readonly string[] {
  const kind = valueAt(resource, "Type");
  const type = isScalar(kind) ? String(kind.value) : undefined;
  if (!type || !facts.resourceType(type)) return [];
  return wrongProperties(facts, type, [], valueAt(resource, "Properties")).map((wrong) => `${id}: ${wrong}`);
}

function wrongProperties(
  facts: Facts,
  type: string,
  path: readonly string[],
  node: Node | undefined,
): string[] {
  if (isSeq(node)) return node.items.flatMap((item) => wrongProperties(facts, type, path, item as Node));
  if (isScalar(node) && !node.tag?.startsWith("!")) return wrongValue(facts, type, path, String(node.value));
  if (facts.property(type, path)?.type === "Json" || !isMap(node)) return [];
  return entries(node).flatMap(([key, value]) => {
    const inner = [...path, key];
    const inMap = facts.property(type, path)?.children.length === 0;
    if (path.length > 0 && inMap) return [];
    return facts.property(type, inner)
      ? wrongProperties(facts, type, inner, value)
      : isKeyOfMap(facts, type, path)
        ? []
        : [`no property ${type}.${inner.join(".")}`];
  });
}

const isKeyOfMap = (facts: Facts, type: string, path: readonly string[]): boolean =>
  path.length > 0 && /Map/i.test(facts.property(type, path)?.type ?? "");

function wrongValue(facts: Facts, type: string, path: readonly string[], value: string): string[] {
  const allowed = facts.property(type, path)?.allowed ?? [];
  if (allowed.length === 0 || allowed.includes(value)) return [];
  return [`${type}.${path.join(".")}: ${value} isn't one of ${allowed.join(", ")}`];
}

describe("CDK excerpts", () => {
  for (const { at, text } of fencesOf("ts"))
    it(`of ${at} are TypeScript`, () => {
      const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true });
      assert.deepEqual(
        (diagnostics ?? []).map(({ messageText }) => messageText),
        [],
      );
    });

  it("name constructs that the CDK has", () => {
    const modules = { cognito: "aws_cognito", iam: "aws_iam" } as const;
    const wrong = fencesOf("ts").flatMap(({ at, text }) =>
      [...text.matchAll(/\b(cognito|iam)\.([A-Z]\w+)/g)]
        .map(([, alias, name]) => `aws-cdk-lib.${modules[alias as keyof typeof modules]}.${name}`)
        .filter((fqn) => !facts.construct(fqn))
        .map((fqn) => `${at}: ${fqn}`),
    );
    assert.deepEqual(wrong, []);
  });
});

/** A fact of the study notes, and where it stands in its present form. */
interface Note {
  readonly note: string;
  readonly page: string;
  /** The section's title; empty for the first paragraph. */
  readonly section: string;
  /** Words that must stand there. */
  readonly words?: readonly string[];
}

describe("facts of the study notes", () => {
  const folder = import.meta.dirname;
  for (const file of readdirSync(folder).filter((name) => /^notes-.*\.json$/.test(name)))
    for (const row of JSON.parse(readFileSync(join(folder, file), "utf8")) as Note[])
      it(`${row.note}: ${row.page}`, () => {
        const page = pages.find(({ id }) => id === row.page);
        assert.ok(page, `no page ${row.page}`);
        const text = sectionOf(page, row.section);
        assert.ok(text !== undefined, `no section "${row.section}" in ${row.page}`);
        for (const word of row.words ?? [])
          assert.ok(
            text.toLowerCase().includes(word.toLowerCase()),
            `"${word}" isn't in ${row.page}, ${row.section}`,
          );
      });
});

function sectionOf(page: Page, title: string): string | undefined {
  const parts = page.body.split(/^## /m);
  if (title === "") return parts[0];
  return parts.slice(1).find((part) => part.startsWith(`${title}\n`));
}
