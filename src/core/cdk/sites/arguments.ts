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
      keywordArgument(c, argument, { fqn, name, parameters, struct }, place);
      continue;
    }
    const type = parameters[Math.min(index, parameters.length - 1)]?.[1];
    const inner = { ...place, type, prop: undefined, named: undefined, call: { fqn, name, index } };
    if (parameters[index]?.[0].startsWith("conditions")) conditions(c, argument.value, inner);
    else visit(c, argument.value, inner);
  }
  if (node.initialiser) visit(c, node.initialiser, { ...place, type: struct ?? place.type });
}

/** What is called, and what it takes. */
interface Called {
  readonly fqn: string;
  readonly name: string;
  readonly parameters: readonly (readonly [name: string, type: string])[];
  readonly struct: string | undefined;
}

function keywordArgument(c: Collector, argument: Argument, called: Called, place: Place): void {
  const { names, language } = c.resolver;
  const { fqn, struct, parameters } = called;
  const name = argument.name ?? "";
  const prop = struct === undefined ? undefined : names.member(struct, name, language);
  if (prop?.kind === "prop" && language !== "csharp") {
    propSite(c, prop, name, argument.nameRange, argument.value, place);
    return;
  }
  const bare = name.replaceAll("_", "").toLowerCase();
  const index = parameters.findIndex(([key]) => key.replace(/\?$/, "").toLowerCase() === bare);
  const call = index < 0 ? undefined : { fqn, name: called.name, index };
  const inner = { ...place, type: parameters[index]?.[1], prop: undefined, named: name, call };
  if (bare === "conditions") conditions(c, argument.value, inner);
  else visit(c, argument.value, inner);
}
