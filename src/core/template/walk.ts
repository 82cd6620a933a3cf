import type { Path, Range, Site } from "../types.ts";
import {
  type IntrinsicNode,
  type ListNode,
  type MapNode,
  type Node,
  type ScalarNode,
  textOf,
} from "./nodes.ts";

export type ReferenceSite = Extract<Site, { role: "reference" }>;

/**
 * A site, and the `${...}` that stand in it. Whether such a variable is a place of its own depends on
 * what the rest of the file declares, so that is decided when someone asks (`locate.ts`).
 */
export type Found = Site & {
  readonly inner?: readonly ReferenceSite[];
  /** The text is a template itself. */
  readonly isTemplate?: boolean;
};

/** Where a walk writes to, and what it reads with. */
export interface Walk {
  readonly text: string;
  readonly found: Found[];
  /** Inside `Fn::Sub`: the names that its own map gives. */
  readonly variables?: ReadonlySet<string>;
  /** Inside `Fn::Join` and `Fn::Sub`: the function, whose pieces mean something only together. */
  readonly whole?: Node;
}

/** What a part of a template makes of maps and scalars; lists and functions are gone through the same everywhere. */
export interface Visitor {
  map(node: MapNode, path: Path, walk: Walk): void;
  scalar(node: ScalarNode, path: Path, walk: Walk): void;
  /** What the value of a `Ref` or `Fn::GetAtt` is to the place where it stands. */
  reference?(node: IntrinsicNode, text: string, path: Path, walk: Walk): Site;
}

/** Functions whose plain arguments are names and positions, not parts of the value. */
const SILENT = new Set([
  "Ref",
  "Fn::GetAtt",
  "Fn::FindInMap",
  "Fn::ImportValue",
  "Fn::GetAZs",
  "Fn::Cidr",
  "Fn::Transform",
  "Fn::Equals",
  "Fn::Not",
  "Fn::And",
  "Fn::Or",
  "Fn::Contains",
  "Fn::EachMemberIn",
  "Fn::EachMemberEquals",
  "Fn::RefAll",
  "Fn::ValueOf",
  "Fn::ValueOfAll",
  "Fn::GetStackOutput",
]);

const NOTHING: Visitor = {
  map: (node, path, walk) => {
    for (const { value, borrowed } of node.entries) if (value && !borrowed) visit(value, path, walk, NOTHING);
  },
  scalar: (node, _path, walk) => pushVariables(node, walk),
};

/** Goes down a value. `Fn::If` and its like are seen through: what stands in them keeps the path. */
export function visit(node: Node, path: Path, walk: Walk, visitor: Visitor): void {
  if (node.kind === "unknown" || node.borrowed) return;
  if (node.kind === "map") visitor.map(node, path, walk);
  else if (node.kind === "scalar") visitor.scalar(node, path, walk);
  else if (node.kind === "list") visitList(node, path, walk, visitor);
  else visitIntrinsic(node, path, walk, visitor);
}

function visitList(node: ListNode, path: Path, walk: Walk, visitor: Visitor): void {
  node.items.forEach((item, index) => {
    visit(item, [...path, index], walk, visitor);
  });
}

function visitIntrinsic(node: IntrinsicNode, path: Path, walk: Walk, visitor: Visitor): void {
  const { name, nameRange, argument } = node;
  const at = walk.found.length;
  const to = leadsTo(name, argument);
  walk.found.push({ role: "intrinsic", range: nameRange, text: name, name, ...to });
  if (argument.kind !== "unknown" && argument.borrowed) return;
  if (name === "Ref" || name === "Condition") pushReference(argument, name, walk);
  else if (name === "Fn::GetAtt") pushGetAtt(argument, walk);
  else if (name === "Fn::Sub") visitSub(argument, path, inside(node, walk), visitor);
  else if (name === "Fn::If") visitIf(argument, path, walk, visitor);
  else if (name === "Fn::Join") visitArguments(argument, path, inside(node, walk), visitor);
  else visitArguments(valuesOf(name, argument), path, walk, SILENT.has(name) ? NOTHING : visitor);
  if (to.target !== undefined && to.target !== "AWS::NoValue" && visitor.reference)
    pushWithin(visitor.reference(node, nameOf(to), path, walk), at, walk);
}

/** Behind what was found of a reference stands what its value is there. */
function pushWithin(site: Site, from: number, { found }: Walk): void {
  for (let i = from; i < found.length; i++) {
    const part = found[i];
    if (part?.role !== "intrinsic" && part?.role !== "reference") continue;
    found[i] = { ...part, within: { ...site, range: part.range } };
  }
}

const inside = (node: Node, walk: Walk): Walk => (walk.whole ? walk : { ...walk, whole: node });

interface Lead {
  readonly target?: string | undefined;
  readonly attribute?: string | undefined;
}

const nameOf = ({ target, attribute }: Lead): string =>
  attribute === undefined ? (target ?? "") : `${target}.${attribute}`;

/** Where `Ref` and `Fn::GetAtt` lead, as far as it is written. */
function leadsTo(name: string, argument: Node): Lead {
  if (name === "Ref") return { target: textOf(argument) };
  if (name !== "Fn::GetAtt") return {};
  if (argument.kind === "list")
    return { target: textOf(argument.items[0]), attribute: textOf(argument.items[1]) };
  const [target, ...attribute] = textOf(argument)?.split(".") ?? [];
  return { target, attribute: attribute.join(".") || undefined };
}

