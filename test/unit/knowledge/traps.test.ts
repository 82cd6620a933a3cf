import assert from "node:assert/strict";
import type { Facts, PropertyFact } from "../../../src/core/types.ts";
import { loadFacts } from "../../support/knowledge.ts";

// What AWS's data says wrongly, or says nothing of, must come out of the lookups as AWS's documentation has it.

const property = (facts: Facts, name: string): PropertyFact => {
  const [type = "", ...path] = name.split(".");
  const found = facts.property(type, path);
  assert.ok(found, name);
  return found;
};

describe("properties whose change makes a new resource", () => {
  const replaced = [
    "AWS::DirectoryService::MicrosoftAD.Name",
    "AWS::DirectoryService::MicrosoftAD.ShortName",
    "AWS::DirectoryService::MicrosoftAD.Edition",
    "AWS::DirectoryService::MicrosoftAD.VpcSettings",
    "AWS::DirectoryService::MicrosoftAD.CreateAlias",
    "AWS::DirectoryService::MicrosoftAD.Password",
    "AWS::DirectoryService::SimpleAD.Size",
    "AWS::DirectoryService::SimpleAD.Password",
    "AWS::Cognito::UserPoolClient.GenerateSecret",
    "AWS::Cognito::UserPoolClient.UserPoolId",
    "AWS::Cognito::UserPoolDomain.Domain",
    "AWS::Cognito::UserPoolDomain.UserPoolId",
    "AWS::Cognito::UserPoolIdentityProvider.ProviderName",
    "AWS::Cognito::UserPoolIdentityProvider.ProviderType",
    "AWS::Cognito::UserPoolResourceServer.Identifier",
    "AWS::Cognito::UserPoolGroup.GroupName",
    "AWS::IAM::Role.RoleName",
    "AWS::IAM::Role.Path",
    "AWS::IAM::ManagedPolicy.ManagedPolicyName",
    "AWS::IAM::ManagedPolicy.Path",
    "AWS::IAM::ManagedPolicy.Description",
    "AWS::IAM::OIDCProvider.Url",
    "AWS::IAM::SAMLProvider.Name",
    "AWS::IAM::SAMLProvider.AddPrivateKey",
    "AWS::IAM::SAMLProvider.RemovePrivateKey",
    "AWS::SSO::PermissionSet.Name",
    "AWS::SSO::PermissionSet.InstanceArn",
    "AWS::SSO::Assignment.PrincipalId",
    "AWS::SSO::Assignment.PermissionSetArn",
    "AWS::IdentityStore::User.UserName",
    "AWS::IdentityStore::User.Emails",
    "AWS::IdentityStore::User.PhoneNumbers",
    "AWS::IdentityStore::User.Addresses",
    "AWS::IdentityStore::GroupMembership.GroupId",
    "AWS::Organizations::OrganizationalUnit.ParentId",
    "AWS::Organizations::Policy.Type",
    "AWS::IAM::AccessKey.UserName",
    "AWS::IAM::AccessKey.Serial",
    "AWS::RolesAnywhere::Profile.RequireInstanceProperties",
    "AWS::EKS::PodIdentityAssociation.Namespace",
    "AWS::EKS::PodIdentityAssociation.ServiceAccount",
  ];
  for (const name of replaced)
    it(name, async () => assert.equal(property(await loadFacts(), name).update, "replacement"));

  it("every property of an assignment and an entitlement", async () => {
    const facts = await loadFacts();
    for (const type of ["AWS::SSO::Assignment", "AWS::AccountAccess::Entitlement"]) {
      const fact = facts.resourceType(type);
      assert.deepEqual(fact?.replacedBy, fact?.properties, type);
    }
  });

  it("but not those that change in place", async () => {
    const facts = await loadFacts();
    for (const name of [
      "AWS::DirectoryService::MicrosoftAD.EnableSso",
      "AWS::Cognito::UserPool.MfaConfiguration",
      "AWS::Cognito::UserPool.IssuerConfiguration",
      "AWS::IAM::Role.AssumeRolePolicyDocument",
      "AWS::SSO::PermissionSet.SessionDuration",
    ])
      assert.equal(property(facts, name).update, "mutable", name);
  });
});

describe("properties that CloudFormation refuses to change", () => {
  for (const name of [
    "AWS::Cognito::UserPool.UsernameAttributes",
    "AWS::Cognito::UserPool.AliasAttributes",
    "AWS::Cognito::UserPool.UsernameConfiguration",
    "AWS::Cognito::UserPool.Schema.Required",
    "AWS::Cognito::UserPool.Schema.Mutable",
    "AWS::Organizations::Account.AccountName",
    "AWS::Organizations::Account.Email",
    "AWS::Organizations::Account.RoleName",
  ])
    it(name, async () => {
      const fact = property(await loadFacts(), name);
      assert.equal(fact.update, "refused");
      assert.ok(fact.note?.source.startsWith("https://docs.aws.amazon.com/"));
    });

  it("Schema: only adding works", async () => {
    assert.match(
      property(await loadFacts(), "AWS::Cognito::UserPool.Schema").note?.text ?? "",
      /added.*refuses/,
    );
  });
});

