import type {
  ListValue,
  MapValue,
  Model,
  Path,
  PolicyPlace,
  PolicyUse,
  Range,
  Resource,
  Value,
} from "../../../types.ts";
import { isWrapper, pairsIn, textOf } from "../../pieces.ts";
import type { Node } from "../../syntax.ts";
import { mapOf } from "../build.ts";
import { lower } from "../lower/lower.ts";
import type { Lowering } from "../lower/lowering.ts";
import { documentOf, lowerStatement } from "./statement.ts";

/** Where in which policy an expression stands: `path` counts from the document. */
export interface PolicySpot {
  readonly place: PolicyPlace;
  readonly path: Path;
}

export interface PolicySpots {
  /** What the source at exactly this range is to a policy: a document or a statement of one. */
  at(range: Range): PolicySpot | undefined;
  /** A statement that no resource of the file holds: `bucket.addToResourcePolicy(new PolicyStatement(...))`. */
  loose(node: Node, calledBy: string | undefined): PolicySpot | undefined;
  /** A plain object that has a policy's form, held by nothing that we follow. */
  plain(node: Node): PolicySpot | undefined;
  /** Conditions that belong to no statement that we follow. */
  conditions(node: Node): PolicySpot;
}

const keyOf = ({ start, end }: Range): string => `${start}-${end}`;

/** Every policy document and statement that the resources hold, by where it stands in the source. */
export function indexPolicies(l: Lowering, model: Model): PolicySpots {
  const spots = new Map<string, PolicySpot>();
  for (const resource of model.resources.values())
    if (resource.properties) visit(spots, resource, resource.properties, useOf(resource.type), 0);
  return {
    at: (range) => spots.get(keyOf(range)),
    loose: (node, calledBy) => looseStatement(l, node, calledBy),
    plain: (node) => plainDocument(l, node),
    conditions: (node) => {
      const statement = mapOf({ Condition: lower(l, node) }, node.range);
      const document = documentOf([statement], node.range);
      return {
        place: { use: "unknown", owner: undefined, document, statement, statementIndex: 0 },
        path: ["Statement", 0],
      };
    },
  };
}

const DEEPEST = 12;

function visit(
  spots: Map<string, PolicySpot>,
  resource: Resource,
  value: Value,
  use: PolicyUse,
  depth: number,
): void {
  if (depth > DEEPEST) return;
  if (value.kind === "list") for (const item of value.items) visit(spots, resource, item, use, depth + 1);
  if (value.kind !== "map") return;
  const statements = statementsOf(value);
  if (statements) addDocument(spots, resource, value, statements, use);
  else
    for (const { key, value: inner } of value.entries)
      if (inner) visit(spots, resource, inner, key === "AssumeRolePolicyDocument" ? "trust" : use, depth + 1);
}

function statementsOf(value: MapValue): ListValue | MapValue | undefined {
  const found = value.entries.find(({ key }) => key === "Statement")?.value;
  return found?.kind === "list" || found?.kind === "map" ? found : undefined;
}

function addDocument(
  spots: Map<string, PolicySpot>,
  { id, type }: Resource,
  document: MapValue,
  statements: ListValue | MapValue,
  use: PolicyUse,
): void {
  const base = { use, owner: { id, type }, document };
  spots.set(keyOf(document.range), {
    place: { ...base, statement: undefined, statementIndex: undefined },
    path: [],
  });
  const items = statements.kind === "list" ? statements.items : [statements];
  items.forEach((item, i) => {
    if (item.kind !== "map") return;
    const path = statements.kind === "list" ? ["Statement", i] : ["Statement"];
    spots.set(keyOf(item.range), { place: { ...base, statement: item, statementIndex: i }, path });
  });
}

/** What the policies of a resource type are for, trust policies left aside. */
function useOf(type: string): PolicyUse {
  if (/^AWS::(IAM|SSO)::/.test(type)) return "identity";
  if (type === "AWS::Organizations::Policy") return "organization";
  return type.startsWith("AWS::") ? "resource" : "unknown";
}

function looseStatement(l: Lowering, node: Node, calledBy: string | undefined): PolicySpot | undefined {
  const statement = lowerStatement(l, node);
  if (statement.kind !== "map") return undefined;
  const document = documentOf([statement], statement.range);
  const hasPrincipal = statement.entries.some(({ key }) => key === "Principal");
  const use = useOfCall(calledBy) ?? (hasPrincipal ? "resource" : "unknown");
  return { place: { use, owner: undefined, document, statement, statementIndex: 0 }, path: ["Statement", 0] };
}

function useOfCall(name: string | undefined): PolicyUse | undefined {
  if (name === undefined) return undefined;
  if (/ResourcePolicy$/i.test(name)) return "resource";
  return /(RolePolicy|PrincipalPolicy|addToPolicy)$/i.test(name) ? "identity" : undefined;
}

function plainDocument(l: Lowering, node: Node): PolicySpot | undefined {
  const keys = keysOf(node);
  if (!keys.includes("Statement") || !keys.every(isOfDocument)) return undefined;
  const document = lower(l, node);
  if (document.kind !== "map" || !statementsOf(document)) return undefined;
  return {
    place: { use: "unknown", owner: undefined, document, statement: undefined, statementIndex: undefined },
    path: [],
  };
}

/** A firewall's rule has a `Statement` of its own, and a name beside it. */
const isOfDocument = (key: string | undefined): boolean =>
  key === undefined || /^(Version|Id|Statement)$/.test(key);

/** Of an object, or of Java's `Map.of("Statement", ...)`. */
function keysOf(node: Node): readonly (string | undefined)[] {
  if (node.kind === "map") return node.entries.map(({ key }) => key);
  if (node.kind !== "call" || isWrapper(node) !== "map") return [];
  return pairsIn(node).map(([key]) => (key.kind === "string" ? textOf(key) : undefined));
}

/** The spot one step further inside; a statement is noted when the step enters it. */
export function stepInto({ place, path }: PolicySpot, step: string | number): PolicySpot {
  const next = [...path, step];
  if (next.length > 2 || next[0] !== "Statement" || place.document.kind !== "map")
    return { place, path: next };
  const statements = statementsOf(place.document);
  const index = typeof step === "number" ? step : 0;
  const statement = statements?.kind === "list" ? statements.items[index] : statements;
  if (statement?.kind !== "map" || (statements?.kind === "list" && next.length < 2))
    return { place, path: next };
  return { place: { ...place, statement, statementIndex: index }, path: next };
}
