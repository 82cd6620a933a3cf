import assert from "node:assert/strict";
import { loadCdkNames } from "../../support/knowledge.ts";

describe("CDK names", () => {
  const names = loadCdkNames();

  it("find the module behind each language's import, in version 2, version 1 and alpha", () => {
    const iam = "aws-cdk-lib.aws_iam";
    assert.equal(names.moduleOf("typescript", "aws-cdk-lib/aws-iam"), iam);
    assert.equal(names.moduleOf("javascript", "@aws-cdk/aws-iam"), iam);
    assert.equal(names.moduleOf("python", "aws_cdk.aws_iam"), iam);
    assert.equal(names.moduleOf("java", "software.amazon.awscdk.services.iam"), iam);
    assert.equal(names.moduleOf("csharp", "Amazon.CDK.AWS.IAM"), iam);
    assert.equal(names.moduleOf("go", "github.com/aws/aws-cdk-go/awscdk/v2/awsiam"), iam);
    assert.equal(
      names.moduleOf("typescript", "@aws-cdk/aws-cognito-identitypool-alpha"),
      "aws-cdk-lib.aws_cognito_identitypool",
    );
    assert.equal(names.moduleOf("python", "aws-cdk-lib/aws-iam"), undefined);
    assert.equal(names.moduleOf("typescript", "constructor"), undefined);
  });

  it("tell constructs, their props and the resource type they make", () => {
    const role = names.type("aws-cdk-lib.aws_iam.Role");
    assert.equal(role?.kind, "class");
    assert.equal(role?.construct, true);
    assert.equal(role?.cfn, "AWS::IAM::Role");
    assert.equal(role?.propsStruct, "aws-cdk-lib.aws_iam.RoleProps");
    assert.equal(names.type("aws-cdk-lib.aws_iam.ServicePrincipal")?.construct, false);
    assert.equal(names.type("aws-cdk-lib.aws_iam.Nothing"), undefined);
    assert.equal(names.type("aws-cdk-lib.aws_cognito.CfnUserPool.PoliciesProperty")?.kind, "struct");
  });

  it("follow props and methods to their types, inherited ones too", () => {
    const assumedBy = names.prop("aws-cdk-lib.aws_iam.RoleProps", "assumedBy");
    assert.equal(assumedBy?.type, "aws-cdk-lib.aws_iam.IPrincipal");
    assert.equal(assumedBy?.optional, false);
    const inherited = names.prop("aws-cdk-lib.aws_cognito.UserPoolClientProps", "oAuth");
    assert.equal(inherited?.declaredBy, "aws-cdk-lib.aws_cognito.UserPoolClientOptions");
    assert.equal(inherited?.type, "aws-cdk-lib.aws_cognito.OAuthSettings");
    const addClient = names.method("aws-cdk-lib.aws_cognito.UserPool", "addClient");
    assert.equal(addClient?.returns, "aws-cdk-lib.aws_cognito.UserPoolClient");
    assert.deepEqual(
      addClient?.parameters.map((p) => p.name),
      ["id", "options"],
    );
    assert.equal(names.method("aws-cdk-lib.aws_iam.ManagedPolicy", "fromAwsManagedPolicyName")?.static, true);
    assert.equal(names.method("aws-cdk-lib.aws_cognito.UserPool", "toString"), undefined);
  });

  it("say what a property of a construct is in CloudFormation", () => {
    assert.equal(names.prop("aws-cdk-lib.aws_iam.Role", "roleArn")?.attribute, "Arn");
    assert.equal(names.prop("aws-cdk-lib.aws_cognito.UserPool", "userPoolId")?.attribute, "Ref");
    assert.equal(names.prop("aws-cdk-lib.aws_iam.CfnRole", "attrArn")?.attribute, "Arn");
    assert.equal(names.prop("aws-cdk-lib.aws_iam.CfnRole", "ref")?.attribute, "Ref");
    assert.equal(names.prop("aws-cdk-lib.aws_iam.Role", "grants")?.attribute, undefined);
  });

  it("list enum members and static values", () => {
    assert.ok(names.type("aws-cdk-lib.aws_cognito.AccountRecovery")?.members.includes("EMAIL_ONLY"));
    assert.equal(
      names.type("aws-cdk-lib.aws_cognito.OAuthScope")?.statics.OPENID,
      "aws-cdk-lib.aws_cognito.OAuthScope",
    );
  });
});
