/**
 * node scripts/facts/generate.mjs          writes src/knowledge/generated
 * node scripts/facts/generate.mjs --check  compares instead, and fails naming file, key and remedy
 */
import { cdkNames, loadAssembly } from "./cdk-names.mjs";
import { generated, serialise, writeParts } from "./lib.mjs";

export function buildParts() {
  const assembly = loadAssembly();
  const parts = new Map();
  parts.set("cdk-names", serialise(cdkNames(assembly)));
  return parts;
}

writeParts(generated, buildParts());
