import assert from "node:assert/strict";
import { hover } from "../../../support/explain.ts";

const policy = (statement: string) => `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Partner: { Type: String }
Resources:
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            ${statement}
`;

const meaning = async (statement: string) => (await hover("yaml", policy(statement)))?.words.meaning;

describe("a piece of Fn::Join or Fn::Sub means what the whole means", () => {
  it("names the principal that the pieces make", async () => {
    const joined = 'Principal: { AWS: !Join ["", ["arn:aws:iam::", !Ref Partner, ":ro|ot"]] }';
    assert.equal(
      await meaning(joined),
      "Any principal of the account in parameter Partner that its own administrators allow.",
    );
  });

  it("compares a condition with the whole text", async () => {
    const joined =
      'Condition: { StringEquals: { "kms:ViaService": !Join ["", ["s3.", !Ref "AWS::Region", ".amazon|aws.com"]] } }';
    assert.match((await meaning(joined)) ?? "", /is s3\.\$\{AWS::Region\}\.amazonaws\.com\.$/);
  });

  it("tells the whole resource, not its first letters", async () => {
    const joined = 'Resource: !Join ["", ["arn:aws:s|3:::", !Ref Bucket, "/*"]]';
    assert.equal(await meaning(joined), "Every object of the S3 bucket ${Bucket}.");
    assert.equal(await meaning('Resource: !Join ["", [!Ref Bucket, "/|*"]]'), undefined);
  });

  it("names a choice between references once", async () => {
    const chosen =
      'Resource: !Sub ["arn:aws:s3:::${Name}|/*", { Name: !If [Own, !Ref Partner, !Ref "AWS::StackName"] }]';
    assert.equal(await meaning(chosen), "Every object of the S3 bucket ${Partner or AWS::StackName}.");
  });

  it("takes no variable of the Serverless Framework for one of a policy", async () => {
    const arn = (variable: string) => `Resource: "arn:aws:s3:::b/${variable}/*"`;
    for (const variable of ["${self:custom.x|}", "${aws:account|Id}"])
      assert.match((await meaning(arn(variable))) ?? "", /^The objects/);
    assert.match((await meaning(arn("${aws:user|name}"))) ?? "", /^Filled in when a request is made/);
  });

  it("puts in what Fn::Sub is given", async () => {
    const given = 'Principal: { AWS: !Sub ["arn:aws:iam::${Id}:ro|ot", { Id: "111122223333" }] }';
    assert.match((await meaning(given)) ?? "", /^Any principal of account 1111-2222-3333/);
  });

  it("also where a variable leads to a resource that is none of identity", async () => {
    const text = policy('Resource: !Sub "arn:aws:s3:::${Buck|et}/*"').replace(
      "Resources:\n",
      "Resources:\n  Bucket: { Type: AWS::S3::Bucket }\n",
    );
    assert.equal((await hover("yaml", text))?.words.meaning, "Every object of the S3 bucket ${Bucket}.");
    const role = await hover("yaml", text.replace("AWS::S3::Bucket }", "AWS::IAM::Role }"));
    assert.equal(role?.about, "AWS::IAM::Role");
  });

  it("reads a plain text by itself", async () => {
    assert.match((await meaning('Principal: { AWS: "1111|22223333" }')) ?? "", /^Any principal of account/);
  });
});

describe("ARNs in words", () => {
  for (const [arn, words] of [
    ["arn:aws:s3:::photos", "The S3 bucket photos."],
    ["arn:aws:s3:::photos/*", "Every object of the S3 bucket photos."],
    ["arn:aws:s3:::photos/2026/*", "The objects 2026/* of the S3 bucket photos."],
    ["arn:aws:s3:::*", "Every bucket and object of S3."],
    ["arn:aws:iam::111122223333:role/ops/Audit", "The IAM role ops/Audit in account 111122223333."],
    ["arn:aws:iam::*:role/ci-*", "Every IAM role that matches ci-* in every account."],
    ["arn:aws:iam::*:role/*", "Every IAM role in every account."],
    ["arn:aws:logs:*:*:*", "Everything in logs in every account in every Region."],
    ["arn:aws:sqs:eu-west-1:111122223333:jobs", "jobs of sqs in account 111122223333 in eu-west-1."],
  ] as const) {
    it(arn, async () => {
      assert.equal(await meaning(`Resource: "${arn}|"`), words);
    });
  }

  it("is silent on what is no ARN", async () => {
    assert.equal(await meaning('Resource: "phot|os"'), undefined);
  });
});
