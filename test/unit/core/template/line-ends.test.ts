import assert from "node:assert/strict";
import { createTemplateLocator } from "../../../../src/core/template/locate.ts";

describe("line ends", () => {
  for (const [name, newline] of [
    ["newlines", "\n"],
    ["carriage returns", "\r\n"],
  ] as const)
    it(`the last value of an entry ends before them: ${name}`, () => {
      const text = [
        "Resources:",
        "  A:",
        "    Type: AWS::IAM::Role",
        "  B:",
        "    Type: AWS::IAM::User",
        "",
      ].join(newline);
      const doc = { uri: "file:///template.yaml", languageId: "yaml", version: 1, text };
      const located = createTemplateLocator().locate(doc, { kind: "template", syntax: "yaml" });
      const types = [...located.sites()].filter((site) => site.role === "resourceType");
      assert.deepEqual(
        types.map(({ range }) => text.slice(range.start, range.end)),
        ["AWS::IAM::Role", "AWS::IAM::User"],
      );
      assert.deepEqual(
        types.map((site) => site.text),
        ["AWS::IAM::Role", "AWS::IAM::User"],
      );
    });
});
