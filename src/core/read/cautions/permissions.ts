/** Permission policies of identities, and the policies of an organization. */
import { code } from "../../text.ts";
import type { Resource, Value } from "../../types.ts";
import { covers, type Statement } from "../policy/parse.ts";
import { known } from "../resolve.ts";
import { entry, property } from "../structure.ts";
import type { Text } from "../text.ts";
import { type CheckContext, policiesIn } from "./policies.ts";
import type { Check, Raised } from "./raise.ts";

type StatementCheck = (statement: Statement, context: CheckContext) => readonly Raised[];

const eachOf =
  (use: string, check: StatementCheck): Check =>
  (resource, context) =>
    policiesIn(resource, context)
      .filter((placed) => placed.use === use)
      .flatMap(({ policy }) => policy.statements.flatMap((statement) => check(statement, context)));

const has = (statement: Statement, key: string): boolean => statement.node.entries.some((e) => e.key === key);
const at = (statement: Statement, key: string) =>
  statement.node.entries.find((e) => e.key === key)?.keyRange ?? statement.node.range;

const passRole = eachOf("identity", (statement) => {
  if (statement.effect !== "Allow" || !statement.whole) return [];
  const named = statement.actions.find(
    (a) => a.s !== "*" && !/^iam:\*$/i.test(a.s) && covers([a], "iam:PassRole"),
  );
  const all = statement.resources.find((r) => r.s === "*" || /:role\/\*$/.test(r.s));
  const bound = statement.tests.some((test) =>
    /^iam:(passedtoservice|associatedresourcearn)$/i.test(test.key),
  );
  return named && all && !bound ? [{ id: "pass-role-on-everything", range: named.range }] : [];
});

const withPrincipal = eachOf("identity", (statement) =>
  ["Principal", "NotPrincipal"]
    .filter((key) => has(statement, key))
    .map((key) => ({
      id: "policy-with-principal",
      range: at(statement, key),
      values: { element: [code(key)] },
    })),
);

/** A whole statement that says what but not on what. */
const withoutResource = eachOf("identity", (statement) => {
  const said = has(statement, "Resource") || has(statement, "NotResource");
  const ready = statement.effect && (statement.actions.length || statement.notActions.length);
  return said || !ready || !statement.whole
    ? []
    : [
        {
          id: "policy-without-resource",
          range: at(statement, has(statement, "Action") ? "Action" : "NotAction"),
        },
      ];
});

/** Policy variables came with version 2012-10-17; before, they are plain text. */
const variables: Check = (resource, context) =>
  policiesIn(resource, context).flatMap(({ policy, use }) => {
    if (use === "trust" || policy.node.kind !== "map") return [];
    const version = entry(policy.node, "Version");
    const text = known(version, context.model);
    const old = version ? text === "2008-10-17" : !policy.node.entries.some((e) => e.key.startsWith("Fn::"));
    if (!old) return [];
    return policy.statements.flatMap(variableIn).slice(0, 1);
  });

function variableIn(statement: Statement): Raised[] {
  for (const text of textsOf(statement)) {
    const [all, name] =
      [...text.s.matchAll(/\$\{([^}]*)\}/g)].find(([, found = ""]) => VARIABLE.test(found)) ?? [];
    if (all !== undefined && name !== undefined)
      return [
        { id: "policy-variable-without-version", range: text.range, values: { variable: [code(all)] } },
      ];
  }
  return [];
}

/** A policy variable's name. `${self:...}` and `${aws:region}` are of the Serverless Framework. */
const VARIABLE =
  /^(?!aws:(region|accountId)$)(aws|iam|sts|saml|ec2|s3|cognito-identity\.amazonaws\.com|www\.amazon\.com|graph\.facebook\.com|accounts\.google\.com):[A-Za-z][\w/.-]*(, *'[^']*')?$/i;

/** `${aws:username}` inside `Fn::Sub`: a name with one colon is never one of a template. */
const inSub: Check = (resource, context) =>
  context.dialect.kind !== "template"
    ? []
    : policiesIn(resource, context).flatMap(({ policy }) =>
        policy.statements.flatMap((statement) => textsOf(statement).flatMap(unescaped)),
      );

const textsOf = (s: Statement): Text[] => [
  ...s.resources,
  ...s.notResources,
  ...s.tests.flatMap((test) => test.values),
];

