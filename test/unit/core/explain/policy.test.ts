import assert from "node:assert/strict";
import { hover } from "../../../support/explain.ts";

const policy = (version: string, statements: string) =>
  hover("json", `{ "Version": "${version}", "Statement": [${statements}] }`);

const READ = `{ "Effect": "Allow", "Action": "sts:GetCallerIdentity", "Resource": "*" }`;

describe("readings in a policy", () => {
  it("stand beside what says something of the policy, not beside its version", async () => {
    assert.deepEqual((await policy("2012|-10-17", READ))?.reading, []);
    const effect = await policy("2012-10-17", READ.replace("Allow", "Al|low"));
    assert.match(effect?.words.reading ?? "", /^Allows sts:GetCallerIdentity/);
  });

  it("tell a NotResource that leaves nothing from a Resource that is all", async () => {
    const star = (element: string) =>
      policy("2012-10-17", READ.replace('"Resource": "*"', `"${element}": "|*"`));
    assert.match((await star("NotResource"))?.words.meaning ?? "", /about nothing/);
    assert.doesNotMatch((await star("Resource"))?.words.meaning ?? "", /about nothing/);
  });

  it("of a denial say so, and don't leave open whether a part is still allowed", async () => {
    const deny = `{ "Effect": "De|ny", "Principal": "*", "Action": "s3:*", "Resource": "*" }`;
    assert.match(
      (await policy("2012-10-17", deny))?.words.reading ?? "",
      /^Denies everyone every action of s3 \(\d+ actions\) on every resource\.$/,
    );
  });

  it("tell what is short for the parts of the API whose policy it is", async () => {
    const part = (resource: string) =>
      policy("2012-10-17", `{ "Effect": "Deny", "Action": "execute-api:Invoke", "Resource": "${resource}" }`);
    assert.match((await part("execute-|api:/test/GET/pets"))?.words.meaning ?? "", /writes out the full ARN/);
    assert.equal(await part("execute-|api/test"), undefined);
  });

  it("of a claim that AWS may not know don't say that it is tested", async () => {
    const key = "idp.example.com/a:depart|ment";
    const statement = `{ "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "${key}": "x" } } }`;
    assert.match((await policy("2012-10-17", statement))?.words.meaning ?? "", /AWS takes only some claims/);
  });

  it("of a SAM policy template name whose role it becomes a part of", async () => {
    const owner = (type: string) =>
      hover(
        "yaml",
        `Transform: AWS::Serverless-2016-10-31\nResources:\n  S:\n    Type: ${type}\n    Properties:\n      Policies:\n        - Lambda|InvokePolicy: { FunctionName: f }\n`,
      );
    assert.match(JSON.stringify(await owner("AWS::Serverless::StateMachine")), /role of the state machine/);
    assert.match(JSON.stringify(await owner("AWS::Serverless::Function")), /role of the function/);
  });

  it("name some of many principals, and how many there are", async () => {
    const accounts = Array.from({ length: 9 }, (_, i) => `"11112222333${i}"`).join(", ");
    const shared = `{ "Effect": "Al|low", "Principal": { "AWS": [${accounts}] }, "Action": "s3:GetObject", "Resource": "*" }`;
    const reading = (await policy("2012-10-17", shared))?.words.reading ?? "";
    assert.match(reading, /1111-2222-3334 that its own administrators allow and 4 more may do s3:GetObject/);
  });

  it("of an action name the consequences of that action alone", async () => {
    const statement = (actions: string) =>
      policy("2012-10-17", `{ "Effect": "Allow", "Action": [${actions}], "Resource": "*" }`);
    const other = await statement('"cloudfront|:*", "sts:AssumeRole", "iam:PassRole"');
    assert.doesNotMatch(other?.words.reading ?? "", /whoever has it/);
    const own = (await statement('"cloudfront:*", "sts:Assume|Role", "iam:PassRole"'))?.words.reading ?? "";
    assert.match(own, /^sts:AssumeRole: whoever has it can take the temporary credentials of any role/m);
    assert.doesNotMatch(own, /^iam:PassRole:/m);
    const all = await policy("2012-10-17", `{ "Eff|ect": "Allow", "Action": ["sts:*", "iam:PassRole"] }`);
    assert.match(all?.words.reading ?? "", /^iam:PassRole: .*\n.*/m);
  });

  it("are given once where two statements say the same", async () => {
    const found = await hover("json", `{ "Version": "2012-10-17", "State|ment": [${READ}, ${READ}] }`);
    assert.equal(found?.reading.length, 1);
  });
});

