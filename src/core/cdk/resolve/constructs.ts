import { isForeign } from "../foreign.ts";
import type { CallNode, Node, Syntax } from "../syntax.ts";
import { bindingOf } from "./held.ts";
import type { Context, Meaning } from "./meaning.ts";

/** The classes that a file makes constructs of: `new FargateService(this, "Web", ...)`. */
export const constructNames = ({ calls }: Syntax): ReadonlySet<string> =>
  new Set(
    calls.flatMap((call) => (call.callee.kind === "name" && isConstruct(call) ? [call.callee.name] : [])),
  );

/** What gets a scope and an id. */
function isConstruct({ isNew, arguments: args }: CallNode): boolean {
  const [scope, id] = args.map(({ value }) => value);
  return isNew && (id?.kind === "string" || (scope?.kind === "name" && scope.name === "this"));
}

/** What has the type of such a class, where only a module brought in whole can have it. */
export function foreignConstruct(c: Context, type: Node): Meaning | undefined {
  const fqn = type.kind === "name" && c.constructs.has(type.name) ? openedForeign(c, type) : undefined;
  return fqn === undefined ? undefined : { kind: "value", type: fqn };
}

/** A class by a wildcard import of a module that is known by no more than its name. */
export function openedForeign(c: Context, node: Node): string | undefined {
  if (node.kind !== "name" || c.meaning(node) || bindingOf(c, node)) return undefined;
  return c.open
    .flatMap((open) => (open.kind === "module" ? [`${open.module}.${node.name}`] : []))
    .find((fqn) => isForeign(fqn) && !c.names.isWhole(fqn.slice(0, fqn.lastIndexOf("."))));
}
