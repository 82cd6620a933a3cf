// @ts-nocheck The packages that it imports are installed only when it is used.
// Writes test/fixtures/cdk/synth.json: what the real CDK makes of test/fixtures/cdk/synth.ts.
// `npm ci` here first, then `npx tsx test/oracles/synth.mjs` in the root.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const here = import.meta.dirname;
const fixtures = join(here, "../fixtures/cdk");
const folder = mkdtempSync(join(here, "node_modules/.synth-"));
cpSync(join(fixtures, "synth.ts"), join(folder, "stack.ts"));

const cdk = await import("aws-cdk-lib");
const { S: Stack } = await import(pathToFileURL(join(folder, "stack.ts")).href);
const app = new cdk.App();
const stack = new Stack(app, "S");
const { Resources } = app.synth().getStackByName("S").template;

/** What the CDK makes beside what the source names: named after the construct that it belongs to. */
const ADDED = new Set(["DefaultPolicy", "AuthenticatedRole", "UnauthenticatedRole", "DefaultRoleAttachment"]);

/** Logical id to the id that the source knows the construct by. */
const names = {};
for (const construct of stack.node.findAll()) {
  if (!cdk.CfnElement.isCfnElement(construct)) continue;
  const path = construct.node.path.split("/").filter((part) => part !== "Resource");
  const last = path.at(-1);
  names[stack.resolve(construct.logicalId)] = ADDED.has(last) ? `${path.at(-2)}${last}` : last;
}

function renamed(value) {
  if (Array.isArray(value)) return value.map(renamed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key === "Ref") return [key, names[inner] ?? inner];
      if (key === "Fn::GetAtt") return [key, [names[inner[0]] ?? inner[0], inner[1]]];
      return [key, renamed(inner)];
    }),
  );
}

const result = {};
for (const [logicalId, resource] of Object.entries(Resources)) {
  const { Type: type, Properties: properties = {}, DeletionPolicy, UpdateReplacePolicy } = resource;
  const id = names[logicalId];
  if (type === "AWS::CDK::Metadata" || type === "AWS::Lambda::Function") continue;
  if (id.endsWith("DefaultPolicy")) properties.PolicyName = id;
  const policies =
    DeletionPolicy || UpdateReplacePolicy ? { DeletionPolicy, UpdateReplacePolicy } : undefined;
  result[id] = { type, properties: renamed(properties), policies };
}
rmSync(folder, { recursive: true });
writeFileSync(join(fixtures, "synth.json"), `${JSON.stringify(result, undefined, 1)}\n`);
