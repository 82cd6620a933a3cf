import assert from "node:assert/strict";
import { code, say } from "../../../src/core/text.ts";
import type { Explanation, Rich } from "../../../src/core/types.ts";
import { renderHover } from "../../../src/render/hover.ts";

const saying = (meaning: Rich): string => {
  const e: Explanation = {
    kind: "property",
    title: "T",
    about: "A",
    meaning,
    reading: [],
    facts: [],
    cautions: [],
    concepts: [],
    schemaOnly: false,
    links: [],
    range: { start: 0, end: 1 },
  };
  return renderHover(e).split("\n\n")[1] ?? "";
};
const long = "words ".repeat(69); // 414 of at most 420 characters

describe("what is too long for a hover", () => {
  it("ends after a whole word", () => {
    assert.match(saying(say`${long}more words`), /words more…$/);
    assert.equal(saying(say`short enough.`), "short enough.");
  });

  it("leaves a name out rather than cut it in two", () => {
    assert.match(saying(say`${long}and ${code("application-signals:Batch")}.`), /words and …$/);
  });

  it("is said to go on once only", () => {
    assert.match(saying(say`${long}${code("Aaaaa…")}.`), /words `Aaaaa…`$/);
  });
});
