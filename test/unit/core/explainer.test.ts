import assert from "node:assert/strict";
import { createExplainer } from "../../../src/core/explainer.ts";
import { hover, marked } from "../../support/explain.ts";
import { loadCdkData, loadKnowledge } from "../../support/knowledge.ts";

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
    ["2012-10-17", "2012-10-17", "2012-10-17"],
    ["Statement", "Statement", "Statement"],
    ["Allow", "Allow", "Allow"],
    ["Principal", "Principal", "Principal"],
    ["Service", "Service", "Service"],
    ["StringEquals", "StringEquals", "StringEquals"],
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

  it("warns at the very place inside a policy, and nowhere else in it", async () => {
    const open = ROLE.replace("{ Service: lambda.amazonaws.com }", '{ AWS: "*" }').replace(
      / {12}Condition:[\s\S]*AccountId\n/,
      "",
    );
    assert.ok((await hover("yaml", at(open, '"*"')))?.cautions.length);
    assert.deepEqual((await hover("yaml", at(open, "Allow")))?.cautions, []);
    assert.deepEqual((await hover("yaml", at(ROLE, "lambda.amazonaws.com")))?.cautions, []);
  });

  it("does not say that a key of a service we know little of is unknown", async () => {
    const keyed = (key: string) => at(ROLE.replace("aws:SourceAccount", key), key);
    assert.match((await hover("yaml", keyed("ram:Principal")))?.words.meaning ?? "", /of the service ram/);
    assert.match(
      (await hover("yaml", keyed("aws:NoSuchKey")))?.words.meaning ?? "",
      /lists no global condition key/,
    );
  });

  it("tells an intrinsic that leads to identity or gives a principal, and keeps silent on others", async () => {
    assert.equal((await hover("yaml", at(ROLE, "!GetAtt")))?.about, "AWS::IAM::Role.Arn");
    const bucket = `${ROLE}  B:\n    Type: AWS::S3::Bucket\n    Properties: { BucketName: !Ref AWS::StackName }\n`;
    assert.equal(await hover("yaml", at(bucket, "!Ref AWS::StackName")), undefined);
  });

  it("keeps silent on what is no part of a principal", async () => {
    const value = (function_: string) =>
      ROLE.replace("{ Service: lambda.amazonaws.com }", `{ AWS: ${function_} }`);
    const split = value("!Select [1, !Split [':', !Ref AWS::StackName]]");
    for (const part of ["[1,", "':'"]) assert.equal(await hover("yaml", at(split, part)), undefined, part);
    const branches = value("!If [X, !Ref AWS::AccountId, !Ref AWS::NoValue]");
    assert.equal(await hover("yaml", at(branches, "AWS::NoValue")), undefined);
    assert.ok(await hover("yaml", at(branches, "AWS::AccountId")));
  });

  it("keeps silent on a service's name with a slip in it", async () => {
    const slip = ROLE.replace("lambda.amazonaws.com", "lambda.amazon.com");
    assert.equal(await hover("yaml", at(slip, "lambda.amazon.com")), undefined);
    assert.doesNotMatch((await hover("yaml", at(slip, "Principal")))?.words.reading ?? "", /AWS Lambda/);
    const alexa = ROLE.replace("lambda.amazonaws.com", "alexa-appkit.amazon.com");
    assert.ok(await hover("yaml", at(alexa, "alexa-appkit.amazon.com")));
  });

  it("tells what a pseudo parameter is in a policy", async () => {
    const principal = ROLE.replace("Service: lambda.amazonaws.com", "AWS: !Ref AWS::AccountId");
    for (const word of ["!Ref", "AWS::AccountId"])
      assert.match(
        (await hover("yaml", at(principal, word)))?.words.meaning ?? "",
        /^Any principal of this account/,
      );
    const joined = ROLE.replace(
      "Service: lambda.amazonaws.com",
      "AWS: !Join ['', ['arn:aws:iam::', !Ref AWS::AccountId, ':role/ci']]",
    );
    assert.match((await hover("yaml", at(joined, "AWS::AccountId")))?.words.meaning ?? "", /the role ci/i);
    assert.match((await hover("yaml", at(ROLE, "!Ref")))?.words.meaning ?? "", /^Holds if/);
  });

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

describe("policy variables", () => {
  const policy = (resource: string) => `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Pool:
    Type: AWS::Cognito::IdentityPool
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: ${resource}
`;

  it("are explained where they stand", async () => {
    const found = await hover(
      "yaml",
      at(policy('"arn:aws:s3:::b/${aws:PrincipalTag/team}/*"'), "PrincipalTag"),
    );
    assert.equal(found?.over, "${aws:PrincipalTag/team}");
  });

  it("are told from references of CloudFormation in the same text", async () => {
    const text = policy('!Sub "arn:aws:s3:::b/${Pool}/${!aws:username}/*"');
    assert.equal((await hover("yaml", at(text, "aws:username")))?.over, "${!aws:username}");
    assert.equal((await hover("yaml", at(text, "{Pool}")))?.about, "AWS::Cognito::IdentityPool");
  });
});

describe("a document", () => {
  const source = (made: string) =>
    marked("typescript", `import { aws_iam as iam } from "aws-cdk-lib";\nnew iam.${made}(this, "X");\n`);
  const aboutIn = async (explainer: ReturnType<typeof createExplainer>, { doc, offset } = source("Ro|le")) =>
    (await explainer.explainAt(doc, offset))?.about;

  it("is read once for all who ask at the same time", async () => {
    let reads = 0;
    const explainer = createExplainer(loadKnowledge(), async () => {
      reads++;
      return loadCdkData();
    });
    const asked = source("Ro|le");
    const answers = [aboutIn(explainer, asked), explainer.outline(asked.doc), explainer.findings(asked.doc)];
    assert.equal((await Promise.all(answers))[0], "aws-cdk-lib.aws_iam.Role");
    assert.equal(reads, 1);
  });

  it("that was closed while it was read is forgotten: opened anew, its versions begin again", async () => {
    const explainer = createExplainer(loadKnowledge(), loadCdkData);
    const role = source("Ro|le");
    const answer = aboutIn(explainer, role);
    explainer.forget(role.doc.uri);
    assert.equal(await answer, "aws-cdk-lib.aws_iam.Role");
    const user = source("Us|er");
    const reopened = { ...user, doc: { ...user.doc, uri: role.doc.uri } };
    assert.equal(await aboutIn(explainer, reopened), "aws-cdk-lib.aws_iam.User");
  });

  it("that could not be read is tried again", async () => {
    let isThere = false;
    const explainer = createExplainer(loadKnowledge(), async () => {
      if (!isThere) throw new Error("not yet");
      return loadCdkData();
    });
    const asked = source("Ro|le");
    await assert.rejects(aboutIn(explainer, asked), /not yet/);
    isThere = true;
    assert.equal(await aboutIn(explainer, asked), "aws-cdk-lib.aws_iam.Role");
  });
});
