import assert from "node:assert/strict";
import type { CdkLanguage } from "../../../../src/core/types.ts";
import { located, plainModel } from "./support.ts";

const typescript = `import { aws_iam as iam, aws_lambda as lambda, aws_s3 as s3 } from "aws-cdk-lib";
const bucket = new s3.Bucket(this, "Bucket");
const role = new iam.Role(this, "Role", { assumedBy: new iam.AnyPrincipal() });
`;
const python = `from aws_cdk import aws_iam as iam, aws_lambda as lambda_, aws_s3 as s3
bucket = s3.Bucket(self, "Bucket")
role = iam.Role(self, "Role", assumed_by=iam.AnyPrincipal())
`;

/** The statements that the role is given beside its own. */
function statements(language: CdkLanguage, text: string): unknown {
  const found = located((language === "python" ? python : typescript) + text, language);
  const policy = found && (plainModel(found).roleDefaultPolicy as { PolicyDocument: { Statement: unknown } });
  return policy?.PolicyDocument.Statement;
}

const grant = (action: unknown, resource: unknown = "?bucket"): unknown => [
  { Action: action, Effect: "Allow", Resource: resource },
];

describe("cdk: what others add to a role", () => {
  const cases: readonly (readonly [CdkLanguage, text: string, statements: unknown])[] = [
    ["typescript", "bucket.grantRead(role);", grant("?bucket.grantRead")],
    ["python", "bucket.grant_read(role)", grant("?bucket.grant_read")],
    [
      "typescript",
      "bucket.grant(role, 's3:GetObject', 's3:PutObject');",
      grant(["s3:GetObject", "s3:PutObject"]),
    ],
    [
      "typescript",
      "const fn = new lambda.Function(this, 'F', { role }); bucket.grantRead(fn);",
      grant("?bucket.grantRead"),
    ],
    [
      "python",
      "fn = lambda_.Function(self, 'F', role=role)\nbucket.grant_read(fn)",
      grant("?bucket.grant_read"),
    ],
    [
      "typescript",
      "const props = { role }; const fn = new lambda.Function(this, 'F', props); bucket.grantRead(fn.role!);",
      grant("?bucket.grantRead"),
    ],
    [
      "python",
      "fn = lambda_.Function(self, 'F', role=role)\nfn.add_to_role_policy(iam.PolicyStatement(actions=['a:B'], resources=['*']))",
      grant("a:B", "*"),
    ],
    ["typescript", "const fn = new lambda.Function(this, 'F', {}); bucket.grantRead(fn);", undefined],
    [
      "typescript",
      "const fn = new lambda.Function(this, 'F', { other: role }); bucket.grantRead(fn);",
      undefined,
    ],
    ["typescript", "for (const one of [role]) bucket.grantRead(one);", grant("?bucket.grantRead")],
    ["typescript", "[role].forEach((one) => bucket.grantRead(one));", grant("?bucket.grantRead")],
    [
      "python",
      "for one in [role]:\n    one.add_to_policy(iam.PolicyStatement(actions=['a:B'], resources=['*']))",
      grant("a:B", "*"),
    ],
    ["typescript", "other.grantRead(role);", undefined],
    ["typescript", "bucket.addToResourcePolicy(role);", undefined],
  ];
  for (const [language, text, expected] of cases)
    it(`${language}: ${text}`, () => assert.deepEqual(statements(language, text), expected));

  it("a policy knows whom it is attached to, whichever of the two it is said to", () => {
    const found = located(
      `${typescript}const one = new iam.Policy(this, "One", {}); one.attachToRole(role);
const two = new iam.ManagedPolicy(this, "Two", {}); role.attachInlinePolicy(two);
const three = new iam.Policy(this, "Three", {}); other.role.attachInlinePolicy(three);`,
      "typescript",
    );
    const model = found && (plainModel(found) as Readonly<Record<string, { Roles?: unknown }>>);
    assert.deepEqual(
      [model?.one?.Roles, model?.two?.Roles, model?.three?.Roles],
      [[{ Ref: "role" }], [{ Ref: "role" }], ["?other.role"]],
    );
  });
});
