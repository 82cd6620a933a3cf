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
  const name = nameOf(
    text,
    path.filter((step) => typeof step === "string"),
    owner,
  );
  return name === undefined ? undefined : { kind: "resourceAttribute", range, name, owner };
}

/** The name that the key goes by in our facts: with what it stands in, where it means something only there. */
function nameOf(key: string, path: readonly string[], { type }: Owner): string | undefined {
  const ofRole = path.length === 1 && OF_THE_ROLE.has(key) && !/Api$/.test(type);
  if (ofRole || key === "Connectors") return key;
  if (path.includes("Auth") && path.at(-2) === "Authorizers") return undefined;
  if (path.includes("Auth")) return key === "Type" ? "Auth.Type" : key;
  if (path[0] === "Events") return path.length === 4 ? `Events.${key}` : undefined;
  return path[0] === "FunctionUrlConfig" ? `FunctionUrlConfig.${key}` : undefined;
}
