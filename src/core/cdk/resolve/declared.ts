import type { Binding, Node } from "../syntax.ts";
import { foreignConstruct } from "./constructs.ts";
import type { Context, Meaning } from "./meaning.ts";
import { memberMeaning } from "./members.ts";
import { importedMeaning } from "./modules.ts";
import { commonMeaning, elementOf, firstMeaning } from "./operations.ts";

export function bindingMeaning(c: Context, binding: Binding): Meaning | undefined {
  const { imported, local, type, value, pick, item } = binding;
  if (imported) return importedMeaning(c, imported.module, imported.name, binding.range.start);
  if (local) return { kind: "localClass", type: local };
  const declared = type && declaredMeaning(c, type);
  if (declared?.kind === "value" && !pick && !(c.language === "python" && value)) return declared;
  const whole = value && c.meaning(value);
  const given =
    item && value?.kind === "list"
      ? commonMeaning(c, value.items)
      : picked(c, binding.getter ? result(c, whole) : whole, pick, item, binding.range.start);
  const isWider = declared?.kind === "value" && given?.kind === "value" && !isNarrower(c, given, declared);
  if (given && given.kind !== "object" && !isWider) return given;
  return (pick ? declared && memberMeaning(c, declared, pick, binding.range.start) : declared) ?? given;
}

/** Python's checkers take a variable for what it was last given, if that is of its declared type. */
const isNarrower = (c: Context, { type }: { type: string }, declared: { type: string }): boolean =>
  c.names.type(declared.type) === undefined || c.names.derives(type, declared.type);

function picked(
  c: Context,
  whole: Meaning | undefined,
  pick: string | undefined,
  item: boolean | undefined,
  at: number,
) {
  if (!whole) return undefined;
  if (item || pick === "") return whole.kind === "value" ? elementOf(whole.type) : undefined;
  return pick === undefined ? whole : memberMeaning(c, whole, pick, at);
}

/** What a call of the file's own function gives. */
export function result(c: Context, callee: Meaning | undefined): Meaning | undefined {
  if (callee?.kind !== "function") return undefined;
  const { returns, gives } = callee.node;
  return (returns && declaredMeaning(c, returns)) ?? firstMeaning(c, gives);
}

/** What has the declared type. */
export function declaredMeaning(c: Context, type: Node): Meaning | undefined {
  if (type.kind === "map") return { kind: "fields", type };
  if (type.kind === "list") {
    const item = type.items[0] && declaredMeaning(c, type.items[0]);
    return item?.kind === "value" ? { kind: "value", type: `${item.type}[]` } : undefined;
  }
  const named = c.meaning(type);
  if (named?.kind === "class") return { kind: "value", type: named.fqn };
  return named?.kind === "localClass"
    ? { kind: "localValue", type: named.type }
    : named?.kind === "fields"
      ? named
      : foreignConstruct(c, type);
}
