import type { Owner, Path, PolicyPlace, PolicyUse } from "../types.ts";
import { embedded } from "./embedded.ts";
import { type EntryNode, entryOf, type MapNode, type Node, textOf } from "./nodes.ts";
import { scalarParts, type Visitor, visit, type Walk } from "./walk.ts";

/** Properties that hold a policy document, whatever the type, even before anything stands in it. */
const DOCUMENTS = new Set([
  "AssumeRolePolicyDocument",
  "PolicyDocument",
  "InlinePolicy",
  "KeyPolicy",
  "RepositoryPolicyText",
  "FileSystemPolicy",
  "BucketPolicy",
  "ResourcePolicy",
  "AccessPolicies",
]);

const IDENTITY_OWNERS = /^AWS::(?:IAM|SSO|Serverless|Transfer)::/;

/** Where the Serverless Framework says what the role of its functions may do. */
const SERVERLESS_ROLE = /(?:^|\.)(?:iamRoleStatements|iam\.role\.statements)$/;

/** Owner types whose documents say what an identity may do, by the property that holds them. */
function useOf(
  owner: Owner | undefined,
  path: Path,
  node: Node,
  organizationsType: string | undefined,
): PolicyUse {
  if (path.includes("AssumeRolePolicyDocument")) return "trust";
  if (!owner) return SERVERLESS_ROLE.test(path.join(".")) ? "identity" : "unknown";
  if (owner.type === "AWS::Organizations::Policy") {
    if (organizationsType === "SERVICE_CONTROL_POLICY") return "scp";
    return organizationsType === "RESOURCE_CONTROL_POLICY" ? "rcp" : "organization";
  }
  const inAuth = path.includes("ResourcePolicy") || path.includes("Auth");
  if (IDENTITY_OWNERS.test(owner.type)) return inAuth ? "resource" : "identity";
  if (owner.type.startsWith("AWS::")) return "resource";
  return hasPrincipal(node) ? "resource" : "unknown";
}

const hasPrincipal = (node: Node): boolean =>
  statementsOf(node).some((statement) => entryOf(statement, "Principal") !== undefined);

/** The statements of a document, as far as they stand there as maps. */
function statementsOf(node: Node): readonly MapNode[] {
  const held = node.kind === "map" ? entryOf(node, "Statement")?.value : undefined;
  const items = held?.kind === "list" ? held.items : held ? [held] : [];
  return items.flatMap(branchesOf).filter((item): item is MapNode => item.kind === "map");
}

/** What `Fn::If` may give; anything else is itself. */
function branchesOf(node: Node): readonly Node[] {
  if (node.kind !== "intrinsic" || node.name !== "Fn::If" || node.argument.kind !== "list") return [node];
  return node.argument.items
    .slice(1)
    .flatMap(branchesOf)
    .flatMap((item) => (item.kind === "list" ? item.items : [item]));
}

const PARTS = ["Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal"];

/** A map that can be nothing else than a policy statement. */
function isStatement(node: Node): boolean {
  if (node.kind !== "map") return false;
  const effect = entryOf(node, "Effect");
  return effect !== undefined && PARTS.some((part) => entryOf(node, part) !== undefined);
}

/** A list of statements, or one, without its document: SAM's `CustomStatements`, `AWS::Events::EventBusPolicy`. */
export const areStatements = (node: Node): boolean =>
  (node.kind === "list" ? node.items.flatMap(branchesOf) : branchesOf(node)).some(isStatement);

/** A policy document, by what it holds or by the property that it is the value of. */
export function isDocument(node: MapNode, path: Path): boolean {
  const statement = entryOf(node, "Statement");
  if (statement) return path.length > 0 && (isDocumentPath(path) || holdsStatements(node, statement.value));
  return isDocumentPath(path) && (node.entries.length === 0 || entryOf(node, "Version") !== undefined);
}

function holdsStatements(node: MapNode, statement: Node | undefined): boolean {
  if (statement && areStatements(statement)) return true;
  const version = textOf(entryOf(node, "Version")?.value);
  return version === "2012-10-17" || version === "2008-10-17";
}

const isDocumentPath = (path: Path): boolean => DOCUMENTS.has(String(path.at(-1)));

/** What is known of the surroundings of a document. */
export interface Holder {
  readonly owner: Owner | undefined;
  readonly path: Path;
  readonly organizationsType: string | undefined;
}

