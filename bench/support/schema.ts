import type { Facts } from "../../src/core/types.ts";

interface Schema {
  readonly [key: string]: unknown;
}

/** How deep properties of properties are followed. */
const DEEPEST = 6;

/** A JSON schema of templates with these types and their properties, as schemas of CloudFormation are published. */
export function schemaOf(types: readonly string[], facts: Facts): Schema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    type: "object",
    properties: {
      AWSTemplateFormatVersion: { type: "string" },
      Description: { type: "string" },
      Resources: {
        type: "object",
        additionalProperties: { anyOf: types.map((type) => resource(type, facts)) },
      },
    },
  };
}

function resource(type: string, facts: Facts): Schema {
  const fact = facts.resourceType(type);
  return {
    type: "object",
    description: fact?.doc ?? "",
    required: ["Type"],
    properties: {
      Type: { type: "string", enum: [type] },
      Properties: {
        type: "object",
        properties: Object.fromEntries(
          (fact?.properties ?? []).map((name) => [name, property(type, [name], facts)]),
        ),
      },
    },
  };
}

/** Every property with its words; what it may be is left to its properties, so that functions are taken too. */
function property(type: string, path: readonly string[], facts: Facts): Schema {
  const fact = facts.property(type, path);
  const children = path.length < DEEPEST ? (fact?.children ?? []) : [];
  const description = fact?.note?.text ?? fact?.doc ?? "";
  if (children.length === 0) return { description };
  const inner = {
    type: "object",
    properties: Object.fromEntries(children.map((name) => [name, property(type, [...path, name], facts)])),
  };
  return fact?.type.startsWith("List of")
    ? { description, type: "array", items: inner }
    : { description, ...inner };
}
