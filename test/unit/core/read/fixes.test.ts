import assert from "node:assert/strict";
import { findings, withFix } from "../../../../src/core/read/index.ts";
import { contextOf, HEAD } from "../../../support/readings.ts";

/** The text after the mend of its one finding of the id; undefined when none is offered. */
function mended(id: string, source: string): string | undefined {
  const context = contextOf(source);
  const text = source.trimStart().startsWith("{") ? source : HEAD + source;
  const found = findings(context.model, context).filter((one) => one.id === id);
  assert.equal(found.length, 1, `${id} is raised once`);
  const [finding] = found;
  assert.ok(finding);
  const owner = [...context.model.resources.values()].find(
    ({ range }) => range.start <= finding.range.start && finding.range.end <= range.end,
  );
  assert.ok(owner);
  const { fix } = withFix(finding, owner, text, context);
  if (!fix) return undefined;
  let out = text;
  for (const { range, text: by } of fix.edits.toReversed())
    out = out.slice(0, range.start) + by + out.slice(range.end);
  assert.deepEqual(
    findings(contextOf(out.replace(HEAD, "")).model, contextOf(out.replace(HEAD, ""))).filter(
      (one) => one.id === id,
    ),
    [],
    "the mend ends the finding",
  );
  return out.replace(HEAD, "");
}

const pool =
  "  Pool: { Type: AWS::Cognito::IdentityPool, Properties: { AllowUnauthenticatedIdentities: false } }\n";

