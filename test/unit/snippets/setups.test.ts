import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fill } from "../../../src/core/snippets/fill.ts";
import { placeFor } from "../../../src/core/snippets/place.ts";
import { preview } from "../../../src/core/snippets/preview.ts";
import type { SetupIndex, SnippetLanguage } from "../../../src/core/snippets/setups.ts";

const root = join(import.meta.dirname, "../../..");
const read = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), "utf8")) as T;

type Contributed = Readonly<
  Record<string, { readonly body: readonly string[]; readonly description: string }>
>;
const languages = ["yaml", "json", "typescript", "python", "java", "csharp", "go"] as const;
const index = read<SetupIndex>("snippets/index.json");
const bodies = new Map(
  languages.map((language) => [language, read<Contributed>(`snippets/${language}.json`)]),
);
const bodyOf = (language: SnippetLanguage, title: string): readonly string[] | undefined =>
  bodies.get(language as (typeof languages)[number])?.[title]?.body;

// ---------------------------------------------------------------- facts

interface Property {
  /** `String`, `List of RoleOption`, `Map of RoleMapping`. */
  readonly type: string;
  readonly required?: boolean;
  readonly allowed?: readonly string[];
  readonly of?: string;
}
type Properties = Readonly<Record<string, Property>>;
interface TypeFact {
  readonly properties: Properties;
  readonly definitions?: Readonly<Record<string, Properties>>;
  readonly attributes: object;
}

const facts = new Map<string, TypeFact>(
  readdirSync(join(root, "src/knowledge/generated"))
    .filter((file) => file.startsWith("types-"))
    .flatMap((file) =>
      Object.entries(read<{ types: Record<string, TypeFact> }>(`src/knowledge/generated/${file}`).types),
    ),
);

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Template = Readonly<Record<string, { readonly Type: string; readonly Properties?: Json }>>;

/** Names that a type doesn't have, required ones that are missing, values that AWS doesn't allow. */
function schemaProblems(value: Json, properties: Properties, fact: TypeFact, path: string): string[] {
  if (Array.isArray(value))
    return value.flatMap((item: Json, i) => schemaProblems(item, properties, fact, `${path}[${i}]`));
  if (value === null || typeof value !== "object" || isIntrinsic(value)) return [];
  const given = value as Readonly<Record<string, Json>>;
  const missing = Object.keys(properties).filter((name) => properties[name]?.required && !(name in given));
  return [
    ...missing.map((name) => `${path} lacks ${name}`),
    ...Object.entries(given).flatMap(([name, item]) =>
      propertyProblems(item, properties[name], fact, `${path}.${name}`),
    ),
  ];
}

function propertyProblems(
  value: Json,
  property: Property | undefined,
  fact: TypeFact,
  path: string,
): string[] {
  if (!property) return [`${path} is no property`];
  const wrong = [value]
    .flat()
    .filter((item) => typeof item === "string" && property.allowed && !property.allowed.includes(item));
  const inner = property.of ? fact.definitions?.[property.of] : undefined;
  return [
    ...wrong.map((item) => `${path} can't be ${item}`),
    ...(inner ? schemaProblems(items(value, property), inner, fact, path) : []),
  ];
}

/** The values of a map, whose keys are the template's own. */
const items = (value: Json, { type }: Property): Json =>
  type.startsWith("Map") && value !== null && typeof value === "object" && !isIntrinsic(value)
    ? Object.values(value)
    : value;

const isIntrinsic = (value: object): boolean =>
  Object.keys(value).some((key) => key === "Ref" || key.startsWith("Fn::"));

/** What a template refers to: logical ids, without AWS's own names. */
function* references(value: Json): Generator<string> {
  if (Array.isArray(value)) for (const item of value as readonly Json[]) yield* references(item);
  else if (value !== null && typeof value === "object")
    for (const [key, item] of Object.entries(value as Readonly<Record<string, Json>>)) {
      if (key === "Ref" && typeof item === "string") yield item;
      else if (key === "Fn::GetAtt" && Array.isArray(item)) yield String(item[0]);
      else if (key === "Fn::Sub" && typeof item === "string")
        for (const match of item.matchAll(/\$\{([^!}.]+)[^}]*\}/g)) yield match[1] ?? "";
      else yield* references(item);
    }
}

// ---------------------------------------------------------------- tests

