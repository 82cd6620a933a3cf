import assert from "node:assert/strict";
import type { Concept } from "../../../src/core/types.ts";
import { createConcepts } from "../../../src/knowledge/concepts.ts";

const concept = (id: string): Concept => ({
  id,
  title: id,
  service: "cognito",
  summary: "",
  related: [],
  sources: [],
  sections: [],
});

const names = createConcepts(() => ({
  concepts: ["cognito/cognito", "cognito/user-pool", "cognito/attributes", "iam/role"].map(concept),
  terms: {
    "AWS::Cognito::UserPool": "cognito/user-pool",
    "AWS::Cognito::UserPool.Schema": "cognito/attributes",
    "cognito-idp:*": "cognito/cognito",
    "cognito-idp:CreateUserPool": "cognito/user-pool",
    "aws-cdk-lib.aws_cognito": "cognito/cognito",
    "aws-cdk-lib.aws_cognito.UserPool": "cognito/user-pool",
    "AWS::IAM::Role": "iam/role",
  },
  words: [],
  searches: [],
}));
const leadsTo = (name: string, id: string | undefined): void => assert.equal(names.conceptOf(name)?.id, id);

describe("the page a name leads to", () => {
  it("is the one that claims it", () => {
    leadsTo("AWS::Cognito::UserPool", "cognito/user-pool");
    leadsTo("AWS::Cognito::UserPool.Schema", "cognito/attributes");
    leadsTo("cognito-idp:CreateUserPool", "cognito/user-pool");
  });
  it("is that of the nearest name around it", () => {
    leadsTo("AWS::Cognito::UserPool.Schema.Mutable", "cognito/attributes");
    leadsTo("AWS::Cognito::UserPool.Policies", "cognito/user-pool");
  });
  it("is that of the service for an action that no page claims", () => {
    leadsTo("cognito-idp:AdminGetUser", "cognito/cognito");
    leadsTo("s3:GetObject", undefined);
  });
  it("takes an action in any case, as IAM does", () =>
    leadsTo("COGNITO-IDP:createuserpool", "cognito/user-pool"));
  it("is the construct's for its props and members, the type's for an L1 construct, the module's for the rest", () => {
    leadsTo("aws-cdk-lib.aws_cognito.UserPoolProps.mfa", "cognito/user-pool");
    leadsTo("aws-cdk-lib.aws_cognito.UserPool.addClient", "cognito/user-pool");
    leadsTo("aws-cdk-lib.aws_iam.CfnRole", "iam/role");
    leadsTo("aws-cdk-lib.aws_iam.CfnRoleProps", "iam/role");
    leadsTo("aws-cdk-lib.aws_cognito.Mfa", "cognito/cognito");
    leadsTo("aws-cdk-lib.aws_s3.Bucket", undefined);
  });
  it("is none for a name of nothing", () => {
    for (const name of ["", ".", ":", "AWS::Cognito", "__proto__", "constructor", "a.".repeat(100_000)])
      leadsTo(name, undefined);
  });
});
