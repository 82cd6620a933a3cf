import type { CallNode, Node, Root, Syntax } from "../syntax.ts";
import { declaredMeaning } from "./declared.ts";
import type { Context, Meaning } from "./meaning.ts";

export function targetTyped({ roots }: Syntax): ReadonlyMap<Node, Root> {
  const targets = new Map<Node, Root>();
  for (const root of roots)
    if (root.node.kind === "call" && isTargetTyped(root.node)) targets.set(root.node.callee, root);
  return targets;
}

/** C#'s `new(...)`, whose class is that of what it is put into. */
export const isTargetTyped = ({ callee }: CallNode): boolean => callee.kind === "name" && callee.name === "";

/** The class that `Role role = new(...)` or `_role = new(...)` makes. */
export function targetMeaning(c: Context, { type, target }: Root): Meaning | undefined {
  const made = type ? declaredMeaning(c, type) : target && c.meaning(target);
  return made?.kind === "value" && c.names.type(made.type) ? { kind: "class", fqn: made.type } : undefined;
}