describe("limits", () => {
  const limits: readonly (readonly [string, RegExp])[] = [
    ["AWS::IAM::Role.MaxSessionDuration", /^3600 to 43200/],
    ["AWS::IAM::Role.RoleName", /64 characters/],
    ["AWS::IAM::Role.Path", /512 characters/],
    ["AWS::IAM::Role.ManagedPolicyArns", /20, up to 25/],
    ["AWS::IAM::Role.AssumeRolePolicyDocument", /2048 characters, up to 8192/],
    ["AWS::IAM::Role.Policies", /10,240 characters together/],
    ["AWS::IAM::User.UserName", /64 characters/],
    ["AWS::IAM::User.ManagedPolicyArns", /10, up to 20/],
    ["AWS::IAM::User.Policies", /2,048 characters together/],
    ["AWS::IAM::Group.GroupName", /128 characters/],
    ["AWS::IAM::Group.ManagedPolicyArns", /at most 10/],
    ["AWS::IAM::Group.Policies", /5,120 characters together/],
    ["AWS::IAM::ManagedPolicy.PolicyDocument", /6,144 characters/],
    ["AWS::IAM::OIDCProvider.ClientIdList", /at most 100; 1 to 255/],
    ["AWS::IAM::OIDCProvider.Url", /255 characters/],
    ["AWS::IAM::OIDCProvider.ThumbprintList", /40 hexadecimal/],
    ["AWS::IAM::SAMLProvider.SamlMetadataDocument", /1,000 to 10,000,000/],
    ["AWS::SSO::PermissionSet.SessionDuration", /1 to 12 hours/],
    ["AWS::SSO::PermissionSet.Name", /1 to 32 characters/],
    ["AWS::SSO::PermissionSet.ManagedPolicies", /25/],
    ["AWS::SSO::PermissionSet.InlinePolicy", /32,768 bytes.*10,240/],
    ["AWS::SSO::InstanceAccessControlAttributeConfiguration.AccessControlAttributes", /50/],
    ["AWS::Organizations::Policy.Content", /SCP at most 10,240 characters, RCP 5,120/],
    ["AWS::Organizations::ResourcePolicy.Content", /40,000/],
    ["AWS::Cognito::UserPool.Schema", /50 custom/],
    ["AWS::Cognito::UserPool.Schema.Name", /1 to 20 characters/],
    ["AWS::Cognito::UserPool.Policies.PasswordPolicy.MinimumLength", /6 to 99/],
    ["AWS::Cognito::UserPool.Policies.PasswordPolicy.PasswordHistorySize", /0 to 24/],
    ["AWS::Cognito::UserPool.Policies.PasswordPolicy.TemporaryPasswordValidityDays", /365 days/],
    ["AWS::Cognito::UserPoolClient.AccessTokenValidity", /5 minutes to 1 day/],
    ["AWS::Cognito::UserPoolClient.IdTokenValidity", /5 minutes to 1 day/],
    ["AWS::Cognito::UserPoolClient.RefreshTokenValidity", /1 hour to 3650 days/],
    ["AWS::Cognito::UserPoolClient.RefreshTokenRotation.RetryGracePeriodSeconds", /0 to 60/],
    ["AWS::Cognito::UserPoolClient.AuthSessionValidity", /3 to 15 minutes/],
    ["AWS::Cognito::UserPoolClient.CallbackURLs", /100/],
    ["AWS::Cognito::UserPoolClient.LogoutURLs", /100/],
    ["AWS::Cognito::UserPoolClient.AllowedOAuthScopes", /50/],
    ["AWS::Cognito::UserPoolResourceServer.Scopes", /100/],
    ["AWS::DirectoryService::MicrosoftAD.Password", /8 to 64 characters/],
    ["AWS::RolesAnywhere::Profile.DurationSeconds", /900 to 43200/],
    ["AWS::RolesAnywhere::Profile.RoleArns", /250/],
  ];
  for (const [name, limit] of limits)
    it(name, async () => assert.match(property(await loadFacts(), name).limits.join("; "), limit));

  it("defaults that the data lacks", async () => {
    const facts = await loadFacts();
    assert.equal(property(facts, "AWS::IAM::Role.MaxSessionDuration").default, "3600");
    assert.equal(property(facts, "AWS::SSO::PermissionSet.SessionDuration").default, "PT1H");
    assert.equal(property(facts, "AWS::Cognito::UserPool.UserPoolTier").default, "ESSENTIALS");
    assert.equal(
      property(facts, "AWS::Cognito::UserPoolClient.PreventUserExistenceErrors").default,
      "LEGACY",
    );
    assert.equal(property(facts, "AWS::Cognito::UserPoolClient.RefreshTokenValidity").default, "30 days");
    assert.deepEqual(property(facts, "AWS::DirectoryService::MicrosoftAD.Edition").allowed, [
      "Standard",
      "Enterprise",
    ]);
  });
});