function unescaped(text: Text): Raised[] {
  return text.refs.flatMap((ref) => {
    if (ref.kind !== "unknown" || !VARIABLE.test(ref.text)) return [];
    const values = { variable: [code(`\${${ref.text}}`)], escaped: [code(`\${!${ref.text}}`)] };
    return [{ id: "policy-variable-in-sub", range: text.range, values }];
  });
}

// ---------------------------------------------------------------- Organizations

const scpResource = eachOf("scp", (statement) => {
  if (!statement.effect || !statement.whole) return [];
  if (!has(statement, "Resource") && !has(statement, "NotResource"))
    return [{ id: "scp-without-resource", range: at(statement, "Effect") }];
  return [];
});

const scpPrincipal = eachOf("scp", (statement) =>
  ["Principal", "NotPrincipal"]
    .filter((key) => has(statement, key))
    .map((key) => ({
      id: "scp-with-principal",
      range: at(statement, key),
      values: { element: [code(key)] },
    })),
);

const rcp = eachOf("rcp", (statement): readonly Raised[] => {
  const other = statement.principals.find((e) => e.kind !== "*" && !(e.kind === "AWS" && e.text.s === "*"));
  const every = statement.actions.find(({ s }) => s === "*");
  return [
    ...(statement.effect === "Allow" ? [{ id: "rcp-allow", range: at(statement, "Effect") }] : []),
    ...(other ? [{ id: "rcp-principal", range: other.range }] : []),
    ...(every ? [{ id: "rcp-every-action", range: every.range }] : []),
    ...["NotAction", "NotPrincipal"]
      .filter((key) => has(statement, key))
      .map((key) => ({ id: "rcp-element", range: at(statement, key), values: { element: [code(key)] } })),
  ];
});

const LIMITS: Readonly<Record<string, number>> = {
  SERVICE_CONTROL_POLICY: 10240,
  RESOURCE_CONTROL_POLICY: 5120,
};

const policySize: Check = (resource, context) => {
  if (resource.type !== "AWS::Organizations::Policy") return [];
  const limit = LIMITS[known(property(resource, "Type"), context.model) ?? ""];
  return limit === undefined
    ? []
    : sizeCaution("organization-policy-size", resource, "Content", limit, context);
};

const inlineSize: Check = (resource, context) =>
  resource.type === "AWS::SSO::PermissionSet"
    ? sizeCaution("permission-set-inline-size", resource, "InlinePolicy", 10240, context)
    : [];

function sizeCaution(
  id: string,
  resource: Resource,
  key: string,
  limit: number,
  context: CheckContext,
): Raised[] {
  const value = property(resource, key);
  const [placed] = policiesIn(resource, context);
  const size = placed && jsonSize(placed.policy.node, context);
  if (!value || size === undefined || size <= limit) return [];
  const n = (count: number) => String(count).replace(/(\d)(?=(\d{3})+$)/g, "$1,");
  const at = resource.properties?.entries.find((e) => e.key === key)?.keyRange ?? value.range;
  return [{ id, range: at, values: { count: n(size), limit: n(limit) } }];
}

/** Length as JSON without white space; nothing when a part is known at deployment only. */
function jsonSize(value: Value, context: CheckContext): number | undefined {
  if (value.kind === "map") {
    const parts = value.entries.map((e) => {
      const size = e.value && jsonSize(e.value, context);
      return size === undefined ? undefined : JSON.stringify(e.key).length + 1 + size;
    });
    return sum(parts);
  }
  if (value.kind === "list") return sum(value.items.map((item) => jsonSize(item, context)));
  if (value.kind === "scalar") return JSON.stringify(value.value).length;
  const text = known(value, context.model);
  return text === undefined ? undefined : JSON.stringify(text).length;
}

/** With brackets and commas. */
function sum(parts: readonly (number | undefined)[]): number | undefined {
  let total = 2 + Math.max(0, parts.length - 1);
  for (const part of parts) {
    if (part === undefined) return undefined;
    total += part;
  }
  return total;
}

export const permissionChecks: readonly Check[] = [
  passRole,
  withPrincipal,
  withoutResource,
  variables,
  inSub,
  inlineSize,
];
export const organizationChecks: readonly Check[] = [
  variables,
  inSub,
  scpResource,
  scpPrincipal,
  rcp,
  policySize,
];
