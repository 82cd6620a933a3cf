import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CdkNamesData } from "../../src/knowledge/cdk-names.ts";
import { createCdkNames } from "../../src/knowledge/cdk-names.ts";

const generated = join(import.meta.dirname, "..", "..", "src", "knowledge", "generated");

/** A part as it is committed. */
export const readPart = (part: string): string => readFileSync(join(generated, `${part}.json`), "utf8");

/** The CDK's names, for tests of the scanner. */
export const loadCdkNames = () => createCdkNames(JSON.parse(readPart("cdk-names")) as CdkNamesData);
