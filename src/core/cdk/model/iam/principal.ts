import type { Range, Value } from "../../../types.ts";
import { argumentsOf } from "../../pieces.ts";
import type { CallNode, Node } from "../../syntax.ts";
import { getAtt } from "../build.ts";
import { follow } from "../lower/follow.ts";
import { lower } from "../lower/lower.ts";
import { enter, type Lowering, sourceOf } from "../lower/lowering.ts";
import { classPrincipals } from "./principalClasses.ts";

/** Who a principal object lets in, as the CDK writes it into a statement. */
export interface Principal {
  /** `Service`, `AWS`, `Federated`, `CanonicalUser`; `*` is the bare star. */
  readonly kind: string;
  readonly value: Value;
  readonly conditions: readonly Value[];
  /** What a trust policy allows it to do. */
  readonly actions: readonly string[];
  readonly range: Range;
}

export const MODULE = "aws-cdk-lib.aws_iam.";

/** The principals of an expression: one, or several of a CompositePrincipal. */
export function principalsOf(l: Lowering, node: Node): readonly Principal[] {
  if (!enter(l)) return [principal("AWS", sourceOf(l, node), node.range)];
  const principals = principalsFrom(l, node);
  l.depth--;
  return principals;
}

function principalsFrom(l: Lowering, node: Node): readonly Principal[] {
  const made = follow(l, node);
  const meaning = l.resolver.meaning(made);
  const fqn = meaning?.kind === "value" ? meaning.type : "";
  if (made.kind === "call" && fqn.startsWith(MODULE)) {
    const method = methodOn(l, made);
    const found = method ? wrapped(l, made, method) : classPrincipals(l, made, fqn.slice(MODULE.length));
    if (found) return found;
  }
  return [identity(l, node)];
}

export const principal = (
  kind: string,
  value: Value,
  range: Range,
  more: Partial<Principal> = {},
): Principal => ({
  kind,
  value,
  range,
  conditions: [],
  actions: ["sts:AssumeRole"],
  ...more,
});

/** A role, user or group as principal: its ARN. */
function identity(l: Lowering, node: Node): Principal {
  const instance = l.instances.find(node);
  const value = instance ? getAtt(instance.id, "Arn", node.range) : lower(l, node);
  return principal("AWS", value, node.range);
}

/** `principal.withConditions({...})`, `.withSessionTags()` */
export function methodOn(l: Lowering, node: CallNode): string | undefined {
  const callee = l.resolver.meaning(node.callee);
  return callee?.kind === "method" && callee.member.kind === "method" ? callee.member.name : undefined;
}

export function wrapped(l: Lowering, node: CallNode, method: string): readonly Principal[] | undefined {
  if (node.callee.kind !== "member") return undefined;
  const inner = principalsOf(l, node.callee.object);
  const [first] = argumentsOf(node);
  const conditions = first ? conditionsOf(l, first) : [];
  if (method === "withConditions")
    return inner.map((p) => ({ ...p, conditions: [...p.conditions, ...conditions] }));
  return method === "withSessionTags" ? inner.map(taggable) : inner;
}

export const taggable = (p: Principal): Principal => ({ ...p, actions: [...p.actions, "sts:TagSession"] });

export const conditionsOf = (l: Lowering, node: Node): readonly Value[] => {
  const value = lower(l, follow(l, node));
  return value.kind === "map" && value.entries.length === 0 ? [] : [value];
};
