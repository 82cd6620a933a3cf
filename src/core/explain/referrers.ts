import type { Model, Value } from "../types.ts";

/** Logical ids of the resources whose properties refer to `id`, in the order of the file. */
export function referrersOf(id: string, model: Model): string[] {
  const found: string[] = [];
  for (const resource of model.resources.values()) {
    if (resource.id !== id && mentions(resource.properties, id)) found.push(resource.id);
  }
  return found;
}

function mentions(value: Value | undefined, id: string): boolean {
  switch (value?.kind) {
    case "map":
      return value.entries.some((entry) => mentions(entry.value, id));
    case "list":
      return value.items.some((item) => mentions(item, id));
    case "intrinsic":
      return names(value.name, value.argument, id) || mentions(value.argument, id);
    default:
      return false;
  }
}

function names(intrinsic: string, argument: Value, id: string): boolean {
  const first = argument.kind === "list" ? argument.items[0] : argument;
  if (first?.kind !== "scalar" || typeof first.value !== "string") return false;
  if (intrinsic === "Ref") return first.value === id;
  if (intrinsic === "Fn::GetAtt") return first.value === id || first.value.startsWith(`${id}.`);
  return intrinsic === "Fn::Sub" && (first.value.includes(`\${${id}}`) || first.value.includes(`\${${id}.`));
}
