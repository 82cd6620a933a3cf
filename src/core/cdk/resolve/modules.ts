import { isForeign } from "../foreign.ts";
import { beginsBuilder } from "./builders.ts";
import type { Context, Meaning } from "./meaning.ts";
import { memberMeaning } from "./members.ts";
import { valueMember } from "./values.ts";

/** A module, or what is brought in from it. */
export function importedMeaning(
  c: Context,
  path: string,
  name: string | undefined,
  at: number,
): Meaning | undefined {
  const module = c.names.module(path, c.language);
  if (module === undefined)
    return c.names.isPackage(path, c.language) ? { kind: "package", path } : undefined;
  const whole: Meaning = { kind: "module", module, path };
  return name === undefined ? whole : memberMeaning(c, whole, name, at);
}

export function moduleMember(
  c: Context,
  object: Meaning & { kind: "module" | "package" },
  name: string,
): Meaning | undefined {
  if (object.kind === "module" && c.names.type(`${object.module}.${name}`))
    return { kind: "class", fqn: `${object.module}.${name}` };
  const path = `${object.path}.${name}`;
  const dotted = c.language !== "typescript" && c.language !== "javascript" && c.language !== "go";
  const module = dotted ? c.names.module(path, c.language) : undefined;
  if (module !== undefined) return { kind: "module", module, path };
  if (dotted && c.names.isPackage(path, c.language)) return { kind: "package", path };
  if (object.kind === "package") return undefined;
  if (/^[a-z]/.test(name) && object.module === "aws-cdk-lib" && !dotted && c.language !== "go")
    return { kind: "module", module: `aws-cdk-lib.${name}`, path };
  if (c.language === "go") return goMember(c, object.module, name);
  return /^[A-Z]/.test(name) ? { kind: "class", fqn: `${object.module}.${name}` } : undefined;
}

/** `NewRole`, `Role_FromRoleArn`, `Mfa_REQUIRED`, `CfnUserPool_PolicyProperty`, `RoleProps`. */
function goMember(c: Context, module: string, name: string): Meaning | undefined {
  const made = `${module}.${name.slice(3).replace(/_Override$/, "")}`;
  if (/^New[A-Z]/.test(name) && (c.names.type(made) || !c.names.type(`${module}.${name}`)))
    return { kind: "constructor", fqn: made };
  const [first = "", ...rest] = name.split("_");
  const owner = `${module}.${first}`;
  if (rest.length === 0) return /^[A-Z]/.test(name) ? { kind: "class", fqn: owner } : undefined;
  if (!c.names.type(owner)) return undefined;
  return classMember(c, owner, rest.join("_"));
}

export function classMember(c: Context, fqn: string, name: string): Meaning | undefined {
  const nested = `${fqn}.${name}`;
  if (c.names.type(nested)) return { kind: "class", fqn: nested };
  if (c.language === "java" && name === "Builder") return { kind: "builderClass", made: fqn };
  if (c.language === "java" && name === "builder") return beginsBuilder(c, fqn, name);
  if (isForeign(fqn) && /^from/i.test(name) && !c.names.type(fqn)) return { kind: "value", type: fqn };
  const member = c.names.member(fqn, name, c.language);
  // `roles.stream().map(IRole::getRoleArn)`
  if (c.language === "java" && (member?.kind === "prop" || member?.kind === "method"))
    return valueMember(c, fqn, name);
  if (!member || member.kind === "prop" || member.kind === "method") return undefined;
  return member.kind === "staticMethod"
    ? { kind: "method", member }
    : { kind: "value", type: member.type, member };
}
