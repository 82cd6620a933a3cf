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

  it("of a denial say so, and don't leave open whether a part is still allowed", async () => {
    const deny = `{ "Effect": "De|ny", "Principal": "*", "Action": "s3:*", "Resource": "*" }`;
    assert.match(
      (await policy("2012-10-17", deny))?.words.reading ?? "",
      /^Denies anyone in any AWS account every action of s3 \(\d+ actions\) on every resource\.$/,
    );
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
