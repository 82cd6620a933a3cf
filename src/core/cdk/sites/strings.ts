import { policyInText } from "../jsonText.ts";
import { textOf } from "../pieces.ts";
import type { StringNode } from "../syntax.ts";
import { type Collector, nowhere, type Place } from "./collector.ts";
import { visit } from "./visit.ts";

/** An IAM action, an ARN, a service principal, a condition key: what means something wherever it stands. */
const IDENTITY =
  /^(arn:[\w-]*:|[a-z0-9-]+:[A-Z*][\w*?]*$|[\w.-]+\.amazonaws\.com(\.cn)?$|(aws|[a-z0-9-]+):[A-Za-z]+(\/\S*)?$)|\.amazonaws\.com/;

export function visitString(c: Collector, node: StringNode, place: Place): void {
  const text = textOf(node);
  const isIdentity = IDENTITY.test(text);
  const known = place.prop !== undefined || (place.call !== undefined && place.call.index !== undefined);
  const policy = policyInText(node);
  if (policy) {
    visit(c, policy, { ...nowhere, construct: place.construct });
    return;
  }
  const before = c.sites.length;
  if (!isIdentity) for (const part of node.parts) if (part.kind !== "text") visit(c, part, nowhere);
  if (text === "" || !(isIdentity || known) || c.sites.length > before) return;
  const { prop, call } = place;
  c.sites.push({ role: "literal", range: node.range, text, prop, call, place: place.policy?.place });
}
