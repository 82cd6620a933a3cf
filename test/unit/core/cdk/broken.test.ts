import { check } from "./support.ts";

/** What someone left open or lost costs only itself: what stands behind it is still told. */
describe("cdk: broken Java", () => {
  const java =
    "import software.amazon.awscdk.services.iam.*;\nimport software.amazon.awscdk.services.cognito.*;\nclass S { void f() {\n";
  check("java", {
    "a bracket left open in a chain": [
      [
        `${java}UserPool.Builder.create(this, "P")\n .autoVerify(AutoVeri\n .mf|a(Mfa.OFF)\n .build(); }}`,
        "prop aws_cognito.UserPoolProps.mfa",
      ],
      [
        `${java}UserPool.Builder.create(this, "P")\n .passwordPolicy(PasswordPolicy.builder()\n .min|Length(8).build())\n .build(); }}`,
        "prop aws_cognito.PasswordPolicy.minLength",
      ],
      [
        `${java}f(UserPool.Builder.create(this, "P")\n  .passwordPolicy(PasswordPolicy.builder()\n    .minLength(8\n  .mf|a(Mfa.OFF)\n  .build()); }}`,
        "prop aws_cognito.UserPoolProps.mfa",
      ],
      [
        `${java}x.actions(asList("a", ("b"))\n .build(), PolicyStatement.Builder.create().si|d("x")); }}`,
        "prop aws_iam.PolicyStatementProps.sid",
      ],
    ],
    "a word cut": [
      [
        `${java}Role r = Role.Builder.create(this, "R").uild();\nr.addTo|Policy(x); }}`,
        "method aws_iam.Role.addToPolicy",
      ],
    ],
    "a text block without its end": [
      [`${java}String s = """\n  text\n\n Ro|le r = null; }}`, "construct aws_iam.Role"],
    ],
  });
});

describe("cdk: broken TypeScript", () => {
  const ts =
    "import * as iam from 'aws-cdk-lib/aws-iam';\nimport { CfnUserPool } from 'aws-cdk-lib/aws-cognito';\n";
  const pool = (recovery: string): string =>
    `${ts}new CfnUserPool(this, 'P', {\n  accountRecoverySetting: {\n${recovery}\n  },\n  mfa|Configuration: 'ON',\n});`;
  const mfa = "prop aws_cognito.CfnUserPoolProps.mfaConfiguration";
  check("typescript", {
    "a bracket that its lines lack": [
      [pool("    recoveryMechanisms:\n      { priority: 1 },\n      { priority: 2 },\n    ],"), mfa],
      [pool("    recoveryMechanisms: [\n      { priority: 1 },\n      { priority: 2 },"), mfa],
      [
        `${ts}class S {\n  f() {\n    if (x) {\n      g();\n  }\n  role: iam.IRole;\n}\nclass T { r: iam.IRo|le }`,
        "construct aws_iam.IRole",
      ],
    ],
    "a pattern left open among the members of a class": [
      [
        `${ts}class S {\n  const { a,\n  private f(): void {\n    new iam.Role(this, 'R', { pa|th: '/x/' });\n  }\n}`,
        "prop aws_iam.RoleProps.path",
      ],
    ],
    "no layout at all": [
      [`${ts}new iam.Role(this, 'R', {\nassumedBy: f({\n}), pa|th: '/x/' });`, "prop aws_iam.RoleProps.path"],
      [`${ts}f([);\nnew iam.Role(this, 'R', { pa|th: '/x/' });`, "prop aws_iam.RoleProps.path"],
    ],
  });
});

describe("cdk: broken Java", () => {
  const java = "import software.amazon.awscdk.services.iam.*;\nclass S { void f() {\n";
  const path = "prop aws_iam.RoleProps.path";
  check("java", {
    "a method without its brackets that the chain goes on below": [
      [`${java}Role.Builder.create(this, "R")\n    .roleNa\n    .pa|th("/x/")\n    .build(); }}`, path],
      [`${java}RoleProps.builder()\n    .roleName\n    .pa|th("/x/").build(); }}`, path],
      [`${java}Other.builder()\n    .roleName\n    .pa|th("/x/").build(); }}`, undefined],
    ],
    "a bracket at a line's end that the chain goes on below": [
      [`${java}Role.Builder.create(this, "R") [\n    .pa|th("/x/")\n    .build(); }}`, path],
      [
        `${java}Role.Builder.create(this, "R")\n    .roleName(f(x)) {\n    .pa|th("/x/")\n    .build(); }}`,
        path,
      ],
      [`${java}Role.Builder.create(this, "R")\n    .roleName(f(\n    .pa|th("/x/")\n    .build(); }}`, path],
      [
        `${java}f(Role.Builder.create(this, "R")\n    .roleName(f(\n    .pa|th("/x/")\n    .build()); }}`,
        path,
      ],
      [
        `${java}Role.Builder.create(this, "R")\n    .roleName(f(\n    a.pa|th("/x/")\n    .build(); }}`,
        undefined,
      ],
    ],
  });
});

