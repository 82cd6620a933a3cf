import assert from "node:assert/strict";
import { cfnNameOf } from "../../../../src/core/cdk/model/cfnNames.ts";
import { indexNames } from "../../../../src/core/cdk/names.ts";
import { readPart } from "../../../support/knowledge.ts";
import { names } from "./support.ts";

interface Part {
  readonly types: Readonly<
    Record<string, { readonly props?: Readonly<Record<string, { readonly cfn?: string }>> }>
  >;
}

describe("cdk: properties of the generated classes, as CloudFormation writes them", () => {
  const index = indexNames(names);
  for (const module of Object.keys(names.modules).filter((name) => name.includes(".")))
    it(module, () => {
      const { types } = readPart(`cdk-${module.slice("aws-cdk-lib.".length)}`) as Part;
      for (const [type, { props = {} }] of Object.entries(types))
        for (const [name, { cfn }] of Object.entries(props)) {
          const prop = /^Cfn/.test(type) ? index.member(`${module}.${type}`, name, "typescript") : undefined;
          if (prop && cfn !== undefined)
            assert.equal(cfnNameOf(prop), cfn.split(".").at(-1), `${type}.${name}`);
        }
    });
});
