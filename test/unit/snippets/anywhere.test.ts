import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { parseDocument } from "yaml";
import { fill } from "../../../src/core/snippets/fill.ts";
import { insertionFor } from "../../../src/core/snippets/insert.ts";
import { placeAt } from "../../../src/core/snippets/place.ts";
import { preview } from "../../../src/core/snippets/preview.ts";
import type { Insertion, SetupIndex, SnippetLanguage } from "../../../src/core/snippets/setups.ts";

const root = join(import.meta.dirname, "../../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const index = JSON.parse(read("snippets/index.json")) as SetupIndex;
const title = "EC2 role with instance profile";
const setup = index.setups.find((one) => one.title === title);
assert.ok(setup);
const added = ["ServerInstanceProfile", "ServerRole"];

const bodyIn = (language: string): readonly string[] =>
  (
    JSON.parse(read(`snippets/${language === "javascript" ? "typescript" : language}.json`)) as Record<
      string,
      { body: string[] }
    >
  )[title]?.body ?? [];

const applied = (text: string, { range, snippet, edits }: Insertion): string =>
  [...edits, { range, text: preview(snippet.split("\n")) }]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce((out, edit) => out.slice(0, edit.range.start) + edit.text + out.slice(edit.range.end), text);

/** Names of a template's resources, in order; throws where it doesn't parse. */
function resources(text: string): string[] {
  const doc = parseDocument(text, { logLevel: "silent", uniqueKeys: true });
  assert.deepEqual(
    doc.errors.map(({ message }) => message),
    [],
    text,
  );
  return Object.keys((doc.toJS() as { Resources: object }).Resources);
}

/** Syntax errors of a TypeScript or JavaScript text. */
const syntaxErrors = (text: string): readonly string[] =>
  (ts.transpileModule(text, { reportDiagnostics: true }).diagnostics ?? []).map(({ messageText }) =>
    String(messageText),
  );

/** All that an insertion may do in a file: asked for at each offset, and typed where that is possible. */
function* insertions(language: SnippetLanguage, text: string, step: number): Generator<[number, Insertion]> {
  const body = bodyIn(language);
  for (let offset = 0; offset <= text.length; offset += step) {
    const doc = { uri: "file:///t", languageId: language, version: 1, text };
    assert.ok(setup);
    const asked = insertionFor(doc, language, offset, 2, setup, body);
    if (asked) yield [offset, asked];
    const place = placeAt(doc, language, offset, 2);
    if (place) yield [offset, fill(setup, body, place, text, language)];
  }
}

describe("a snippet asked for from anywhere", function () {
  this.timeout(30_000);

  for (const [language, file] of [
    ["yaml", "template.yaml"],
    ["yaml", "sam.yaml"],
    ["json", "template.json"],
  ] as const)
    it(`leaves ${file} a template, with its resources and two more`, () => {
      const text = read(`test/workspace/${file}`);
      const before = [...resources(text), ...added].sort();
      let count = 0;
      const seen = new Set<string>();
      for (const [offset, insertion] of insertions(language, text, 3)) {
        const key = JSON.stringify([insertion.range, insertion.snippet.slice(0, 40)]);
        count++;
        if (seen.has(key)) continue;
        seen.add(key);
        assert.deepEqual(resources(applied(text, insertion)).sort(), before, `at ${offset}`);
      }
      assert.ok(count > 100 && seen.size > 2, `${count} insertions at ${seen.size} places`);
    });

  for (const [language, file] of [
    ["typescript", "identity-stack.ts"],
    ["javascript", "identity-stack.js"],
  ] as const)
    it(`leaves ${file} without an error of syntax`, () => {
      const text = read(`test/workspace/cdk/${file}`);
      assert.deepEqual(syntaxErrors(text), []);
      const seen = new Set<string>();
      for (const [offset, insertion] of insertions(language, text, 5)) {
        const made = applied(text, insertion);
        if (seen.has(made)) continue;
        seen.add(made);
        assert.deepEqual(syntaxErrors(made), [], `at ${offset}`);
        assert.match(made, /new iam\.InstanceProfile\(this, 'ServerInstanceProfile'/);
      }
      assert.ok(seen.size > 0);
    });

  it("never throws in broken text", () => {
    for (const [language, file] of [
      ["yaml", "template.yaml"],
      ["json", "template.json"],
      ["typescript", "cdk/identity-stack.ts"],
      ["python", "cdk/identity_stack.py"],
      ["java", "cdk/IdentityStack.java"],
      ["csharp", "cdk/IdentityStack.cs"],
      ["go", "cdk/identity_stack.go"],
    ] as const) {
      const text = read(`test/workspace/${file}`).slice(0, 1_500);
      for (let cut = 0; cut < text.length; cut += 61)
        for (const broken of [text.slice(0, cut), text.slice(cut), text.slice(0, cut) + text.slice(cut + 17)])
          for (const [, insertion] of insertions(language, broken, 97))
            assert.ok(insertion.range.end <= broken.length && insertion.range.start <= insertion.range.end);
    }
  });
});
