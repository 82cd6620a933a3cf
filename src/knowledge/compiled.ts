/** What is compiled into the bundle: names, so that a first hover needs no file to know whether it has anything to say. */

import type { CdkNamesData } from "./cdk-names.ts";
import cdkNames from "./generated/cdk-names.json";
import names from "./generated/names.json";
import type { NamesIndex } from "./knowledge.ts";

export const compiledNames: NamesIndex = names;

/** TypeScript widens the tuples of JSON to arrays; the generator's test holds the shape. */
export const compiledCdkNames = cdkNames as unknown as CdkNamesData;

/** Every construct class by its fqn, for the search. */
export const constructNames = (): string[] =>
  Object.entries(compiledCdkNames.modules).flatMap(([module, { types }]) =>
    Object.entries(types).flatMap(([name, { construct }]) => (construct ? [`${module}.${name}`] : [])),
  );