/** Without the number of `Fn::Select` and the mark of `Fn::Split`, which are no part of the value. */
const valuesOf = (name: string, argument: Node): Node =>
  (name === "Fn::Select" || name === "Fn::Split") && argument.kind === "list"
    ? { ...argument, items: argument.items.slice(1) }
    : argument;

function visitArguments(argument: Node, path: Path, walk: Walk, visitor: Visitor): void {
  const items = argument.kind === "list" ? argument.items : [argument];
  for (const item of items) visit(item, path, walk, visitor);
}

function visitIf(argument: Node, path: Path, walk: Walk, visitor: Visitor): void {
  const [condition, ...branches] = argument.kind === "list" ? argument.items : [undefined, argument];
  if (condition) pushReference(condition, "Condition", walk);
  for (const branch of branches) if (branch) visit(branch, path, walk, visitor);
}

function visitSub(argument: Node, path: Path, walk: Walk, visitor: Visitor): void {
  const [text, given] = argument.kind === "list" ? argument.items : [argument];
  const names = given?.kind === "map" ? given.entries.map((entry) => entry.key) : [];
  if (text) visit(text, path, { ...walk, variables: new Set(names) }, visitor);
  if (given?.kind === "map") {
    for (const { value, borrowed } of given.entries)
      if (value && !borrowed) visit(value, path, walk, visitor);
  } else if (given) visit(given, path, walk, visitor);
}

/** A name that leads to something else in the file. */
export function pushReference(node: Node, form: "Ref" | "DependsOn" | "Condition", walk: Walk): void {
  if (node.kind === "list") {
    for (const item of node.items) pushReference(item, form, walk);
  } else if (node.kind === "scalar") {
    const text = textOf(node);
    if (text && !node.borrowed) walk.found.push(target(text, node.range, undefined, form));
  } else visit(node, [], walk, NOTHING);
}

const target = (
  name: string,
  range: Range,
  attribute: string | undefined,
  form: ReferenceSite["form"],
): ReferenceSite => ({ role: "reference", part: "target", range, text: name, target: name, attribute, form });

/** `Pool.Arn` in one, or `[Pool, Arn]`. */
function pushGetAtt(argument: Node, walk: Walk): void {
  const text = textOf(argument);
  if (argument.kind === "list") pushGetAttList(argument, walk);
  else if (text === undefined) visit(argument, [], walk, NOTHING);
  else walk.found.push(...dotted(text, argument.range.start, "GetAtt"));
}

function pushGetAttList({ items }: ListNode, walk: Walk): void {
  const [name, attribute] = items;
  const to = textOf(name);
  if (!name || to === undefined) {
    for (const item of items) visit(item, [], walk, NOTHING);
    return;
  }
  const read = textOf(attribute);
  walk.found.push(target(to, name.range, read, "GetAtt"));
  if (attribute && read !== undefined) {
    const site = target(to, attribute.range, read, "GetAtt");
    walk.found.push({ ...site, part: "attribute", text: read });
  } else if (attribute) visit(attribute, [], walk, NOTHING);
}

function dotted(text: string, start: number, form: "GetAtt" | "Sub"): ReferenceSite[] {
  const dot = text.indexOf(".");
  const name = dot < 0 ? text : text.slice(0, dot);
  const attribute = dot < 0 ? undefined : text.slice(dot + 1);
  const sites = [target(name, { start, end: start + name.length }, attribute, form)];
  if (attribute) {
    const range = { start: start + dot + 1, end: start + text.length };
    sites.push({ ...target(name, range, attribute, form), part: "attribute", text: attribute });
  }
  return sites;
}

/** Below this, no more `${...}` of one text are looked at. */
const MOST_VARIABLES = 2000;

/** The references in a text of `Fn::Sub`, where they stand; pseudo parameters and `${!Literal}` are none. */
function variablesIn(range: Range, walk: Walk): readonly ReferenceSite[] {
  const { text, variables } = walk;
  const sites: ReferenceSite[] = [];
  if (!variables) return sites;
  let open = text.indexOf("${", range.start);
  while (open >= 0 && open < range.end && sites.length < MOST_VARIABLES) {
    const name = /^\s*([A-Za-z0-9]+(?:\.[A-Za-z0-9.:_-]+)?)\s*\}/.exec(
      text.slice(open + 2, Math.min(range.end, open + 260)),
    );
    const written = name?.[1];
    if (written) {
      const start = open + 2 + name[0].indexOf(written);
      if (variables.has(written)) {
        sites.push(target(written, { start, end: start + written.length }, undefined, "variable"));
      } else sites.push(...dotted(written, start, "Sub"));
    }
    open = text.indexOf("${", open + 2);
  }
  return sites;
}

/** The references in a text that is no place itself. */
export function pushVariables(node: ScalarNode, walk: Walk): void {
  for (const site of variablesIn(node.range, walk)) walk.found.push(site);
}

/** What a site says of a scalar: its range, its decoded text, and the variables in it. */
export function scalarParts(
  node: ScalarNode,
  walk: Walk,
): { range: Range; text: string; inner?: readonly ReferenceSite[] } {
  const { range, value } = node;
  const written = () => walk.text.slice(range.start, range.end);
  const text = typeof value === "string" && node.style !== "block" ? value : written();
  const inner = variablesIn(range, walk);
  return inner.length > 0 ? { range, text, inner } : { range, text };
}
