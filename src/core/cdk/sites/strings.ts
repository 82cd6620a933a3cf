import type { PolicyPlace, Range, Site } from "../../types.ts";
import { textOf } from "../pieces.ts";
import type { Node, StringNode } from "../syntax.ts";
import { type Collector, nowhere, type Place } from "./collector.ts";
import { policyInText } from "./jsonText.ts";
import { visit } from "./visit.ts";

/** An IAM action, an ARN, a service principal, a condition key, a type: what means something wherever it stands. */
const IDENTITY =
  /^(arn:[\w-]*:|AWS::\w+::\w+$|[a-z0-9-]+:[A-Z*][\w*?]*$|[\w.-]+\.amazonaws\.com(\.cn)?$|(aws|[a-z0-9-]+):[A-Za-z]+(\/\S*)?$)|\.amazonaws\.com/;

export function visitString(c: Collector, node: StringNode, place: Place): void {
  const text = textOf(node);
  const policy = policyInText(node);
  if (policy) {
    visit(c, policy, { ...nowhere, construct: place.construct });
    return;
  }
  const { prop, call } = place;
  const inStatement = elementSite(c, node, place);
  const inner = partsOf(c.sites, node, (part) => visit(c, part, nowhere));
  if (text === "") return;
  if (inStatement) cover(c.sites, node, inner, inStatement);
  else if (isHost(text, place)) c.sites.push(...inner);
  else if (IDENTITY.test(text) || (inner.length === 0 && (prop || call?.index !== undefined)))
    cover(c.sites, node, inner, { role: "literal", text, prop, call, place: place.policy?.place });
  else c.sites.push(...inner);
}

/** `domainName: "bucket.s3.amazonaws.com"` looks like a service principal. */
const isHost = (text: string, { named = "", call }: Place): boolean =>
  /^[^:/]+\.amazonaws\.com(\.cn)?$/.test(text) &&
  (/(domain|zone|host|endpoint|origin|ur[il]|address)(_?name)?$/i.test(named) ||
    /Origin$/.test(call?.fqn ?? ""));

type Made<T> = T extends unknown ? Omit<T, "range"> : never;

/** What means something to identity within the expressions of a string. */
export function partsOf(sites: Site[], node: StringNode, visitPart: (part: Node) => void): readonly Site[] {
  const before = sites.length;
  for (const part of node.parts) if (part.kind !== "text") visitPart(part);
  return sites
    .splice(before)
    .filter(isIdentity)
    .sort((a, b) => a.range.start - b.range.start);
}

/** `Stack.of(this).account` in an ARN says less than the ARN does. */
const isIdentity = (site: Site): boolean => !("fqn" in site) || /^aws-cdk-lib\.[a-z]/.test(site.fqn);

/** The string as one site, save where its expressions have some of their own. */
export function cover(sites: Site[], node: StringNode, inner: readonly Site[], made: Made<Site>): void {
  let { start } = node.range;
  const put = (range: Range): void => {
    if (range.end > range.start) sites.push({ ...made, range } as Site);
  };
  for (const site of inner) {
    put({ start, end: site.range.start });
    sites.push(site);
    start = site.range.end;
  }
  put({ start, end: node.range.end });
}

const ELEMENTS: Readonly<Record<string, string>> = {
  actions: "Action",
  notActions: "NotAction",
  resources: "Resource",
  notResources: "NotResource",
};
const STATEMENT = /^aws-cdk-lib\.aws_iam\.PolicyStatement(Props)?$/;

/** `actions: [...]`, `statement.addResources(...)`: what stands in an element of a statement that is followed. */
function elementSite(c: Collector, node: StringNode, { prop, call, policy }: Place): Made<Site> | undefined {
  const { fqn, name = "" } = prop ?? call ?? {};
  const key = name.replace(/^add./, (start) => start.charAt(3).toLowerCase());
  const element = Object.hasOwn(ELEMENTS, key) ? ELEMENTS[key] : undefined;
  if (element === undefined || !policy || !STATEMENT.test(fqn ?? "")) return undefined;
  const value = c.instances.valueOf(node);
  const place: PolicyPlace = policy.place;
  if (!value || !place.statement) return undefined;
  const path = [...policy.path, element];
  return { role: "policyValue", text: textOf(node), place, path, value, whole: value };
}
