import type { MapEntry, Value } from "../../../types.ts";
import type { InstanceIndex } from "../../resolve/instances.ts";
import type { Resolver } from "../../resolve/meaning.ts";
import type { Node } from "../../syntax.ts";
import type { Additions } from "../additions.ts";
import { entry, unknown } from "../build.ts";
import type { Calls } from "../calls.ts";
import type { Overrides } from "../overrides.ts";

/** What lowering works with. */
export interface Lowering {
  readonly text: string;
  readonly resolver: Resolver;
  readonly instances: InstanceIndex;
  readonly calls: Calls;
  readonly additions: Additions;
  readonly overrides: Overrides;
  /** Expressions being lowered, so that a variable that leads to itself ends. */
  depth: number;
  /** Expressions lowered for one value, so that variables made of each other twice don't double it each time. */
  work: number;
}

export const DEEPEST = 40;

const MOST_WORK = 5000;

/** One step further in; false where it goes too deep or on for too long. */
export function enter(l: Lowering): boolean {
  if (l.depth === 0) l.work = 0;
  if (l.depth > DEEPEST || l.work > MOST_WORK) return false;
  l.depth++;
  l.work++;
  return true;
}

export const sourceOf = (l: Lowering, node: Node): Value =>
  unknown(l.text.slice(node.range.start, Math.min(node.range.end, node.range.start + 200)), node.range);

/** What says to whoever reads a map that more may be in it: CloudFormation's own key for that. */
export const openEntry = (l: Lowering, node: Node): MapEntry =>
  entry("Fn::Transform", sourceOf(l, node), node.range);
