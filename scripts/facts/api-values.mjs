/** Allowed values that the spec doesn't list, from the enums of the SDK's clients. */
import { readdirSync, readFileSync } from "node:fs";
import { packageFile } from "./lib.mjs";

/** `{ interfaces: { name: { property: enumName } }, enums: { name: values } }` of one client's declarations. */
export function apiModel(client) {
  const directory = packageFile(`@aws-sdk/client-${client}`, "dist-types/models");
  const text = readdirSync(directory)
    .filter((file) => file.endsWith(".d.ts"))
    .map((file) => readFileSync(`${directory}/${file}`, "utf8"))
    .join("\n");
  const enums = {};
  for (const [, name, body] of text.matchAll(/export declare const (\w+): \{\n([\s\S]*?)\};/g)) {
    const values = [...body.matchAll(/readonly \w+: "(.*)";|readonly "?[^":]+"?: "(.*)";/g)].map(
      (m) => m[1] ?? m[2],
    );
    if (values.length) enums[name] = values;
  }
  const interfaces = {};
  for (const [, name, body] of text.matchAll(/export interface (\w+)[^{]*\{\n([\s\S]*?)^\}/gm)) {
    const members = {};
    for (const [, member, type] of body.matchAll(/^ {4}(\w+)\??: (.+?);$/gm))
      members[member] = type.replace(/ \| undefined/g, "").replace(/\[\]$/, "");
    interfaces[name] = members;
  }
  return { enums, interfaces };
}

/** Values by exact interface: the definition's own name, or the request that creates the resource; never by property name alone. */
export function apiValues(models, resource, block, property) {
  const names = block ? [block, `${block}Type`] : [`Create${resource}Request`, `${resource}Type`, resource];
  for (const { enums, interfaces } of models)
    for (const name of names) {
      const values = enums[interfaces[name]?.[property]];
      if (values) return values;
    }
  return undefined;
}
