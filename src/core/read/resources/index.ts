/** Which reader reads which resource type. */
import { code, plain, say } from "../../text.ts";
import type { Resource, Rich } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { capital } from "../phrase.ts";
import { readAppClient, summariseAppClient } from "./appClient.ts";
import { readDirectory, summariseDirectory } from "./directory.ts";
import * as center from "./identityCenter.ts";
import {
  readIdentityPool,
  readPrincipalTag,
  readRoleAttachment,
  summariseIdentityPool,
} from "./identityPool.ts";
import * as organizations from "./organizations.ts";
import * as providers from "./providers.ts";
import * as role from "./role.ts";
import * as pool from "./userPool.ts";

type Reader = (resource: Resource, context: ReadContext) => Rich[];
type Summary = (resource: Resource, context: ReadContext) => Rich;

const READERS: Readonly<Record<string, Reader>> = {
  "AWS::IAM::Role": role.readRole,
  "AWS::IAM::User": role.readUserOrGroup,
  "AWS::IAM::Group": role.readUserOrGroup,
  "AWS::IAM::Policy": role.readPolicyResource,
  "AWS::IAM::ManagedPolicy": role.readPolicyResource,
  "AWS::IAM::RolePolicy": role.readPolicyResource,
  "AWS::IAM::UserPolicy": role.readPolicyResource,
  "AWS::IAM::GroupPolicy": role.readPolicyResource,
  "AWS::IAM::InstanceProfile": role.readInstanceProfile,
  "AWS::IAM::ServiceLinkedRole": role.readServiceLinkedRole,
  "AWS::IAM::AccessKey": role.readAccessKey,
  "AWS::IAM::OIDCProvider": providers.readOidcProvider,
  "AWS::IAM::SAMLProvider": providers.readSamlProvider,
  "AWS::RolesAnywhere::TrustAnchor": providers.readTrustAnchor,
  "AWS::RolesAnywhere::Profile": providers.readProfile,
  "AWS::VerifiedPermissions::PolicyStore": providers.readPolicyStore,
  "AWS::VerifiedPermissions::IdentitySource": providers.readIdentitySource,
  "AWS::Cognito::UserPool": pool.readUserPool,
  "AWS::Cognito::UserPoolClient": readAppClient,
  "AWS::Cognito::UserPoolDomain": pool.readDomain,
  "AWS::Cognito::UserPoolGroup": pool.readGroup,
  "AWS::Cognito::UserPoolIdentityProvider": pool.readIdentityProvider,
  "AWS::Cognito::UserPoolResourceServer": pool.readResourceServer,
  "AWS::Cognito::IdentityPool": readIdentityPool,
  "AWS::Cognito::IdentityPoolRoleAttachment": readRoleAttachment,
  "AWS::Cognito::IdentityPoolPrincipalTag": readPrincipalTag,
  "AWS::SSO::PermissionSet": center.readPermissionSet,
  "AWS::SSO::Assignment": center.readAssignment,
  "AWS::SSO::Application": center.readApplication,
  "AWS::SSO::ApplicationAssignment": center.readApplicationAssignment,
  "AWS::SSO::InstanceAccessControlAttributeConfiguration": center.readAttributeConfiguration,
  "AWS::IdentityStore::User": center.readStoreUser,
  "AWS::IdentityStore::Group": center.readStoreGroup,
  "AWS::IdentityStore::GroupMembership": center.readMembership,
  "AWS::DirectoryService::MicrosoftAD": readDirectory,
  "AWS::DirectoryService::SimpleAD": readDirectory,
  "AWS::Organizations::Policy": organizations.readOrganizationsPolicy,
  "AWS::Organizations::Account": organizations.readAccount,
  "AWS::Organizations::OrganizationalUnit": organizations.readUnit,
  "AWS::Organizations::Organization": organizations.readOrganization,
};

const SUMMARIES: Readonly<Record<string, Summary>> = {
  "AWS::IAM::Role": role.summariseRole,
  "AWS::IAM::Policy": role.summarisePolicy,
  "AWS::IAM::ManagedPolicy": role.summarisePolicy,
  "AWS::IAM::RolePolicy": role.summarisePolicy,
  "AWS::Cognito::UserPool": pool.summariseUserPool,
  "AWS::Cognito::UserPoolClient": summariseAppClient,
  "AWS::Cognito::IdentityPool": summariseIdentityPool,
  "AWS::SSO::PermissionSet": center.summarisePermissionSet,
  "AWS::DirectoryService::MicrosoftAD": summariseDirectory,
  "AWS::DirectoryService::SimpleAD": summariseDirectory,
  "AWS::Organizations::Policy": organizations.summariseOrganizationsPolicy,
};

/** What a resource does, in a few sentences; nothing for types without a reader or while half typed. */
export function readResource(resource: Resource, context: ReadContext): Rich[] {
  if (!resource.properties) return [];
  const [first, ...rest] = READERS[resource.type]?.(resource, context) ?? [];
  if (!first) return [];
  const apart = elsewhere(resource);
  return [apart ? say`${apart}: ${first}` : first, ...rest].map(capital);
}

/** One line for a list; empty where there is nothing to say. */
export function summarise(resource: Resource, context: ReadContext): Rich {
  if (!resource.properties) return [];
  const own = SUMMARIES[resource.type]?.(resource, context);
  if (!own) return withoutStop(readResource(resource, context)[0] ?? []);
  const apart = elsewhere(resource);
  return apart ? say`${apart}: ${own}` : capital(own);
}

/** "Apart from what `props.pool` sets", where properties come from what can't be followed here. */
function elsewhere(resource: Resource): Rich | undefined {
  const open = resource.properties?.entries.find((e) => e.key === "Fn::Transform");
  if (!open) return undefined;
  const from = open.value?.kind === "unknown" ? code(open.value.text) : "a transform";
  return say`Apart from what ${from} sets`;
}

function withoutStop(rich: Rich): Rich {
  if (!plain(rich).endsWith(".")) return rich;
  const last = rich[rich.length - 1];
  if (!last || last.style) return rich;
  return [...rich.slice(0, -1), ...(last.text === "." ? [] : say`${last.text.slice(0, -1)}`)];
}
