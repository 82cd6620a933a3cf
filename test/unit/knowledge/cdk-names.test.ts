import assert from "node:assert/strict";
import type { CdkNamesData, CdkTypeData } from "../../../src/knowledge/cdk-names.ts";
import { constructNames } from "../../../src/knowledge/cdk-names.ts";
import { loadCdkData } from "../../support/knowledge.ts";

const KINDS = new Set(["class", "struct", "enum", "interface"]);
const isPair = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === "string");

/** What TypeScript can't check of JSON: the shape that `src/knowledge/cdk-names.ts` declares. */
function wrong(type: CdkTypeData): string | undefined {
  if (!KINDS.has(type.kind)) return "kind";
  if (!(type.init ?? []).every(isPair)) return "init";
  for (const [name, method] of Object.entries(type.methods ?? {})) {
    const [kind, returns, parameters] = method;
    if (!["static", "instance"].includes(kind) || typeof returns !== "string" || !parameters.every(isPair))
      return name;
  }
  return undefined;
}

describe("the CDK's names", () => {
  let data: CdkNamesData;
  const typeOf = (module: string, name: string) => data.modules[`aws-cdk-lib.${module}`]?.types[name];

  before(async () => {
    data = await loadCdkData();
  });

  it("have the shape that is declared", () => {
    for (const [module, { types }] of Object.entries(data.modules))
      for (const [name, type] of Object.entries(types))
        assert.equal(wrong(type), undefined, `${module}.${name}`);
  });

  it("know the module in each language, in version 2, version 1 and alpha", () => {
    const iam = data.modules["aws-cdk-lib.aws_iam"];
    assert.ok(iam?.typescript.includes("aws-cdk-lib/aws-iam") && iam.typescript.includes("@aws-cdk/aws-iam"));
    assert.ok(iam?.python.includes("aws_cdk.aws_iam"));
    assert.ok(iam?.java.includes("software.amazon.awscdk.services.iam"));
    assert.ok(iam?.csharp.includes("Amazon.CDK.AWS.IAM"));
    assert.ok(iam?.go.includes("github.com/aws/aws-cdk-go/awscdk/v2/awsiam"));
    const pools = data.modules["aws-cdk-lib.aws_cognito_identitypool"];
    assert.ok(pools?.typescript.includes("@aws-cdk/aws-cognito-identitypool-alpha"));
  });

  it("know what a construct makes, its attributes, statics and members", () => {
    assert.equal(typeOf("aws_iam", "Role")?.cfn, "AWS::IAM::Role");
    assert.equal(typeOf("aws_iam", "Role")?.attributes?.roleArn, "Arn");
    assert.equal(typeOf("aws_cognito", "UserPool")?.attributes?.userPoolId, "Ref");
    assert.ok(typeOf("aws_cognito", "AccountRecovery")?.members?.includes("EMAIL_ONLY"));
    assert.ok("OPENID" in (typeOf("aws_cognito", "OAuthScope")?.statics ?? {}));
    assert.equal(typeOf("aws_iam", "Nothing"), undefined);
  });

  it("list every construct for the search, and nothing else", () => {
    const names = constructNames(data);
    assert.ok(names.includes("aws-cdk-lib.aws_cognito.UserPool"));
    assert.ok(!names.includes("aws-cdk-lib.aws_iam.ServicePrincipal"));
  });
});
