import assert from "node:assert/strict";
import { hover } from "../../../support/explain.ts";

const stackSet = (body: string): string => `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Role:
    Type: AWS::IAM::User
  Members:
    Type: AWS::CloudFormation::StackSet
    Properties:
      StackSetName: members
      TemplateBody: ${body}
`;

const ROLE = `|
        # deployed to every account
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: { Service: ec2.amazonaws.com }
                    Action: sts:AssumeRole
        Outputs:
          Arn:
            Value: !GetAtt Role.Arn`;

const at = (body: string) => hover("yaml", stackSet(body), "^");

const about = async (body: string) => (await at(body))?.about;

describe("a template that stands as a text in another", () => {
  it("answers like any template", async () => {
    assert.equal(await about(ROLE.replace("AWS::IAM", "AWS::I^AM")), "AWS::IAM::Role");
    assert.equal(await about(ROLE.replace("ec2.", "ec2^.")), "ec2.amazonaws.com");
    assert.match(
      (await at(ROLE.replace("Type: AWS", "Type: ^AWS")))?.words.reading ?? "",
      /^EC2 instances with an instance profile of this role/,
    );
  });

  it("has declarations of its own", async () =>
    assert.equal(await about(ROLE.replace("Role.Arn", "Ro^le.Arn")), "AWS::IAM::Role.Arn"));

  it("as the text of `Fn::Sub`, with what that puts in", async () => {
    const sub = `!Sub ${ROLE.replace("ec2.amazonaws.com", '"${Role}"')}`;
    assert.equal(await about(sub.replace("AWS::IAM", "AWS::I^AM")), "AWS::IAM::Role");
    assert.equal(await about(sub.replace("${Role}", "${Ro^le}")), "${Role}");
  });

  it("in JSON", async () => {
    const json = `|\n        { "Resources": { "R": { "Type": "AWS::IAM::R^ole" } } }`;
    assert.equal(await about(json), "AWS::IAM::Role");
  });

  it("but not a program or a description that speaks of one", async () => {
    const program = `|\n        import json\n        Resources: x\n        # Type: AWS::IAM::R^ole`;
    assert.equal(await about(program), undefined);
  });
});
