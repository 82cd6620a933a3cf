/** Every check by the type that it begins at, and what a file or a resource comes to. */
import type { Caution, Finding, Model, Resource } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { clientChecks, domainChecks, userPoolChecks } from "./cognito.ts";
import { attachmentChecks, identityPoolChecks, principalTagChecks } from "./identityPool.ts";
import { conditionChecks, oidcChecks } from "./oidc.ts";
import {
  assignmentChecks,
  directoryChecks,
  permissionSetChecks,
  podIdentityChecks,
  profileChecks,
  secretChecks,
} from "./others.ts";
import { organizationChecks, permissionChecks } from "./permissions.ts";
import { type CheckContext, checkContext } from "./policies.ts";
import { type Check, toFinding } from "./raise.ts";
import { trustChecks } from "./trust.ts";

const policies = [...permissionChecks, ...conditionChecks];

const CHECKS: Readonly<Record<string, readonly Check[]>> = {
  "AWS::IAM::Role": [...trustChecks, ...oidcChecks, ...policies],
  "AWS::IAM::User": [...secretChecks, ...policies],
  "AWS::IAM::Group": policies,
  "AWS::IAM::Policy": policies,
  "AWS::IAM::ManagedPolicy": policies,
  "AWS::IAM::RolePolicy": policies,
  "AWS::IAM::UserPolicy": policies,
  "AWS::IAM::GroupPolicy": policies,
  "AWS::Serverless::Function": [...trustChecks, ...oidcChecks, ...policies],
  "AWS::Serverless::StateMachine": [...trustChecks, ...oidcChecks, ...policies],
  "AWS::Cognito::UserPool": userPoolChecks,
  "AWS::Cognito::UserPoolClient": clientChecks,
  "AWS::Cognito::UserPoolDomain": domainChecks,
  "AWS::Cognito::UserPoolIdentityProvider": secretChecks,
  "AWS::Cognito::IdentityPool": identityPoolChecks,
  "AWS::Cognito::IdentityPoolRoleAttachment": attachmentChecks,
  "AWS::Cognito::IdentityPoolPrincipalTag": principalTagChecks,
  "AWS::RolesAnywhere::Profile": profileChecks,
  "AWS::EKS::PodIdentityAssociation": podIdentityChecks,
  "AWS::DirectoryService::MicrosoftAD": directoryChecks,
  "AWS::DirectoryService::SimpleAD": directoryChecks,
  "AWS::SSO::PermissionSet": [...permissionSetChecks, ...policies],
  "AWS::SSO::Assignment": assignmentChecks,
  "AWS::Organizations::Policy": [...organizationChecks, ...conditionChecks],
};

const RANK: Readonly<Record<Caution["severity"], number>> = { fails: 0, weakens: 1, hint: 2 };

const worstFirst = (a: Finding, b: Finding): number =>
  RANK[a.severity] - RANK[b.severity] || a.range.start - b.range.start;

/** What is to be said of one resource, the worst first. Nothing while its properties are still to come. */
export const cautionsOf = (resource: Resource, context: ReadContext): Finding[] =>
  checked(resource, checkContext(context));

/** The whole file's, in the order of its resources. */
export function findings(model: Model, context: ReadContext): Finding[] {
  const shared = checkContext({ ...context, model });
  return [...model.resources.values()].flatMap((resource) => checked(resource, shared));
}

function checked(resource: Resource, context: CheckContext): Finding[] {
  if (!resource.properties) return [];
  const raised = (CHECKS[resource.type] ?? []).flatMap((check) => check(resource, context));
  const found = raised.flatMap((one) => toFinding(one, context) ?? []);
  return unique(found).sort(worstFirst);
}

const unique = (found: readonly Finding[]): Finding[] => [
  ...new Map(found.map((one) => [`${one.id} ${one.range.start} ${one.range.end}`, one])).values(),
];