/** Every site inside a policy document. */
export function visitDocument(document: MapNode, holder: Holder, walk: Walk): void {
  const use = useOf(holder.owner, holder.path, document, holder.organizationsType);
  pushDocument(document, placeOf(document, use, holder.owner), walk);
}

function pushDocument(document: MapNode, place: PolicyPlace, around: Walk): void {
  const walk = withoutWhole(around);
  for (const entry of document.entries) {
    if (entry.borrowed) continue;
    pushKey(entry.key, entry.keyRange, [entry.key], place, entry.value, walk);
    if (!entry.value) continue;
    const visitor = entry.key === "Statement" ? statements(place) : below(place);
    visit(entry.value, [entry.key], walk, visitor);
  }
}

/** A file that is a policy document. What it is attached to, its `Principal` tells. */
export function visitPolicyFile(entries: readonly EntryNode[], walk: Walk): void {
  const document: MapNode = { kind: "map", entries, range: { start: 0, end: walk.text.length } };
  pushDocument(document, placeOf(document, fileUse(document), undefined), walk);
}

function fileUse(document: MapNode): PolicyUse {
  if (!hasPrincipal(document)) return "unknown";
  const assumes = statementsOf(document).some((statement) => {
    const action = entryOf(statement, "Action")?.value;
    const actions = action?.kind === "list" ? action.items : [action];
    return actions.some((item) => textOf(item)?.toLowerCase().startsWith("sts:assumerole"));
  });
  return assumes ? "trust" : "resource";
}

/** Statements that stand without a document, under `Statement` or another key: as if one held them. */
export function visitStatements({ key, keyRange }: EntryNode, held: Node, holder: Holder, walk: Walk): void {
  const entries = [{ key: "Statement", keyRange, value: held }];
  const document: MapNode = { kind: "map", entries, range: held.range };
  const place = placeOf(
    document,
    useOf(holder.owner, holder.path, document, holder.organizationsType),
    holder.owner,
  );
  if (key === "Statement") pushKey(key, keyRange, [key], place, held, walk);
  visit(held, ["Statement"], withoutWhole(walk), statements(place));
}

/** A document written as the text of `Fn::Sub` is no piece of it: its values stand for themselves. */
const withoutWhole = ({ whole: _, ...walk }: Walk): Walk => walk;

const placeOf = (document: Node, use: PolicyUse, owner: Owner | undefined): PolicyPlace => ({
  use,
  owner,
  document,
  statement: undefined,
  statementIndex: undefined,
});

/** A single statement counts as the first of a list, so that a path always reads the same. */
const statements = (outer: PolicyPlace): Visitor => ({
  map: (statement, path, walk) => {
    const statementIndex = typeof path[1] === "number" ? path[1] : 0;
    const place = { ...outer, statement, statementIndex };
    below(place).map(statement, ["Statement", statementIndex], walk);
  },
  scalar: (node, path, walk) => below(outer).scalar(node, path, walk),
});

/** What stands below an element of a document. */
export const below = (place: PolicyPlace): Visitor => ({
  map: (node, path, walk) => {
    for (const entry of node.entries) {
      if (entry.borrowed) continue;
      const to = [...path, entry.key];
      pushKey(entry.key, entry.keyRange, to, place, entry.value, walk);
      if (entry.value) visit(entry.value, to, walk, below(place));
    }
  },
  scalar: (node, path, walk) => {
    if (node.value === null) return;
    const whole = walk.whole ?? node;
    walk.found.push({ role: "policyValue", place, path, value: node, whole, ...scalarParts(node, walk) });
  },
  reference: (node, text, path, walk) => ({
    role: "policyValue",
    place,
    path,
    value: node,
    whole: walk.whole ?? node,
    range: node.range,
    text,
  }),
});

function pushKey(
  key: string,
  range: { start: number; end: number },
  path: Path,
  place: PolicyPlace,
  value: Node | undefined,
  walk: Walk,
): void {
  if (key.startsWith("Fn::")) walk.found.push({ role: "intrinsic", range, text: key, name: key });
  else walk.found.push({ role: "policyKey", range, text: key, place, path, value });
}

/** A policy document written as JSON text: its tree, at the places where it stands in the document. */
export function documentInText(node: Node, path: Path, walk: Walk): MapNode | undefined {
  if (node.kind !== "scalar" || typeof node.value !== "string") return undefined;
  if (!node.value.includes("Statement") && !isDocumentPath(path)) return undefined;
  const root = embedded(node, walk.text);
  return root?.kind === "map" && isDocument(root, path) ? root : undefined;
}
