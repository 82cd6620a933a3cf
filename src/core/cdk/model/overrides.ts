import type { MapEntry, Value } from "../../types.ts";
import type { Instance, InstanceIndex } from "../resolve/instances.ts";
import type { Resolver } from "../resolve/meaning.ts";
import { propsOf } from "../signatures.ts";
import type { CallNode, MemberNode, Node, Syntax } from "../syntax.ts";
import { entry } from "./build.ts";
import { cfnNameOf } from "./cfnNames.ts";
import { lower } from "./lower/lower.ts";
import { type Lowering, openEntry, sourceOf } from "./lower/lowering.ts";
import type { Entries } from "./props.ts";

/** What is set on a construct, or on the generated one inside it, after it was made. */
interface Override {
  /** The property's name in CloudFormation; undefined where it isn't known which. */
  readonly property: string | undefined;
  /** Whether the whole property is set, not something inside it. */
  readonly whole: boolean;
  /** Absent where the property is taken away. */
  readonly value: Node | undefined;
  readonly at: Node;
}

export type Overrides = (made: Node) => readonly Override[];

const DEEPEST = 20;

/** `cfnPool.mfaConfiguration = "ON"`, `cfnRole.addPropertyOverride("Path", "/x/")`, also through `node.defaultChild`. */
export function indexOverrides(syntax: Syntax, resolver: Resolver, instances: InstanceIndex): Overrides {
  const found = new Map<Node, Override[]>();
  const add = (object: Node, override: Override): void => {
    const instance = madeAs(resolver, instances, object, 0);
    if (instance) found.set(instance.node, [...(found.get(instance.node) ?? []), override]);
  };
  for (const call of syntax.calls) {
    const override = overrideIn(call);
    if (override && call.callee.kind === "member") add(call.callee.object, override);
  }
  for (const { node, target } of syntax.roots) {
    const property = target?.kind === "member" ? propertyOf(resolver, target) : undefined;
    if (property !== undefined && target?.kind === "member")
      add(target.object, { property, whole: true, value: node, at: target });
  }
  return (made) => [...(found.get(made) ?? [])].sort((a, b) => a.at.range.start - b.at.range.start);
}

/** The property that `cfnPool.mfaConfiguration` sets; what a field of the file's own holds is something else. */
function propertyOf(
  { names, language, meaning }: Resolver,
  { object, name }: MemberNode,
): string | undefined {
  const made = meaning(object);
  const props = made?.kind === "value" && /\.Cfn\w+$/.test(made.type) ? propsOf(names, made.type) : undefined;
  const prop = props === undefined ? undefined : names.member(props, name, language);
  return prop?.kind === "prop" ? cfnNameOf(prop) : undefined;
}

/** The construct of the file that an expression is, or whose generated one it is. */
function madeAs(
  resolver: Resolver,
  instances: InstanceIndex,
  node: Node,
  depth: number,
): Instance | undefined {
  const own = instances.find(node);
  if (own || depth > DEEPEST) return own;
  const next = inner(node) ?? resolver.value(node);
  return next && madeAs(resolver, instances, next, depth + 1);
}

/** Through casts, and from `role.node.defaultChild` to `role`. */
function inner(node: Node): Node | undefined {
  if (node.kind === "operation") return node.operator === "as" ? node.operands[0] : undefined;
  const read = node.kind === "call" && node.arguments.length === 0 ? node.callee : node;
  if (read.kind !== "member") return undefined;
  return /^(get)?_?(default_?child|node)$/i.test(read.name) ? read.object : undefined;
}

function overrideIn(node: CallNode): Override | undefined {
  if (node.callee.kind !== "member") return undefined;
  const [, inProperties, deletion] =
    /^add_?(property_?)?(deletion_?)?override$/i.exec(node.callee.name) ?? [];
  if (!/^add.*override$/i.test(node.callee.name)) return undefined;
  const [path, value] = node.arguments;
  const text = plainText(path?.value);
  const steps = text?.split(".") ?? [];
  if (text !== undefined && inProperties === undefined && steps.shift() !== "Properties") return undefined;
  return {
    property: steps[0],
    whole: steps.length === 1,
    value: deletion === undefined ? (value?.value ?? node) : undefined,
    at: node,
  };
}

function plainText(node: Node | undefined): string | undefined {
  if (node?.kind === "call") return plainText(node.arguments[0]?.value);
  const part = node?.kind === "string" && node.parts.length === 1 ? node.parts[0] : undefined;
  return part?.kind === "text" ? part.text : undefined;
}

/** A construct's properties with what is set later. */
export function overridden(l: Lowering, entries: Entries, overrides: readonly Override[]): Entries {
  let all = [...entries];
  for (const { property, whole, value, at } of overrides) {
    if (property === undefined) {
      all.push(openEntry(l, at));
      continue;
    }
    const known = all.find(({ key }) => key === property);
    all = all.filter((one) => one !== known);
    if (value || !whole) all.push(changed(l, property, whole ? value : undefined, at, known));
  }
  return all;
}

function changed(
  l: Lowering,
  property: string,
  value: Node | undefined,
  at: Node,
  known: MapEntry | undefined,
): MapEntry {
  const given: Value = value ? lower(l, value) : sourceOf(l, at);
  return entry(property, given, known?.keyRange ?? at.range);
}
