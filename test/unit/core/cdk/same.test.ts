import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { CdkLanguage, Located, Site } from "../../../../src/core/types.ts";
import { located, plainModel } from "./support.ts";

const files: Readonly<Record<CdkLanguage, string>> = {
  typescript: "setup.ts",
  javascript: "setup.js",
  python: "setup.py",
  java: "setup.java",
  csharp: "setup.cs",
  go: "setup.go",
};

function open(language: CdkLanguage): { text: string; found: Located } {
  const text = readFileSync(new URL(`../../../fixtures/cdk/${files[language]}`, import.meta.url), "utf8");
  const found = located(text, language);
  assert.ok(found);
  return { text, found };
}

/** What a site says, whatever the language: no ranges, and of structs and modules only what all languages write. */
function data(site: Site): string | undefined {
  switch (site.role) {
    case "prop":
      return `prop ${site.fqn}.${site.name} ${site.path.join("/")} in ${site.construct} ${site.resource} ${site.place?.use}`;
    case "member":
    case "method":
      return `${site.role} ${site.fqn}.${site.name}`;
    case "literal":
      return `literal ${site.text} ${site.prop?.name} ${site.call?.fqn}.${site.call?.name} ${site.place?.use}`;
    case "policyKey":
    case "policyValue":
      return `${site.role} ${site.text} ${site.path.join("/")} ${site.place.use}`;
    case "reference":
      return `reference ${site.target} ${site.part} ${site.attribute}`;
    case "construct":
      return site.resource === undefined ? undefined : `construct ${site.fqn} ${site.resource}`;
    default:
      return undefined;
  }
}

const dataOf = ({ found }: { found: Located }): readonly string[] =>
  [...found.sites()].flatMap((site) => data(site) ?? []).sort();

describe("cdk: the same set-up in six languages", () => {
  const original = open("typescript");
  for (const language of Object.keys(files) as CdkLanguage[]) {
    it(`${language}: the same sites`, () => assert.deepEqual(dataOf(open(language)), dataOf(original)));
    it(`${language}: the same model`, () =>
      assert.deepEqual(plainModel(open(language).found), plainModel(original.found)));
    it(`${language}: sites in order, none over another, each holding its text`, () => {
      const { found } = open(language);
      let end = 0;
      for (const { range } of found.sites()) {
        assert.ok(range.start >= end, `${range.start} < ${end}`);
        end = range.end;
      }
    });
  }

  it("is what cdk synth makes of it", () => {
    assert.deepEqual(plainModel(original.found), {
      pool: {
        AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "verified_email", Priority: 1 }] },
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
        EmailConfiguration: { EmailSendingAccount: "DEVELOPER", From: "hello@example.com" },
        EnabledMfas: ["SOFTWARE_TOKEN_MFA"],
        MfaConfiguration: "ON",
        Policies: { PasswordPolicy: { MinimumLength: 12, TemporaryPasswordValidityDays: 3 } },
      },
      client: {
        AccessTokenValidity: 30,
        AllowedOAuthFlows: ["implicit", "code"],
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthScopes: ["openid", "api/read"],
        CallbackURLs: ["https://example.com"],
        ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
        SupportedIdentityProviders: ["COGNITO"],
        TokenValidityUnits: { AccessToken: "minutes" },
        UserPoolId: { Ref: "pool" },
      },
      role: {
        AssumeRolePolicyDocument: {
          Statement: [
            {
              Action: "sts:AssumeRoleWithWebIdentity",
              Condition: { StringEquals: { "cognito-identity.amazonaws.com:aud": { Ref: "client" } } },
              Effect: "Allow",
              Principal: { Federated: "cognito-identity.amazonaws.com" },
            },
          ],
          Version: "2012-10-17",
        },
        ManagedPolicyArns: [
          { "Fn::Join": ["", ["arn:", { Ref: "AWS::Partition" }, ":iam::aws:policy/ReadOnlyAccess"]] },
        ],
        MaxSessionDuration: 43200,
      },
      roleDefaultPolicy: {
        PolicyDocument: {
          Statement: [
            {
              Action: ["s3:GetObject", "s3:ListBucket"],
              Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1234567890" } },
              Effect: "Allow",
              Resource: "arn:aws:s3:::reports/*",
            },
          ],
          Version: "2012-10-17",
        },
        PolicyName: "roleDefaultPolicy",
        Roles: [{ Ref: "role" }],
      },
      raw: {
        Policies: { PasswordPolicy: { MinimumLength: 8 } },
        Schema: [{ Mutable: false, Name: "tenant" }],
      },
    });
  });
});
