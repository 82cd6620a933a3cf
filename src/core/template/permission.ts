import type { Owner, PolicyPlace } from "../types.ts";
import { type EntryNode, entryOf, type MapNode, type Node, textOf } from "./nodes.ts";
import { below } from "./policy.ts";
import { visit, type Walk } from "./walk.ts";

/** The properties of `AWS::Lambda::Permission` that stand for a condition, each with its operator and key. */
const CONDITIONS: Readonly<Record<string, readonly [string, string]>> = {
  SourceArn: ["ArnLike", "aws:SourceArn"],
  SourceAccount: ["StringEquals", "aws:SourceAccount"],
  PrincipalOrgID: ["StringEquals", "aws:PrincipalOrgID"],
  EventSourceToken: ["StringEquals", "lambda:EventSourceToken"],
  FunctionUrlAuthType: ["StringEquals", "lambda:FunctionUrlAuthType"],
};

const SERVICE = /\.(?:amazon(?:aws)?\.com|\$\{AWS::URLSuffix\})/;

/** Is this value an element of the statement that a function's permission spells out in properties? */
export const isGrant = ({ type }: Owner, key: string): boolean =>
  type === "AWS::Lambda::Permission" && (key === "Principal" || key === "Action");

/**
 * The value of a permission's `Principal` or `Action`, as the element of the statement that Lambda makes of it.
 * https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
 */
export function visitGrant(key: string, value: Node, owner: Owner, properties: MapNode, walk: Walk): void {
  const statement = statementOf(properties);
  const document = map([entry("Statement", statement)], properties);
  const place: PolicyPlace = { use: "resource", owner, document, statement, statementIndex: 0 };
  const path = ["Statement", 0, key, ...(key === "Principal" ? kindOf(value) : [])];
  visit(value, path, walk, below(place));
}

function statementOf(properties: MapNode): MapNode {
  const get = (key: string): Node | undefined => entryOf(properties, key)?.value;
  const principal = get("Principal");
  const [kind] = principal ? kindOf(principal) : [];
  const who = principal && kind ? map([entry(kind, principal)], properties) : principal;
  const effect: Node = { kind: "scalar", value: "Allow", range: nowhere(properties), style: "plain" };
  const held = {
    Effect: effect,
    Principal: who,
    Action: get("Action"),
    Resource: get("FunctionName"),
    Condition: conditionOf(properties),
  };
  return map(
    Object.entries(held).flatMap(([key, value]) => (value ? [entry(key, value)] : [])),
    properties,
  );
}

function conditionOf(properties: MapNode): Node | undefined {
  const tests = properties.entries.flatMap(({ key, value }) => {
    const [operator, name] = CONDITIONS[key] ?? [];
    return operator && name && value ? [entry(operator, map([entry(name, value)], properties))] : [];
  });
  return tests.length > 0 ? map(tests, properties) : undefined;
}

/** A service or an account; none for `*`. */
function kindOf(principal: Node): readonly string[] {
  const text = textOf(principal.kind === "intrinsic" ? principal.argument : principal);
  if (text === "*") return [];
  return [SERVICE.test(text ?? "") ? "Service" : "AWS"];
}

const nowhere = ({ range: { start } }: MapNode) => ({ start, end: start });

const entry = (key: string, value: Node): EntryNode => ({ key, keyRange: value.range, value });

const map = (entries: readonly EntryNode[], { range }: MapNode): MapNode => ({ kind: "map", entries, range });
