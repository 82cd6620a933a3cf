import assert from "node:assert/strict";
import type { PolicyUse, Site } from "../../../../src/core/types.ts";
import { siteIn } from "../../../support/template.ts";

function at<R extends Site["role"]>(marked: string, role: R): Extract<Site, { role: R }> {
  const site = siteIn(marked);
  assert.equal(site?.role, role);
  return site as Extract<Site, { role: R }>;
}

/** A resource whose property holds a document of one statement, with the marked line in it. */
const resource = (type: string, above: string, line: string): string =>
  `Resources:\n  X:\n    Type: ${type}\n    Properties:\n      ${above}\n        Version: "2012-10-17"\n        Statement:\n          - Effect: Allow\n            ${line}\n`;

const trust = (line: string): string => resource("AWS::IAM::Role", "AssumeRolePolicyDocument:", line);

describe("sites in policy documents", () => {
  it("keys and values, by their path from the document", () => {
    const paths: readonly (readonly [string, "policyKey" | "policyValue", readonly (string | number)[]])[] = [
      ["«Action»: sts:AssumeRole", "policyKey", ["Statement", 0, "Action"]],
      ["Action: «sts:AssumeRole»", "policyValue", ["Statement", 0, "Action"]],
      ["Action: [a:B, «sts:AssumeRole»]", "policyValue", ["Statement", 0, "Action", 1]],
      ["NotAction: «iam:*»", "policyValue", ["Statement", 0, "NotAction"]],
      ['Principal: "«*»"', "policyValue", ["Statement", 0, "Principal"]],
      ["Principal: {«Service»: x}", "policyKey", ["Statement", 0, "Principal", "Service"]],
      [
        "Principal: {Service: «lambda.amazonaws.com»}",
        "policyValue",
        ["Statement", 0, "Principal", "Service"],
      ],
      [
        "Condition: {«StringEqualsIfExists»: {a: b}}",
        "policyKey",
        ["Statement", 0, "Condition", "StringEqualsIfExists"],
      ],
      [
        'Condition: {Bool: {"«aws:SecureTransport»": true}}',
        "policyKey",
        ["Statement", 0, "Condition", "Bool", "aws:SecureTransport"],
      ],
      ["Condition: {Bool: {a: [«true»]}}", "policyValue", ["Statement", 0, "Condition", "Bool", "a", 0]],
      ["Sid: «Here»", "policyValue", ["Statement", 0, "Sid"]],
    ];
    for (const [line, role, path] of paths) assert.deepEqual(at(trust(line), role).path, path, line);
  });

  it("a single statement counts as the first of a list", () => {
    const text =
      "Resources:\n  X:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n        Statement:\n          Effect: Allow\n          Action: «sts:AssumeRole»\n";
    const { path, place } = at(text, "policyValue");
    assert.deepEqual([path, place.statementIndex], [["Statement", 0, "Action"], 0]);
  });

  it("statements behind `Fn::If`", () => {
    const text = trust("Action: x").replace(
      "          - Effect: Allow\n            Action: x\n",
      "          - !If\n            - C\n            - Effect: Deny\n              Action: «iam:*»\n            - !Ref AWS::NoValue\n",
    );
    assert.deepEqual(at(text, "policyValue").path, ["Statement", 0, "Action"]);
  });

  it("a reference in a document leads out of it", () =>
    assert.equal(at(trust("Principal: {AWS: !GetAtt «X».Arn}"), "reference").target, "X"));

  it("what the document is for", () => {
    const uses: readonly (readonly [string, string, PolicyUse])[] = [
      ["AWS::IAM::Role", "AssumeRolePolicyDocument:", "trust"],
      ["AWS::IAM::ManagedPolicy", "PolicyDocument:", "identity"],
      ["AWS::SSO::PermissionSet", "InlinePolicy:", "identity"],
      ["AWS::KMS::Key", "KeyPolicy:", "resource"],
      ["AWS::S3::BucketPolicy", "PolicyDocument:", "resource"],
      ["AWS::SQS::QueuePolicy", "PolicyDocument:", "resource"],
      ["AWS::Organizations::Policy", "Type: SERVICE_CONTROL_POLICY\n      Content:", "scp"],
      ["AWS::Organizations::Policy", "Type: RESOURCE_CONTROL_POLICY\n      Content:", "rcp"],
      ["Custom::Thing", "Anything:", "unknown"],
    ];
    for (const [type, above, use] of uses)
      assert.equal(at(resource(type, above, "Action: «sts:AssumeRole»"), "policyValue").place.use, use, type);
  });

  it("a property that is called like an element is none", () => {
    const text =
      "Resources:\n  X:\n    Type: AWS::Lambda::LayerVersionPermission\n    Properties:\n      Action: «lambda:GetLayerVersion»\n      Principal: '*'\n";
    at(text, "value");
  });

  it("a function's permission is a statement in properties", () => {
    const text = (principal: string) =>
      `Resources:\n  X:\n    Type: AWS::Lambda::Permission\n    Properties:\n      Action: lambda:InvokeFunction\n      Principal: ${principal}\n      FunctionName: f\n`;
    const path = (principal: string) => at(text(principal), "policyValue").path.slice(2);
    assert.deepEqual(path("«s3.amazonaws.com»"), ["Principal", "Service"]);
    assert.deepEqual(path('!Sub "«sns.${AWS::URLSuffix}»"'), ["Principal", "Service"]);
    assert.deepEqual(path("«arn:aws:iam::111122223333:user/j.doe»"), ["Principal", "AWS"]);
    assert.deepEqual(path("'«*»'"), ["Principal"]);
    at(text("x").replace("Action", "«Action»"), "key");
  });

  it("a statement that is a property's value", () => {
    const text =
      "Resources:\n  X:\n    Type: AWS::Events::EventBusPolicy\n    Properties:\n      Statement:\n        Effect: Allow\n        Principal: '*'\n        Action: «events:PutEvents»\n";
    assert.deepEqual(at(text, "policyValue").path, ["Statement", 0, "Action"]);
  });

  describe("as JSON text", () => {
    const json =
      '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "«sts:AssumeRole»"}]}';
    const over = json.replaceAll(", ", ",\n          ");
    const set = (value: string) =>
      `Resources:\n  X:\n    Type: AWS::SSO::PermissionSet\n    Properties:\n      InlinePolicy: ${value}\n`;
    const forms: Record<string, string> = {
      "in single quotes": `'${json}'`,
      "in double quotes": `"${json.replaceAll('"', '\\"')}"`,
      "in a literal block": `|\n          ${over}`,
      "in a folded block": `>-\n          ${over}`,
      "in a block of Fn::Sub": `!Sub |\n          ${over}`,
      "in Fn::Sub with variables": `!Sub\n        - '${json}'\n        - {A: b}`,
      "in quotes over lines": `'${over}'`,
    };
    for (const [name, value] of Object.entries(forms))
      it(name, () => {
        const { path, place } = at(set(value), "policyValue");
        assert.deepEqual([path, place.use], [["Statement", 0, "Action"], "identity"]);
      });
    it("in JSON", () => {
      const text = `{"Resources": {"X": {"Type": "AWS::SSO::PermissionSet", "Properties": {"InlinePolicy": "${json.replaceAll('"', '\\"')}"}}}}`;
      assert.deepEqual(at(text, "policyValue").path, ["Statement", 0, "Action"]);
    });
    it("its variables lead on", () => {
      const text = set('!Sub |\n          {"Statement": [{"Effect": "Allow", "Resource": "${«X».Arn}"}]}');
      assert.equal(at(text, "reference").target, "X");
    });
    it("but not JSON that is no policy", () => at(set(`'«{"a": "Statement"}»'`), "value"));
    it("through Fn::ToJsonString", () => {
      const text = set(
        "!ToJsonString\n        Statement:\n          - Effect: Allow\n            Action: «s3:*»",
      );
      assert.deepEqual(at(text, "policyValue").path, ["Statement", 0, "Action"]);
    });
  });

  describe("a file that is a policy", () => {
    const file = (statement: string) =>
      `{\n  "Version": "2012-10-17",\n  "Statement": [\n    ${statement}\n  ]\n}\n`;
    it("values, with no owner", () => {
      const { path, place } = at(file('{ "Effect": "Allow", "Action": "«iam:*»" }'), "policyValue");
      assert.deepEqual([path, place.use, place.owner], [["Statement", 0, "Action"], "unknown", undefined]);
    });
    it("what its principal tells", () => {
      const use = (action: string) =>
        at(file(`{ "Effect": "Allow", "Principal": "*", "Action": "«${action}»" }`), "policyValue").place.use;
      assert.equal(use("sts:AssumeRole"), "trust");
      assert.equal(use("s3:GetObject"), "resource");
    });
  });
});
