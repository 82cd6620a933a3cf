import assert from "node:assert/strict";
import type { CdkLanguage } from "../../../../src/core/types.ts";
import { siteLine } from "./support.ts";

type Case = readonly [marked: string, expected: string | undefined];

const imports: Readonly<Record<string, string>> = {
  typescript: `import * as cdk from 'aws-cdk-lib';
import { aws_cognito as cognito, aws_lambda as lambda, aws_s3 as s3 } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
`,
  python: "from aws_cdk import aws_cognito as cognito, aws_iam as iam, aws_lambda as lambda_, aws_s3 as s3\n",
};

function check(language: CdkLanguage, cases: readonly Case[]): void {
  for (const [marked, expected] of cases)
    it(marked, () => assert.equal(siteLine(imports[language] + marked, language), expected));
}

describe("cdk: what a file itself defines", () => {
  describe("functions and methods", () => {
    check("typescript", [
      ["function role(): iam.Role { return x; } role().addTo|Policy(s);", "method aws_iam.Role.addToPolicy"],
      [
        "function role() { return new iam.Role(a, 'R'); } role().addTo|Policy(s);",
        "method aws_iam.Role.addToPolicy",
      ],
      ["const role = () => new iam.Role(a, 'R'); role().addTo|Policy(s);", "method aws_iam.Role.addToPolicy"],
      [
        "class S { role() { return new iam.Role(this, 'R'); } f() { this.role().addTo|Policy(s); } }",
        "method aws_iam.Role.addToPolicy",
      ],
      [
        "class S { get role(): iam.IRole { return x; } f() { this.role.grantPass|Role(s); } }",
        "method aws_iam.IRole.grantPassRole",
      ],
      [
        "class S { async role(): Promise<iam.Role> { return x; } async f() { (await this.role()).addTo|Policy(s); } }",
        "method aws_iam.Role.addToPolicy",
      ],
      ["function make(props: iam.RoleProps) {} make({ role|Name: 'x' });", "prop aws_iam.RoleProps.roleName"],
      [
        "const make = (id: string, props: iam.RoleProps) => {}; make('a', { role|Name: 'x' });",
        "prop aws_iam.RoleProps.roleName",
      ],
      [
        "function make(...all: iam.RoleProps[]) {} make(a, { role|Name: 'x' });",
        "prop aws_iam.RoleProps.roleName",
      ],
      [
        "class S { make(p: iam.RoleProps) {} f() { this.make({ role|Name: 'x' }); } }",
        "prop aws_iam.RoleProps.roleName",
      ],
      [
        "const common = () => ({ role|Name: 'x' }); new iam.Role(a, 'R', common());",
        "prop aws_iam.RoleProps.roleName",
      ],
      [
        "class S { common() { return { role|Name: 'x' }; } f() { new iam.Role(this, 'R', this.common()); } }",
        "prop aws_iam.RoleProps.roleName",
      ],
      ["const common = () => ({ role|Name: 'x' }); f(common());", undefined],
      ["function make(props: { name: string }) {} make({ na|me: 'x' });", undefined],
    ]);
    check("python", [
      [
        "def role():\n    return iam.Role(a, 'R')\nrole().add_to|_policy(s)",
        "method aws_iam.Role.addToPolicy",
      ],
      [
        "def role() -> iam.IRole:\n    return x\nrole().grant_pass|_role(s)",
        "method aws_iam.IRole.grantPassRole",
      ],
      [
        "class S:\n    def role(self):\n        return iam.Role(self, 'R')\n    def f(self):\n        self.role().add_to|_policy(s)",
        "method aws_iam.Role.addToPolicy",
      ],
      [
        "class S:\n    @property\n    def role(self) -> iam.Role:\n        return x\n    def f(self):\n        self.role.add_to|_policy(s)",
        "method aws_iam.Role.addToPolicy",
      ],
      ["def f():\n    return\n    iam.Ro|le(a, 'R')", "construct aws_iam.Role"],
    ]);
  });

  describe("classes", () => {
    check("typescript", [
      [
        "class R extends iam.Role { constructor(a: any) { super(a, 'R', { role|Name: 'x' }); } }",
        "prop aws_iam.RoleProps.roleName",
      ],
      [
        "class P extends iam.PolicyStatement { constructor() { super({ act|ions: [] }); } }",
        "prop aws_iam.PolicyStatementProps.actions",
      ],
      ["class R extends iam.Role {} new R(a, 'R', { role|Name: 'x' });", "prop aws_iam.RoleProps.roleName"],
      ["class R extends iam.Role { f() { super.addTo|Policy(s); } }", "method aws_iam.Role.addToPolicy"],
      [
        "class C { constructor(p: iam.RoleProps) {} } new C({ role|Name: 'x' });",
        "prop aws_iam.RoleProps.roleName",
      ],
      [
        "interface P { role: iam.RoleProps } class C { constructor(p: P) {} } new C({ role: { role|Name: 'x' } });",
        "prop aws_iam.RoleProps.roleName",
      ],
      [
        "interface P extends iam.RoleProps { a: string } const p: P = { role|Name: 'x' };",
        "prop aws_iam.RoleProps.roleName",
      ],
      [
        "interface P { pool: cognito.UserPoolProps } const p: P = { pool: { m|fa: 1 } };",
        "prop aws_cognito.UserPoolProps.mfa",
      ],
      [
        "interface P { pools: cognito.UserPoolProps[] } const p: P = { pools: [{ m|fa: 1 }] };",
        "prop aws_cognito.UserPoolProps.mfa",
      ],
      ["interface P { name: string } const p: P = { na|me: 'x' };", undefined],
      [
        "type P = Omit<iam.RoleProps, 'path'>; const p: P = { role|Name: 'x' };",
        "prop aws_iam.RoleProps.roleName",
      ],
      [
        "type P = iam.RoleProps & { a: string }; const p: P = { role|Name: 'x' };",
        "prop aws_iam.RoleProps.roleName",
      ],
      ["type P = Omit<iam.RoleProps, 'path'>; let p: P|;", undefined],
      ["type P = iam.RoleProps; let p: P|;", "construct aws_iam.RoleProps"],
      [
        "class T { f(props: T.Props) { props.role.grantPass|Role(x); } } namespace T { export interface Props { role: iam.IRole } }",
        "method aws_iam.IRole.grantPassRole",
      ],
      [
        "namespace T { export interface Props { role: iam.IRole } } class T { f(props: T.Props) { props.role.grantPass|Role(x); } }",
        "method aws_iam.IRole.grantPassRole",
      ],
      ["class A extends Array { constructor() { super({ act|ions: [] }); } }", undefined],
    ]);
    check("python", [
      [
        "class R(iam.Role):\n    def __init__(self, a):\n        super().__init__(a, 'R', role|_name='x')",
        "prop aws_iam.RoleProps.roleName",
      ],
      ["class R(iam.Role):\n    pass\nR(a, 'R', role|_name='x')", "prop aws_iam.RoleProps.roleName"],
      [
        "class S:\n    pool = cognito.UserPool(a, 'P')\n    def f(self):\n        self.pool.add_cl|ient('c')",
        "method aws_cognito.UserPool.addClient",
      ],
      ["common = {'role|_name': 'x'}\niam.Role(a, 'R', **common)", "prop aws_iam.RoleProps.roleName"],
      ["role, other = iam.Role(a, 'R'), x\nrole.add_to|_policy(s)", "method aws_iam.Role.addToPolicy"],
      [
        "def f(all: list[iam.IRole]):\n    one, *rest = all\n    one.grant_pass|_role(x)",
        "method aws_iam.IRole.grantPassRole",
      ],
      [
        "def f(all: dict[str, iam.IRole]):\n    for k, r in all.items():\n        r.grant_pass|_role(x)",
        "method aws_iam.IRole.grantPassRole",
      ],
      [
        "def f(all: list[iam.IRole]):\n    for i, r in enumerate(all):\n        r.grant_pass|_role(x)",
        "method aws_iam.IRole.grantPassRole",
      ],
      ["all = {'a': iam.Role(a, 'R')}\nall['a'].add_to|_policy(s)", "method aws_iam.Role.addToPolicy"],
      [
        "all = {n: iam.Role(a, n) for n in names}\nall[name].add_to|_policy(s)",
        "method aws_iam.Role.addToPolicy",
      ],
      [
        "for r in (iam.Role(a, 'R'), iam.Role(a, 'S')):\n    r.add_to|_policy(s)",
        "method aws_iam.Role.addToPolicy",
      ],
      [
        "def f(node):\n    if isinstance(node, iam.CfnRole):\n        x = node.poli|cies",
        "prop aws_iam.CfnRoleProps.policies",
      ],
      ["def f(node):\n    if not isinstance(node, iam.CfnRole):\n        x = node.poli|cies", undefined],
      [
        "def f(node):\n    assert isinstance(node, iam.CfnRole)\n    x = node.poli|cies",
        "prop aws_iam.CfnRoleProps.policies",
      ],
      ["def f(node):\n    assert isinstance(node, iam.CfnRole) or a\n    x = node.poli|cies", undefined],
      ["def f(node):\n    isinstance(node, iam.CfnRole)\n    x = node.poli|cies", undefined],
      ["node = cast(iam.CfnRole, other)\nx = node.poli|cies", "prop aws_iam.CfnRoleProps.policies"],
      ["node = cast(other, iam.CfnRole)\nx = node.poli|cies", undefined],
      ["for r in (iam.Role(a, 'R'), cognito.UserPool(a, 'S')):\n    r.add_to|_policy(s)", undefined],
      ["if (r := iam.Role(a, 'R')) is not None:\n    r.add_to|_policy(s)", "method aws_iam.Role.addToPolicy"],
      ["class S(Base):\n    def __init__(self):\n        super().__init__(role|_name='x')", undefined],
    ]);
  });

  describe("objects", () => {
    check("typescript", [
      [
        "const all = { pool: new cognito.UserPool(a, 'P') }; all.pool.add|Client('c');",
        "method aws_cognito.UserPool.addClient",
      ],
      ["const all = { pool: new cognito.UserPool(a, 'P') }; x = all.pool.userPool|Id;", "reference P.Ref"],
      ["const all: iam.RoleProps[] = []; all.push({ role|Name: 'x' });", "prop aws_iam.RoleProps.roleName"],
      [
        "const p: { all: iam.RoleProps[] } = { all: names.map((n) => ({ role|Name: n })) };",
        "prop aws_iam.RoleProps.roleName",
      ],
      ["const all = []; all.push({ role|Name: 'x' });", undefined],
      [
        "function f(all: iam.IRole[]) { all.forEach((r) => r.grantPass|Role(x)); }",
        "method aws_iam.IRole.grantPassRole",
      ],
      [
        "function f(all: iam.IRole[]) { const [a] = all; a.grantPass|Role(x); }",
        "method aws_iam.IRole.grantPassRole",
      ],
      [
        "function f(all: Map<string, iam.IRole>) { all.get('a')?.grantPass|Role(x); }",
        "method aws_iam.IRole.grantPassRole",
      ],
      [
        "const r = new iam.Role(a, 'R'); for (const one of [r]) one.addTo|Policy(s);",
        "method aws_iam.Role.addToPolicy",
      ],
      [
        "const r = a === 'b' ? new iam.Role(a, 'R') : other; r.addTo|Policy(s);",
        "method aws_iam.Role.addToPolicy",
      ],
      [
        "const all = { make(p: iam.RoleProps) { return new iam.Role(a, 'R', p); } }; all.make({ role|Name: 'x' });",
        "prop aws_iam.RoleProps.roleName",
      ],
      [
        "namespace N { export const role = new iam.Role(a, 'R'); } N.role.addTo|Policy(s);",
        "method aws_iam.Role.addToPolicy",
      ],
      [
        "const all = new Map<string, iam.IRole>(); all.get('a')?.grantPass|Role(x);",
        "method aws_iam.IRole.grantPassRole",
      ],
      ["const all = new Store<string, iam.IRole>(); all.get('a')?.grantPass|Role(x);", undefined],
      [
        "interface P extends iam.RoleProps {} function f(p: P) { x = p.role|Name; }",
        "prop aws_iam.RoleProps.roleName",
      ],
      ["class R extends iam.Role { f() { x = this.role|Arn; } }", "member aws_iam.Role.roleArn"],
      [
        "class R extends Base { role = new iam.Role(a, 'R'); roleArn = b; f() { x = this.role|Arn; } }",
        undefined,
      ],
      ["others.forEach((r) => r.grantPass|Role(x));", undefined],
      [
        "function f(node) { if (node instanceof iam.CfnRole) { x = node.poli|cies; } }",
        "prop aws_iam.CfnRoleProps.policies",
      ],
      [
        "function f(node) { if (a && node instanceof iam.CfnRole) x = node.poli|cies; }",
        "prop aws_iam.CfnRoleProps.policies",
      ],
      ["function f(node) { if (node instanceof iam.CfnRole || a) { x = node.poli|cies; } }", undefined],
      ["function f(node) { if (!(node instanceof iam.CfnRole)) { x = node.poli|cies; } }", undefined],
      ["function f(node) { if (node instanceof iam.CfnRole) {} x = node.poli|cies; }", undefined],
    ]);
  });
});

