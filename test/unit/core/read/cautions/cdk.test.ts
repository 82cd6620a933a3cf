import assert from "node:assert/strict";
import { createCdkLocator } from "../../../../../src/core/cdk/locate.ts";
import type { CdkNamesData } from "../../../../../src/core/cdk/names.ts";
import { findings, readResource } from "../../../../../src/core/read/index.ts";
import { plain } from "../../../../../src/core/text.ts";
import { readPart } from "../../../../support/knowledge.ts";
import { someFacts } from "../../../../support/readings.ts";

const locator = createCdkLocator(readPart("cdk-names") as CdkNamesData);
let versions = 0;

function contextOf(body: string) {
  const text = `import { aws_iam as iam, aws_cognito as cognito } from "aws-cdk-lib";\n${body}\n`;
  const dialect = { kind: "cdk", language: "typescript" } as const;
  const doc = { uri: "file:///s.ts", languageId: "typescript", version: ++versions, text };
  return { model: locator.locate(doc, dialect).model(), facts: someFacts, dialect };
}

const ids = (body: string): string[] => {
  const context = contextOf(body);
  return findings(context.model, context).map((one) => one.id);
};

const pool = 'const pool = new cognito.UserPool(this, "P");';

describe("cautions on CDK source", () => {
  it("are raised by what is written", () => {
    assert.deepEqual(ids('new iam.Role(this, "R", { assumedBy: new iam.AnyPrincipal() });'), [
      "trust-anyone",
    ]);
    assert.deepEqual(
      ids(
        'new iam.Role(this, "R", { assumedBy: new iam.FederatedPrincipal("cognito-identity.amazonaws.com", {}, "sts:AssumeRoleWithWebIdentity") });',
      ),
      ["cognito-audience-missing"],
    );
    assert.deepEqual(ids(`${pool} pool.addClient("c", { oAuth: { flows: { implicitCodeGrant: true } } });`), [
      "client-implicit-flow",
    ]);
  });

  it("tell the CDK's own default from what is written", () => {
    assert.deepEqual(ids(`${pool} pool.addClient("c");`), ["client-default-flows"]);
    assert.deepEqual(ids(`${pool} pool.addClient("c", { disableOAuth: true });`), []);
  });

  it("keep silent where props, a spread or an option is not followed", () => {
    for (const body of [
      `${pool} pool.addClient("c", props.client);`,
      `${pool} pool.addClient("c", { ...props.client, generateSecret: false });`,
      `${pool} pool.addClient("c", { oAuth: props.oAuth });`,
      'new cognito.CfnUserPoolClient(this, "c", { ...props.client, userPoolId: "x", allowedOAuthFlows: ["client_credentials"] });',
      'new iam.Role(this, "R", { assumedBy: new iam.AnyPrincipal().withConditions(props.conditions) });',
      'new iam.Role(this, "R", { assumedBy: new iam.ServicePrincipal("scheduler.amazonaws.com", props.options) });',
      'new iam.Role(this, "R", { assumedBy: new iam.WebIdentityPrincipal("cognito-identity.amazonaws.com", { ...props.conditions }) });',
      'new iam.ManagedPolicy(this, "M", { statements: [new iam.PolicyStatement({ actions: ["iam:PassRole"], resources: ["*"], ...props.more })] });',
    ])
      assert.deepEqual(ids(body), [], body);
  });

  it("keep silent on what constructs make by themselves", () => {
    assert.deepEqual(
      ids(
        'new cognito.UserPool(this, "P", { mfa: cognito.Mfa.REQUIRED, mfaSecondFactor: { sms: true, otp: false } });',
      ),
      [],
    );
  });
});

describe("readings of CDK source", () => {
  it("say what they leave out", () => {
    const context = contextOf(
      'const pool = new cognito.UserPool(this, "P", { ...props.pool, selfSignUpEnabled: true });',
    );
    const resource = context.model.resources.get("pool");
    assert.ok(resource);
    assert.match(
      plain(readResource(resource, context)[0] ?? []),
      /^Apart from what props\.pool sets: people sign in with a username; anyone may sign up\.$/i,
    );
  });
});