describe("set-ups", () => {
  it("cover the jobs", () => {
    assert.ok(index.setups.length >= 45, `${index.setups.length} set-ups`);
    assert.deepEqual([...new Set(index.setups.map(({ group }) => group))], index.groups);
    assert.equal(new Set(index.setups.map(({ id }) => id)).size, index.setups.length);
  });

  it("are what their sources say", function () {
    this.timeout(20_000);
    const { status, stderr } = spawnSync(process.execPath, [join(root, "scripts/snippets/stale.mjs")], {
      encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
  });

  it("are contributed without a prefix, so that they pollute no other file", () => {
    for (const file of bodies.values())
      for (const [title, snippet] of Object.entries(file))
        assert.deepEqual(Object.keys(snippet), ["body", "description"], title);
  });

  for (const setup of index.setups) {
    it(`${setup.id}: has its page, and a form in every language or a reason`, () => {
      assert.ok(existsSync(join(root, "media/concepts", `${setup.concept}.md`)), `no page ${setup.concept}`);
      if (setup.unavailable !== undefined) {
        assert.ok((setup.instead ?? []).length > 0);
        for (const id of setup.instead ?? [])
          assert.ok(
            index.setups.some((other) => other.id === id && !other.unavailable),
            id,
          );
        return;
      }
      for (const language of setup.imports ? languages : (["yaml", "json"] as const))
        assert.ok(bodyOf(language, setup.title), `none in ${language}`);
    });

    const json = bodyOf("json", setup.title);
    if (json)
      it(`${setup.id}: its template is what AWS's schema allows`, () => {
        const template = JSON.parse(`{${preview(json)}}`) as Template;
        for (const [id, { Type, Properties }] of Object.entries(template)) {
          assert.match(id, new RegExp(`^${setup.name}`), "logical ids begin with the first tab stop");
          const fact = facts.get(Type);
          if (fact) assert.deepEqual(schemaProblems(Properties ?? {}, fact.properties, fact, id), []);
        }
        const known = new Set([...Object.keys(template)]);
        for (const name of references(template as Json))
          assert.ok(name.startsWith("AWS::") || known.has(name), `no ${name}`);
      });

    for (const language of languages) {
      const body = bodyOf(language, setup.title);
      if (!body) continue;
      it(`${setup.id}: twice in one file without a name of the first, ${language}`, () => {
        const once = insertInto(language, empty[language], setup.id);
        const twice = insertInto(language, once, setup.id);
        const name = `${setup.name}2`;
        assert.ok(twice.includes(name), `no ${name} in\n${twice}`);
        if (language === "json")
          assert.equal(
            Object.keys(JSON.parse(twice).Resources).length,
            2 * Object.keys(JSON.parse(once).Resources).length,
          );
      });
    }
  }
});

const empty: Readonly<Record<(typeof languages)[number], string>> = {
  yaml: "",
  json: "",
  typescript:
    "import * as cdk from 'aws-cdk-lib';\nclass S extends cdk.Stack {\n  constructor(scope: Construct, id: string) {\n    super(scope, id);\n  }\n}\n",
  python:
    "import aws_cdk as cdk\nclass S(cdk.Stack):\n    def __init__(self, scope, id):\n        super().__init__(scope, id)\n",
  java: "import software.amazon.awscdk.Stack;\npublic class S extends Stack {\n    public S(Construct scope, String id) {\n        super(scope, id);\n    }\n}\n",
  csharp:
    "using Amazon.CDK;\npublic class S : Stack\n{\n    public S(Construct scope, string id) : base(scope, id)\n    {\n    }\n}\n",
  go: 'package main\n\nimport "github.com/aws/aws-cdk-go/awscdk/v2"\n\nfunc NewS(scope constructs.Construct, id string) awscdk.Stack {\n\tstack := awscdk.NewStack(scope, &id, nil)\n\treturn stack\n}\n',
};

/** A text with a set-up in it, its tab stops at their defaults. */
function insertInto(language: (typeof languages)[number], text: string, id: string): string {
  const setup = index.setups.find((one) => one.id === id);
  assert.ok(setup);
  const doc = { uri: "file:///t", languageId: language, version: 1, text };
  const place = placeFor(doc, language, 0, 2);
  assert.ok(place, `no place in\n${text}`);
  const { range, snippet, edits } = fill(setup, bodyOf(language, setup.title) ?? [], place, text, language);
  return [...edits, { range, text: preview(snippet.split("\n")) }]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce((out, edit) => out.slice(0, edit.range.start) + edit.text + out.slice(edit.range.end), text);
}
