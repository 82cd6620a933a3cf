import assert from "node:assert/strict";
import { fromPage, lastAddress } from "../../../src/editor/reference/messages.ts";

describe("messages of the reference's page", () => {
  for (const message of [
    { type: "ready" },
    { type: "open", address: { kind: "start" } },
    { type: "open", address: { kind: "concept", id: "sts/assume-role", section: "limits-and-defaults" } },
    { type: "open", address: { kind: "action", name: "sts:AssumeRole" } },
    { type: "search", query: "" },
    { type: "insert", text: "x", language: "yaml" },
    { type: "reveal", place: { uri: "file:///a.yaml", start: 0, end: 1 } },
  ])
    it(`takes ${JSON.stringify(message)}`, () => assert.equal(fromPage(message), message));

  for (const message of [
    undefined,
    null,
    "ready",
    {},
    { type: "constructor" },
    { type: "open" },
    { type: "open", address: { kind: "concept" } },
    { type: "open", address: { kind: "concept", id: "a", section: 1 } },
    { type: "open", address: { kind: "file", name: "/etc/passwd" } },
    { type: "search", query: 1 },
    { type: "insert", text: "x" },
    { type: "reveal", place: { uri: "file:///a.yaml", start: "0", end: 1 } },
  ])
    it(`passes over ${JSON.stringify(message)}`, () => assert.equal(fromPage(message), undefined));
});

describe("the page that a view begins with", () => {
  const role = { kind: "concept", id: "iam/role" };

  it("is the one it was left at", () => {
    const state = {
      history: [
        { address: { kind: "start" }, scroll: 0 },
        { address: role, scroll: 9 },
      ],
      at: 1,
    };
    assert.equal(lastAddress(state), role);
  });

  for (const state of [
    undefined,
    {},
    { history: [], at: 0 },
    { history: [{ address: { kind: "x" } }], at: 0 },
    7,
  ])
    it(`is the start page for ${JSON.stringify(state)}`, () =>
      assert.deepEqual(lastAddress(state), { kind: "start" }));
});
