import assert from "node:assert/strict";
import { unlessChanged } from "../../../src/editor/unlessChanged.ts";

describe("an answer about a document", () => {
  const opened = () => ({ version: 3, isClosed: false });

  it("is given while the document is as it was asked about", async () => {
    assert.equal(await unlessChanged(opened(), Promise.resolve("answer")), "answer");
  });

  for (const [what, change] of [
    ["edited", { version: 4 }],
    ["closed", { isClosed: true }],
  ] as const)
    it(`is none when the document was ${what} before it came`, async () => {
      const document = opened();
      const answer = unlessChanged(document, Promise.resolve("answer"));
      Object.assign(document, change);
      assert.equal(await answer, undefined);
    });

  it("fails as what was asked fails", async () => {
    await assert.rejects(unlessChanged(opened(), Promise.reject(new Error("broken"))), /broken/);
  });
});
