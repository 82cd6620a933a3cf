import assert from "node:assert/strict";
import { silencing } from "../../../src/editor/silencing.ts";
import { marked } from "../../support/explain.ts";

/** The text with the comment that silences a finding at `|`; undefined where none is offered. */
function silenced(languageId: string, text: string): string | undefined {
  const { doc, offset } = marked(languageId, text);
  const edit = silencing(doc, { id: "x", range: { start: offset, end: offset + 1 } });
  return edit && doc.text.slice(0, edit.range.start) + edit.text + doc.text.slice(edit.range.end);
}

describe("the comment that silences a finding", () => {
  it("stands above its line, in the language of the file", () => {
    assert.equal(silenced("yaml", "A:\n  - b: |c\n"), "A:\n  # identity-lens: ignore x\n  - b: c\n");
    assert.equal(silenced("python", "f(\n\ta=|1)\n"), "f(\n\t# identity-lens: ignore x\n\ta=1)\n");
    for (const language of ["typescript", "javascriptreact", "java", "csharp", "go", "jsonc"])
      assert.equal(silenced(language, " a(|b);\n"), " // identity-lens: ignore x\n a(b);\n", language);
  });

  it("is none in JSON", () => {
    assert.equal(silenced("json", '{ "a": "|b" }'), undefined);
    assert.equal(silenced("yaml", '{ "a": "|b" }'), undefined);
  });

  it("becomes no part of a text of several lines", () => {
    const block = (mark: string) =>
      silenced("yaml", `P: ${mark}\n  {\n    "Action": "|*"\n  }\n`)?.includes("ignore");
    assert.equal(block(">-"), undefined);
    assert.equal(block("> # why"), undefined);
    assert.equal(block("!Sub"), true);
    assert.equal(silenced("yaml", "P: >\n  text\nA:\n  - b: |c\n")?.includes("ignore"), true);
    assert.equal(silenced("python", 'p = """{\n  "Action": "|*"\n}"""\n'), undefined);
    assert.equal(silenced("python", 'p = """x"""\nq = |1\n')?.includes("ignore"), true);
    assert.equal(silenced("typescript", 'p(`{\n  "Action": "|*"\n}`);\n'), undefined);
  });
});
