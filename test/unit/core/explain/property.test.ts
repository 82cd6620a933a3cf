import assert from "node:assert/strict";
import { hover } from "../../../support/explain.ts";

const inPool = (type: string, lines: string) =>
  hover(
    "yaml",
    `AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  X:\n    Type: ${type}\n    Properties:\n${lines}`,
  );

describe("properties", () => {
  it("name what they hold instead of AWS's name for it", async () => {
    const found = await inPool("AWS::Cognito::UserPool", "      Lambda|Config: {}\n");
    assert.match(found?.markdown ?? "", /\*Holds:\* `CreateAuthChallenge`/);
  });

  it("that are required don't say so of what they hold", async () => {
    const found = await inPool("AWS::EKS::AccessEntry", "      AccessPolicies: [{ Access|Scope: {} }]\n");
    assert.match(found?.markdown ?? "", /\*Required, holds:\* `Namespaces`, `Type`/);
  });

  it("show the pattern of their text as code", async () => {
    const found = await inPool("AWS::VerifiedPermissions::PolicyTemplate", "      PolicyStore|Id: a\n");
    assert.match(found?.markdown ?? "", /matches `\^\[a-zA-Z0-9-]\*\$`/);
  });

  it("do not say in other words what their name says", async () => {
    const path = "      Policies: { PasswordPolicy: { TemporaryPasswordValidity|Days: 7 } }\n";
    assert.equal((await inPool("AWS::Cognito::UserPool", path))?.words.reading, "");
  });

  it("do not say of a text that it is a String", async () => {
    const found = await inPool("AWS::Cognito::UserPool", "      UserPool|Name: a\n");
    assert.ok(found);
    assert.doesNotMatch(found.markdown, /String/);
  });

  it("that are keys of a map have meanings of their own", async () => {
    const type = "AWS::Cognito::IdentityPoolRoleAttachment";
    const guests = await inPool(type, "      Roles:\n        unauth|enticated: a\n");
    assert.match(guests?.words.meaning ?? "", /^The role, by ARN, whose credentials guests/);
    const other = await inPool(type, "      Roles:\n        some|thing: a\n");
    assert.match(other?.words.meaning ?? "", /^The pool's default roles/);
  });
});

describe("values", () => {
  it("of a switch say what is switched", async () => {
    const line = (value: string) =>
      `      AdminCreateUserConfig:\n        AllowAdminCreateUserOnly: ${value}\n`;
    const closed = await inPool("AWS::Cognito::UserPool", line("tr|ue"));
    assert.equal(closed?.words.meaning, "Nobody can sign up; only administrators make users.");
    const open = await inPool("AWS::Cognito::UserPool", line("fal|se"));
    assert.equal(open?.words.meaning, "Anyone can sign up.");
  });

  it("know the audience sts.amazonaws.com, which is no provider", async () => {
    const found = await inPool("AWS::IAM::OIDCProvider", "      ClientIdList: [sts.amaz|onaws.com]\n");
    assert.match(found?.words.meaning ?? "", /^The audience/);
    assert.equal(await inPool("AWS::IAM::OIDCProvider", "      ClientIdList: [my-|app]\n"), undefined);
  });
});

describe("what identity has to do with other resources", () => {
  const statement = "{ Effect: Allow, Principal: '*', Action: sqs:SendMessage, Resource: '*' }";

  it("the property that holds the resource's policy reads it out", async () => {
    const found = await inPool(
      "AWS::SQS::QueuePolicy",
      `      Policy|Document: { Statement: [${statement}] }\n`,
    );
    assert.equal(found?.about, "AWS::SQS::QueuePolicy.PolicyDocument");
    assert.match(found.words.reading, /^Everyone may do sqs:SendMessage/);
    assert.equal(
      await inPool("AWS::WAFv2::WebACL", "      Ru|le: { Statement: [{ GeoMatch: x }] }\n"),
      undefined,
    );
  });

  it("a statement that stands without a document has its key", async () => {
    const found = await inPool("AWS::Events::EventBusPolicy", `      State|ment: ${statement}\n`);
    assert.equal(found?.about, "Statement");
    assert.equal(await inPool("AWS::WAFv2::WebACL", "      State|ment: { GeoMatch: x }\n"), undefined);
  });

  it("a function's permission is read like the statement that it is", async () => {
    const lines = (principal: string) =>
      `      Action: lambda:InvokeFunction\n      FunctionName: !Ref Fn\n      Principal: ${principal}\n      SourceAccount: !Ref AWS::AccountId\n`;
    assert.match(
      (await inPool("AWS::Lambda::Permission", lines("s3.amazon|aws.com")))?.words.reading ?? "",
      /^The Amazon S3 service .* may do lambda:InvokeFunction on .*Fn.*, only if .* is this account\.$/,
    );
  });

  it("properties that name a service or an account", async () => {
    const who = async (type: string, line: string) => (await inPool(type, `      ${line}\n`))?.words.meaning;
    assert.match(
      (await who("AWS::IAM::ServiceLinkedRole", "AWSServiceName: elastic|beanstalk.amazonaws.com")) ?? "",
      /Elastic Beanstalk service/,
    );
    assert.match(
      (await who("AWS::EC2::VPCEndpointServicePermissions", "AllowedPrincipals: [app|flow.amazonaws.com]")) ??
        "",
      /AppFlow service/,
    );
    assert.match(
      (await who("AWS::Lambda::Permission", 'Principal: "1111|22223333"')) ?? "",
      /^Any principal of account/,
    );
    assert.equal(await who("AWS::Events::Rule", "EventPattern: { source: [s3.amazon|aws.com] }"), undefined);
  });
});

describe("links of properties", () => {
  const BOOK = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/";
  const linkOf = async (lines: string) =>
    (await inPool("AWS::Cognito::UserPool", lines))?.links[0]?.url.replace(BOOK, "");

  it("lead to the property, of a definition on the definition's page", async () => {
    assert.equal(
      await linkOf("      Mfa|Configuration: 'OFF'"),
      "aws-resource-cognito-userpool.html#cfn-cognito-userpool-mfaconfiguration",
    );
    assert.equal(
      await linkOf("      Policies: { PasswordPolicy: { Minimum|Length: 12 } }"),
      "aws-properties-cognito-userpool-passwordpolicy.html#cfn-cognito-userpool-passwordpolicy-minimumlength",
    );
  });
});

describe("booleans", () => {
  for (const written of ["true", "True", "TRUE"])
    it(`mean the same as ${written}`, async () => {
      const found = await inPool("AWS::Cognito::UserPoolClient", `      GenerateSecret: |${written}\n`);
      assert.equal(found?.about, "AWS::Cognito::UserPoolClient.GenerateSecret: true");
    });
});
