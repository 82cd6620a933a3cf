import type { Member } from "../names.ts";
import { propsOf, structIn } from "../signatures.ts";
import type { Argument, CallNode } from "../syntax.ts";
import type { Collector, Place } from "./collector.ts";
import { propSite } from "./props.ts";
import { conditions } from "./statements.ts";
import { visit } from "./visit.ts";

export function visitArguments(
  c: Collector,
  node: CallNode,
  place: Place,
  fqn: string,
  name: string,
  member?: Member,
): void {
  const { names } = c.resolver;
  const parameters = member?.parameters ?? names.type(fqn)?.init ?? [];
  const struct = member ? structIn(names, parameters.at(-1)?.[1] ?? "") : propsOf(names, fqn);
  for (const [index, argument] of node.arguments.entries()) {
    if (argument.name !== undefined) {
      keywordArgument(c, argument, parameters, struct, place);
      continue;
    }
    const type = parameters[Math.min(index, parameters.length - 1)]?.[1];
    const inner = { ...place, type, prop: undefined, named: undefined, call: { fqn, name, index } };
    if (parameters[index]?.[0].startsWith("conditions")) conditions(c, argument.value, inner);
    else visit(c, argument.value, inner);
  }
  if (node.initialiser) visit(c, node.initialiser, { ...place, type: struct ?? place.type });
}

function keywordArgument(
  c: Collector,
  argument: Argument,
  parameters: readonly (readonly [string, string])[],
  struct: string | undefined,
  place: Place,
): void {
  const { names, language } = c.resolver;
  const name = argument.name ?? "";
  const prop = struct === undefined ? undefined : names.member(struct, name, language);
  if (prop?.kind === "prop" && language !== "csharp") {
    propSite(c, prop, name, argument.nameRange, argument.value, place);
    return;
  }
  const bare = name.replaceAll("_", "").toLowerCase();
  const parameter = parameters.find(([key]) => key.replace(/\?$/, "").toLowerCase() === bare);
  const inner = { ...place, type: parameter?.[1], prop: undefined, named: name, call: undefined };
  if (bare === "conditions") conditions(c, argument.value, inner);
  else visit(c, argument.value, inner);
}
