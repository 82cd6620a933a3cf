import type { MapValue, Names, Path, Site, Term, Value } from "../types.ts";
import { arnTerm, managedPolicyTerm } from "./arn.ts";
import { issuerTerm } from "./issuer.ts";
import { isAction, isServicePrincipal } from "./shapes.ts";

/** Names only: `["Policies", 0, "PolicyName"]` is about the property `Policies.PolicyName`. */
export const propertyPath = (path: Path): string[] =>
  path.filter((step): step is string => typeof step === "string");

export function propertyTerm(site: Site & { role: "key" }, names: Names): Term | undefined {
  const path = propertyPath(site.path);
  const { range, owner, value } = site;
  if (path.length === 0) return undefined;
  if (names.isType(owner.type))
    return { kind: "property", range, type: owner.type, path, resource: owner.id, value };
  return isPolicy(value) ? { kind: "policyDocument", range, name: path.join("."), owner, value } : undefined;
}

const isPolicy = (value: Value | undefined): value is MapValue =>
  value?.kind === "map" &&
  value.entries.some(({ key, value: held }) => key === "Statement" && hasEffect(held));

const hasEffect = (value: Value | undefined): boolean =>
  value?.kind === "list" ? value.items.some(hasEffect) : value?.kind === "map" && hasKey(value, "Effect");

const hasKey = (map: MapValue, key: string): boolean => map.entries.some((entry) => entry.key === key);

/** A scalar: a name of AWS's own wherever it stands, else a value of an identity property. */
export function valueTerm(site: Site & { role: "value" }, names: Names): Term | undefined {
  return (
    managedPolicyTerm(site) ??
    arnTerm(site) ??
    permissionTerm(site, names) ??
    (names.isType(site.owner.type) ? issuerTerm(site, names) : undefined) ??
    propertyValueTerm(site, names)
  );
}

/** `AWS::Lambda::Permission` and its like spell a statement out in properties. */
function permissionTerm(site: Site & { role: "value" }, names: Names): Term | undefined {
  const last = propertyPath(site.path).at(-1) ?? "";
  const { range, text } = site;
  if (NAMES_SERVICES.test(last) && isServicePrincipal(text)) {
    return { kind: "principal", range, principal: "Service", text, place: undefined };
  }
  if (last === "Principal" && /^\d{12}$/.test(text)) {
    return { kind: "principal", range, principal: "AWS", text, place: undefined };
  }
  if (last === "Action" && isAction(text, names)) {
    return { kind: "action", range, action: text, element: "Action", place: undefined };
  }
  return undefined;
}

const HAVE_POLICIES = /^AWS::Serverless::(?:Function|StateMachine)$/;
const NAMES_SERVICES = /Principals?$|^AWSServiceName$/;

/** SAM takes AWS's managed policies by bare name: `Policies: AmazonDynamoDBReadOnlyAccess`. */
function propertyValueTerm(site: Site & { role: "value" }, names: Names): Term | undefined {
  const { range, owner, text } = site;
  const path = propertyPath(site.path);
  const scalar = site.value.value;
  if (HAVE_POLICIES.test(owner.type) && path.length === 1 && path[0] === "Policies") {
    return { kind: "managedPolicy", range, name: text, arn: undefined };
  }
  if (!names.isType(owner.type)) return undefined;
  // `True` and `yes` are what `true` is.
  const value = typeof scalar === "boolean" ? String(scalar) : text;
  return { kind: "value", range, type: owner.type, path, resource: owner.id, value };
}