describe("mends", () => {
  it("add the audience as a condition of its own", () => {
    assert.equal(
      mended(
        "cognito-audience-missing",
        `Resources:
${pool}  R:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal:
              Federated: cognito-identity.amazonaws.com
            Action: sts:AssumeRoleWithWebIdentity
`,
      ),
      `Resources:
${pool}  R:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal:
              Federated: cognito-identity.amazonaws.com
            Condition:
              StringEquals:
                cognito-identity.amazonaws.com:aud: !Ref Pool
            Action: sts:AssumeRoleWithWebIdentity
`,
    );
  });

  it("add the audience beside the conditions that are there", () => {
    const told = mended(
      "cognito-audience-missing",
      `Resources:
${pool}  R:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Federated: cognito-identity.amazonaws.com }
            Action: sts:AssumeRoleWithWebIdentity
            Condition:
              ForAnyValue:StringLike:
                cognito-identity.amazonaws.com:amr: authenticated
`,
    );
    assert.match(
      told ?? "",
      / {14}StringEquals:\n {16}cognito-identity\.amazonaws\.com:aud: !Ref Pool\n {14}ForAnyValue:StringLike:/,
    );
  });

  it("add it in flow YAML and in JSON", () => {
    assert.match(
      mended(
        "cognito-audience-missing",
        `Resources:
${pool}  R: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Federated: cognito-identity.amazonaws.com }, Action: sts:AssumeRoleWithWebIdentity }] } } }
`,
      ) ?? "",
      /Condition: \{ StringEquals: \{ "cognito-identity\.amazonaws\.com:aud": !Ref Pool \} \}, Action:/,
    );
    assert.match(
      mended(
        "cognito-audience-missing",
        JSON.stringify(
          {
            AWSTemplateFormatVersion: "2010-09-09",
            Resources: {
              Pool: {
                Type: "AWS::Cognito::IdentityPool",
                Properties: { AllowUnauthenticatedIdentities: false },
              },
              R: {
                Type: "AWS::IAM::Role",
                Properties: {
                  AssumeRolePolicyDocument: {
                    Statement: [
                      {
                        Effect: "Allow",
                        Principal: { Federated: "cognito-identity.amazonaws.com" },
                        Action: "sts:AssumeRoleWithWebIdentity",
                      },
                    ],
                  },
                },
              },
            },
          },
          null,
          2,
        ),
      ) ?? "",
      /"Condition": \{ "StringEquals": \{ "cognito-identity\.amazonaws\.com:aud": \{ "Ref": "Pool" \} \} \},\n {14}"Action"/,
    );
  });

  it("offer no audience where there is a choice of pools, or the policy is a string", () => {
    const role = "  R: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: ";
    const statement =
      '{"Statement":[{"Effect":"Allow","Principal":{"Federated":"cognito-identity.amazonaws.com"},"Action":"sts:AssumeRoleWithWebIdentity"}]}';
    assert.equal(
      mended(
        "cognito-audience-missing",
        `Resources:\n${pool}${pool.replace("Pool", "Other")}${role}${statement} } }\n`,
      ),
      undefined,
    );
    assert.equal(
      mended("cognito-audience-missing", `Resources:\n${pool}${role}'${statement}' } }\n`),
      undefined,
    );
  });

  it("add the source account", () => {
    assert.match(
      mended(
        "service-without-source",
        `Resources:
  R:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Action: sts:AssumeRole
            Effect: Allow
            Principal:
              Service: scheduler.amazonaws.com
`,
      ) ?? "",
      / {12}Condition:\n {14}StringEquals:\n {16}aws:SourceAccount: !Ref AWS::AccountId\n {12}Principal:/,
    );
  });

  it("keep to the file's indentation, and to a line for each key of JSON", () => {
    assert.match(
      mended(
        "service-without-source",
        `Resources:
    R:
        Type: AWS::IAM::Role
        Properties:
            AssumeRolePolicyDocument:
                Statement:
                    - Action: sts:AssumeRole
                      Effect: Allow
                      Principal: { Service: scheduler.amazonaws.com }
`,
      ) ?? "",
      /\n {22}Condition:\n {26}StringEquals:\n {30}aws:SourceAccount: !Ref AWS::AccountId\n {22}Principal:/,
    );
    const json = (indent: string) =>
      JSON.stringify(
        {
          AWSTemplateFormatVersion: "2010-09-09",
          Resources: { U: { Type: "AWS::Cognito::UserPool", Properties: { UserPoolTier: "PLUS" } } },
        },
        null,
        indent,
      );
    const id = "user-pool-deletion-unprotected";
    assert.match(
      mended(id, json("\t")) ?? "",
      /\{\n\t{4}"DeletionProtection": "ACTIVE",\n\t{4}"UserPoolTier": "PLUS"\n/,
    );
    assert.match(mended(id, json("")) ?? "", /\{"DeletionProtection": "ACTIVE", "UserPoolTier":"PLUS"\}/);
  });

  it("protect a user pool, whether the property is there or not", () => {
    assert.match(
      mended(
        "user-pool-deletion-unprotected",
        "Resources:\n  U:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolTier: PLUS\n",
      ) ?? "",
      / {6}DeletionProtection: ACTIVE\n {6}UserPoolTier: PLUS/,
    );
    assert.match(
      mended(
        "user-pool-deletion-unprotected",
        "Resources:\n  U:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolTier: PLUS\n      DeletionProtection: 'INACTIVE'\n",
      ) ?? "",
      /DeletionProtection: 'ACTIVE'/,
    );
  });

  it("put a dynamic reference in the place of a password", () => {
    assert.match(
      mended(
        "secret-in-text",
        "Resources:\n  Ad:\n    Type: AWS::DirectoryService::MicrosoftAD\n    Properties:\n      Password: Hunter2Hunter\n",
      ) ?? "",
      /Password: "\{\{resolve:secretsmanager:Ad:SecretString:password\}\}"/,
    );
  });

  it("leave policy variables to IAM", () => {
    assert.match(
      mended(
        "policy-variable-in-sub",
        `Resources:
  P:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: !Sub "arn:\${AWS::Partition}:s3:::b/\${aws:username}/\${aws:PrincipalTag/team}"
`,
      ) ?? "",
      /!Sub "arn:\$\{AWS::Partition\}:s3:::b\/\$\{!aws:username\}\/\$\{!aws:PrincipalTag\/team\}"/,
    );
  });

  const client = (properties: string) =>
    `Resources:\n  A:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      ${properties}\n`;
  const rows: readonly (readonly [id: string, before: string, after: RegExp])[] = [
    [
      "client-oauth-off",
      "AllowedOAuthFlows: [code]",
      /AllowedOAuthFlowsUserPoolClient: true\n {6}AllowedOAuthFlows/,
    ],
    ["client-user-existence", "PreventUserExistenceErrors: LEGACY", /PreventUserExistenceErrors: ENABLED/],
    ["client-callback-http", 'CallbackURLs: ["http://a.example.com"]', /\["https:\/\/a\.example\.com"\]/],
    [
      "client-credentials-without-secret",
      "AllowedOAuthFlows: [client_credentials]",
      /GenerateSecret: true\n/,
    ],
  ];
  for (const [id, before, after] of rows)
    it(`mend ${id}`, () => assert.match(mended(id, client(before)) ?? "", after));
});