describe("keys and values deeper than the policy language goes", () => {
  const app = (principal: string) =>
    hover(
      "typescript",
      `import * as iam from "aws-cdk-lib/aws-iam";
new iam.CfnRole(this, "R", { assumeRolePolicyDocument: { Version: "2012-10-17", Statement: [
  { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: ${principal} } } ] } });`,
    );

  it("are no principals", async () => {
    assert.equal(await app('{ "Fn::Jo|in": ["", ["arn:aws:iam::", ":root"]] }'), undefined);
    assert.equal(await app('{ "Fn::Join": ["", ["arn:aws:iam::", ":ro|ot"]] }'), undefined);
    assert.match((await app('"1111|22223333"'))?.words.meaning ?? "", /^Any principal of account/);
  });
});

describe("regional service principals", () => {
  for (const name of ["logs.eu-west-1.amazonaws.com", "states.us-gov-west-1.amazonaws.com"]) {
    it(name, async () => {
      const statement = `{ "Effect": "Allow", "Principal": { "Service": "${name}|" }, "Action": "sts:AssumeRole" }`;
      assert.match((await policy("2012-10-17", statement))?.words.meaning ?? "", /^The A\w+ [\w ]+ service/);
    });
  }

  it("of a service that isn't known keep their name", async () => {
    const statement = `{ "Effect": "Allow", "Principal": { "Service": "no-such.eu-west-1.amazonaws.com|" }, "Action": "sts:AssumeRole" }`;
    assert.equal(
      (await policy("2012-10-17", statement))?.words.meaning,
      "The service no-such.eu-west-1.amazonaws.com.",
    );
  });
});

describe("texts of CDK source that are written like an action", () => {
  const text = (text: string) =>
    hover(
      "typescript",
      `import * as iam from "aws-cdk-lib/aws-iam";\nconst x = { "${text}": "a" }; f("${text}|");`,
    );

  it("are condition keys where AWS has such a key", async () => {
    const found = await text("s3:DataAccessPointAccount");
    assert.equal(found?.kind, "conditionKey");
    assert.equal((await text("s3:GetObject"))?.kind, "action");
  });

  it("are called unknown only inside a policy", async () => {
    assert.equal(await text("aoss:CreateCollectionItems"), undefined);
    const actions = `import * as iam from "aws-cdk-lib/aws-iam";\nnew iam.PolicyStatement({ actions: ["sts:NoSuch|Action"], resources: ["*"] });`;
    assert.match((await hover("typescript", actions))?.words.meaning ?? "", /^AWS lists no action/);
  });
});

describe("a condition key that AWS lists, but not for identity", () => {
  const compared = (value: string) =>
    policy(
      "2012-10-17",
      `{ "Effect": "Deny", "Action": "x:Y", "Resource": "*", "Condition": { "Bool": { "ram:AllowsExternalPrincipals": ${value} } } }`,
    );
  it("is compared with its value all the same", async () =>
    assert.equal(
      (await compared('"tr|ue"'))?.words.meaning,
      "Holds if ram:AllowsExternalPrincipals is true.",
    ));
});

describe("a policy variable", () => {
  const path = async (variable: string) =>
    (
      await policy(
        "2012-10-17",
        `{ "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::b/\${${variable}}|/*" }`,
      )
    )?.words.meaning;
  it("says what it is filled in with, and when a request has that", async () =>
    assert.match(
      (await path("aws:username")) ?? "",
      /^Filled in when a request is made, with the user's name\. This key is always included .* IAM users\./,
    ));
  it("of another service keeps its name", async () =>
    assert.equal(await path("iot:ClientId"), "Filled in when a request is made, with iot:ClientId."));
  it("but none of the Serverless Framework", async () =>
    assert.doesNotMatch((await path("self:custom.bucket")) ?? "", /Filled in/));
});

describe("every resource", () => {
  const reading = async (type: string, document: string) =>
    (
      await hover(
        "yaml",
        `Resources:\n  X:\n    Type: ${type}\n    Properties:\n      ${document}: { Statement: [{ Effect: All|ow, Principal: "*", Action: "kms:Encrypt", Resource: "*" }] }\n`,
      )
    )?.words.reading;
  it("is the key itself in a key policy", async () =>
    assert.match((await reading("AWS::KMS::Key", "KeyPolicy")) ?? "", /on this key\.$/));
  it("is what the policy is attached to in any resource's policy", async () =>
    assert.match(
      (await reading("AWS::SQS::QueuePolicy", "PolicyDocument")) ?? "",
      /on the resource that has this policy\.$/,
    ));
  it("stays every resource behind a VPC endpoint", async () =>
    assert.match((await reading("AWS::EC2::VPCEndpoint", "PolicyDocument")) ?? "", /on every resource\.$/));
});
