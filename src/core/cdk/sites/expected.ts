import { elementType } from "../signatures.ts";
import type { LocalType, Node } from "../syntax.ts";
import { type Collector, nowhere, type Place } from "./collector.ts";

/** What must stand where the file declares this type: `const props: iam.RoleProps = {...}`. */
export const expected = (c: Collector, type: Node | undefined): Place =>
  type ? { ...nowhere, type: declaredType(c, type), written: type } : nowhere;

/** The CDK's type that a declaration names; of a type of the file itself the struct that it extends. */
export function declaredType(c: Collector, node: Node): string | undefined {
  if (node.kind === "list") {
    const item = node.items[0] && declaredType(c, node.items[0]);
    return item && `${item}[]`;
  }
  const meaning = c.resolver.meaning(node);
  if (meaning?.kind === "class") return meaning.fqn;
  return meaning?.kind === "localClass" ? extended(c, meaning.type) : undefined;
}

const DEEPEST = 8;

/** The class or struct of the CDK that a type of the file extends. */
export function extended(c: Collector, { bases }: LocalType, depth = 0): string | undefined {
  if (depth > DEEPEST) return undefined;
  for (const base of bases) {
    const meaning = c.resolver.meaning(base);
    if (meaning?.kind === "class") return meaning.fqn;
    const found = meaning?.kind === "localClass" ? extended(c, meaning.type, depth + 1) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The items of a list that stands here. */
export const itemPlace = (place: Place): Place => ({
  ...place,
  type: elementType(place.type),
  written: place.written?.kind === "list" ? place.written.items[0] : undefined,
});

/** The value of a key that a type of the file itself declares. */
export function fieldPlace(c: Collector, { written }: Place, key: string): Place | undefined {
  const type = written && fieldType(c, written, key);
  return type && expected(c, type);
}

function fieldType(c: Collector, written: Node, key: string): Node | undefined {
  if (written.kind === "map") return written.entries.find((entry) => entry.key === key)?.value;
  const meaning = c.resolver.meaning(written);
  if (meaning?.kind === "fields") return fieldType(c, meaning.type, key);
  return meaning?.kind === "localClass" ? inherited(c, meaning.type, key, 0) : undefined;
}

function inherited(c: Collector, { fields, bases }: LocalType, key: string, depth: number): Node | undefined {
  const own = fields.get(key)?.[0]?.type;
  if (own || depth > DEEPEST) return own;
  for (const base of bases) {
    const meaning = c.resolver.meaning(base);
    const found = meaning?.kind === "localClass" ? inherited(c, meaning.type, key, depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}
