/** What a resource of a type is called within a sentence. */
import { code, say } from "../text.ts";
import type { Resource, Rich } from "../types.ts";

const NOUNS: Readonly<Record<string, string>> = {
  "AWS::IAM::Role": "role",
  "AWS::IAM::User": "IAM user",
  "AWS::IAM::Group": "IAM group",
  "AWS::IAM::Policy": "policy",
  "AWS::IAM::ManagedPolicy": "managed policy",
  "AWS::IAM::InstanceProfile": "instance profile",
  "AWS::IAM::OIDCProvider": "OIDC provider",
  "AWS::IAM::SAMLProvider": "SAML provider",
  "AWS::Cognito::UserPool": "user pool",
  "AWS::Cognito::UserPoolClient": "app client",
  "AWS::Cognito::UserPoolGroup": "user pool group",
  "AWS::Cognito::UserPoolIdentityProvider": "identity provider",
  "AWS::Cognito::UserPoolDomain": "user pool domain",
  "AWS::Cognito::UserPoolResourceServer": "resource server",
  "AWS::Cognito::IdentityPool": "identity pool",
  "AWS::SSO::PermissionSet": "permission set",
  "AWS::SSO::Instance": "Identity Center instance",
  "AWS::SSO::Application": "application",
  "AWS::IdentityStore::User": "Identity Center user",
  "AWS::IdentityStore::Group": "Identity Center group",
  "AWS::Organizations::Account": "account",
  "AWS::Organizations::OrganizationalUnit": "organizational unit",
  "AWS::Organizations::Organization": "organization",
  "AWS::Organizations::Policy": "organization policy",
  "AWS::DirectoryService::MicrosoftAD": "directory",
  "AWS::DirectoryService::SimpleAD": "directory",
  "AWS::RolesAnywhere::TrustAnchor": "trust anchor",
  "AWS::RolesAnywhere::Profile": "profile",
  "AWS::VerifiedPermissions::PolicyStore": "policy store",
  "AWS::Lambda::Function": "function",
  "AWS::Serverless::Function": "function",
  "AWS::S3::Bucket": "bucket",
  "AWS::DynamoDB::Table": "table",
  "AWS::SQS::Queue": "queue",
  "AWS::SNS::Topic": "topic",
  "AWS::KMS::Key": "key",
  "AWS::SecretsManager::Secret": "secret",
  "AWS::StepFunctions::StateMachine": "state machine",
};

export const nounOf = (type: string): string | undefined => NOUNS[type];

/** "the role `AppRole`"; a type without a name of its own gives the id alone. */
export function named(resource: Resource): Rich {
  const noun = NOUNS[resource.type];
  return noun ? say`the ${noun} ${code(resource.id)}` : [code(resource.id)];
}
