import assert from "node:assert/strict";
import { hover } from "../../../support/explain.ts";

const template = (body: string) =>
  `Transform: AWS::Serverless-2016-10-31\nResources:\n  Api:\n    Type: AWS::Serverless::Api\n    Properties:\n${body}`;

describe("SAM's words for identity", () => {
  for (const [word, body] of [
    ["Auth", "      Au|th:\n        DefaultAuthorizer: Pool\n"],
    ["DefaultAuthorizer", "      Auth:\n        Default|Authorizer: Pool\n"],
    ["Authorizers", "      Auth:\n        Autho|rizers:\n          Pool: {UserPoolArn: x}\n"],
    ["UserPoolArn", "      Auth:\n        Authorizers:\n          Pool:\n            UserPool|Arn: x\n"],
  ] as const) {
    it(`explains ${word} of an API`, async () => {
      const found = await hover("yaml", template(body));
      assert.equal(found?.about, `AWS::Serverless::Api.${word}`);
      assert.equal(found?.over, word);
      assert.equal(found?.concepts[0]?.id, "cognito/api-authorizers");
    });
  }

  it("explains a managed policy by bare name, of a function and of a state machine", async () => {
    for (const type of ["Function", "StateMachine"]) {
      const text = template("      Policies: [Amazon|S3FullAccess]\n").replace("::Api", `::${type}`);
      assert.equal((await hover("yaml", text))?.about, "arn:aws:iam::aws:policy/AmazonS3FullAccess");
    }
    assert.equal(await hover("yaml", template("      Policies: [Amazon|S3FullAccess]\n")), undefined);
  });

  it("leaves an authorizer's own name and other settings alone", async () => {
    const named = template("      Auth:\n        Authorizers:\n          Poo|l: {UserPoolArn: x}\n");
    assert.equal(await hover("yaml", named), undefined);
    assert.equal(await hover("yaml", template("      Stage|Name: x\n")), undefined);
  });

  for (const [type, body, about, page] of [
    [
      "Function",
      "FunctionUrlConfig:\n        Auth|Type: NONE\n",
      "FunctionUrlConfig.AuthType",
      "iam/resource-policy",
    ],
    [
      "Function",
      "Events:\n        E:\n          Type: Cognito\n          Properties:\n            Trig|ger: PreSignUp\n",
      "Events.Trigger",
      "cognito/lambda-triggers",
    ],
    ["GraphQLApi", "Auth:\n        Ty|pe: API_KEY\n", "Auth.Type", "cognito/api-authorizers"],
  ] as const)
    it(`explains ${about}, by what it stands in`, async () => {
      const found = await hover("yaml", template(`      ${body}`).replace("::Api", `::${type}`));
      assert.equal(found?.about, `AWS::Serverless::${type}.${about}`);
      assert.equal(found?.concepts[0]?.id, page);
    });

  it("but neither an event's other settings nor the type of one", async () => {
    const event = (line: string) =>
      template(`      Events:\n        E:\n          ${line}\n`).replace("::Api", "::Function");
    assert.equal(await hover("yaml", event("Ty|pe: Cognito")), undefined);
    assert.equal(await hover("yaml", event("Properties: {Pa|th: /}")), undefined);
  });

  it("explains the role of a function, and Policies only there", async () => {
    const fn = template("      Polic|ies: [AWSXrayWriteOnlyAccess]\n").replace(
      "Serverless::Api",
      "Serverless::Function",
    );
    assert.equal((await hover("yaml", fn))?.about, "AWS::Serverless::Function.Policies");
    assert.equal(await hover("yaml", template("      Polic|ies: x\n")), undefined);
  });
});
