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
