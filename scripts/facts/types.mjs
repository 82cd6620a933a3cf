/**
 * Resource types of identity: properties, attributes, what an update does, allowed values, limits.
 * One part a namespace: `types-Cognito`.
 */
import { apiModel, apiValues } from "./api-values.mjs";
import { lean, readAuthored, require, sorted, stamp } from "./lib.mjs";
import { limitsOf, limitWords } from "./limits.mjs";
import { brief } from "./prose.mjs";

/** Namespaces taken whole. */
const namespaces = [
  "AccessAnalyzer",
  "AccountAccess",
  "Cognito",
  "DirectoryService",
  "IAM",
  "IdentityStore",
  "Organizations",
  "PCAConnectorAD",
  "RolesAnywhere",
  "SSO",
  "VerifiedPermissions",
];

/** Types that carry identity in other namespaces. */
const singleTypes = [
  "AWS::ApiGateway::Authorizer",
  "AWS::ApiGatewayV2::Authorizer",
  "AWS::BedrockAgentCore::WorkloadIdentity",
  "AWS::EC2::VerifiedAccessTrustProvider",
  "AWS::EKS::AccessEntry",
  "AWS::EKS::IdentityProviderConfig",
  "AWS::EKS::PodIdentityAssociation",
  "AWS::MPA::IdentitySource",
];

/** The client whose enums stand for a namespace's values where the spec lists none. */
const clients = {
  AccessAnalyzer: ["accessanalyzer"],
  Cognito: ["cognito-identity-provider", "cognito-identity"],
  DirectoryService: ["directory-service"],
  IAM: ["iam"],
  IdentityStore: ["identitystore"],
  Organizations: ["organizations"],
  RolesAnywhere: ["rolesanywhere"],
  SSO: ["sso-admin"],
  VerifiedPermissions: ["verifiedpermissions"],
};

const namespaceOf = (type) => type.split("::")[1];
export const isIdentityType = (type) => namespaces.includes(namespaceOf(type)) || singleTypes.includes(type);

const typeWords = {
  string: "String",
  boolean: "Boolean",
  integer: "Integer",
  number: "Number",
  json: "Json",
  tag: "Tag",
};

function typeText(db, type) {
  switch (type.type) {
    case "array":
      return `List of ${typeText(db, type.element)}`;
    case "map":
      return `Map of ${typeText(db, type.element)}`;
    case "ref":
      return db.get("typeDefinition", type.reference.$ref).name;
    case "union": {
      const names = type.types.map((one) => typeText(db, one));
      return names.includes("Json") ? "Json" : [...new Set(names)].join(" or ");
    }
    case "date-time":
      return "Timestamp";
    default:
      return typeWords[type.type] ?? type.type;
  }
}

/** The definition a type leads into, and whether a map's key stands between. */
function inner(db, type) {
  if (type.type === "ref") return { of: db.get("typeDefinition", type.reference.$ref).name };
  if (type.type === "tag") return { of: "Tag" };
  if (type.type === "array") return inner(db, type.element);
  if (type.type === "map") return { ...inner(db, type.element), map: true };
  if (type.type === "union") return type.types.map((one) => inner(db, one)).find((one) => one.of) ?? {};
  return {};
}

const innermost = (type) => (type.element ? innermost(type.element) : type);

/** AWS's texts list values in two ways: `Allowed values: A | B`, and bullets under "Valid values". */
function valuesInText(text = "") {
  const line = /Allowed values: ((?:`[^`]+`(?: \| )?)+)/.exec(text)?.[1];
  return line ? [...line.matchAll(/`([^`]+)`/g)].map((m) => m[1]) : undefined;
}

const updates = { yes: "replacement", maybe: "conditional" };

/** `Type.Property` or `Type.Definition.Property`, by which hand-kept texts and corrections are found. */
const keyOf = ({ resource }, block, name) =>
  [resource.cloudFormationType, block, name].filter(Boolean).join(".");

/** A hand-kept sentence in place of AWS's, where there is one. */
function meaningOf(context, block, name) {
  const key = keyOf(context, block, name);
  const meaning = context.meanings[key];
  if (meaning) context.used.add(key);
  return meaning;
}

/** A hand-kept correction, where there is one. */
function corrected(fact, context, block, name) {
  const key = keyOf(context, block, name);
  const override = context.overrides[key];
  if (!override) return fact;
  context.used.add(key);
  const { note, source, allowed, ...rest } = override;
  return {
    ...fact,
    ...rest,
    ...(allowed ? { allowed, allowedFrom: "override" } : {}),
    ...(note ? { doc: undefined, note: { text: note, source } } : {}),
  };
}

function propertyFact(context, block, name, property) {
  const { db, limits, models, resource } = context;
  const fromSpec = innermost(property.type).allowedValues ?? valuesInText(property.documentation);
  const fromApi = fromSpec ? undefined : apiValues(models, resource.name, block, name);
  return lean({
    type: typeText(db, property.type),
    required: property.required ?? false,
    update: updates[property.causesReplacement],
    doc: meaningOf(context, block, name) ?? brief(property.documentation),
    default: property.defaultValue?.replace(/^"(.*)"$/, "$1"),
    allowed: fromSpec ?? fromApi,
    allowedFrom: fromSpec ? "spec" : fromApi ? "api" : undefined,
    limits: limitWords(limits[block]?.[name], property.type.type === "array"),
    deprecated: property.deprecated === "WARN" || undefined,
    ...inner(db, property.type),
  });
}

const propertyFacts = (context, block, properties) =>
  sorted(
    Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [
        name,
        corrected(propertyFact(context, block, name, property), context, block, name),
      ]),
    ),
  );

