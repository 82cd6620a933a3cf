/** AWS Organizations: policies and what they reach, accounts, units. */
import { code, say } from "../../text.ts";
import type { PolicyUse, Resource, Rich } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { and } from "../phrase.ts";
import { tell } from "../policy/document.ts";
import { parsePolicy } from "../policy/parse.ts";
import { shown, shownItems, target, worded } from "../read.ts";
import { known } from "../resolve.ts";
import { property } from "../structure.ts";

const KINDS: Readonly<Record<string, string>> = {
  SERVICE_CONTROL_POLICY: "Service control policy",
  RESOURCE_CONTROL_POLICY: "Resource control policy",
  TAG_POLICY: "Tag policy",
  BACKUP_POLICY: "Backup policy",
  AISERVICES_OPT_OUT_POLICY: "AI services opt-out policy",
  CHATBOT_POLICY: "Chat applications policy",
  DECLARATIVE_POLICY_EC2: "Declarative policy for EC2",
};

const NEVER: Readonly<Record<string, string>> = {
  SERVICE_CONTROL_POLICY:
    "It never touches the management account or service-linked roles, and grants nothing.",
  RESOURCE_CONTROL_POLICY:
    "It never touches resources of the management account or service-linked roles, and grants nothing.",
};

export function policyUse(policy: Resource, context: ReadContext): PolicyUse {
  const type = known(property(policy, "Type"), context.model);
  if (type === "SERVICE_CONTROL_POLICY") return "scp";
  return type === "RESOURCE_CONTROL_POLICY" ? "rcp" : "organization";
}

export function readOrganizationsPolicy(policy: Resource, context: ReadContext): Rich[] {
  const use = policyUse(policy, context);
  const type = known(property(policy, "Type"), context.model) ?? "";
  const statements =
    use === "organization" ? [] : (parsePolicy(property(policy, "Content"), context)?.statements ?? []);
  const told = tell(statements, use, policy, context);
  const never = NEVER[type] ? [say`${NEVER[type] ?? ""}`] : [];
  return [say`${kind(policy, context)} for ${reach(policy, context)}.`, ...told, ...never];
}

export const summariseOrganizationsPolicy = (policy: Resource, context: ReadContext): Rich =>
  say`${kind(policy, context)} for ${reach(policy, context)}`;

const kind = (policy: Resource, context: ReadContext): Rich =>
  worded(property(policy, "Type"), KINDS, say`Policy of a type that is still to be written`, context);

function reach(policy: Resource, context: ReadContext): Rich {
  const targets = shownItems(property(policy, "TargetIds"), context);
  return targets.length ? and(targets) : say`nothing yet (no target is named)`;
}

export function readAccount(account: Resource, context: ReadContext): Rich[] {
  const name = shown(property(account, "AccountName"), context) ?? say`without a name yet`;
  const role = shown(property(account, "RoleName"), context) ?? [code("OrganizationAccountAccessRole")];
  const parents = shownItems(property(account, "ParentIds"), context);
  const under = parents.length ? say` under ${and(parents)}` : say` under the root`;
  return [
    say`A member account ${name}${under}. The management account can enter it as administrator through the role ${role}.`,
  ];
}

export function readUnit(unit: Resource, context: ReadContext): Rich[] {
  const name = shown(property(unit, "Name"), context) ?? say`without a name yet`;
  return [
    say`An organizational unit ${name} under ${target(property(unit, "ParentId"), context)}; policies on it reach every account below.`,
  ];
}

export function readOrganization(organization: Resource, context: ReadContext): Rich[] {
  const set = worded(
    property(organization, "FeatureSet"),
    { ALL: "all features", CONSOLIDATED_BILLING: "consolidated billing only (no SCPs)" },
    say`all features`,
    context,
  );
  return [say`An organization with ${set}; the account that makes it is the management account.`];
}
