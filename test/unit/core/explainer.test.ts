import assert from "node:assert/strict";
import { hover } from "../../support/explain.ts";

const ROLE = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
            Condition:
              StringEquals:
                aws:SourceAccount: !Ref AWS::AccountId
      MaxSessionDuration: 43200
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt Role.Arn
`;

/** The text with the cursor in the middle of the first place where `word` stands. */
function at(text: string, word: string): string {
  const middle = text.indexOf(word) + Math.ceil(word.length / 2);
  return `${text.slice(0, middle)}|${text.slice(middle)}`;
}

describe("hovers in a template", () => {
  for (const [word, about, over] of [
    ["AWS::IAM::Role", "AWS::IAM::Role", "AWS::IAM::Role"],
    ["AssumeRolePolicyDocument", "AWS::IAM::Role.AssumeRolePolicyDocument", "AssumeRolePolicyDocument"],
    ["lambda.amazonaws.com", "lambda.amazonaws.com", "lambda.amazonaws.com"],
    ["sts:AssumeRole", "sts:AssumeRole", "sts:AssumeRole"],
    ["aws:SourceAccount", "aws:SourceAccount", "aws:SourceAccount"],
    ["43200", "AWS::IAM::Role.MaxSessionDuration: 43200", "43200"],
    [
      "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
      "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
      undefined,
    ],
    ["Role.Arn", "AWS::IAM::Role.Arn", undefined],
  ] as const) {
    it(`explains ${word}`, async () => {
      const found = await hover("yaml", at(ROLE, word));
      assert.equal(found?.about, about);
      if (over !== undefined) assert.equal(found?.over, over);
    });
  }

  it("is silent on what isn't identity", async () => {
    assert.equal(await hover("yaml", at(ROLE, "AWS::Lambda::Function")), undefined);
  });

  it("is silent in a file that is no template", async () => {
    assert.equal(
      await hover("yaml", at("kind: Role\nmetadata:\n  name: AWS::IAM::Role\n", "AWS::IAM::Role")),
      undefined,
    );
  });
});
