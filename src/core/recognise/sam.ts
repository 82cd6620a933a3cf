import type { Owner, Path, Range, Term } from "../types.ts";

/** Of a function or state machine: the role that SAM makes, or is given. */
const OF_THE_ROLE = new Set(["Policies", "Role", "AssumeRolePolicyDocument", "PermissionsBoundary"]);

/** Where SAM speaks of identity on resources that are none themselves: roles, authorizers, connectors. */
export function samTerm(site: {
  readonly range: Range;
  readonly text: string;
  readonly owner: Owner;
  readonly path: Path;
}): Term | undefined {
  const { range, text, owner, path } = site;
  if (!owner.type.startsWith("AWS::Serverless::")) return undefined;
  const names = path.filter((step) => typeof step === "string");
  const ofRole = names.length === 1 && OF_THE_ROLE.has(text) && !/Api$/.test(owner.type);
  const ofAuth = names.includes("Auth") && names.at(-2) !== "Authorizers";
  if (!ofRole && !ofAuth && text !== "Connectors") return undefined;
  return { kind: "resourceAttribute", range, name: text, owner };
}