const page = (type) => {
  const [, namespace, name] = type.split("::");
  return `https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-${namespace}-${name}.html`
    .toLowerCase()
    .replace("awscloudformation", "AWSCloudFormation")
    .replace("templatereference", "TemplateReference");
};

function typeFact(context, { refs, attributes: attributeDocs }) {
  const { db, resource } = context;
  const type = resource.cloudFormationType;
  const attributes = Object.entries(resource.attributes).map(([name, attribute]) => [
    name,
    {
      type: typeText(db, attribute.type),
      doc: attributeDocs[`${type}.${name}`] ?? brief(attribute.documentation, 240),
    },
  ]);
  return lean({
    doc: brief(resource.documentation, 320),
    ref: refs[type],
    attributes: sorted(Object.fromEntries(attributes)),
    identifier: resource.primaryIdentifier ?? [],
    url: page(type),
    properties: propertyFacts(context, "", resource.properties),
    definitions: sorted({
      ...(JSON.stringify(resource.properties).includes('"type":"tag"') ? { Tag: context.tag } : {}),
      ...Object.fromEntries(
        [...db.follow("usesType", resource)].map(({ entity }) => [
          entity.name,
          propertyFacts(context, entity.name, entity.properties),
        ]),
      ),
    }),
  });
}

/** Texts of undocumented properties from the same definition of a sibling type, such as a replica's settings from the user pool's. */
function borrowTexts(types) {
  const texts = {};
  for (const [, type] of types)
    for (const [block, properties] of Object.entries(type.definitions ?? {}))
      for (const [name, { doc }] of Object.entries(properties)) if (doc) texts[`${block}.${name}`] ??= doc;
  for (const [, type] of types)
    for (const [block, properties] of Object.entries(type.definitions ?? {}))
      for (const [name, property] of Object.entries(properties))
        if (!property.doc && texts[`${block}.${name}`]) property.doc = texts[`${block}.${name}`];
}

export function typeParts() {
  const db = require("@aws-cdk/aws-service-spec").loadAwsServiceSpecSync();
  const returned = readAuthored("refs");
  const overrides = readAuthored("overrides");
  const meanings = readAuthored("meanings");
  const tag = readAuthored("tag");
  const used = new Set();
  const parts = new Map();
  const resources = db.all("resource").filter((resource) => isIdentityType(resource.cloudFormationType));
  for (const name of [...new Set(resources.map((r) => namespaceOf(r.cloudFormationType)))].sort()) {
    const models = (clients[name] ?? []).map(apiModel);
    const types = resources
      .filter((resource) => namespaceOf(resource.cloudFormationType) === name)
      .map((resource) => [
        resource.cloudFormationType,
        typeFact(
          {
            ...{ db, models, resource, overrides, meanings, used, tag },
            limits: limitsOf(resource.cloudFormationType),
          },
          returned,
        ),
      ]);
    borrowTexts(types);
    const packages = [
      "@aws-cdk/aws-service-spec",
      "@awboost/cfn-resource-types",
      ...(clients[name] ?? []).map((client) => `@aws-sdk/client-${client}`),
    ];
    parts.set(`types-${name}`, { source: stamp(...packages), types: sorted(Object.fromEntries(types)) });
  }
  const unread = Object.keys(returned.attributes).filter((name) => !hasAttribute(parts, name));
  if (unread.length)
    throw new Error(`refs.yaml: no such attribute: ${unread.join(", ")}. Remedy: mend or remove the line`);
  const idle = Object.keys({ ...overrides, ...meanings }).filter((key) => !used.has(key));
  if (idle.length)
    throw new Error(
      `overrides.yaml, meanings.yaml: no such property: ${idle.join(", ")}. Remedy: mend or remove the entry`,
    );
  return parts;
}

function hasAttribute(parts, name) {
  const [type, ...attribute] = name.split(".");
  const fact = parts.get(`types-${namespaceOf(type)}`)?.types[type];
  return attribute.join(".") in (fact?.attributes ?? {});
}
