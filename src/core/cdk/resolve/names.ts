import type { NameNode, Scope } from "../syntax.ts";
import { hasTypeNames, lookUp } from "./bindings.ts";
import { bindingMeaning } from "./declared.ts";
import { localMember } from "./locals.ts";
import type { Context, Meaning } from "./meaning.ts";
import { memberMeaning } from "./members.ts";
import { targetMeaning } from "./targets.ts";

/** In the order in which a name is looked up: what the language says, what the file declares, what it imports whole. */
export function nameMeaning(c: Context, node: NameNode): Meaning | undefined {
  const { name, scope } = node;
  const root = c.targets.get(node);
  if (root) return targetMeaning(c, root);
  if (name === "this" || name === "self" || name === "cls") return selfMeaning(scope);
  if (name === (c.language === "csharp" ? "base" : "super") && c.language !== "go")
    return baseMeaning(c, scope);
  const binding = lookUp(node, c.language);
  if (binding) return bindingMeaning(c, binding);
  const method = hasTypeNames(c.language) && !node.isType ? ownMethod(c, node) : undefined;
  if (method) return method;
  if (/^(require|import)$/.test(name) && (c.language === "typescript" || c.language === "javascript"))
    return { kind: "require" };
  const open = openMeaning(c, node);
  if (open) return open;
  return c.names.isPackage(name, c.language) ? { kind: "package", path: name } : undefined;
}

/** A member of what was imported whole. */
function openMeaning(c: Context, { name, range }: NameNode): Meaning | undefined {
  for (const open of c.open) {
    const found = memberMeaning(c, open, name, range.start);
    const isKnown = found?.kind !== "class" || c.names.type(found.fqn) !== undefined;
    if (found && isKnown && found.kind !== "module" && found.kind !== "package") return found;
  }
  return undefined;
}

/** A method of the class that the name stands in, or of the CDK's class that this one extends. */
function ownMethod(c: Context, { name, scope, range }: NameNode): Meaning | undefined {
  for (let here: Scope | undefined = scope; here; here = here.parent) {
    const found = here.type && localMember(c, here.type, name, range.start);
    if (found?.kind === "function" || found?.kind === "method") return found;
  }
  return undefined;
}

function selfMeaning(scope: Scope): Meaning | undefined {
  for (let here: Scope | undefined = scope; here; here = here.parent)
    if (here.type) return { kind: "localValue", type: here.type };
  return undefined;
}

function baseMeaning(c: Context, scope: Scope): Meaning | undefined {
  const self = selfMeaning(scope);
  const [base] = self?.kind === "localValue" ? self.type.bases : [];
  const meaning = base && c.meaning(base);
  return meaning?.kind === "class" ? { kind: "base", fqn: meaning.fqn } : undefined;
}
