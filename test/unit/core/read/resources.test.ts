import assert from "node:assert/strict";
import { readResource, readValue, summarise } from "../../../../src/core/read/index.ts";
import { plain } from "../../../../src/core/text.ts";
import type { Value } from "../../../../src/core/types.ts";
import { contextOf } from "../../../support/readings.ts";

const indent = (text: string, by: string) => text.trim().split("\n").join(`\n${by}`);

/** The reading of `It`, with other resources beside it. */
function read(type: string, properties: string, others = ""): string[] {
  const context = contextOf(`Parameters:
  Partner: { Type: String }
Resources:
  ${indent(others, "  ")}
  It:
    Type: ${type}
    Properties:
      ${indent(properties, "      ")}
`);
  const resource = context.model.resources.get("It");
  assert.ok(resource);
  return [...readResource(resource, context), summarise(resource, context)].map(plain);
}

describe("resources in words", () => {
  it("reads a role: who, what, under which boundary", () => {
    assert.deepEqual(
      read(
        "AWS::IAM::Role",
        `AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]
PermissionsBoundary: !Ref Partner
Policies:
  - PolicyName: own
    PolicyDocument: { Statement: [{ Effect: Allow, Action: [iam:PassRole, s3:GetObject], Resource: "*" }] }`,
      ),
      [
        "The AWS Lambda service (lambda.amazonaws.com) may take this role's temporary credentials.",
        "It has AWSLambdaBasicExecutionRole and 1 statement of its own: may pass roles, never more than the boundary parameter Partner allows.",
        "Assumed by the AWS Lambda service (lambda.amazonaws.com); may pass roles, within its boundary",
      ],
    );
  });

  it("knows an administrator, also through a policy beside the role", () => {
    const told = read(
      "AWS::IAM::Role",
      'AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { AWS: !Ref "AWS::AccountId" }, Action: sts:AssumeRole }] }',
      `P: { Type: AWS::IAM::Policy, Properties: { Roles: [!Ref It], PolicyDocument: { Statement: { Effect: Allow, Action: "*", Resource: "*" } } } }`,
    );
    assert.match(told[1] ?? "", /administrator of the account/);
  });

  it("says that no permissions are given only where all of them can be seen", () => {
    const last = (properties: string) => read("AWS::IAM::Role", properties)[0];
    assert.equal(last("RoleName: a"), "No permissions are given to it in this file.");
    assert.equal(
      last("PermissionsBoundary: !Ref Partner"),
      "No permissions are given to it in this file; its boundary is parameter Partner.",
    );
    const unread = "Policies: [{ PolicyName: p, PolicyDocument: !Ref Partner }]";
    assert.equal(last(unread), "What it may do can't be followed here.");
    assert.equal(
      last("ManagedPolicyArns: [!If [Prod, arn:aws:iam::aws:policy/ReadOnlyAccess, !Ref AWS::NoValue]]"),
      "It has ReadOnlyAccess (if Prod holds).",
    );
  });

  it("tells of a policy who has it, also where they name it, and whose boundary it is", () => {
    const policy = "PolicyDocument: { Statement: [{ Effect: Allow, Action: s3:GetObject, Resource: '*' }] }";
    const told = (others: string) => read("AWS::IAM::ManagedPolicy", policy, others).at(-2);
    assert.equal(told(""), "It grants nothing until it is attached to a role, user or group.");
    assert.equal(
      told("R: { Type: AWS::IAM::Role, Properties: { ManagedPolicyArns: [!Ref It] } }"),
      "It is attached to the role R.",
    );
    assert.equal(
      told("R: { Type: AWS::IAM::Role, Properties: { PermissionsBoundary: !Ref It } }"),
      "It is the permissions boundary of the role R, and grants nothing by itself.",
    );
  });

  it("does not call a role an administrator under a condition or on one resource", () => {
    for (const rest of [
      "Resource: arn:aws:s3:::b",
      "Resource: '*', Condition: { Bool: { aws:SecureTransport: true } }",
    ])
      assert.doesNotMatch(
        read(
          "AWS::IAM::Role",
          `Policies: [{ PolicyName: p, PolicyDocument: { Statement: [{ Effect: Allow, Action: "*", ${rest} }] } }]`,
        ).join(),
        /administrator/,
      );
  });

  const withStatements = (...statements: string[]) =>
    read(
      "AWS::IAM::Role",
      `Policies: [{ PolicyDocument: { Statement: [${statements.join(", ")}] } }]`,
      "Bucket: { Type: AWS::S3::Bucket }",
    ).join();

  it("does not take * on a bucket for a power over roles", () => {
    for (const on of ["!GetAtt Bucket.Arn", '!Sub "${Bucket.Arn}/*"', "arn:aws:s3:::b"])
      assert.doesNotMatch(
        withStatements(`{ Effect: Allow, Action: "*", Resource: ${on} }`),
        /may pass|may change|may assume/,
      );
    assert.match(
      withStatements('{ Effect: Allow, Action: "*", Resource: "arn:aws:iam::*:role/x" }'),
      /may pass roles, may change IAM and may assume other roles/,
    );
  });

  it("takes what is denied from what is allowed", () => {
    const all = '{ Effect: Allow, Action: "*", Resource: "*" }';
    const deny = '{ Effect: Deny, Action: "iam:PassRole", Resource: "*" }';
    assert.match(
      withStatements(all, deny),
      /administrator of the account, but for what its own statements deny/,
    );
    assert.doesNotMatch(
      withStatements('{ Effect: Allow, Action: "iam:*", Resource: "*" }', deny),
      /may pass roles/,
    );
  });

  it("sums up NotAction as everything else", () => {
    assert.match(
      withStatements('{ Effect: Allow, NotAction: "iam:*", Resource: "*" }'),
      /may do everything but iam:\*/,
    );
  });

  it("tells two statements that read alike once", () => {
    const one = "{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }";
    const told = read("AWS::IAM::Role", `AssumeRolePolicyDocument: { Statement: [${one}, ${one}] }`);
    assert.equal(told.filter((line) => line.includes("may take")).length, 1);
  });

  it("reads a policy that is joined into a JSON text", () => {
    const set = read(
      "AWS::SSO::PermissionSet",
      `InlinePolicy: !Join ["", ['{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"', !Ref Partner, '/*"}]}']]`,
    );
    assert.match(set[0] ?? "", /its inline policy \(works with s3\)/);
    const policy = read(
      "AWS::IAM::ManagedPolicy",
      `PolicyDocument: !Join ["", ['{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"', !Ref Partner, '/*"}]}']]`,
    );
    assert.equal(policy[0], "Allows s3:GetObject on ${Partner}/*.");
  });

  it("says what an unknown or a conditional setting decides", () => {
    const pool = read(
      "AWS::Cognito::UserPool",
      "AdminCreateUserConfig: { AllowAdminCreateUserOnly: !Ref Partner }\nDeletionProtection: !If [Prod, ACTIVE, INACTIVE]\nMfaConfiguration: !Ref Partner",
    );
    assert.match(
      pool[0] ?? "",
      /only administrators make users if parameter Partner is true, else anyone may sign up\.$/,
    );
    assert.match(pool[1] ?? "", /^MFA is parameter Partner;/);
    assert.match(pool[1] ?? "", /protected from deletion if Prod holds, else not protected from deletion/);
    assert.match(
      read("AWS::Cognito::UserPoolClient", "GenerateSecret: !If [Prod, true, false]")[0] ?? "",
      /with a secret \(for servers\) if Prod holds, else without a secret/,
    );
  });

  it("does not tell of OAuth that is off, nor of a token that lives for no time", () => {
    const told = read(
      "AWS::Cognito::UserPoolClient",
      "AllowedOAuthFlows: [code]\nRefreshTokenValidity: 0",
    ).join();
    assert.doesNotMatch(told, /OAuth/);
    assert.match(told, /refresh 30 days/);
  });

  it("names each of several scopes, whatever they are made of", () => {
    assert.match(
      read(
        "AWS::Cognito::UserPoolResourceServer",
        "Scopes: [{ ScopeName: !Ref Partner }, { ScopeName: a }]",
      )[0] ?? "",
      /with the scopes parameter Partner and a;/,
    );
  });

  it("says that a role only reads, when every action is known to", () => {
    const told = (action: string) =>
      read(
        "AWS::IAM::Role",
        `Policies: [{ PolicyDocument: { Statement: [{ Effect: Allow, Action: ${action}, Resource: "*" }] } }]`,
      ).join();
    assert.match(told("[s3:GetObject, s3:ListBucket]"), /only reads s3/);
    assert.doesNotMatch(told("[s3:GetObject, s3:PutObject]"), /only reads/);
    assert.doesNotMatch(told("[s3:GetObject, other:GetThing]"), /only reads/);
  });

  it("reads a user pool", () => {
    assert.deepEqual(
      read(
        "AWS::Cognito::UserPool",
        `UsernameAttributes: [email]
AdminCreateUserConfig: { AllowAdminCreateUserOnly: true }
MfaConfiguration: OPTIONAL
EnabledMfas: [SOFTWARE_TOKEN_MFA]
Policies: { PasswordPolicy: { MinimumLength: 12, RequireNumbers: true } }
UserPoolTier: PLUS
AccountRecoverySetting: { RecoveryMechanisms: [{ Name: verified_phone_number, Priority: 2 }, { Name: verified_email, Priority: 1 }] }
DeletionProtection: ACTIVE
LambdaConfig: { PreSignUp: arn }`,
      ),
      [
        "People sign in with their email address as username; only administrators make users.",
        "Users may choose MFA by authenticator app; passwords of at least 12 characters with digits; recovery by verified email, then verified phone number; plan PLUS; protected from deletion; triggers PreSignUp.",
        "What serves as username can never be changed, and attributes can only be added.",
        "Sign-in with their email address as username; only administrators make users; users may choose MFA by authenticator app",
      ],
    );
  });

  it("asks for verification of an address that serves to sign in, not of a preferred username", () => {
    assert.match(
      read("AWS::Cognito::UserPool", "AliasAttributes: [email, preferred_username]")[0] ?? "",
      /with a username, or their preferred username, or, once verified, their email address;/,
    );
  });

  it("reads a user pool's defaults", () => {
    assert.match(
      read("AWS::Cognito::UserPool", "UserPoolName: p")[1] ?? "",
      /^No MFA; passwords of at least 8 characters with lowercase, uppercase, digits and symbols; not protected from deletion\.$/,
    );
  });

  it("reads an app client with its token lives", () => {
    assert.deepEqual(
      read(
        "AWS::Cognito::UserPoolClient",
        `UserPoolId: !Ref Pool
GenerateSecret: true
ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]
SupportedIdentityProviders: [COGNITO, Corp]
AllowedOAuthFlowsUserPoolClient: true
AllowedOAuthFlows: [code]
AllowedOAuthScopes: [openid]
CallbackURLs: ["https://app.example.com/cb"]
AccessTokenValidity: 15
TokenValidityUnits: { AccessToken: minutes }`,
        "Pool: { Type: AWS::Cognito::UserPool }",
      ),
      [
        "An app of the user pool Pool, with a secret (for servers); it signs users in by SRP (the password never leaves the device), through the pool itself or Corp.",
        "OAuth by authorization code, scopes openid, back to https://app.example.com/cb.",
        "Tokens live: access 15 minutes, ID 1 hour and refresh 30 days.",
        "With a secret (for servers); OAuth by authorization code; tokens: access 15 minutes, ID 1 hour and refresh 30 days",
      ],
    );
  });

  it("reads an identity pool with the roles of its attachment", () => {
    assert.deepEqual(
      read(
        "AWS::Cognito::IdentityPool",
        `AllowUnauthenticatedIdentities: true
CognitoIdentityProviders: [{ ClientId: !Ref Web, ProviderName: !GetAtt Pool.ProviderName }]`,
        `Web: { Type: AWS::Cognito::UserPoolClient }
Pool: { Type: AWS::Cognito::UserPool }
In: { Type: AWS::IAM::Role }
Out: { Type: AWS::IAM::Role }
Attach: { Type: AWS::Cognito::IdentityPoolRoleAttachment, Properties: { IdentityPoolId: !Ref It, Roles: { authenticated: !GetAtt In.Arn, unauthenticated: !GetAtt Out.Arn } } }`,
      ),
      [
        "Signed-in users and guests get AWS credentials; they sign in through the user pool of the app client Web.",
        "Signed-in users get the role In and guests get the role Out.",
        "Signed-in users and guests get AWS credentials; through the user pool of the app client Web",
      ],
    );
  });

  it("reads a permission set and an assignment", () => {
    assert.match(
      read(
        "AWS::SSO::PermissionSet",
        "{ Name: Ops, SessionDuration: PT8H, ManagedPolicies: [arn:aws:iam::aws:policy/ReadOnlyAccess] }",
      )[0] ?? "",
      /^Sessions of up to 8 hours with ReadOnlyAccess\.$/,
    );
    assert.equal(
      read(
        "AWS::SSO::Assignment",
        "{ PermissionSetArn: !GetAtt Set.PermissionSetArn, PrincipalType: GROUP, PrincipalId: g-1, TargetId: '111122223333' }",
        "Set: { Type: AWS::SSO::PermissionSet }",
      )[0],
      "Gives the group g-1 the permission set Set in account 1111-2222-3333.",
    );
  });

  it("says of a permission set who gets it where", () => {
    const told = read(
      "AWS::SSO::PermissionSet",
      "{ Name: Ops }",
      "A: { Type: AWS::SSO::Assignment, Properties: { PermissionSetArn: !GetAtt It.PermissionSetArn, PrincipalType: GROUP, PrincipalId: g-1, TargetId: '111122223333' } }",
    );
    assert.equal(told[2], "This file assigns it to the group g-1 in account 1111-2222-3333.");
    assert.equal(read("AWS::SSO::PermissionSet", "{ Name: Ops }").length, 3);
  });

  it("reads directories by kind", () => {
    assert.equal(
      read(
        "AWS::DirectoryService::MicrosoftAD",
        "{ Name: corp.example.com, Edition: Standard, VpcSettings: { VpcId: vpc-1, SubnetIds: [a, b] } }",
      )[0],
      "AWS Managed Microsoft AD, edition Standard, for the domain corp.example.com, in a and b of vpc-1.",
    );
    assert.match(
      read("AWS::DirectoryService::SimpleAD", "{ Name: x.example.com, Size: Small }")[1] ?? "",
      /can't do trusts/,
    );
  });

  it("reads an SCP with what it never touches", () => {
    assert.deepEqual(
      read(
        "AWS::Organizations::Policy",
        `Type: SERVICE_CONTROL_POLICY
TargetIds: [ou-1]
Content: { Statement: [{ Effect: Deny, Action: "organizations:LeaveOrganization", Resource: "*" }] }`,
      ),
      [
        "Service control policy for ou-1.",
        "Denies organizations:LeaveOrganization on every resource in every account it is attached to.",
        "It never touches the management account or service-linked roles, and grants nothing.",
        "Service control policy for ou-1",
      ],
    );
  });

  it("reads a policy that is written as a JSON string", () => {
    const told = read(
      "AWS::Organizations::Policy",
      `Type: SERVICE_CONTROL_POLICY
Content: '{"Statement":[{"Effect":"Deny","Action":"iam:CreateUser","Resource":"*"}]}'`,
    );
    assert.match(told[1] ?? "", /^Denies iam:CreateUser on every resource/);
  });

  it("names the roles that trust a provider", () => {
    const told = read(
      "AWS::IAM::OIDCProvider",
      "{ Url: https://token.actions.githubusercontent.com, ClientIdList: [sts.amazonaws.com] }",
      "R: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Statement: { Effect: Allow, Principal: { Federated: !Ref It }, Action: sts:AssumeRoleWithWebIdentity } } } }",
    );
    assert.equal(told[1], "The role R trusts it.");
    assert.equal(
      read("AWS::IAM::OIDCProvider", "Url: https://x.example.com")[1],
      "No role of this file trusts it.",
    );
  });

  it("says nothing of a type that it can't read", () => {
    assert.deepEqual(read("AWS::S3::Bucket", "BucketName: b"), [""]);
  });
});

describe("scalars with a unit", () => {
  const value = (v: string | number): Value => ({ kind: "scalar", value: v, range: { start: 0, end: 0 } });
  const of = (type: string, path: string[], v: string | number) => {
    const told = readValue(type, path, value(v));
    return told && plain(told);
  };
  it("puts durations into words", () => {
    assert.equal(of("AWS::SSO::PermissionSet", ["SessionDuration"], "PT8H"), "PT8H is 8 hours.");
    assert.equal(of("AWS::SSO::PermissionSet", ["SessionDuration"], "PT480M"), "PT480M is 8 hours.");
    assert.equal(of("AWS::IAM::Role", ["MaxSessionDuration"], 43200), "43200 seconds are 12 hours.");
    assert.equal(of("AWS::IAM::Role", ["MaxSessionDuration"], 5400), "5400 seconds are 1 hour 30 minutes.");
  });
  it("keeps silent on what is no duration", () => {
    assert.equal(of("AWS::SSO::PermissionSet", ["SessionDuration"], "8 hours"), undefined);
    assert.equal(of("AWS::IAM::Role", ["RoleName"], 3600), undefined);
  });
});
