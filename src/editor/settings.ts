import { extensions, type Uri, workspace } from "vscode";
import type { Explanation, ServiceId } from "../core/types.ts";

/**
 * The settings, read when they are needed: a change takes effect at once. Those on what is said of a file are read
 * for that file, since each folder of a workspace may have its own.
 */
const get = <T>(name: string, otherwise: T, file?: Uri): T =>
  workspace.getConfiguration("identityLens", file).get(name, otherwise);

export const examTips = (): boolean => get("examTips", true);

export const briefHovers = (file: Uri): boolean => get<string>("hoverDetail", "full", file) === "brief";

/** May a hover speak? Not of a service that was switched off, nor where it would only repeat another's schema. */
export function speaks(
  { schemaOnly, concepts }: Pick<Explanation, "schemaOnly" | "concepts">,
  file: Uri,
): boolean {
  if (!speaksOf(serviceOf(concepts[0]?.id), file)) return false;
  if (!schemaOnly) return true;
  const when = get<string>("propertyDocumentation", "auto", file);
  return when === "always" || (when !== "never" && !showsSchemas());
}

const ALWAYS: readonly string[] = ["start", "other"] satisfies readonly ServiceId[];

/** The service that a page is of; what has no page is of none that could be switched off. */
export const serviceOf = (concept = "other"): string => concept.split("/")[0] ?? concept;

/** A list that is none, as a settings file may have it, switches nothing off. */
export function speaksOf(service: string, file: Uri): boolean {
  const services = get<unknown>("services", undefined, file);
  return ALWAYS.includes(service) || !Array.isArray(services) || services.includes(service);
}

/** Is another extension there that shows CloudFormation's documentation on properties? */
function showsSchemas(): boolean {
  if (extensions.getExtension("amazonwebservices.aws-toolkit-vscode")?.isActive) return true;
  if (!extensions.getExtension("redhat.vscode-yaml")?.isActive) return false;
  const schemas = workspace.getConfiguration("yaml").get<Record<string, unknown> | null>("schemas");
  return Object.keys(schemas ?? {}).some((address) => /cloudformation|\bsam\b|goformation/i.test(address));
}