describe("cdk: broken Python", () => {
  const py = "from aws_cdk import aws_iam as iam\n";
  check("python", {
    "a statement between the lines of another": [
      [
        `${py}doc.add(iam.PolicyStatement(**{\n  "effect": x\niam.Role(self, "X",\n}))\n\nuser = iam.User(self, "U")\nuser.add_to_|group(g)`,
        "method aws_iam.User.addToGroup",
      ],
    ],
    "two sides of a conflict": [
      [
        `${py}iam.Role(\n<<<<<<< HEAD\n    self,\n=======\n    scope,\n>>>>>>> other\n    role_na|me="x",\n)`,
        "prop aws_iam.RoleProps.roleName",
      ],
      [
        `${py}<<<<<<< HEAD\nrole = iam.Ro|le(self, "R")\n=======\nx = 1\n>>>>>>> other`,
        "construct aws_iam.Role",
      ],
    ],
    "a bracket that was never opened": [
      [
        `${py}iam.Role(self, "R",\n    managed_policies=\n        a,\n    ],\n    role_na|me="x",\n)`,
        "prop aws_iam.RoleProps.roleName",
      ],
    ],
  });
});

describe("cdk: broken C#", () => {
  const cs = "using Amazon.CDK.AWS.IAM;\nusing Amazon.CDK.AWS.Cognito;\nclass S : Stack { void F() {\n";
  check("csharp", {
    "a brace missing": [
      [
        `${cs}new UserPool(this, "P", new UserPoolProps\n  M|fa = Mfa.OFF\n}); }}`,
        "prop aws_cognito.UserPoolProps.mfa",
      ],
      [
        `${cs}new UserPool(this, "P", new UserPoolProps {\n  Email = x\n },\n  M|fa = Mfa.OFF\n}); }}`,
        "prop aws_cognito.UserPoolProps.mfa",
      ],
    ],
    "a bracket too many": [
      [`${cs}F(); [\nvar r = new Ro|le(this, "R"); }}`, "construct aws_iam.Role"],
      [`${cs}[Obsolete] void G(IRo|le r) { } }}`, "construct aws_iam.IRole"],
    ],
    "a string left open": [
      [
        `${cs}new UserPool(this, $"{name", new UserPoolProps {\n  M|fa = Mfa.OFF\n}); }}`,
        "prop aws_cognito.UserPoolProps.mfa",
      ],
      [
        `${cs}new UserPool(this, $"{names["a"]}", new UserPoolProps { M|fa = Mfa.OFF }); }}`,
        "prop aws_cognito.UserPoolProps.mfa",
      ],
      [
        `${cs}new UserPool(this, "P", new UserPoolProps {\n  UserPoolName = "{x}\n  , M|fa = Mfa.OFF\n}); }}`,
        "prop aws_cognito.UserPoolProps.mfa",
      ],
    ],
  });
});

describe("cdk: broken Go", () => {
  const imports = 'package m\nimport (\n"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"\n)\n';
  const after = "func f() {\n awsiam.NewRo|le(s, x, nil)\n}";
  const role = "construct aws_iam.Role";
  check("go", {
    "a declaration that doesn't end": [
      [`${imports}type P struct {\n A string {\n}\n${after}`, role],
      [`${imports}type P struct\n A string\n}\n${after}`, role],
      [`${imports}type P struct "{\n A string\n}\n${after}`, role],
      [`${imports}var x = &awsiam.RoleProps{\n${after}`, role],
      [`${imports}func g(s constructs.Cons\n r := x()\n awsiam.NewRo|le(s, x, nil)\n}`, role],
      [`${imports}func g(\n s constructs.Construct,\n r awsiam.IRo|le,\n) {\n}`, "construct aws_iam.IRole"],
    ],
    "an import that doesn't end": [
      [`package m\nimport (\n"os" (\n"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"\n)\n${after}`, role],
    ],
    "a bracket that doesn't end": [
      [
        `${imports}func f() {\n x := &[awsiam.PolicyStatement{\n awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{ Si|d: x }),\n }\n}`,
        "prop aws_iam.PolicyStatementProps.sid",
      ],
    ],
    "a call that doesn't end": [
      [
        `${imports}func f() {\n x := g(a, "b"\n r, err := awsiam.NewRole(s, x, nil)\n r.AddTo|Policy(y)\n}`,
        "method aws_iam.Role.addToPolicy",
      ],
    ],
    "an ARN that lost its quote": [
      [
        `${imports}func f() {\n x("jsii.String("arn:aws:ec2:*:*:group/*"))\n awsiam.NewRo|le(s, x, nil)\n y("arn:aws:s3:::b/*/*")\n}`,
        role,
      ],
      [`${imports}func f() {\n x(y/* a\n*/)\n awsiam.NewRo|le(s, x, nil)\n}`, role],
      [`${imports}func f() {\n x() /* a\n awsiam.NewRo|le(s, x, nil)\n*/\n}`, "prose"],
    ],
  });
});
