import assert from "node:assert/strict";
import { findings } from "../../src/core/read/index.ts";
import { plain } from "../../src/core/text.ts";
import { contextOf, HEAD } from "./readings.ts";

/** A text that raises a caution at its `«»`, texts that must not, and texts where something is unknown. */
export interface Case {
  readonly id: string;
  readonly raises: readonly string[];
  readonly right: readonly string[];
  readonly unknown: readonly string[];
}

const found = (text: string) => {
  const context = contextOf(text);
  return findings(context.model, context);
};

/** One test for each text of each case. Texts are whole `Resources` (and other sections). */
export function check(cases: readonly Case[]): void {
  for (const { id, raises, right, unknown } of cases)
    describe(id, () => {
      raises.forEach((marked, i) => {
        it(`is raised${i ? ` (${i + 1})` : ""}`, () => assertRaised(id, marked));
      });
      right.forEach((text, i) => {
        it(`keeps silent where all is right${i ? ` (${i + 1})` : ""}`, () => assertSilent(id, text));
      });
      unknown.forEach((text, i) => {
        it(`keeps silent where a value is unknown${i ? ` (${i + 1})` : ""}`, () => assertSilent(id, text));
      });
    });
}

function assertRaised(id: string, marked: string): void {
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  assert.ok(start >= 0 && end > start, "the text marks a range");
  const text = marked.replace(/[«»]/g, "");
  const of = found(text).filter((one) => one.id === id);
  assert.equal(of.length, 1, `${id} is raised once, among ${found(text).map((one) => one.id)}`);
  const [one] = of;
  assert.ok(one);
  const range = { start: one.range.start - HEAD.length, end: one.range.end - HEAD.length };
  assert.equal(text.slice(range.start, range.end), text.slice(start, end));
  assert.deepEqual(range, { start, end });
  for (const words of [plain(one.problem), plain(one.remedy)])
    assert.doesNotMatch(words, /\{\w+\}|undefined/);
}

const assertSilent = (id: string, text: string): void =>
  assert.deepEqual(
    found(text)
      .map((one) => one.id)
      .filter((other) => other === id),
    [],
  );
