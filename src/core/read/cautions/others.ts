/** Roles Anywhere profiles, pod identities, directories, secrets, Identity Center. */
import { code } from "../../text.ts";
import type { Resource, Value } from "../../types.ts";
import { named } from "../nouns.ts";
import { and, duration, isoSeconds } from "../phrase.ts";
import { covers } from "../policy/parse.ts";
import { principalHost } from "../policy/principal.ts";
import { knownItems } from "../read.ts";
import { known, numberOf, resourceOf } from "../resolve.ts";
import { isUnset, items, property, valueAt } from "../structure.ts";
import { allowed, type CheckContext } from "./policies.ts";
import type { Check, Raised } from "./raise.ts";

// ---------------------------------------------------------------- machines

/** A number that is set, or the default where it surely is not. */
function numberOr(
  resource: Resource,
  key: string,
  otherwise: number,
  context: CheckContext,
): number | undefined {
  return isUnset(resource, key) ? otherwise : numberOf(property(resource, key), context.model);
}

const profileDuration: Check = (profile, context) => {
  const asked = numberOr(profile, "DurationSeconds", 3600, context);
  if (asked === undefined) return [];
  return items(property(profile, "RoleArns")).flatMap(({ value }) => {
    const role = resourceOf(value, context.model);
    const most =
      role?.type === "AWS::IAM::Role" ? numberOr(role, "MaxSessionDuration", 3600, context) : undefined;
    if (!role || most === undefined || asked <= most) return [];
    const values = { asked: duration(asked), role: named(role), allowed: duration(most) };
    return [{ id: "roles-anywhere-duration", range: value.range, values }];
  });
};

const podIdentity: Check = (association, context) => {
  const value = property(association, "RoleArn");
  const role = resourceOf(value, context.model);
  if (!value || role?.type !== "AWS::IAM::Role") return [];
  const statements = allowed(role, "trust", context);
  if (statements.length === 0 || statements.some((s) => !s.whole)) return [];
  if (
    statements.some((s) =>
      s.principals.some((p) => p.kind === "Service" && principalHost(p.text) === undefined),
    )
  )
    return [];
  const own = statements.filter((s) =>
    s.principals.some((p) => p.kind === "Service" && principalHost(p.text) === "pods.eks.amazonaws.com"),
  );
  const wanted = ["sts:AssumeRole", "sts:TagSession"].filter((a) => !own.some((s) => covers(s.actions, a)));
  const missing = own.length ? wanted : ["pods.eks.amazonaws.com"];
  if (missing.length === 0) return [];
  const values = { role: named(role), missing: and(missing.map((m) => [code(m)])) };
  return [{ id: "pod-identity-trust", range: value.range, values }];
};

// ---------------------------------------------------------------- directories and secrets

/** Two that are written out; a list from a parameter is not counted. */
const subnets: Check = (directory, context) => {
  const value = property(directory, "VpcSettings", "SubnetIds");
  if (value?.kind !== "list") return [];
  const all = items(value);
  const countable = all.every((item) => item.when.length === 0 && isOne(item.value, context));
  if (!countable || all.length === 2) return [];
  const at = property(directory, "VpcSettings");
  const range = at?.kind === "map" ? at.entries.find((e) => e.key === "SubnetIds")?.keyRange : undefined;
  return [
    { id: "directory-two-subnets", range: range ?? value.range, values: { count: String(all.length) } },
  ];
};

function isOne(value: Value, context: CheckContext): boolean {
  if (value.kind === "scalar") return true;
  if (value.kind !== "intrinsic" || value.name !== "Ref" || value.argument.kind !== "scalar") return false;
  const name = String(value.argument.value);
  const parameter = context.model.parameters.get(name);
  return parameter ? !/List/.test(parameter.type) : context.model.resources.has(name);
}

const SECRETS: Readonly<Record<string, readonly string[]>> = {
  "AWS::DirectoryService::MicrosoftAD": ["Password"],
  "AWS::DirectoryService::SimpleAD": ["Password"],
  "AWS::IAM::User": ["LoginProfile", "Password"],
  "AWS::Cognito::UserPoolIdentityProvider": ["ProviderDetails", "client_secret"],
};

const secret: Check = (resource) => {
  const value = property(resource, ...(SECRETS[resource.type] ?? []));
  if (value?.kind !== "scalar" || typeof value.value !== "string") return [];
  if (value.value === "" || value.value.startsWith("{{resolve:")) return [];
  return [{ id: "secret-in-text", range: value.range }];
};

// ---------------------------------------------------------------- Identity Center

const setSession: Check = (set, context): readonly Raised[] => {
  const value = property(set, "SessionDuration");
  const text = known(value, context.model);
  if (!value || text === undefined) return [];
  const seconds = isoSeconds(text);
  if (seconds === undefined)
    return [{ id: "permission-set-session-form", range: value.range, values: { found: [code(text)] } }];
  if (seconds < 3600 || seconds > 43200)
    return [{ id: "permission-set-session-range", range: value.range, values: { found: duration(seconds) } }];
  const admin = knownItems(property(set, "ManagedPolicies"), context)?.some((p) =>
    /\/AdministratorAccess$/.test(p),
  );
  return admin && seconds > 4 * 3600
    ? [{ id: "permission-set-admin-long", range: value.range, values: { found: duration(seconds) } }]
    : [];
};

const customerPolicies: Check = (set, context) =>
  items(property(set, "CustomerManagedPolicyReferences")).flatMap(({ value }) => {
    const name = valueAt(value, "Name");
    const text = known(name, context.model);
    return name && text
      ? [{ id: "permission-set-customer-policy", range: name.range, values: { policy: [code(text)] } }]
      : [];
  });

const toUser: Check = (assignment, context) => {
  const value = property(assignment, "PrincipalType");
  return value && known(value, context.model) === "USER"
    ? [{ id: "assignment-to-user", range: value.range }]
    : [];
};

const otherInstance: Check = (assignment, context) => {
  const value = property(assignment, "InstanceArn");
  const set = resourceOf(property(assignment, "PermissionSetArn"), context.model);
  const mine = known(value, context.model);
  const its = known(property(set, "InstanceArn"), context.model);
  return value && mine && its && mine !== its
    ? [{ id: "assignment-other-instance", range: value.range }]
    : [];
};

export const profileChecks: readonly Check[] = [profileDuration];
export const podIdentityChecks: readonly Check[] = [podIdentity];
export const directoryChecks: readonly Check[] = [subnets, secret];
export const secretChecks: readonly Check[] = [secret];
export const permissionSetChecks: readonly Check[] = [setSession, customerPolicies];
export const assignmentChecks: readonly Check[] = [toUser, otherInstance];
