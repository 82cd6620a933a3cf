import { extensions, workspace } from "vscode";
import type { Explanation, ServiceId } from "../core/types.ts";

/** The settings, read when they are needed: a change takes effect at once. */
const get = <T>(name: string, otherwise: T): T =>
  workspace.getConfiguration("identityLens").get(name, otherwise);

export const examTips = (): boolean => get("examTips", true);

export const briefHovers = (): boolean => get<string>("hoverDetail", "full") === "brief";

/** May a hover speak? Not of a service that was switched off, nor where it would only repeat another's schema. */
export function speaks({ schemaOnly, concepts }: Pick<Explanation, "schemaOnly" | "concepts">): boolean {
  const service = concepts[0]?.id.split("/")[0];
  if (service !== undefined && !speaksOf(service)) return false;
  if (!schemaOnly) return true;
  const when = get<string>("propertyDocumentation", "auto");
  return when === "always" || (when === "auto" && !showsSchemas());
}

const ALWAYS: readonly string[] = ["start", "other"] satisfies readonly ServiceId[];

/** A list that is none, as a settings file may have it, switches nothing off. */
export function speaksOf(service: string): boolean {
  const services = get<unknown>("services", undefined);
  return ALWAYS.includes(service) || !Array.isArray(services) || services.includes(service);
}

/** Is another extension there that shows CloudFormation's documentation on properties? */
function showsSchemas(): boolean {
  if (extensions.getExtension("amazonwebservices.aws-toolkit-vscode")?.isActive) return true;
  if (!extensions.getExtension("redhat.vscode-yaml")?.isActive) return false;
  const schemas = workspace.getConfiguration("yaml").get<Record<string, unknown> | null>("schemas");
  return Object.keys(schemas ?? {}).some((address) => /cloudformation|\bsam\b|goformation/i.test(address));
}
