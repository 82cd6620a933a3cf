import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { foreignMember, isForeign } from "../../../../src/core/cdk/foreign.ts";
import { indexNames } from "../../../../src/core/cdk/names.ts";
import { skip } from "../../../support/skip.ts";
import { names, siteLine } from "./support.ts";

const file = new URL("../../../oracles/node_modules/aws-cdk-lib/.jsii.gz", import.meta.url);

interface Assembly {
  readonly types: Readonly<Record<string, AssemblyType>>;
}

interface AssemblyType {
  readonly kind: string;
  readonly datatype?: boolean;
  readonly properties?: readonly AssemblyProperty[];
}

interface AssemblyProperty {
  readonly name: string;
  readonly static?: boolean;
  readonly type: { readonly fqn?: string };
}

/** The classes of modules that the names leave out: what they have of identity is told by its name alone. */
describe("cdk: identity of constructs in other modules", () => {
  const lambda = "import { aws_lambda as lambda, aws_iam as iam } from 'aws-cdk-lib';\n";
  const cases: readonly (readonly [string, string | undefined])[] = [
    [
      `${lambda}new lambda.Function(this, 'F', p).role.addManaged|Policy(x)`,
      "method aws_iam.IIdentity.addManagedPolicy",
    ],
    [
      `${lambda}new lambda.Function(this, 'F', p).grantPrincipal.addToPrincipal|Policy(x)`,
      "method aws_iam.IPrincipal.addToPrincipalPolicy",
    ],
    [`${lambda}new lambda.CfnFunction(this, 'F', p).role.addManaged|Policy(x)`, undefined],
    [`${lambda}other(this, 'F', p).role.addManaged|Policy(x)`, undefined],
    [`${lambda}new lambda.Function(this, 'F', p).ro|le`, undefined],
  ];
  for (const [marked, expected] of cases)
    it(marked, () => assert.equal(siteLine(marked, "typescript"), expected));

  it("has the types that the CDK's own description gives it", function () {
    if (!existsSync(file)) skip(this, "needs aws-cdk-lib: npm ci in test/oracles");
    const { types }: Assembly = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8"));
    const index = indexNames(names);
    let checked = 0;
    for (const [fqn, { kind, datatype, properties }] of Object.entries(types)) {
      if (datatype || (kind !== "class" && kind !== "interface")) continue;
      if (index.type(fqn) || !isForeign(fqn)) continue;
      for (const { name, type, static: ofClass } of properties ?? []) {
        if (ofClass) continue;
        const told = foreignMember(name);
        if (told === "aws-cdk-lib.?" || told.endsWith(".Grant")) continue;
        checked++;
        assert.equal(
          type.fqn?.replace(/interfaces\.aws_iam\.(I\w+)Ref$/, "aws_iam.$1").replace(/\.Role$/, ".IRole"),
          told,
          `${fqn}.${name}`,
        );
      }
    }
    assert.ok(checked > 100, `${checked}`);
  });
});
