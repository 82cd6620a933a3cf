import assert from "node:assert/strict";
import type { Site } from "../../../../src/core/types.ts";
import { locateText, siteIn } from "../../../support/template.ts";

function at<R extends Site["role"]>(marked: string, role: R): Extract<Site, { role: R }> {
  const site = siteIn(marked);
  assert.equal(site?.role, role);
  return site as Extract<Site, { role: R }>;
}

const yaml = (line: string, after = ""): string => `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Pool:
    Type: AWS::Cognito::UserPool
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: a
${line}
      Path: /
${after}  Next:
    Type: AWS::IAM::User
    Properties:
      UserName: b
`;

/** The lines that a person leaves behind while typing. */
const LINES: Record<string, string> = {
  "a key half typed": "      AssumeRol",
  "a key without its colon": "      AssumeRolePolicyDocument",
  "an open quote": '      Description: "a role',
  "an open bracket": "      ManagedPolicyArns: [a,",
  "an open brace": "      Tags: {",
  "a stray tab": "\t      Description: a",
  "one space too many": "       Description: a",
  "two spaces too few": "    Description: a",
  "a dash alone": "      -",
  "a function without its argument": "      Description: !Sub",
  "a colon in a plain text": "      Description: a: b",
  "a tag of a template language": "{% if prod %}",
  "a value of a template language": "      Description: {{ text }}",
};

