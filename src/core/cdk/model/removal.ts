import type { MapEntry, Range } from "../../types.ts";
import { argumentsOf } from "../pieces.ts";
import type { Node } from "../syntax.ts";
import { entry, scalar } from "./build.ts";
import { sourceOf } from "./lower/lowering.ts";
import { memberOf, type Props } from "./props.ts";

/** RemovalPolicy's members as the two attributes that say what happens on deletion and on replacement. */
const POLICIES: Readonly<Record<string, readonly [deletion: string, replacement: string]>> = {
  DESTROY: ["Delete", "Delete"],
  RETAIN: ["Retain", "Retain"],
  SNAPSHOT: ["Snapshot", "Snapshot"],
  RETAIN_ON_UPDATE_OR_DELETE: ["RetainExceptOnCreate", "Retain"],
};

/** Constructs that the CDK keeps where nothing says otherwise. */
const KEPT: ReadonlySet<string> = new Set(["aws-cdk-lib.aws_cognito.UserPool"]);

/** `DeletionPolicy` and `UpdateReplacePolicy`, as `removalPolicy` or the last `applyRemovalPolicy` sets them. */
export function removalAttributes(p: Props): readonly MapEntry[] {
  const applied = p.l.calls.on(p.instance.node, "applyRemovalPolicy").at(-1);
  const field = p.fields.get("removalPolicy");
  const node = applied ? argumentsOf(applied)[0] : field?.node;
  if (node) return attributes(p, node, applied?.range ?? field?.keyRange ?? node.range);
  const isKept = applied !== undefined || (KEPT.has(p.instance.fqn) && !field && p.open.length === 0);
  return isKept ? attributesOf("RETAIN", applied?.range ?? p.range) : [];
}

function attributes(p: Props, node: Node, range: Range): readonly MapEntry[] {
  const name = memberOf(p.l, node);
  if (name !== undefined && name in POLICIES) return attributesOf(name, range);
  const value = sourceOf(p.l, node);
  return [entry("DeletionPolicy", value, range), entry("UpdateReplacePolicy", value, range)];
}

function attributesOf(name: string, range: Range): readonly MapEntry[] {
  const [deletion = "", replacement = ""] = POLICIES[name] ?? [];
  return [
    entry("DeletionPolicy", scalar(deletion, range), range),
    entry("UpdateReplacePolicy", scalar(replacement, range), range),
  ];
}
