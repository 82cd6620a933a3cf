/** How much is known and how large it is: printed after generating, for notes and reviews. */
import { gzipSync } from "node:zlib";

const compiledIn = ["names", "cdk-names"];
const size = (text) => ({ raw: text.length, compressed: gzipSync(text, { level: 9 }).length });
const sum = (list, give) => list.reduce((total, item) => total + give(item), 0);
const length = (object) => Object.keys(object ?? {}).length;

function typeCounts(parts) {
  const types = [...parts]
    .filter(([name]) => name.startsWith("types-"))
    .flatMap(([, data]) => Object.values(data.types));
  const properties = types.flatMap((type) => [
    ...Object.values(type.properties ?? {}),
    ...Object.values(type.definitions ?? {}).flatMap((definition) => Object.values(definition)),
  ]);
  const from = (source) => properties.filter((property) => property.allowedFrom === source).length;
  return {
    types: types.length,
    "properties, nested ones too": properties.length,
    attributes: sum(types, (type) => length(type.attributes)),
    "properties with limits": properties.filter((property) => property.limits).length,
    "properties whose change replaces": properties.filter((property) => property.update === "replacement")
      .length,
    "properties with allowed values (spec, API, by hand)": `${from("spec")}, ${from("api")}, ${from("override")}`,
    "properties with a reviewed note": properties.filter((property) => property.note).length,
  };
}

function cdkCounts(parts) {
  const types = [...parts]
    .filter(([name]) => /^cdk-(?!names)/.test(name))
    .flatMap(([, data]) => Object.values(data.types));
  const members = types.flatMap((type) => Object.values(type.members ?? {}));
  const kind = (name) => members.filter((member) => member.kind === name).length;
  return {
    "constructs (L1, L2)": `${types.filter((type) => type.url).length}`,
    "CDK types": types.length,
    "CDK props": sum(types, (type) => length(type.props)),
    "CDK methods": kind("method"),
    "CDK static members": kind("static"),
    "CDK enum members": kind("member"),
  };
}

function iamCounts(parts) {
  const actions = [...parts].filter(([name]) => name.startsWith("actions-"));
  const all = Object.values(parts.get("all-actions").services).flatMap((service) => Object.entries(service));
  const keys = parts.get("keys");
  return {
    "identity services": actions.length,
    "actions told in full": sum(actions, ([, data]) => length(data.actions)),
    "actions by name and level": sum(
      all,
      ([verbs, things]) => verbs.split(" ").length * things.split(" ").length,
    ),
    "global condition keys": length(keys.global),
    "other condition keys": length(keys.keys),
    "OIDC issuers": length(keys.issuers),
    "managed policies": length(parts.get("managed-policies").policies),
    "service principals": length(parts.get("principals").principals),
  };
}

export function report(parts, texts) {
  const sizes = [...texts].map(([name, text]) => ({ name, ...size(text) }));
  const total = (list, what) => sum(list, (item) => item[what]);
  const lazy = sizes.filter(({ name }) => !compiledIn.includes(name));
  const compiled = sizes.filter(({ name }) => compiledIn.includes(name));
  const kb = (bytes) => `${(bytes / 1024).toFixed(0)} KB`;
  return {
    ...typeCounts(parts),
    ...iamCounts(parts),
    ...cdkCounts(parts),
    "read on first use": `${kb(total(lazy, "raw"))}, compressed ${kb(total(lazy, "compressed"))} of 480`,
    "compiled in": `${kb(total(compiled, "raw"))}, compressed ${kb(total(compiled, "compressed"))} of 100`,
  };
}
