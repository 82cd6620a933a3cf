import type { LocalType } from "../syntax.ts";
import { bindingMeaning } from "./declared.ts";
import { fieldOf } from "./held.ts";
import { type Context, DEEPEST, type Meaning } from "./meaning.ts";
import { memberMeaning } from "./members.ts";

export function localMember(c: Context, type: LocalType, name: string, at: number): Meaning | undefined {
  const field = fieldOf(type, name);
  if (field) return bindingMeaning(c, field);
  const method = type.methods?.get(name);
  if (method) return { kind: "function", node: method };
  const read = c.language === "java" ? fieldOf(type, fieldRead(name)) : undefined;
  if (read) return bindingMeaning(c, read);
  if (c.depth > DEEPEST) return undefined;
  c.depth++;
  const found = inheritedMember(c, type, name, at);
  c.depth--;
  return found;
}

/** Lombok writes `getRole()` for the field `role`. */
const fieldRead = (name: string): string =>
  name.replace(/^get([A-Z])/, (_get, first: string) => first.toLowerCase());

function inheritedMember(c: Context, type: LocalType, name: string, at: number): Meaning | undefined {
  for (const base of type.bases) {
    const meaning = c.meaning(base);
    const whole: Meaning | undefined =
      meaning?.kind === "class" ? { kind: "value", type: meaning.fqn } : meaning;
    const found = whole && whole.kind !== "require" ? memberMeaning(c, whole, name, at) : undefined;
    if (found) return found;
  }
  return undefined;
}