describe("cdk: identity in constructs that aren't about it", () => {
  check("typescript", [
    [
      "const f = new lambda.Function(a, 'F', {}); f.role?.addToPrincipal|Policy(s);",
      "method aws_iam.IPrincipal.addToPrincipalPolicy",
    ],
    [
      "const f = new lambda.Function(a, 'F', {}); f.role!.addManaged|Policy(s);",
      "method aws_iam.IIdentity.addManagedPolicy",
    ],
    [
      "function g(f: lambda.IFunction) { f.grantPrincipal.addToPrincipal|Policy(s); }",
      "method aws_iam.IPrincipal.addToPrincipalPolicy",
    ],
    ["const t = new ecs.TaskDefinition(a, 'T'); t.taskRole.addManaged|Policy(s);", undefined],
    [
      "const b = s3.Bucket.fromBucketName(a, 'B', 'x'); b.grantRead(r).assert|Success();",
      "method aws_iam.Grant.assertSuccess",
    ],
    [
      "const b = new s3.Bucket(a, 'B'); b.grantRead({ grant|Principal: p });",
      "member aws_iam.IGrantable.grantPrincipal",
    ],
    ["const b = new s3.CfnBucket(a, 'B'); b.role.addManaged|Policy(s);", undefined],
  ]);
  check("python", [
    [
      "f = lambda_.Function(a, 'F')\nf.role.add_managed|_policy(s)",
      "method aws_iam.IIdentity.addManagedPolicy",
    ],
    ["f = other.Function(a, 'F')\nf.role.add_managed|_policy(s)", undefined],
  ]);
});
