/**
 * The CDK's documentation: constructs, props with their defaults and the CloudFormation property behind them,
 * methods, enum members. One part a module: `cdk-aws_iam`; the core's own types are in `cdk-core`.
 */
import {
  authoredConstructs,
  authoredDocs,
  authoredStructs,
  coveredTypes,
  isConstruct,
  typeText,
} from "./cdk-names.mjs";
import { lean, sorted, stamp } from "./lib.mjs";
import { brief } from "./prose.mjs";

/** A sentence of ours on a type, `aws_iam.Role`, or a member or prop of one, `aws_iam.Role.addToPolicy`. */
const ours = (fqn, name) =>
  authoredDocs()[[fqn.slice("aws-cdk-lib.".length), name].filter(Boolean).join(".")];

const docOf = (docs, most) => brief([docs?.summary, docs?.remarks].filter(Boolean).join("\n\n"), most);

/** `- No external IDs`, `true`: without the dash, in backticks where it is code. */
function defaultOf(docs) {
  const given = docs?.default?.trim().replace(/\.$/, "");
  if (!given) return undefined;
  const words = given.replace(/^-\s*/, "");
  if (!given.startsWith("-") && /^[\w.'"[\]{}():,/ -]+$/.test(words) && !words.includes("`"))
    return words.split(" ").length < 4 ? `\`${words}\`` : brief(words, 140);
  return brief(words, 140).replace(/\.$/, "");
}

/** `{ "AWS::IAM::Role": { properties, definitions } }` of all type parts. */
const typesOf = (typeParts) => Object.assign({}, ...[...typeParts.values()].map(({ types }) => types));

/** The way from a type's properties to a definition: `Policies.PasswordPolicy`. */
function pathsTo(type) {
  const paths = { "": "" };
  const queue = [["", type.properties]];
  for (const [path, properties] of queue)
    for (const [name, { of }] of Object.entries(properties ?? {})) {
      if (!of || of in paths) continue;
      paths[of] = `${path}${name}.`;
      queue.push([paths[of], type.definitions?.[of]]);
    }
  return paths;
}

/** The CloudFormation property of an L1 prop, told by its `see` link, since the names follow no rule. */
function cfnOfL1(prop, type, cfnName, definition) {
  const anchor = /#cfn-([\w-]+)$/.exec(prop.docs?.see ?? "")?.[1];
  const properties = definition ? type?.definitions?.[definition] : type?.properties;
  const wanted = (anchor?.split("-").at(-1) ?? prop.name).toLowerCase();
  const name = Object.keys(properties ?? {}).find(
    (key) => key.toLowerCase() === wanted || key.toLowerCase() === prop.name.toLowerCase(),
  );
  const path = pathsTo(type ?? {})[definition ?? ""];
  return name !== undefined && path !== undefined ? `${cfnName}.${path}${name}` : undefined;
}

/** `CfnRoleProps` and `CfnRole.PolicyProperty` belong to `AWS::IAM::Role`. */
function l1Owner(assembly, fqn) {
  const [, module, resource, definition] =
    /^(aws-cdk-lib\.\w+)\.(Cfn\w+?)(?:Props)?(?:\.(\w+?)(?:Property)?)?$/.exec(fqn) ?? [];
  const cfnName = assembly.types[`${module}.${resource}`]?.docs?.custom?.cloudformationResource;
  return cfnName && { cfnName, definition };
}

function propFact(context, struct, prop) {
  const { assembly, types, authored } = context;
  const owner = l1Owner(assembly, struct.fqn);
  const l1 = owner && cfnOfL1(prop, types[owner.cfnName], owner.cfnName, owner.definition);
  const text = typeText(prop.type);
  return lean({
    type: text,
    fqn: /aws-cdk-lib\.[\w.]+/.exec(text)?.[0],
    required: !prop.optional,
    doc: ours(struct.fqn, prop.name) ?? docOf(prop.docs, owner ? 140 : 260),
    default: defaultOf(prop.docs),
    cfn: l1 ?? authored[`${struct.fqn}.${prop.name}`],
    deprecated: prop.docs?.deprecated !== undefined,
  });
}

const memberFact = (kind, doc, returns) => lean({ kind, doc, returns });

function membersOf(type, l1) {
  const shown = (member) => !member.protected;
  const doc = ({ name, docs }) => ours(type.fqn, name) ?? docOf(docs, l1 ? 140 : 240);
  const properties = (type.datatype ? [] : (type.properties ?? []))
    .filter(shown)
    .map((p) => [p.name, memberFact(p.static ? "static" : "property", doc(p), typeText(p.type))]);
  const methods = (type.methods ?? [])
    .filter(shown)
    .map((m) => [
      m.name,
      memberFact(m.static ? "static" : "method", doc(m), m.returns && typeText(m.returns.type)),
    ]);
  const members = (type.members ?? []).map((m) => [m.name, memberFact("member", doc(m))]);
  return sorted(Object.fromEntries([...properties, ...methods, ...members].filter(([, fact]) => fact.doc)));
}

const page = (fqn) => `https://docs.aws.amazon.com/cdk/api/v2/docs/${fqn}.html`;

function typeFact(context, fqn) {
  const { assembly, covered } = context;
  const type = assembly.types[fqn];
  const last = type.kind === "class" ? type.initializer?.parameters?.at(-1)?.type.fqn : undefined;
  const l1 = l1Owner(assembly, fqn);
  return lean({
    kind: type.datatype ? "struct" : type.kind,
    doc: ours(fqn) ?? docOf(type.docs, l1?.definition ? 160 : 300),
    type:
      type.docs?.custom?.cloudformationResource ??
      authoredConstructs()[fqn.slice("aws-cdk-lib.".length)]?.type,
    propsStruct: last && assembly.types[last]?.datatype ? last : undefined,
    url: isConstruct(assembly, fqn) ? page(fqn) : undefined,
    base: [type.base, ...(type.interfaces ?? [])].filter((base) => covered.has(base)),
    props: type.datatype
      ? sorted(Object.fromEntries((type.properties ?? []).map((p) => [p.name, propFact(context, type, p)])))
      : undefined,
    members: membersOf(type, l1),
    deprecated: type.docs?.deprecated !== undefined,
  });
}

/** `{ "aws-cdk-lib.aws_iam.RoleProps.path": "AWS::IAM::Role.Path" }` from the hand-kept file; fails on a name that is gone. */
function authoredProps(assembly, types) {
  const found = {};
  const set = (struct, name, cfn, type) => {
    const declaring = declares(assembly, struct, name);
    if (!declaring)
      throw new Error(`constructs.yaml: ${struct} has no prop ${name}. Remedy: mend or remove the line`);
    if (!known(types[type], cfn))
      throw new Error(
        `constructs.yaml: ${type} has no property ${cfn} (of ${struct}.${name}). Remedy: mend the line`,
      );
    found[`${declaring}.${name}`] = `${type}.${cfn}`;
  };
  for (const [name, { type, props }] of Object.entries(authoredConstructs())) {
    const struct = assembly.types[`aws-cdk-lib.${name}`]?.initializer?.parameters?.at(-1)?.type.fqn;
    for (const [prop, cfn] of Object.entries(props ?? {})) set(struct, prop, cfn, type);
  }
  for (const [name, { type, props }] of Object.entries(authoredStructs()))
    for (const [prop, cfn] of Object.entries(props)) set(`aws-cdk-lib.${name}`, prop, cfn, type);
  for (const name of Object.keys(authoredDocs()))
    if (!exists(assembly, `aws-cdk-lib.${name}`))
      throw new Error(`constructs.yaml: there is no ${name}. Remedy: remove the line`);
  return found;
}

/** A type, or a member or prop that a type itself declares. */
function exists(assembly, name) {
  const dot = name.lastIndexOf(".");
  const { properties = [], methods = [], members = [] } = assembly.types[name.slice(0, dot)] ?? {};
  const own = [...properties, ...methods, ...members].some((member) => member.name === name.slice(dot + 1));
  return own || assembly.types[name] !== undefined;
}

function declares(assembly, fqn, name) {
  const type = assembly.types[fqn];
  if (!type) return undefined;
  if (type.properties?.some((p) => p.name === name)) return fqn;
  return (type.interfaces ?? []).map((base) => declares(assembly, base, name)).find(Boolean);
}

function known(type, path) {
  let level = type?.properties;
  let found;
  for (const name of path.split(".")) {
    found = level?.[name];
    level = type?.definitions?.[found?.of];
  }
  return found !== undefined;
}

export function cdkParts(assembly, typeParts) {
  const types = typesOf(typeParts);
  const modules = coveredTypes(assembly);
  const context = {
    assembly,
    types,
    authored: authoredProps(assembly, types),
    covered: new Set([...modules.values()].flat()),
  };
  return new Map(
    [...modules].map(([name, fqns]) => {
      const prefix = name ? `aws-cdk-lib.${name}.` : "aws-cdk-lib.";
      const facts = fqns.map((fqn) => [fqn.slice(prefix.length), typeFact(context, fqn)]);
      return [
        `cdk-${name || "core"}`,
        { source: stamp("aws-cdk-lib"), types: sorted(Object.fromEntries(facts)) },
      ];
    }),
  );
}
