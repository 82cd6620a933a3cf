import assert from "node:assert/strict";
import { siteLine } from "./support.ts";

const imports = "from aws_cdk import aws_iam as iam\n";

/** What stands around a line that is being typed goes on to answer. */
describe("cdk: Python while it is being typed", () => {
  const cases: readonly (readonly [marked: string, expected: string])[] = [
    ["def f(self, x\n    iam.Ro|le(self, 'R')", "construct aws_iam.Role"],
    ["def f(\n    self, x,\n    super().f()\n    iam.Ro|le(self, 'R')", "construct aws_iam.Role"],
    [
      "def f(\n    self,\n    r: iam.IRole,\n    y=1\n):\n    r.grant_pass|_role(x)",
      "method aws_iam.IRole.grantPassRole",
    ],
    ["for r in\niam.Ro|le(self, 'R')", "construct aws_iam.Role"],
    ["x = f(a, (b\ny = iam.Ro|le(self, 'R')", "construct aws_iam.Role"],
    ["x = f({'a': [b,\nself.y = iam.Ro|le(self, 'R')", "construct aws_iam.Role"],
    ["x = f(\n    a,\n    role=iam.Role(self, 'R', role|_name='x'))", "prop aws_iam.RoleProps.roleName"],
    ["x = f(\nrole=iam.Role(self, 'R', role|_name='x'))", "prop aws_iam.RoleProps.roleName"],
    ['""\n  What it does.\n  """\nx = iam.Ro|le(self, \'R\')', "construct aws_iam.Role"],
    ['"""What it does.\nx = iam.Ro|le(self, \'R\')', "construct aws_iam.Role"],
  ];
  for (const [marked, expected] of cases)
    it(marked, () => assert.equal(siteLine(imports + marked, "python"), expected));

  const inImports: readonly (readonly [marked: string, expected: string])[] = [
    [
      "from aws_cdk import (\n    aws_s3 as s3,\n    iam.\n    aws_iam as iam,\n)\niam.Ro|le(self, 'R')",
      "construct aws_iam.Role",
    ],
    [
      "from aws_cdk import (\n    aws_iam as iam,\n    iam.\n    aws_s3 as s3,\n)\niam.Ro|le(self, 'R')",
      "construct aws_iam.Role",
    ],
    [
      "from aws_cdk import (\n    aws_\"s3 as s3,\n    aws_iam as iam,\n)\niam.Ro|le(self, 'R')",
      "construct aws_iam.Role",
    ],
    ["from aws_cdk import (\n    aws_iam as iam,\n\nx = iam.Ro|le(self, 'R')", "construct aws_iam.Role"],
  ];
  for (const [marked, expected] of inImports)
    it(marked, () => assert.equal(siteLine(marked, "python"), expected));

  it("a text that holds code stays one", () => {
    const text = 'code = """\ndef f():\n    iam.Ro|le(self, 1)\n"""\nother = """\n"""';
    assert.equal(siteLine(imports + text, "python"), undefined);
  });
});
