import assert from "node:assert/strict";
import { siteLine, sitesOf } from "./support.ts";

const imports = `import * as cdk from 'aws-cdk-lib';
import { aws_cognito as cognito } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
`;
const at = (marked: string): string | undefined => siteLine(marked, "typescript");
const inFile = (marked: string): string | undefined => at(imports + marked);

describe("cdk: TypeScript", () => {
  describe("modules", () => {
    const cases: readonly (readonly [marked: string, expected: string])[] = [
      ["import * as iam from 'aws-cdk-lib/aws-|iam';", "module aws_iam"],
      ["import * as iam from '@aws-cdk/aws-|iam';", "module aws_iam"],
      ["import { Role } from 'aws-cdk-lib/aws-|iam';", "module aws_iam"],
      ["import { aws_|iam } from 'aws-cdk-lib';", "module aws_iam"],
      ["import { aws_iam as i|am } from 'aws-cdk-lib';", "module aws_iam"],
      ["import iam = require('@aws-cdk/aws-|iam');", "module aws_iam"],
      ["const iam = require('aws-cdk-lib/aws-|iam');", "module aws_iam"],
      ["import * as x from '@aws-cdk/aws-cognito-identitypool-al|pha';", "module aws_cognito_identitypool"],
      ["export { Role } from 'aws-cdk-lib/aws-|iam';", "module aws_iam"],
      ["import * as i|am from 'aws-cdk-lib/aws-iam';", "module aws_iam"],
      ["import i|am = require('@aws-cdk/aws-iam');", "module aws_iam"],
    ];
    for (const [marked, expected] of cases) it(marked, () => assert.equal(at(marked), expected));
  });

  describe("how a class may come in", () => {
    const cases: readonly (readonly [marked: string, expected: string])[] = [
      ["import * as iam from 'aws-cdk-lib/aws-iam'; new iam.Ro|le(this, 'R');", "construct aws_iam.Role"],
      ["import { Role } from 'aws-cdk-lib/aws-iam'; new Ro|le(this, 'R');", "construct aws_iam.Role"],
      ["import { Role as R } from 'aws-cdk-lib/aws-iam'; new R|(this, 'R');", "construct aws_iam.Role"],
      ["import { aws_iam } from 'aws-cdk-lib'; new aws_iam.Ro|le(this, 'R');", "construct aws_iam.Role"],
      ["import * as cdk from 'aws-cdk-lib'; new cdk.aws_iam.Ro|le(this, 'R');", "construct aws_iam.Role"],
      ["import iam = require('@aws-cdk/aws-iam'); new iam.Ro|le(this, 'R');", "construct aws_iam.Role"],
      ["const { Role } = require('aws-cdk-lib/aws-iam'); new Ro|le(this, 'R');", "construct aws_iam.Role"],
      [
        "const { aws_iam: iam } = require('aws-cdk-lib'); new iam.Ro|le(this, 'R');",
        "construct aws_iam.Role",
      ],
      ["const iam = require('aws-cdk-lib').aws_iam; new iam.Ro|le(this, 'R');", "construct aws_iam.Role"],
      [
        "import type { IRole } from 'aws-cdk-lib/aws-iam'; function f(role: IRo|le) {}",
        "construct aws_iam.IRole",
      ],
      ["export { Ro|le } from 'aws-cdk-lib/aws-iam';", "construct aws_iam.Role"],
      [
        "import * as cdk from 'aws-cdk-lib'; import iam = cdk.aws_iam; new iam.Ro|le(a, 'R');",
        "construct aws_iam.Role",
      ],
      [
        "const { Role } = await import('aws-cdk-lib/aws-iam'); new Ro|le(this, 'R');",
        "construct aws_iam.Role",
      ],
      ["const { Ro|le, User } = require('aws-cdk-lib/aws-iam');", "construct aws_iam.Role"],
      ["const { Ro|le: R } = require('@aws-cdk/aws-iam');", "construct aws_iam.Role"],
      ["const { Role: R|, User } = require('@aws-cdk/aws-iam');", "construct aws_iam.Role"],
      ["const { aws_i|am } = require('aws-cdk-lib');", "module aws_iam"],
      ["const iam = require('aws-cdk-lib/aws-iam'); const { Ro|le } = iam;", "construct aws_iam.Role"],
      ["const { aws_iam: { Ro|le, User: U } } = require('aws-cdk-lib');", "construct aws_iam.Role"],
      [
        "const { aws_iam: { User: U } } = require('aws-cdk-lib'); new U|(this, 'U');",
        "construct aws_iam.User",
      ],
      [
        "const iam = __importStar(require('aws-cdk-lib/aws-iam')); new iam.Ro|le(this, 'R');",
        "construct aws_iam.Role",
      ],
    ];
    for (const [marked, expected] of cases) it(marked, () => assert.equal(at(marked), expected));

    const others = [
      "const iam = require('aws-cdk-lib/aws-iam'); const { Ro|le } = require('./iam');",
      "const iam = require('aws-cdk-lib/aws-iam'); function f({ Ro|le }) {}",
      "const iam = require('aws-cdk-lib/aws-iam'); const { other: { Ro|le } } = iam;",
      "import * as iam from 'aws-cdk-lib/aws-iam'; function f({ inner: { role } }: iam.RoleProps) { role.ar|n; }",
      "const iam = require('aws-cdk-lib/aws-iam'); const { Ro|le = iam.Role } = props;",
    ];
    for (const marked of others) it(marked, () => assert.equal(at(marked), undefined));
  });

  describe("props", () => {
    const cases: readonly (readonly [marked: string, expected: string])[] = [
      ["new cognito.UserPool(this, 'P', { m|fa: 1 })", "prop aws_cognito.UserPoolProps.mfa"],
      [
        "new cognito.UserPool(this, 'P', { passwordPolicy: { min|Length: 8 } })",
        "prop aws_cognito.PasswordPolicy.minLength",
      ],
      [
        "new cognito.CfnUserPool(this, 'P', { policies: { password|Policy: {} } })",
        "prop aws_cognito.CfnUserPool.PoliciesProperty.passwordPolicy",
      ],
      ["new iam.Role(this, 'R', { assumed|By })", "prop aws_iam.RoleProps.assumedBy"],
      ["new (require('aws-cdk-lib/aws-iam').Role)(a, 'R', { path|: '/x/' })", "prop aws_iam.RoleProps.path"],
      ["new iam.Role(this, 'R', { ...common, path|: '/x/' })", "prop aws_iam.RoleProps.path"],
      ["const props: iam.RoleProps = { role|Name: 'x' };", "prop aws_iam.RoleProps.roleName"],
      [
        "const props = { role|Name: 'x' }; new iam.Role(this, 'R', props);",
        "prop aws_iam.RoleProps.roleName",
      ],
      ["new iam.Role(this, 'R', a ? { role|Name: 'x' } : {})", "prop aws_iam.RoleProps.roleName"],
      ["new iam.Role(this, 'R', a === 'b' ? { role|Name: 'x' } : {})", "prop aws_iam.RoleProps.roleName"],
      ["new iam.Role(this, 'R', a !== b && { role|Name: 'x' })", "prop aws_iam.RoleProps.roleName"],
      ["let props: iam.RoleProps; props = { role|Name: 'x' };", "prop aws_iam.RoleProps.roleName"],
      ["let props: iam.RoleProps; if (a) props ??= { role|Name: 'x' };", "prop aws_iam.RoleProps.roleName"],
      ["const props: Omit<iam.RoleProps, 'path'> = { role|Name: 'x' };", "prop aws_iam.RoleProps.roleName"],
      [
        "const all: Record<string, iam.RoleProps> = { a: { role|Name: 'x' } };",
        "prop aws_iam.RoleProps.roleName",
      ],
      [
        "const all: { [name: string]: iam.RoleProps } = { a: { role|Name: 'x' } };",
        "prop aws_iam.RoleProps.roleName",
      ],
      [
        "pool.x; const p = new cognito.UserPool(this, 'P'); p.addClient('c', { authFlows: { user|Srp: true } })",
        "prop aws_cognito.AuthFlow.userSrp",
      ],
      [
        "new iam.Role(this, 'R', { inlinePolicies: { x: new iam.PolicyDocument({ state|ments: [] }) } })",
        "prop aws_iam.PolicyDocumentProps.statements",
      ],
    ];
    for (const [marked, expected] of cases) it(marked, () => assert.equal(inFile(marked), expected));

    it("keeps the path from the construct's props, and the construct", () => {
      const text = `${imports}const pool = new cognito.UserPool(this, 'P', { passwordPolicy: { minLength: 8 } });`;
      const site = sitesOf(text, "typescript").find(({ text: name }) => name === "minLength");
      assert.equal(site?.role, "prop");
      assert.deepEqual(site?.role === "prop" && [site.path, site.construct, site.resource], [
        ["passwordPolicy", "minLength"],
        "aws-cdk-lib.aws_cognito.UserPool",
        "pool",
      ]);
    });
  });

  describe("members and methods", () => {
    const cases: readonly (readonly [marked: string, expected: string])[] = [
      ["x = cognito.Mfa.REQ|UIRED;", "member aws_cognito.Mfa.REQUIRED"],
      ["x = cognito.M|fa.REQUIRED;", "construct aws_cognito.Mfa"],
      ["x = cognito.OAuthScope.OPEN|ID;", "member aws_cognito.OAuthScope.OPENID"],
      ["x = cognito.UserPoolEmail.with|SES({ fromEmail: 'x' });", "method aws_cognito.UserPoolEmail.withSES"],
      ["x = cdk.Duration.ho|urs(12);", "method Duration.hours"],
      [
        "iam.Role.fromRole|Arn(this, 'R', 'arn:aws:iam::123456789012:role/x');",
        "method aws_iam.Role.fromRoleArn",
      ],
      ["const r = new iam.Role(this, 'R'); r.addTo|Policy(x);", "method aws_iam.Role.addToPolicy"],
      [
        "class S { r: iam.IRole; f() { this.r.grantAssume|Role(x); } }",
        "method aws_iam.IRole.grantAssumeRole",
      ],
      [
        "class S { constructor(private readonly r: iam.IRole) { this.r.grantAssume|Role(x); } }",
        "method aws_iam.IRole.grantAssumeRole",
      ],
      [
        "function f(pool?: cognito.IUserPool) { pool?.add|Client('x'); }",
        "method aws_cognito.IUserPool.addClient",
      ],
      [
        "interface P { pool: cognito.IUserPool } function f(p: P) { p.pool.add|Client('x'); }",
        "method aws_cognito.IUserPool.addClient",
      ],
      [
        "function f({ pool }: { pool: cognito.IUserPool }) { pool.add|Client('x'); }",
        "method aws_cognito.IUserPool.addClient",
      ],
      [
        "class S { p = new cognito.UserPool(this, 'P'); f() { const { p } = this; p.add|Client('x'); } }",
        "method aws_cognito.UserPool.addClient",
      ],
      [
        "new iam.Role(this, 'R').assumeRolePolicy!.addState|ments(x);",
        "method aws_iam.PolicyDocument.addStatements",
      ],
      [
        "class S { #r = new iam.Role(this, 'R'); f() { this.#r.addTo|Policy(x); } }",
        "method aws_iam.Role.addToPolicy",
      ],
    ];
    for (const [marked, expected] of cases) it(marked, () => assert.equal(inFile(marked), expected));
  });

  describe("types", () => {
    const cases: readonly (readonly [marked: string, expected: string])[] = [
      ["interface P { roles: { [name: string]: iam.IRo|le } }", "construct aws_iam.IRole"],
      ["type P = { [K in keyof iam.Role|Props]: string };", "construct aws_iam.RoleProps"],
      ["interface P { give?: (name: string) => iam.IRo|le }", "construct aws_iam.IRole"],
      ["interface P { give?: (role: iam.IRo|le) => void }", "construct aws_iam.IRole"],
      ["type P = { give(role: iam.IRo|le): void };", "construct aws_iam.IRole"],
      ["const f = (): iam.IRole & iam.IGrant|able => x;", "construct aws_iam.IGrantable"],
      ["const f = (a: string): { role: iam.IRo|le } => x;", "construct aws_iam.IRole"],
      ["const all = new Map<string, { role: iam.IRo|le }>();", "construct aws_iam.IRole"],
      ["const f = <T extends iam.IRo|le>(x: T) => x;", "construct aws_iam.IRole"],
      ["class S<T extends iam.IRo|le> {}", "construct aws_iam.IRole"],
      ["const props = <iam.RoleProps>{ role|Name: 'x' };", "prop aws_iam.RoleProps.roleName"],
      [
        "class S { roles: Record<string, iam.IRole>; f() { this.roles['a'].grantAssume|Role(x); } }",
        "method aws_iam.IRole.grantAssumeRole",
      ],
      [
        "class S { roles: { [id: string]: iam.IRole }; f() { this.roles['a'].grantAssume|Role(x); } }",
        "method aws_iam.IRole.grantAssumeRole",
      ],
    ];
    for (const [marked, expected] of cases) it(marked, () => assert.equal(inFile(marked), expected));
  });

  describe("references", () => {
    const pool = "const pool = new cognito.UserPool(this, 'P');\n";
    const cases: readonly (readonly [marked: string, expected: string])[] = [
      [`${pool}x = po|ol.userPoolId;`, "reference pool"],
      [`${pool}x = pool.userPool|Id;`, "reference pool.Ref"],
      [`${pool}x = pool.userPool|Arn;`, "reference pool.Arn"],
      [`${pool}x = \`\${pool.userPool|Arn}/x\`;`, "reference pool.Arn"],
      [
        "function f(pool: cognito.IUserPool) { x = pool.userPool|Id; }",
        "member aws_cognito.IUserPool.userPoolId",
      ],
      ["function f(props: cognito.UserPoolProps) { x = props.m|fa; }", "prop aws_cognito.UserPoolProps.mfa"],
      ["const r = new iam.Role(this, 'R'); x = r.assumeRole|Policy;", "member aws_iam.Role.assumeRolePolicy"],
    ];
    for (const [marked, expected] of cases) it(marked, () => assert.equal(inFile(marked), expected));
  });

  describe("strings", () => {
    const cases: readonly (readonly [marked: string, expected: string])[] = [
      ["new iam.PolicyStatement({ actions: ['sts:Assume|Role'] })", "policyValue Statement/0/Action"],
      ["const actions = ['sts:Assume|Role'];", "literal sts:AssumeRole"],
      ["new iam.PolicyStatement({ actions: ['*|'] })", "policyValue Statement/0/Action"],
      ["new iam.PolicyStatement({ resources: ['*|'] })", "policyValue Statement/0/Resource"],
      [
        "new iam.PolicyStatement({ resources: ['arn:aws:s3:::my|-bucket/*'] })",
        "policyValue Statement/0/Resource",
      ],
      ["const s = new iam.PolicyStatement(); s.addResources('*|');", "policyValue Statement/0/Resource"],
      ["function f(s: iam.PolicyStatement) { s.addActions('sts:Assume|Role'); }", "literal sts:AssumeRole"],
      [
        "const p = new cognito.UserPool(this, 'P'); x = `arn:aws:cognito-idp:::userpool/${p.userPool|Id}`;",
        "reference p.Ref",
      ],
      [
        "const p = new cognito.UserPool(this, 'P'); x = `arn:aws:cognito-|idp:::userpool/${p.userPoolId}`;",
        "literal arn:aws:cognito-idp:::userpool/${userPoolId}",
      ],
      ["x = `arn:aws:iam::${cdk.Stack.of(this).acc|ount}:role/x`;", "literal arn:aws:iam::${account}:role/x"],
      ["new iam.ServicePrincipal('lambda.amazon|aws.com')", "literal lambda.amazonaws.com"],
      ["iam.ManagedPolicy.fromAwsManagedPolicyName('ReadOnly|Access')", "literal ReadOnlyAccess"],
      ["x = `arn:aws:iam::${account}:role/|x`;", "literal arn:aws:iam::${account}:role/x"],
    ];
    for (const [marked, expected] of cases) it(marked, () => assert.equal(inFile(marked), expected));
    it("is silent at a string that has nothing to do with the CDK", () =>
      assert.equal(inFile("console.log('he|llo');"), undefined));
  });

  describe("silence", () => {
    const cases: readonly string[] = [
      "import { Role } from '@aws-sdk/client-iam'; import 'aws-cdk-lib'; new Ro|le(this, 'R', {});",
      "import { Role } from './aws-cdk-lib'; new Ro|le(this, 'R', {});",
      "import * as iam from 'aws-cdk-lib/aws-iam'; class Role {} new Ro|le();",
      "import { Role } from 'aws-cdk-lib/aws-iam'; { class Role {} new Ro|le(); }",
      "import { Role } from 'aws-cdk-lib/aws-iam'; function f(Role: any) { new Ro|le(); }",
      "import { Role } from 'aws-cdk-lib/aws-iam'; const f = (Role) => new Ro|le();",
      "import * as iam from 'aws-cdk-lib/aws-iam'; { const iam = other(); new iam.Ro|le(); }",
      "import * as iam from 'aws-cdk-lib/aws-iam'; new Ro|le(this, 'R');",
      "import * as iam from 'aws-cdk-lib/aws-iam'; const role = other(); role.addTo|Policy(x);",
      "// import * as iam from 'aws-cdk-lib/aws-iam'\nnew iam.Ro|le(this, 'R');",
      "const s = 'aws-cdk-lib'; new iam.Ro|le(this, 'R', { path: 'x' });",
      "import diff from '@aws-cdk/cloudformation-diff'; const s = 'sts:Assume|Role';",
      "import * as iam from 'aws-cdk-lib/aws-iam'; f({ domainName: 'bucket.s3.ama|zonaws.com' });",
      "import * as iam from 'aws-cdk-lib/aws-iam'; const hostedZoneName = `sms.${region}.ama|zonaws.com`;",
    ];
    for (const marked of cases) it(marked, () => assert.equal(at(marked), undefined));
  });

  describe("while it is being typed", () => {
    const cases: readonly (readonly [marked: string, expected: string | undefined])[] = [
      ["new cognito.UserPool(this, 'P', { m|fa", "prop aws_cognito.UserPoolProps.mfa"],
      [
        "new cognito.UserPool(this, 'P', {\n  mfa:\n  selfSign|UpEnabled: true,\n});",
        "prop aws_cognito.UserPoolProps.selfSignUpEnabled",
      ],
      [
        "const a = new iam.Role(this, 'A', { path: '/',\nconst b = new iam.Role(this, 'B', { role|Name: 'x' });",
        "prop aws_iam.RoleProps.roleName",
      ],
      [
        "new iam.Role(this, 'A', { assumedBy: new iam.ServicePrincipal('x\n  role|Name: 'x',\n});",
        "prop aws_iam.RoleProps.roleName",
      ],
      ["cognito.\nconst b = new iam.Ro|le(this, 'B');", "construct aws_iam.Role"],
      ["const a = `x\nconst b = new iam.Ro|le(this, 'B');\nconst c = `y`;", "construct aws_iam.Role"],
      ["const a = `x\nconst b = new iam.Ro|le(this, 'B');", "construct aws_iam.Role"],
      ["const a = `x\nnew iam.Ro|le(this, 'B');\ny`;", undefined],
      ["const a = `x ${all.map((n) => `\n${n}`)}`; new iam.Ro|le(this, 'B');", "construct aws_iam.Role"],
      ["const a = `x${b{c}y`;\nconst b = new iam.Ro|le(this, 'B');", "construct aws_iam.Role"],
      ["class S { f(): iam.Ro[le {\n  return new iam.Ro|le(this, 'B');\n}\n}", "construct aws_iam.Role"],
      [
        "function f() { const { a, \n role.addToPolicy(new iam.Policy|Statement());\n }",
        "construct aws_iam.PolicyStatement",
      ],
      [
        "new iam.Role(this, 'A', { assumedBy: new iam.}); new iam.Gr|oup(this, 'G');",
        "construct aws_iam.Group",
      ],
    ];
    for (const [marked, expected] of cases) it(marked, () => assert.equal(inFile(marked), expected));
  });
});
