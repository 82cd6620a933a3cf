/** The mends that are safe to offer for a caution. Templates only: CDK source is not edited. */
import type { Finding, MapValue, Resource, Value } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { parsePolicy } from "../policy/parse.ts";
import { entry, property, valueAt } from "../structure.ts";
import { type Content, type Edit, insertBefore, replaceScalar, type Source } from "./edit.ts";

type Fix = NonNullable<Finding["fix"]>;
type Mend = (finding: Finding, resource: Resource, source: Source, context: ReadContext) => Fix | undefined;

/** The finding with its mend, where there is one. */
export function withFix(finding: Finding, resource: Resource, text: string, context: ReadContext): Finding {
  if (context.dialect.kind !== "template") return finding;
  const fix = MENDS[finding.id]?.(finding, resource, { text, dialect: context.dialect }, context);
  return fix ? { ...finding, fix } : finding;
}

const fixOf = (title: string, edit: Edit | undefined): Fix | undefined =>
  edit ? { title, edits: [edit] } : undefined;

// ---------------------------------------------------------------- conditions

/** The trust statement that a finding stands in. */
function statementOf(finding: Finding, resource: Resource, context: ReadContext): MapValue | undefined {
  const policy = parsePolicy(property(resource, "AssumeRolePolicyDocument"), context);
  return policy?.statements.find(
    ({ node }) => node.range.start <= finding.range.start && finding.range.end <= node.range.end,
  )?.node;
}

/** Adds `StringEquals` on a key to a statement, within what conditions it has. */
function addEquals(source: Source, statement: MapValue, key: string, value: Content): Edit | undefined {
  const condition = entry(statement, "Condition");
  if (!condition) {
    const last = statement.entries[statement.entries.length - 1];
    return insertBefore(source, statement, last, "Condition", [["StringEquals", [[key, value]]]]);
  }
  if (condition.kind !== "map") return undefined;
  const equals = entry(condition, "StringEquals");
  if (!equals) return insertBefore(source, condition, condition.entries[0], "StringEquals", [[key, value]]);
  return equals.kind === "map" ? insertBefore(source, equals, equals.entries[0], key, value) : undefined;
}

const cognitoAudience: Mend = (finding, resource, source, context) => {
  const pools = [...context.model.resources.values()].filter((r) => r.type === "AWS::Cognito::IdentityPool");
  const statement = statementOf(finding, resource, context);
  const [pool] = pools;
  if (!statement || !pool || pools.length > 1) return undefined;
  const edit = addEquals(source, statement, "cognito-identity.amazonaws.com:aud", { ref: pool.id });
  return fixOf(`Let only ${pool.id} give this role`, edit);
};

const sourceAccount: Mend = (finding, resource, source, context) => {
  const statement = statementOf(finding, resource, context);
  const edit = statement && addEquals(source, statement, "aws:SourceAccount", { ref: "AWS::AccountId" });
  return fixOf("Add aws:SourceAccount with this account", edit);
};

// ---------------------------------------------------------------- properties

/** Sets a property: in its place when a literal is there, before the first property when it is absent. */
const set =
  (key: string, content: string | boolean): Mend =>
  (_finding, resource, source) => {
    const { properties } = resource;
    if (!properties) return undefined;
    const there = entry(properties, key);
    const edit = there
      ? replaceScalar(source, there, String(content))
      : insertBefore(source, properties, properties.entries[0], key, content);
    return fixOf(`Set ${key}: ${content}`, edit);
  };

/** A scalar of the resource at a finding's range. */
function scalarAt(value: Value | undefined, finding: Finding): Value | undefined {
  if (!value || value.range.end < finding.range.start || value.range.start > finding.range.end)
    return undefined;
  if (value.kind === "scalar") return value.range.start === finding.range.start ? value : undefined;
  const inner =
    value.kind === "map" ? value.entries.map((e) => e.value) : value.kind === "list" ? value.items : [];
  for (const child of inner) {
    const found = scalarAt(child, finding);
    if (found) return found;
  }
  return undefined;
}

const secret: Mend = (finding, resource, source) => {
  const reference = `{{resolve:secretsmanager:${resource.id}:SecretString:password}}`;
  const edit = replaceScalar(source, scalarAt(resource.properties, finding), reference);
  return fixOf(`Read it from the secret ${resource.id} in Secrets Manager`, edit);
};

const https: Mend = (finding, resource, source) => {
  const value = scalarAt(resource.properties, finding);
  if (value?.kind !== "scalar") return undefined;
  const edit = replaceScalar(source, value, String(value.value).replace(/^http:/i, "https:"));
  return fixOf("Use https://", edit);
};

const denyAmbiguous: Mend = (finding, resource, source) => {
  const mappings = property(resource, "RoleMappings");
  const mapping = (mappings?.kind === "map" ? mappings.entries : []).find(
    (e) => valueAt(e.value, "Type")?.range.start === finding.range.start,
  )?.value;
  if (mapping?.kind !== "map") return undefined;
  const edit = insertBefore(source, mapping, mapping.entries[0], "AmbiguousRoleResolution", "Deny");
  return fixOf("Give no role where none fits", edit);
};

/** An exclamation mark in each policy variable of the string. */
const escaped: Mend = ({ range }, _resource, { text }) => {
  const open = /\$\{(?=[a-z][\w.-]*:[A-Za-z])/g;
  const edits = [...text.slice(range.start, range.end).matchAll(open)].map((match) => {
    const at = range.start + match.index + 2;
    return { range: { start: at, end: at }, text: "!" };
  });
  return edits.length ? { title: "Leave it to IAM: ${!...}", edits } : undefined;
};

const MENDS: Readonly<Record<string, Mend>> = {
  "cognito-audience-missing": cognitoAudience,
  "service-without-source": sourceAccount,
  "user-pool-deletion-unprotected": set("DeletionProtection", "ACTIVE"),
  "client-oauth-off": set("AllowedOAuthFlowsUserPoolClient", true),
  "client-user-existence": set("PreventUserExistenceErrors", "ENABLED"),
  "client-credentials-without-secret": set("GenerateSecret", true),
  "client-callback-http": https,
  "role-mapping-ambiguous": denyAmbiguous,
  "secret-in-text": secret,
  "policy-variable-in-sub": escaped,
};
