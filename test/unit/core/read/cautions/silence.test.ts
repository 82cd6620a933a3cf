import assert from "node:assert/strict";
import { isSilenced } from "../../../../../src/core/read/index.ts";

const silenced = (marked: string, id = "trust-anyone") =>
  isSilenced(marked.replace("|", ""), marked.indexOf("|"), id);

describe("comments that silence a caution", () => {
  it("hold on the same line and on the line above", () => {
    assert.ok(silenced('Principal: "|*" # identity-lens: ignore trust-anyone'));
    assert.ok(silenced('# identity-lens: ignore trust-anyone\nPrincipal: "|*"'));
    assert.ok(silenced("  // identity-lens: ignore trust-anyone\n  new iam.|AnyPrincipal()"));
  });
  it("hold above further comment lines", () => {
    assert.ok(silenced('# identity-lens: ignore trust-anyone\n# because it is a test\nPrincipal: "|*"'));
  });
  it("may name several, or none for all", () => {
    assert.ok(silenced('# identity-lens: ignore a, trust-anyone\nPrincipal: "|*"'));
    assert.ok(silenced('# identity-lens: ignore\nPrincipal: "|*"'));
  });
  it("do not hold for another caution, another line or another word", () => {
    assert.ok(!silenced('# identity-lens: ignore other\nPrincipal: "|*"'));
    assert.ok(!silenced('# identity-lens: ignore trust-anyone\nEffect: Allow\nPrincipal: "|*"'));
    assert.ok(!silenced('Principal: "|*"\n# identity-lens: ignore trust-anyone'));
    assert.ok(!silenced('# please ignore trust-anyone\nPrincipal: "|*"'));
  });
  it("stands at the beginning of a file without going wrong", () => {
    assert.ok(!silenced("|Principal"));
    assert.ok(!silenced("|"));
  });
});
