/** What a set of policies amounts to in terms of identity, in a few words. */
import { code, say } from "../../text.ts";
import type { Rich } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { and, or, plural, show } from "../phrase.ts";
import { covers, matchesPattern, type Statement } from "../policy/parse.ts";
import { codes } from "../read.ts";
import { hasReference, refAt, type Text } from "../text.ts";
import type { Attached } from "./role.ts";

/** "administrator", "may pass roles", "reads only": those that hold, the strongest first. */
export function powers(policies: Attached, context: ReadContext): Rich[] {
  const allowed = policies.statements.filter((s) => s.effect === "Allow");
  const denied = policies.statements.filter((s) => s.effect === "Deny");
  const less = denied.length ? ", but for what its own statements deny" : "";
  if (isAdministrator(policies, allowed)) return [say`administrator of the account${less}`];
  const but = allowed.find(isAllBut);
  if (but) return [say`may do everything but ${or(but.notActions.map(show))}${less}`];
  const mayOn = (action: string) => names(allowed, action) && !forbids(denied, action);
  const found: Rich[] = [];
  if (mayOn("iam:PassRole")) found.push(say`may pass roles`);
  if (changesIam(policies, allowed, denied, context)) found.push(say`may change IAM`);
  if (mayOn("sts:AssumeRole")) found.push(say`may assume other roles`);
  const services = servicesOf(allowed);
  if (readsOnly(policies, allowed, context)) found.push(say`only reads${of(services)}`);
  else if (found.length === 0 && services.length) found.push(say`works with${of(services)}`);
  return found;
}

const of = (services: readonly string[]): Rich => {
  if (services.length === 0) return [];
  const shown = codes(services.slice(0, 3));
  const rest = services.length - 3;
  return say` ${and(rest > 0 ? [...shown, say`${plural(rest, "more service")}`] : shown)}`;
};

/** `AdministratorAccess`, or everything on everything without a condition. */
function isAdministrator(policies: Attached, allowed: readonly Statement[]): boolean {
  if (policies.names.some((name) => /(^|\/)AdministratorAccess$/.test(name))) return true;
  return allowed.some(
    (s) =>
      s.actions.some((a) => a.s === "*" || a.s === "*:*") &&
      s.resources.some((r) => r.s === "*") &&
      s.tests.length === 0 &&
      s.whole,
  );
}

/** Everything but some actions, on everything, without a condition. */
const isAllBut = (s: Statement): boolean =>
  s.notActions.length > 0 &&
  !s.notActions.some((a) => a.s === "*") &&
  s.resources.some((r) => r.s === "*") &&
  s.tests.length === 0 &&
  s.whole;

/** `iam` and `sts` actions: `*` on a bucket says nothing of them. */
const names = (allowed: readonly Statement[], action: string): boolean =>
  allowed.some((s) => covers(s.actions, action) && (s.resources.length === 0 || s.resources.some(isOfIam)));

const forbids = (denied: readonly Statement[], action: string): boolean =>
  denied.some(
    (s) =>
      covers(s.actions, action) && s.tests.length === 0 && s.whole && s.resources.some((r) => r.s === "*"),
  );

/** Can a resource be one of IAM? What isn't known can. */
function isOfIam(text: Text): boolean {
  const head = refAt(text, text.s.charAt(0));
  // What a custom resource or a stack gives may be anything.
  if (head?.kind === "resource") return !/^AWS::(?!IAM::|CloudFormation::)/.test(head.resource.type);
  const service = text.s.split(":")[2];
  return service === undefined || hasReference(service) || matchesPattern(service, "iam");
}

const IAM_CHANGES = [
  "iam:PutRolePolicy",
  "iam:AttachRolePolicy",
  "iam:CreatePolicyVersion",
  "iam:UpdateAssumeRolePolicy",
  "iam:CreateUser",
];

function changesIam(
  policies: Attached,
  allowed: readonly Statement[],
  denied: readonly Statement[],
  context: ReadContext,
): boolean {
  if (policies.names.some((name) => /(^|\/)IAMFullAccess$/.test(name))) return true;
  if (IAM_CHANGES.some((action) => names(allowed, action) && !forbids(denied, action))) return true;
  return allowed.some((s) =>
    s.actions.some(
      (a) =>
        a.s.toLowerCase().startsWith("iam:") &&
        !forbids(denied, a.s) &&
        context.facts.action(a.s)?.access === "Permissions management",
    ),
  );
}

/** Every action is known, and each only lists or reads. */
function readsOnly(policies: Attached, allowed: readonly Statement[], context: ReadContext): boolean {
  if (!policies.whole) return false;
  const managed = policies.names.every((name) =>
    /(^|\/)(ReadOnlyAccess|ViewOnlyAccess|SecurityAudit)$/.test(name),
  );
  if (!managed || (allowed.length === 0 && policies.names.length === 0)) return false;
  return allowed.every(
    (s) => s.notActions.length === 0 && s.actions.length > 0 && s.actions.every((a) => reads(a.s, context)),
  );
}

function reads(action: string, context: ReadContext): boolean {
  if (hasReference(action)) return false;
  const found = /[*?]/.test(action) ? context.facts.actionsMatching(action) : undefined;
  const one = found ? undefined : context.facts.action(action);
  const list = found ?? (one ? [one] : []);
  return list.length > 0 && list.every((fact) => fact.access === "List" || fact.access === "Read");
}

function servicesOf(allowed: readonly Statement[]): string[] {
  const found = new Set<string>();
  for (const s of allowed)
    for (const a of s.actions) {
      const colon = a.s.indexOf(":");
      if (colon > 0 && !hasReference(a.s.slice(0, colon))) found.add(a.s.slice(0, colon).toLowerCase());
    }
  return [...found];
}

/** `AdministratorAccess` of its ARN. */
export function policyName(words: Rich): Rich {
  const [only, ...rest] = words;
  const m = only?.style === "code" && rest.length === 0 ? /:policy\/(?:.*\/)?([^/]+)$/.exec(only.text) : null;
  return m?.[1] ? [code(m[1])] : words;
}
