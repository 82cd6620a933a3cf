import assert from "node:assert/strict";
import { createExplainer } from "../../../src/core/explainer.ts";
import { plain } from "../../../src/core/text.ts";
import { linesOf, looksAs } from "../../../src/editor/inThisFile/rows.ts";
import { loadCdkData, loadKnowledge } from "../../support/knowledge.ts";

const TEMPLATE = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Users:
    Type: AWS::Cognito::UserPool
  Worker:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: read-users
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: cognito-idp:ListUsers
                Resource: !GetAtt Users.Arn
  Bucket:
    Type: AWS::S3::Bucket
`;

const explainer = createExplainer(loadKnowledge(), loadCdkData);
let version = 0;
const outline = async (text: string) =>
  (await explainer.outline({ uri: "test:/rows", languageId: "yaml", version: ++version, text })) ?? [];

describe("rows of In This File", () => {
  it("stand by service, roles with their statements below them", async () => {
    const lines = linesOf(await outline(TEMPLATE));
    assert.deepEqual(lines.below(), ["cognito", "iam"]);
    assert.deepEqual(lines.below("iam"), ["iam/AWS::IAM::Role/Worker"]);
    const statements = lines.below("iam/AWS::IAM::Role/Worker").map((key) => lines.get(key));
    const told = statements.map((line) => (line && line.kind !== "service" ? line.row : undefined));
    assert.deepEqual(
      told.map((row) => row?.id),
      ["Trust policy", "read-users"],
    );
    assert.match(plain(told[0]?.summary ?? []), /Lambda/);
    assert.match(plain(told[1]?.summary ?? []), /cognito-idp:ListUsers/);
    assert.match(TEMPLATE.slice(told[1]?.range.start), /^-? ?Effect: Allow\n {16}Action: cognito/);
  });

  it("are drawn again when they look otherwise, not when they only move", async () => {
    const rows = await outline(TEMPLATE);
    assert.equal(looksAs(rows, await outline(TEMPLATE.replace("Resources:", "\n\nResources:"))), true);
    assert.equal(looksAs(rows, await outline(TEMPLATE.replace("lambda.", "ec2."))), false);
    assert.equal(looksAs(rows, []), false);
  });

  it("of 500 resources are there at once, a name that is written twice once", async () => {
    const roles = Array.from(
      { length: 500 },
      (_, i) => `  Role${i % 499}:\n    Type: AWS::IAM::Role\n    Properties: { RoleName: r${i} }\n`,
    );
    const rows = await outline(`Resources:\n${roles.join("")}`);
    const lines = linesOf([...rows, ...rows.slice(0, 1)]);
    assert.equal(lines.below("iam").length, 499);
    assert.equal(new Set(lines.below("iam")).size, 499);
  });
});
