import assert from "node:assert/strict";
import type { Facts } from "../../../src/core/types.ts";
import { hover } from "../../support/explain.ts";
import { loadFacts, readPart } from "../../support/knowledge.ts";

const changes = Object.keys((readPart("authored") as { changes: object }).changes);

describe("what a change means", () => {
  let facts: Facts;
  before(async () => {
    facts = await loadFacts();
  });

  it("is said of properties that there are", () => {
    for (const name of changes) {
      const [type = "", ...path] = name.split(".");
      if (path[0] === "*") assert.ok(facts.resourceType(type), name);
      else assert.ok(facts.property(type, path), name);
    }
  });

  it("stands in the hover beside CloudFormation's word for the update", async () => {
    const told = await hover(
      "yaml",
      "Resources:\n  Ad:\n    Type: AWS::DirectoryService::MicrosoftAD\n    Properties:\n      Edit|ion: Standard\n",
    );
    assert.match(
      told?.markdown ?? "",
      /replacement.*The new directory is empty; joined machines lose their domain\./s,
    );
  });

  it("holds for every property where a type's star says so, and for no other type", () => {
    assert.ok(facts.changeMeaning("AWS::SSO::Assignment", ["TargetId"]));
    assert.equal(facts.changeMeaning("AWS::IAM::Role", ["Tags"]), undefined);
  });
});
