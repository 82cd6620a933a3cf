import assert from "node:assert/strict";
import { createReference } from "../../../src/reference/reference.ts";
import { loadKnowledge } from "../../support/knowledge.ts";

const names = {
  terms: () => ({}),
  constructsByType: async () => new Map(),
  types: [],
  constructs: async () => [],
  snippets: async () => [],
  words: () => [],
};

/** A reference whose files give these texts in turn, and what it read. */
function reading(...texts: readonly (string | undefined)[]) {
  const read: string[] = [];
  const reference = createReference(loadKnowledge(), names, async (path) => {
    read.push(path);
    return texts[read.length - 1];
  });
  const role = () => reference.page({ kind: "concept", id: "iam/role" }, { examTips: true });
  return { read, role };
}

const body = JSON.stringify({ "iam/role": "What a role is." });

describe("a page of the reference", () => {
  it("is read once, however often it is opened", async () => {
    const { read, role } = reading(body);
    await Promise.all([role(), role()]);
    assert.match((await role())?.html ?? "", /What a role is/);
    assert.deepEqual(read, ["dist/pages/iam.json"]);
  });

  it("that couldn't be read is missing, until it can be", async () => {
    const { role } = reading(undefined, body);
    assert.equal(await role(), undefined);
    assert.match((await role())?.html ?? "", /What a role is/);
  });
});
