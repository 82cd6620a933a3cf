import type { Binding, LocalType, MapNode, Node } from "../syntax.ts";
import { givenOf, lookUp } from "./bindings.ts";
import type { Context } from "./meaning.ts";

/** What a name, or a field of a class of the file, is bound to. */
export function bindingOf(c: Context, node: Node): Binding | undefined {
  if (node.kind === "name") return lookUp(node, c.language);
  if (node.kind !== "member") return undefined;
  const object = c.meaning(node.object);
  return object?.kind === "localValue" ? fieldOf(object.type, node.name) : undefined;
}

/** The expression that a name or field surely holds. */
export function surely(c: Context, node: Node): Node | undefined {
  const object = node.kind === "member" ? c.meaning(node.object) : undefined;
  if (node.kind === "member" && object?.kind === "object") return entryOf(object.node, node.name);
  const binding = bindingOf(c, node);
  return binding && heldBy(c, binding);
}

/** The items of a written list that a loop's variable stands for; else the node itself. */
export function eachOf(c: Context, node: Node): readonly Node[] {
  const binding = node.kind === "name" ? bindingOf(c, node) : undefined;
  if (!binding?.item || !binding.value) return [node];
  const list = binding.value.kind === "list" ? binding.value : surely(c, binding.value);
  return list?.kind === "list" ? list.items : [node];
}

/** Not the default of a parameter, nor a list that a loop goes through. */
function heldBy(c: Context, { value, pick, item, preset, getter }: Binding): Node | undefined {
  if (!value || item || preset) return undefined;
  if (value.kind === "function") return getter && value.gives.length === 1 ? value.gives[0] : undefined;
  if (pick === undefined) return value;
  const whole = c.meaning(value);
  if (whole?.kind === "object") return entryOf(whole.node, pick);
  const field = whole?.kind === "localValue" ? fieldOf(whole.type, pick) : undefined;
  return field && heldBy(c, field);
}

export const entryOf = ({ entries }: MapNode, name: string): Node | undefined =>
  entries.find(({ key }) => key === name)?.value;

export function fieldOf(type: LocalType, name: string): Binding | undefined {
  const fields = type.fields.get(name);
  return fields && givenOf(fields);
}
