import assert from "node:assert/strict";
import { createTemplateLocator } from "../../../../src/core/template/locate.ts";

describe("a template whose language is changed in the editor", () => {
  it("is read anew, though its text and version are the same", () => {
    const text = "Resources:\n  R:\n    Type: AWS::IAM::Role\n";
    const doc = { uri: "file:///template", languageId: "yaml", version: 1, text };
    const locator = createTemplateLocator();
    const types = (syntax: "yaml" | "json") =>
      [...locator.locate(doc, { kind: "template", syntax }).sites()].filter(
        (site) => site.role === "resourceType",
      ).length;
    assert.equal(types("json"), 0);
    assert.equal(types("yaml"), 1);
  });
});
