import { elementType } from "../signatures.ts";
import type { Node } from "../syntax.ts";
import { entryOf, surely } from "./held.ts";
import type { Context, Meaning } from "./meaning.ts";

export function operationMeaning(
  c: Context,
  operator: string,
  operands: readonly Node[],
): Meaning | undefined {
  const [object, index] = operands;
  return operator === "index" && object ? indexed(c, object, index) : firstMeaning(c, operands);
}

/** `roles[0]`, `props["role"]`: what stands there, or what all that may stand there are. */
function indexed(c: Context, object: Node, index: Node | undefined): Meaning | undefined {
  const list = c.meaning(object);
  if (list?.kind === "value") return elementOf(list.type);
  const held = object.kind === "list" ? object : (surely(c, object) ?? object);
  if (held?.kind === "list") return commonMeaning(c, held.items);
  if (held?.kind !== "map") return undefined;
  const key = index?.kind === "string" && index.parts[0]?.kind === "text" ? index.parts[0].text : undefined;
  const entry = key === undefined ? undefined : entryOf(held, key);
  const all = held.entries.flatMap(({ value }) => value ?? []);
  return entry ? c.meaning(entry) : commonMeaning(c, all);
}

/** Of items that are all of one type. */
export function commonMeaning(c: Context, nodes: readonly Node[]): Meaning | undefined {
  const [first, ...rest] = nodes.map((node) => c.meaning(node));
  if (first?.kind !== "value") return undefined;
  return rest.every((one) => one?.kind === "value" && one.type === first.type) ? first : undefined;
}

export const firstMeaning = (c: Context, nodes: readonly Node[]): Meaning | undefined =>
  nodes.map((node) => c.meaning(node)).find((found) => found !== undefined);

export function elementOf(type: string): Meaning | undefined {
  const element = elementType(type);
  return element === undefined ? undefined : { kind: "value", type: element };
}
