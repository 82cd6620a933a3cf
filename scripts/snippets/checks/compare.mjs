// Does the CDK form make what the template form says? Names that the CDK gives, policies that it makes resources of
// their own, and what it adds (a deployment, a guest role) are no difference; types, trust, conditions, permissions
// and every property that the template writes out are.

/** What the synthesised template lacks of, or has otherwise than, the written one. */
export function compareTemplates(written, made, setup) {
  const problems = [];
  const types = (template) => Object.values(template).map(({ Type }) => Type);
  for (const type of new Set(types(written))) {
    const [want, have] = [written, made].map(
      (template) => types(template).filter((other) => other === type).length,
    );
    if (have < want) problems.push(`${want} ${type} in the template, ${have} from the CDK`);
  }
  for (const [id, resource] of Object.entries(written)) {
    const same = Object.values(made).filter(({ Type }) => Type === resource.Type);
    const best = same
      .map((other) => differences(resource, other, written, made, setup))
      .sort((a, b) => a.length - b.length)[0];
    problems.push(...(best ?? []).map((difference) => `${id}: ${difference}`));
  }
  const [allowed, given] = [written, made].map((template) => [...permissions(template)].sort());
  for (const one of allowed) if (!given.includes(one)) problems.push(`the template alone says ${one}`);
  for (const one of given) if (!allowed.includes(one)) problems.push(`the CDK alone says ${one}`);
  return problems.filter((problem) => !(setup.differs ?? []).some((known) => problem.includes(known)));
}

/** Where statements stand that are compared as permissions. */
const POLICIES = new Set([
  "Policies",
  "PolicyDocument",
  "Content",
  "InlinePolicy",
  "AssumeRolePolicyDocument",
]);

/** A user pool's `Policies` are of passwords. */
const isPolicy = (type, key) => POLICIES.has(key) && type !== "AWS::Cognito::UserPool";

function differences(resource, other, written, made) {
  const out = [];
  const [want, have] = [inMinutes(resource.Properties ?? {}), inMinutes(other.Properties ?? {})];
  for (const key of Object.keys(want)) {
    if (isPolicy(resource.Type, key)) continue;
    const [a, b] = [canonical(want[key], written), canonical(have[key], made)];
    if (a !== b) out.push(`${key} is ${a} in the template, ${b} from the CDK`);
  }
  for (const key of ["DeletionPolicy", "UpdateReplacePolicy"])
    if ((resource[key] ?? "") !== (other[key] ?? "") && resource[key])
      out.push(`${key} is ${resource[key]} in the template, ${other[key]} from the CDK`);
  return out;
}

/** An app client's validities, which the CDK writes in minutes. */
function inMinutes(properties) {
  const { TokenValidityUnits: units, ...rest } = properties;
  if (!units) return properties;
  const minutes = { minutes: 1, hours: 60, days: 1440 };
  for (const token of ["AccessToken", "IdToken", "RefreshToken"])
    if (rest[`${token}Validity`]) rest[`${token}Validity`] *= minutes[units[token]];
  return rest;
}

/** Each action of each statement with its conditions: `Allow sts:AssumeRole on ... by ... if ...`. */
function permissions(template) {
  const out = new Set();
  for (const { Type, Properties = {} } of Object.values(template))
    for (const [key, value] of Object.entries(Properties)) {
      if (!isPolicy(Type, key)) continue;
      for (const statement of statementsIn(value))
        for (const line of lines(statement, template)) out.add(`${kind(Type, key)}: ${line}`);
    }
  return out;
}

/** A role's inline policies are resources of their own from the CDK. */
const kind = (type, key) =>
  key === "AssumeRolePolicyDocument" ? "trust" : type === "AWS::IAM::Policy" ? "AWS::IAM::Role" : type;

function* statementsIn(value) {
  if (Array.isArray(value)) for (const item of value) yield* statementsIn(item);
  else if (value && typeof value === "object") {
    if (value.Effect) yield value;
    else for (const item of Object.values(value)) yield* statementsIn(item);
  }
}

const list = (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

function lines({ Effect, Action, NotAction, Resource, Principal, Condition }, template) {
  const rest = [Resource, Principal, Condition]
    .map((part) => canonical(part === undefined ? "" : part, template))
    .join(" ");
  const actions = Action ? list(Action) : [`not ${list(NotAction).join(" ")}`];
  return actions.map((action) => `${Effect} ${action} ${rest}`);
}

/** A value as text: references by the type they lead to, Fn::Sub and Fn::Join alike, one-item lists as the item. */
function canonical(value, template) {
  if (Array.isArray(value))
    return value.length === 1
      ? canonical(value[0], template)
      : `[${value
          .map((item) => canonical(item, template))
          .sort()
          .join(", ")}]`;
  if (value && typeof value === "object") return canonicalObject(value, template);
  // The CDK writes the empty ends of a dynamic reference and the partition's own domain.
  return value === undefined ? "nothing" : String(value).replace(/:+\}\}/g, "}}");
}

function canonicalObject(value, template) {
  const [key] = Object.keys(value);
  if (key === "Ref") return reference(value.Ref, template);
  if (key === "Fn::GetAtt") return `<${template[value[key][0]]?.Type}.${value[key].slice(1).join(".")}>`;
  if (key === "Fn::Join") return value[key][1].map((part) => canonical(part, template)).join(value[key][0]);
  if (key === "Fn::Sub")
    return value[key]
      .replace(/\$\{([^!}]+)\}/g, (_, name) => {
        const [id, attribute] = name.split(".");
        return attribute ? `<${template[id]?.Type}.${attribute}>` : reference(name, template);
      })
      .replace(/\$\{!/g, "${");
  const entries = Object.entries(value).map(([name, item]) => `${name}: ${canonical(item, template)}`);
  return `{${entries.sort().join(", ")}}`;
}

function reference(name, template) {
  if (name === "AWS::URLSuffix") return "amazonaws.com"; // the partition's own domain, which the CDK writes
  return name.startsWith("AWS::") ? `<${name}>` : `<${template[name]?.Type ?? name}>`;
}
