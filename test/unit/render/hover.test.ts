import assert from "node:assert/strict";
import { code, say } from "../../../src/core/text.ts";
import type { Caution, Explanation, Rich } from "../../../src/core/types.ts";
import { renderHover } from "../../../src/render/hover.ts";
import { heightOf } from "../../../src/render/shorten.ts";

const about = (meaning: Rich): Explanation => ({
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
});
const saying = (meaning: Rich): string => renderHover(about(meaning)).split("\n\n")[1] ?? "";
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

describe("what is too tall for a hover", () => {
  const meaning = say`A pool of ${code("x")}. It is more than that.`;
  const reading = (length: number) => say`${"Here it does this. ".repeat(length / 19)}`;
  const facts = ["One", "Two", "Three"].map((label) => ({ label, text: say`${"fact ".repeat(30)}` }));
  const shown = (parts: Partial<Explanation>) => renderHover({ ...about(meaning), ...parts });

  it("keeps the first sentence where it is told what it means here", () => {
    const tall = shown({ reading: [reading(400), reading(400)] });
    assert.match(tall, /A pool of `x`\.\n/);
    assert.doesNotMatch(tall, /more than that/);
    assert.match(shown({ reading: [reading(60)] }), /more than that/);
    assert.match(saying(say`${"Long. ".repeat(60)}Last.`), /Last\.$/);
  });

  it("then does with fewer facts, and never without what it means here and cautions", () => {
    const caution = { severity: "weakens", problem: say`Bad.`, remedy: say`Mend it.` } as Caution;
    const tall = shown({ reading: [reading(190), reading(190), reading(190)], facts, cautions: [caution] });
    assert.ok(heightOf(tall) < 15, tall);
    for (const part of [/\$\(eye\)[^$]*\$\(eye\)[^$]*\$\(eye\)/, /Bad\. Mend it\./]) assert.match(tall, part);
    assert.doesNotMatch(tall, /Three/);
    assert.match(shown({ facts }), /Three/);
  });

  it("keeps the fact that is said in bold, such as a change that is refused", () => {
    const change = { label: "On change", text: [{ text: "refused", style: "strong" }] as const };
    const tall = shown({ reading: [reading(400), reading(400), reading(400)], facts: [...facts, change] });
    assert.match(tall, /On change:\* \*\*refused\*\*/);
    assert.doesNotMatch(tall, /Two|Three/);
    assert.doesNotMatch(renderHover({ ...about(meaning), facts: [change] }, { brief: true }), /On change/);
  });

  it("is counted without the addresses of links", () => {
    assert.equal(heightOf(`[a](https://example.com/${"x".repeat(200)})`), 1);
    assert.equal(heightOf(`${"word ".repeat(20)}\n\nb  \nc`), 4.4);
  });
});
