import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fill } from "../../../../../src/core/read/cautions/raise.ts";
import { code, plain } from "../../../../../src/core/text.ts";
import { readPart } from "../../../../support/knowledge.ts";

const root = join(import.meta.dirname, "../../../../..");
const cautions = Object.entries((readPart("authored") as { cautions: Record<string, string[]> }).cautions);
const tests = readdirSync(import.meta.dirname)
  .map((name) => readFileSync(join(import.meta.dirname, name), "utf8"))
  .join("\n");

describe("the words of cautions", () => {
  for (const [id, [, problem, remedy, source, concept]] of cautions)
    it(id, () => {
      assert.match(id, /^[a-z][a-z-]+$/);
      assert.ok(tests.includes(`"${id}"`), "a test raises it");
      assert.match(source ?? "", /^https:\/\/docs\.aws\.amazon\.com\//);
      for (const words of [problem, remedy]) assert.match(words ?? "", /^[^"\n]+\.$|^[^\n]+\.$/);
      if (concept)
        assert.ok(existsSync(join(root, "media", "concepts", `${concept}.md`)), `no page ${concept}`);
    });

  it("take values of the file as they are, never as markup", () => {
    const filled = fill("The `{a}` of {b}.", { a: "x`y", b: [code("`z`")] });
    assert.equal(plain(filled), "The x`y of `z`.");
    assert.deepEqual(
      filled.map((span) => span.style),
      [undefined, "code", undefined, "code", undefined],
    );
  });
});