describe("a broken template", () => {
  for (const [name, line] of Object.entries(LINES)) {
    it(`${name}: the entries around it`, () => {
      const text = yaml(line);
      const { resources } = locateText(text).model();
      assert.deepEqual(
        [...resources].map(([id, { type }]) => [id, type]).filter(([id]) => id !== "Description"),
        [
          ["Pool", "AWS::Cognito::UserPool"],
          ["Role", "AWS::IAM::Role"],
          ["Next", "AWS::IAM::User"],
        ],
      );
      at(text.replace("AWS::Cognito::UserPool", "«AWS::Cognito::UserPool»"), "resourceType");
      assert.deepEqual(at(text.replace("UserName: b", "UserName: «b»"), "value").path, ["UserName"]);
    });
    it(`${name}: the entry itself`, () => {
      const text = yaml(line);
      at(text.replace("AWS::IAM::Role", "«AWS::IAM::Role»"), "resourceType");
      assert.deepEqual(at(text.replace("RoleName: a", "RoleName: «a»"), "value").path, ["RoleName"]);
    });
  }

  it("a key half typed is a place already", () =>
    assert.deepEqual(at(yaml("      «AssumeRol»"), "key").path, ["AssumeRol"]));
  it("a value whose quote is open", () =>
    assert.deepEqual(at(yaml('      Description: "«a role»'), "value").path, ["Description"]));
  it("what stands below a broken line", () =>
    assert.deepEqual(at(yaml("      Description: a: b").replace("Path: /", "«Path»: /"), "key").path, [
      "Path",
    ]));

  describe("what stands below the line keeps its place", () => {
    const trust = (line: string, below = "          Statement:\n"): string =>
      yaml(`${line}\n${below}            - Effect: Allow\n              Action: «sts:AssumeRole»`);
    const lines: Record<string, string> = {
      "an open bracket": "      AssumeRolePolicyDocument: [",
      "an open brace": "      AssumeRolePolicyDocument: {",
      "a closing bracket": "      AssumeRolePolicyDocument: }",
      "no colon": "      AssumeRolePolicyDocument",
      "a quote before the key": '      "AssumeRolePolicyDocument:',
      "a tab before the key": "\t      AssumeRolePolicyDocument:",
    };
    for (const [name, line] of Object.entries(lines))
      it(name, () => {
        const { path, place } = at(trust(line), "policyValue");
        assert.deepEqual([path, place.use], [["Statement", 0, "Action"], "trust"]);
      });
    it("one space too many before the first", () =>
      assert.deepEqual(
        at(yaml("x").replace("      RoleName: a\nx\n      Path", "       RoleName: a\n      «Path»"), "key")
          .path,
        ["Path"],
      ));
    it("a function at the indent of its key", () =>
      at(
        yaml("      PermissionsBoundary:\n      Fn::GetAtt:\n        - «Next»\n        - Arn"),
        "reference",
      ));
    it("the first resource, at the margin", () =>
      at(
        "Resources:\nA:\n    Type: AWS::SQS::Queue\n    Properties: {}\n  R:\n    Type: «AWS::IAM::Role»\n    Properties: {}\n",
        "resourceType",
      ));
    it("a resource whose key has no colon", () =>
      at(yaml("").replace("  Role:", "  Role").replace("RoleName", "«RoleName»"), "key"));
  });

  it("a property beside `Properties`", () => {
    assert.deepEqual(at(yaml("    «Description»: a"), "key").path, ["Description"]);
    at(yaml("    «DeletionPolicy»: Retain"), "attributeKey");
  });

  describe("items and entries beside each other", () => {
    const statements = (lines: string): string =>
      yaml(`      AssumeRolePolicyDocument:\n        Statement:\n${lines.replace(/^/gm, "          ")}`);
    it("entries at the indent of the dash belong to the item above", () => {
      const text = statements(
        "- Sid: A\nEffect: Allow\n  Action: «sts:AssumeRole»\n- Sid: B\n  Effect: Deny",
      );
      assert.deepEqual(at(text, "policyValue").path, ["Statement", 0, "Action"]);
    });
    it("a dash too many makes no list", () => {
      const text = yaml("      - Description: a\n      «ManagedPolicyArns»: []");
      assert.deepEqual(at(text, "key").path, ["ManagedPolicyArns"]);
    });
    it("half of a key changes nothing", () => {
      const text = statements("Pri\n- Effect: Deny\n- Effect: Allow\n  Action: «sts:AssumeRole»");
      assert.deepEqual(at(text, "policyValue").path, ["Statement", 1, "Action"]);
    });
  });

  it("a type whose quote is open, or closed only", () => {
    for (const type of ["'«AWS::IAM::User»", '"«AWS::IAM::User»', "«AWS::IAM::User»'"])
      at(yaml("").replace("AWS::IAM::User", type), "resourceType");
  });

  it("both sides of a conflict of Git", () => {
    const sides = "<<<<<<< HEAD\n      Path: /a\n=======\n      «Description»: b\n>>>>>>> main";
    at(yaml(sides), "key");
    at(yaml(sides.replace(/[«»]/g, "")).replace("AWS::IAM::User", "«AWS::IAM::User»"), "resourceType");
  });

  it("a policy with a broken statement", () => {
    const text = yaml(
      "      AssumeRolePolicyDocument:\n        Statement:\n          - Effect: Allow\n            Princ\n            Action: «sts:AssumeRole»",
    );
    assert.deepEqual(at(text, "policyValue").path, ["Statement", 0, "Action"]);
  });

  describe("the line that names the section", () => {
    for (const line of ["Resources", "Resources: [", "\tResources:", '"Resources:', "{{ resources }}", ""])
      it(JSON.stringify(line), () => {
        const text = yaml("      Description: a").replace("Resources:", line);
        at(text.replace("AWS::IAM::User", "«AWS::IAM::User»"), "resourceType");
        assert.equal(locateText(text).model().resources.get("Role")?.type, "AWS::IAM::Role");
      });
  });

  describe("JSON", () => {
    const json = (line: string): string =>
      `{\n  "Resources": {\n    "Role": {\n      "Type": "AWS::IAM::Role",\n      "Properties": {\n        "RoleName": "a",\n${line}\n        "Path": "/"\n      }\n    },\n    "Next": {\n      "Type": "AWS::IAM::User",\n      "Properties": {\n        "UserName": "b"\n      }\n    }\n  }\n}\n`;
    const lines: Record<string, string> = {
      "a key half typed": '        "Desc',
      "no colon": '        "Description" "a",',
      "no comma": '        "Description": "a"',
      "an open quote": '        "Description": "a,',
      "an open bracket": '        "ManagedPolicyArns": [',
      "an open brace": '        "Tags": {',
      "a bracket too many": "        }",
      "a template tag": "        {{ more }}",
    };
    for (const [name, line] of Object.entries(lines))
      it(name, () => {
        const text = json(line);
        at(text.replace("AWS::IAM::User", "«AWS::IAM::User»"), "resourceType");
        assert.deepEqual(at(text.replace('"b"', '"«b»"'), "value").path, ["UserName"]);
        assert.deepEqual(at(text.replace('"a"', '"«a»"'), "value").path, ["RoleName"]);
      });
    for (const head of ['  "Resources" {', '  "Resour', "  {{ resources }}", '  "Resources":', ""])
      it(`the line that names the section: ${head}`, () => {
        const text = json("").replace('  "Resources": {', head);
        at(text.replace("AWS::IAM::User", "«AWS::IAM::User»"), "resourceType");
      });
    it("sections at different indents", () => {
      const text = `{\n  "Parameters": {\n    "P": {\n      "Type": "String"\n    }\n  },\n${json("").slice(2).replace(/^/gm, "  ")}`;
      at(text.replace("AWS::IAM::User", "«AWS::IAM::User»"), "resourceType");
    });
    it("no comma between properties that open several brackets", () => {
      const text = json(
        '        "Policies": [ {\n          "«PolicyName»": "p"\n          "Path": 1\n        } ],',
      );
      assert.deepEqual(at(text, "key").path, ["Policies", 0, "PolicyName"]);
    });
    it("laid out with tabs", () => {
      const text = json('        "ManagedPolicyArns": [').replaceAll("  ", "\t");
      at(text.replace("AWS::IAM::User", "«AWS::IAM::User»"), "resourceType");
      assert.equal(locateText(text).model().resources.get("Next")?.type, "AWS::IAM::User");
    });
  });

  describe("a policy document", () => {
    const policy = (replaced: string, by: string): string =>
      `{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Action": [\n        "iam:GetRole"\n      ],\n      "Resource": "*"\n    },\n    {\n      "Effect": "Deny",\n      "Action": "«sts:AssumeRole»"\n    }\n  ]\n}\n`.replace(
        replaced,
        by,
      );
    const damages: Record<string, readonly [string, string]> = {
      "a bracket too many": ['17",', '17", }'],
      "a bracket too few": ["      ],\n", ""],
      "an open brace": ['"Resource": "*"', '"Resource": {'],
      "a template tag": ["    },\n    {", "{{ more }}"],
      "no colon before a text": ['"Version": ', '"Version" '],
      "a dash before a statement": ['    {\n      "Effect": "Allow"', '    - {\n      "Effect": "Allow"'],
      "no colon before a list": ['"Statement": [', '"Statement" ['],
      "half of a key between statements": ["    },\n    {", "    },\n    Prin\n    {"],
      "a quote too few": ['"Resource": "*"', '"Resource": "*'],
    };
    for (const [name, [replaced, by]] of Object.entries(damages))
      it(name, () => assert.equal(at(policy(replaced, by), "policyValue").path[2], "Action"));
  });

  it("text that is hostile: deep, long, odd", function () {
    this.timeout(0);
    const deep = "[".repeat(50_000);
    const texts = [
      `AWSTemplateFormatVersion: x\nResources:\n  A: ${deep}\n`,
      `{"AWSTemplateFormatVersion": ${deep}`,
      `AWSTemplateFormatVersion: x\nResources:\n${Array.from({ length: 300 }, (_, i) => `${" ".repeat(i + 1)}a:`).join("\n")}\n`,
      "AWSTemplateFormatVersion: x\nA: &a [*a, *a]\nResources:\n  B: *a\n",
      `AWSTemplateFormatVersion: x\nResources:\n  __proto__:\n    Type: AWS::IAM::Role\n  constructor:\n    Type: AWS::IAM::Role\n`,
    ];
    const repeated = [`  A: 'a\n`, "  A: [a\n", "  A: {\n", "# x\n", "Resources\n"];
    for (const tag of ["{%", "{#", "{{/*", "{{ if ", "{{a}}", "  {{a"])
      repeated.push(tag.repeat(200), `${tag}\n`);
    for (const line of repeated) texts.push(`AWSTemplateFormatVersion: x\nResources:\n${line.repeat(500)}`);
    for (const text of texts) {
      const located = locateText(text);
      for (const site of located.sites()) assert.ok(site.range.end <= text.length);
      located.model();
    }
  });
});
