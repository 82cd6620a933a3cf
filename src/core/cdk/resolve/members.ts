import type { MemberNode, Node } from "../syntax.ts";
import { hasTypeNames } from "./bindings.ts";
import { beginsBuilder, builderMember } from "./builders.ts";
import { declaredMeaning } from "./declared.ts";
import { entryOf } from "./held.ts";
import { localMember } from "./locals.ts";
import type { Context, Meaning } from "./meaning.ts";
import { classMember, moduleMember } from "./modules.ts";
import { valueMember } from "./values.ts";

export function memberOf(c: Context, object: Node, { name, range }: MemberNode): Meaning | undefined {
  const meaning = c.meaning(object);
  return meaning && memberMeaning(c, meaning, name, range.start);
}

/** C#'s `UserPool UserPool { get; }`: `UserPool.FromUserPoolId` is the type's, as the property has no such member. */
export function objectOf(c: Context, node: MemberNode): Node {
  const { object } = node;
  if (object.kind !== "name" || object.isType || !hasTypeNames(c.language)) return object;
  if (memberOf(c, object, node)) return object;
  const type = { ...object, isType: true };
  return memberOf(c, type, node) ? type : object;
}

export function memberMeaning(c: Context, object: Meaning, name: string, at: number): Meaning | undefined {
  switch (object.kind) {
    case "module":
    case "package":
      return moduleMember(c, object, name);
    case "class":
      return classMember(c, object.fqn, name);
    case "value":
      return valueMember(c, object.type, name);
    case "builderClass":
      return name === "create" ? beginsBuilder(c, object.made, name) : undefined;
    // A method is named and not called yet where the next line of the chain goes on.
    case "builderMethod":
    case "builder":
      return builderMember(c, object, name);
    case "localValue":
    case "localClass":
      return localMember(c, object.type, name, at);
    case "object": {
      const entry = entryOf(object.node, name);
      return entry && c.meaning(entry);
    }
    case "base":
      return name === "__init__" ? object : valueMember(c, object.fqn, name);
    case "fields": {
      const entry = object.type.entries.find(({ key }) => key === name);
      return entry?.value && declaredMeaning(c, entry.value);
    }
    default:
      return undefined;
  }
}
