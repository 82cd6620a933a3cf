import { check } from "./support.ts";

describe("cdk: Python", () => {
  const py = "from aws_cdk import aws_cognito as cognito, aws_iam as iam, Duration\n";
  check("python", {
    modules: [
      ["import aws_cdk.aws_|iam as iam", "module aws_iam"],
      ["from aws_cdk import aws_i|am", "module aws_iam"],
      ["from aws_cdk import (\n    aws_iam as i|am,\n)", "module aws_iam"],
      ["from aws_cdk.aws_i|am import Role", "module aws_iam"],
      ["from aws_cdk.core import Stack\nimport aws_cdk.aws_co|gnito", "module aws_cognito"],
      ["import aws_cdk as cdk\nx = cdk.aws_i|am", "module aws_iam"],
    ],
    constructs: [
      ["from aws_cdk.aws_iam import Role as R\nR|(self, 'x')", "construct aws_iam.Role"],
      ["from aws_cdk.aws_iam import *\nRo|le(self, 'x')", "construct aws_iam.Role"],
      ["import aws_cdk.aws_iam\naws_cdk.aws_iam.Ro|le(self, 'x')", "construct aws_iam.Role"],
      ["import aws_cdk as cdk\ncdk.aws_iam.Ro|le(self, 'x')", "construct aws_iam.Role"],
      [`${py}def f(role: iam.IRo|le): pass`, "construct aws_iam.IRole"],
      [`${py}x: Optional[iam.Ro|le] = None`, "construct aws_iam.Role"],
      [`${py}class S(cognito.User|Pool): pass`, "construct aws_cognito.UserPool"],
    ],
    props: [
      [
        `${py}cognito.UserPool(self, 'P', self_sign|_up_enabled=True)`,
        "prop aws_cognito.UserPoolProps.selfSignUpEnabled",
      ],
      [
        `${py}cognito.UserPool(self, 'P', password_policy=cognito.PasswordPolicy(min_|length=8))`,
        "prop aws_cognito.PasswordPolicy.minLength",
      ],
      [
        `${py}cognito.UserPool(self, 'P', password_policy={"min_|length": 8})`,
        "prop aws_cognito.PasswordPolicy.minLength",
      ],
      [
        `${py}cognito.UserPool(self, 'P', password_policy={"min|Length": 8})`,
        "prop aws_cognito.PasswordPolicy.minLength",
      ],
      [
        `${py}cognito.CfnUserPool(self, 'P', policies=cognito.CfnUserPool.PoliciesProperty(password_po|licy=1))`,
        "prop aws_cognito.CfnUserPool.PoliciesProperty.passwordPolicy",
      ],
      [`${py}props = iam.RoleProps(role_|name='x')`, "prop aws_iam.RoleProps.roleName"],
      [
        `${py}iam.Role(self, 'R',\n    assumed_by=iam.ServicePrincipal('x'),\n    role_na|me='x')`,
        "prop aws_iam.RoleProps.roleName",
      ],
    ],
    "members and methods": [
      [`${py}x = cognito.Mfa.REQ|UIRED`, "member aws_cognito.Mfa.REQUIRED"],
      [
        `${py}x = cognito.UserPoolEmail.with_|ses(from_email='x')`,
        "method aws_cognito.UserPoolEmail.withSES",
      ],
      [
        `${py}class S:\n  def __init__(self):\n    self.pool = cognito.UserPool(self, 'P')\n  def f(self):\n    self.pool.add_cl|ient('c')`,
        "method aws_cognito.UserPool.addClient",
      ],
      [
        `${py}def f(role: iam.IRole):\n    role.grant_assume|_role(x)`,
        "method aws_iam.IRole.grantAssumeRole",
      ],
      [
        `${py}r = iam.Role(self, 'R')\nr.assume_role_policy.add_state|ments(x)`,
        "method aws_iam.PolicyDocument.addStatements",
      ],
      [`${py}p = cognito.UserPool(self, 'P')\nx = p.user_pool|_arn`, "reference p.Arn"],
    ],
    strings: [
      [`${py}iam.PolicyStatement(actions=["sts:Assume|Role"])`, "policyValue Statement/0/Action"],
      [`${py}x = f"arn:aws:iam::{account}:role/|x"`, "literal arn:aws:iam::${account}:role/x"],
      [
        `${py}iam.PolicyStatement(conditions={"String|Equals": {"aws:PrincipalOrgID": "o"}})`,
        "policyKey Statement/0/Condition/StringEquals",
      ],
      [`${py}iam.PolicyDocument.from_json({"State|ment": []})`, "policyKey Statement"],
    ],
    silence: [
      ["from boto3 import Role\nimport aws_cdk\nRo|le()", undefined],
      [`${py}def Role(): pass\nRo|le()`, undefined],
      [`${py}def f(iam):\n    iam.Ro|le()`, undefined],
      ['"""\nfrom aws_cdk import aws_iam as iam\n"""\niam.Ro|le()', undefined],
      [`${py}x.role_na|me = 1`, undefined],
    ],
    "while it is being typed": [
      [
        `${py}cognito.UserPool(self, 'P', self_sign|_up_enabled=`,
        "prop aws_cognito.UserPoolProps.selfSignUpEnabled",
      ],
      [
        `${py}a = iam.Role(self, 'A', assumed_by=iam.ServicePrincipal("x\nb = iam.Ro|le(self, 'B')`,
        "construct aws_iam.Role",
      ],
      [`${py}def f():\n\tx = iam.\n        y = iam.Ro|le(self, 'B')`, "construct aws_iam.Role"],
      [`${py}x = iam.Role(self,\ndef g(r: iam.IRo|le):`, "construct aws_iam.IRole"],
    ],
  });
});

describe("cdk: Java", () => {
  const java =
    "import software.amazon.awscdk.services.iam.*;\nimport software.amazon.awscdk.services.cognito.*;\nclass S { void f() {\n";
  check("java", {
    modules: [
      ["import software.amazon.awscdk.services.i|am.*;", "module aws_iam"],
      ["import software.amazon.awscdk.services.i|am.Role;", "module aws_iam"],
      [
        "import software.amazon.awscdk.aws_apigatewayv2_authorizers.*;\nimport software.amazon.awscdk.services.cognito.identity|pool.*;",
        "module aws_cognito_identitypool",
      ],
    ],
    constructs: [
      ["import software.amazon.awscdk.services.iam.Ro|le;", "construct aws_iam.Role"],
      [`${java}new Ro|le(this, "R"); }}`, "construct aws_iam.Role"],
      [`${java}Ro|le.Builder.create(this, "R").build(); }}`, "construct aws_iam.Role"],
      ["class S { software.amazon.awscdk.services.iam.Ro|le role; }", "construct aws_iam.Role"],
      [
        "import software.amazon.awscdk.services.iam.*;\nclass S { private final List<IRo|le> roles; }",
        "construct aws_iam.IRole",
      ],
    ],
    props: [
      [
        `${java}UserPool.Builder.create(this, "P").mf|a(Mfa.REQUIRED).build(); }}`,
        "prop aws_cognito.UserPoolProps.mfa",
      ],
      [
        `${java}UserPool.Builder.create(this, "P")\n .passwordPolicy(PasswordPolicy.builder().min|Length(8).build()).build(); }}`,
        "prop aws_cognito.PasswordPolicy.minLength",
      ],
      [
        `${java}new Role(this, "R", RoleProps.builder().role|Name("x").build()); }}`,
        "prop aws_iam.RoleProps.roleName",
      ],
      [
        `${java}new Role(this, "R", new RoleProps.Builder().role|Name("x").build()); }}`,
        "prop aws_iam.RoleProps.roleName",
      ],
      [
        `${java}CfnUserPool.Builder.create(this, "P").policies(CfnUserPool.PoliciesProperty.builder().password|Policy(x).build()).build(); }}`,
        "prop aws_cognito.CfnUserPool.PoliciesProperty.passwordPolicy",
      ],
    ],
    "members and methods": [
      [`${java}x = Mfa.REQ|UIRED; }}`, "member aws_cognito.Mfa.REQUIRED"],
      [
        "import static software.amazon.awscdk.services.cognito.Mfa.REQUIRED;\nclass S { Object x = REQ|UIRED; }",
        "member aws_cognito.Mfa.REQUIRED",
      ],
      [
        "import static software.amazon.awscdk.services.cognito.Mfa.*;\nclass S { Object x = REQ|UIRED; }",
        "member aws_cognito.Mfa.REQUIRED",
      ],
      [`${java}UserPool pool = make(); pool.add|Client("c"); }}`, "method aws_cognito.UserPool.addClient"],
      [
        'import software.amazon.awscdk.services.iam.*;\nclass S { private final Role role; S() { this.role = new Role(this, "R"); } void f() { role.addTo|Policy(x); } }',
        "method aws_iam.Role.addToPolicy",
      ],
      [
        "import software.amazon.awscdk.services.iam.*;\nclass S { void f(final IRole role) { role.grantAssume|Role(x); } }",
        "method aws_iam.IRole.grantAssumeRole",
      ],
      [
        "import software.amazon.awscdk.services.iam.*;\nclass S { private final Role role; S(Props p) { this.role = p.of(); this.role.addTo|Policy(x); } }",
        "method aws_iam.Role.addToPolicy",
      ],
      [
        "import software.amazon.awscdk.services.iam.*;\nclass S { void f() { make().addTo|Policy(x); } Role make() { return null; } }",
        "method aws_iam.Role.addToPolicy",
      ],
      [
        "import software.amazon.awscdk.services.iam.*;\nclass B { Role make() { return null; } } class S extends B { void f() { make().addTo|Policy(x); } }",
        "method aws_iam.Role.addToPolicy",
      ],
      [
        "import software.amazon.awscdk.services.iam.*;\nclass S { void f(P p) { p.getRole().gra|nt(x); } static class P { IRole getRole() { return null; } } }",
        "method aws_iam.IRole.grant",
      ],
      [
        "import software.amazon.awscdk.services.iam.*;\nclass S { void f() { make().addTo|Policy(x); } } class P { Role make() { return null; } }",
        undefined,
      ],
      [`${java}void f(IRole role) { role.getRole|Arn(); } }}`, "member aws_iam.IRole.roleArn"],
      [`${java}void f(CfnUser user) { user.setUser|Name("x"); } }}`, "prop aws_iam.CfnUserProps.userName"],
      [`${java}void f(Other role) { role.getRole|Arn(); } }}`, undefined],
      [`${java}((Role) role).addTo|Policy(x); }}`, "method aws_iam.Role.addToPolicy"],
      [
        `${java}UserPool p = (UserPool) UserPool.Builder.create(this, "P").build(); x = p.getUserPool|Arn(); }}`,
        "reference p.Arn",
      ],
      [`${java}var r = (IRole) make(); r.gra|nt(x, "y"); }}`, "method aws_iam.IRole.grant"],
      [`${java}Role r; r = make(); r.addTo|Policy(x); }}`, "method aws_iam.Role.addToPolicy"],
      [
        `${java}UserPool p = UserPool.Builder.create(this, "P").build(); x = p.getUserPool|Arn(); }}`,
        "reference p.Arn",
      ],
      [
        `${java}var p = new UserPool(this, "P"); p.add|Client("c"); }}`,
        "method aws_cognito.UserPool.addClient",
      ],
    ],
    strings: [
      [
        `${java}PolicyStatement.Builder.create().actions(List.of("sts:Assume|Role")).build(); }}`,
        "policyValue Statement/0/Action",
      ],
      [
        `${java}PolicyStatement.Builder.create().actions(Arrays.asList(new String[] {"sts:Assume|Role"})).build(); }}`,
        "policyValue Statement/0/Action",
      ],
      [
        `${java}PolicyStatement.Builder.create().conditions(Map.of("String|Equals", Map.of("aws:PrincipalOrgID", "o"))).build(); }}`,
        "policyKey Statement/0/Condition/StringEquals",
      ],
      [`${java}ManagedPolicy.fromAwsManagedPolicyName("ReadOnly|Access"); }}`, "literal ReadOnlyAccess"],
    ],
    silence: [
      [
        "import software.amazon.awscdk.Stack;\nimport com.amazonaws.services.identitymanagement.model.Role;\nclass S { Ro|le role; }",
        undefined,
      ],
      ["import software.amazon.awscdk.services.iam.*;\nclass Role {} class S { Ro|le role; }", undefined],
      ["import software.amazon.awscdk.services.cognito.*;\nclass S { Ro|le role; }", undefined],
      [`${java}Builder b; b.role|Name("x"); }}`, undefined],
    ],
    "while it is being typed": [
      [`${java}UserPool.Builder.create(this, "P").mf|a(`, "prop aws_cognito.UserPoolProps.mfa"],
      [
        `${java}Role a = Role.Builder.create(this, "A").assumedBy(new ServicePrincipal("x\n Role b = new Ro|le(this, "B"); }}`,
        "construct aws_iam.Role",
      ],
    ],
  });
});

describe("cdk: C#", () => {
  const cs =
    "using Amazon.CDK;\nusing Amazon.CDK.AWS.IAM;\nusing Amazon.CDK.AWS.Cognito;\nclass S : Stack { void F() {\n";
  check("csharp", {
    modules: [
      ["using Amazon.CDK.AWS.I|AM;", "module aws_iam"],
      ["global using Amazon.CDK.AWS.I|AM;", "module aws_iam"],
      ["using IAM = Amazon.CDK.AWS.I|AM;", "module aws_iam"],
    ],
    constructs: [
      ["using IAM = Amazon.CDK.AWS.IAM;\nclass S { IAM.Ro|le r; }", "construct aws_iam.Role"],
      ["using R = Amazon.CDK.AWS.IAM.Role;\nclass S { R| r; }", "construct aws_iam.Role"],
      ["class S { Amazon.CDK.AWS.IAM.Ro|le r; }", "construct aws_iam.Role"],
      [`${cs}new Ro|le(this, "R"); }}`, "construct aws_iam.Role"],
      [`${cs}var x = new RoleP|rops { }; }}`, "construct aws_iam.RoleProps"],
      ["using Amazon.CDK.AWS.IAM;\nclass S { public Ro|le Role { get; set; } }", "construct aws_iam.Role"],
      [
        'using Amazon.CDK.AWS.IAM;\nclass S { public Role Role { get; } S() { Role = new Ro|le(this, "R"); } }',
        "construct aws_iam.Role",
      ],
      [
        'using Amazon.CDK.AWS.IAM;\nclass S { public IRole Role { get; } S() { var r = Ro|le.FromRoleArn(this, "R", "x"); } }',
        "construct aws_iam.Role",
      ],
      [
        "namespace X { using Role = Amazon.CDK.AWS.IAM.Role;\nclass S { public Ro|le Role { get; set; } } }",
        "construct aws_iam.Role",
      ],
    ],
    props: [
      [
        `${cs}new UserPool(this, "P", new UserPoolProps { Self|SignUpEnabled = true }); }}`,
        "prop aws_cognito.UserPoolProps.selfSignUpEnabled",
      ],
      [
        `${cs}new UserPool(this, "P", new UserPoolProps { PasswordPolicy = new PasswordPolicy { Min|Length = 8 } }); }}`,
        "prop aws_cognito.PasswordPolicy.minLength",
      ],
      [
        `${cs}new UserPool(this, "P", new UserPoolProps { PasswordPolicy = new() { Min|Length = 8 } }); }}`,
        "prop aws_cognito.PasswordPolicy.minLength",
      ],
      [`${cs}new UserPool(this, "P", new() { M|fa = Mfa.OFF }); }}`, "prop aws_cognito.UserPoolProps.mfa"],
      [
        `${cs}UserPool p = new(this, "P", new UserPoolProps { M|fa = Mfa.OFF }); }}`,
        "prop aws_cognito.UserPoolProps.mfa",
      ],
      [
        `${cs}UserPool p = new(this, "P", new() { M|fa = Mfa.OFF }); }}`,
        "prop aws_cognito.UserPoolProps.mfa",
      ],
      [`${cs}} UserPoolProps P() => new() { M|fa = Mfa.OFF }; }`, "prop aws_cognito.UserPoolProps.mfa"],
      [`${cs}Other p = new(this, "P", new() { M|fa = Mfa.OFF }); }}`, undefined],
      [
        `${cs}var x = new CfnUserPool.SchemaAttributeProperty[] { new() { Muta|ble = true } }; }}`,
        "prop aws_cognito.CfnUserPool.SchemaAttributeProperty.mutable",
      ],
      [
        `${cs}new Role(this, "R", props: new RoleProps { Role|Name = "x" }); }}`,
        "prop aws_iam.RoleProps.roleName",
      ],
      [
        `${cs}new CfnUserPool(this, "P", new CfnUserPoolProps { Policies = new CfnUserPool.PoliciesProperty { Password|Policy = x } }); }}`,
        "prop aws_cognito.CfnUserPool.PoliciesProperty.passwordPolicy",
      ],
    ],
    "members and methods": [
      [`${cs}x = Mfa.REQ|UIRED; }}`, "member aws_cognito.Mfa.REQUIRED"],
      [
        "using Amazon.CDK.AWS.Cognito;\nclass S { object x = new UserPoolProps { RemovalPolicy = RemovalPolicy.DES|TROY }; }",
        "member RemovalPolicy.DESTROY",
      ],
      ["using Amazon;\nusing Amazon.CDKx;\nclass S { object x = RemovalPolicy.DES|TROY; }", undefined],
      [
        `${cs}var p = new UserPool(this, "P"); p.Add|Client("c"); }}`,
        "method aws_cognito.UserPool.addClient",
      ],
      [
        'using Amazon.CDK.AWS.IAM;\nclass S { public Role Role { get; } S() { Role = new Role(this, "R"); Role.AddTo|Policy(x); } }',
        "method aws_iam.Role.addToPolicy",
      ],
      [
        'using Amazon.CDK.AWS.IAM;\nclass S { public IRole Role { get; } S() { var r = Role.FromRole|Arn(this, "R", "x"); } }',
        "method aws_iam.Role.fromRoleArn",
      ],
      [
        'using Amazon.CDK.AWS.IAM;\nclass S { readonly Role _r; S() { _r = new Role(this, "R"); } void F() { _r.AddTo|Policy(x); } }',
        "method aws_iam.Role.addToPolicy",
      ],
      [
        "using Amazon.CDK.AWS.IAM;\nclass S { public IRole R { get; set; } void F() { R.GrantAssume|Role(x); } }",
        "method aws_iam.IRole.grantAssumeRole",
      ],
      [
        "using Amazon.CDK.AWS.IAM;\nclass S { void F(IRole? role = null) { role?.GrantAssume|Role(x); } }",
        "method aws_iam.IRole.grantAssumeRole",
      ],
      [`${cs}var p = new UserPool(this, "P"); x = $"{p.UserPool|Arn}/x"; }}`, "reference p.Arn"],
      [`${cs}UserPool p = new(this, "P"); x = p.UserPool|Arn; }}`, "reference p.Arn"],
      [
        "using Amazon.CDK.AWS.IAM;\nclass S { void F() { var r = Make(); r.AddTo|Policy(x); } Role Make() => null; }",
        "method aws_iam.Role.addToPolicy",
      ],
      [
        "using Amazon.CDK.AWS.IAM;\nclass P { public IRole Of() { return null; } } class S { void F(P p) { p.Of().Grant|(x); } }",
        "method aws_iam.IRole.grant",
      ],
      [`${cs}Role Make() => null; Make().AddTo|Policy(x); }}`, "method aws_iam.Role.addToPolicy"],
      [`${cs}void F(IRole role) { x = role.Role|Arn; } }}`, "member aws_iam.IRole.roleArn"],
      [
        `${cs}var c = x as CfnUserPoolClient; c.Callback|URLs = y; }}`,
        "prop aws_cognito.CfnUserPoolClientProps.callbackUrLs",
      ],
      [`${cs}((Role) role).AddTo|Policy(x); }}`, "method aws_iam.Role.addToPolicy"],
      [`${cs}var r = (IRole) make(); r.Grant|(x, "y"); }}`, "method aws_iam.IRole.grant"],
      [`${cs}var n = (role) + r; r.Grant|(x, "y"); }}`, undefined],
      [
        'using Amazon.CDK.AWS.Cognito;\nclass S { UserPool Pool { get; } S() { Pool = new(this, "P"); var x = Pool.UserPool|Arn; } }',
        "reference Pool.Arn",
      ],
    ],
    strings: [
      [
        `${cs}new PolicyStatement(new PolicyStatementProps { Actions = new[] { "sts:Assume|Role" } }); }}`,
        "policyValue Statement/0/Action",
      ],
      [
        `${cs}new PolicyStatement(new PolicyStatementProps { Actions = ["sts:Assume|Role"] }); }}`,
        "policyValue Statement/0/Action",
      ],
      [
        `${cs}new PolicyStatement(new PolicyStatementProps { Conditions = new Dictionary<string, object> { ["String|Equals"] = x } }); }}`,
        "policyKey Statement/0/Condition/StringEquals",
      ],
      [
        `${cs}new PolicyStatement(new PolicyStatementProps { Conditions = new Dictionary<string, object> { { "String|Equals", x } } }); }}`,
        "policyKey Statement/0/Condition/StringEquals",
      ],
      [`${cs}x = $@"arn:aws:iam::{account}:role/|x"; }}`, "literal arn:aws:iam::${account}:role/x"],
      [`${cs}x = $"arn:aws:iam::{Aws.ACC|OUNT_ID}:role/x"; }}`, "literal arn:aws:iam::${ACCOUNT_ID}:role/x"],
      [
        `${cs}var p = new UserPool(this, "P"); x = $"cognito-idp.eu.amazonaws.com/{p.UserPool|Id}"; }}`,
        "reference p.Ref",
      ],
      [
        `${cs}var p = new UserPool(this, "P"); x = $"cognito-|idp.eu.amazonaws.com/{p.UserPoolId}"; }}`,
        "literal cognito-idp.eu.amazonaws.com/${UserPoolId}",
      ],
      [`${cs}x = """{"Version":"2012-10-17","State|ment":[]}"""; }}`, "policyKey Statement"],
    ],
    silence: [
      ["using Amazon.CDK;\nusing Amazon.IdentityManagement.Model;\nclass S { Ro|le r; }", undefined],
      ["using Amazon.CDK.AWS.IAM;\nclass Role {} class S { Ro|le r; }", undefined],
      ["// using Amazon.CDK.AWS.IAM;\nclass S { Ro|le r; }", undefined],
    ],
    "while it is being typed": [
      [`${cs}new UserPool(this, "P", new UserPoolProps { M|fa = `, "prop aws_cognito.UserPoolProps.mfa"],
      [
        `${cs}var a = new Role(this, "A", new RoleProps { RoleName = "x\n var b = new Ro|le(this, "B"); }}`,
        "construct aws_iam.Role",
      ],
    ],
  });
});

describe("cdk: Go", () => {
  const go =
    'package main\nimport (\n"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"\n"github.com/aws/aws-cdk-go/awscdk/v2/awscognito"\n"github.com/aws/jsii-runtime-go"\n)\nfunc f() {\n';
  check("go", {
    modules: [
      ['package m\nimport "github.com/aws/aws-cdk-go/awscdk/v2/aws|iam"', "module aws_iam"],
      ['package m\nimport iam "github.com/aws/aws-cdk-go/awscdk/aws|iam"', "module aws_iam"],
      [
        'package m\nimport iam "github.com/aws/aws-cdk-go/awscdk/v2/awsiam"\nvar x = ia|m.NewRole',
        "module aws_iam",
      ],
    ],
    constructs: [
      [`${go}awsiam.NewRo|le(s, jsii.String("R"), nil)\n}`, "construct aws_iam.Role"],
      [
        'package m\nimport . "github.com/aws/aws-cdk-go/awscdk/v2/awsiam"\nvar r = NewRo|le(s, x, nil)',
        "construct aws_iam.Role",
      ],
      [
        'package m\nimport "github.com/aws/aws-cdk-go/awscdk/v2/awsiam"\ntype T struct {\n Role awsiam.IRo|le\n}',
        "construct aws_iam.IRole",
      ],
      [`${go}x := []awsiam.IManaged|Policy{}\n}`, "construct aws_iam.IManagedPolicy"],
    ],
    props: [
      [
        `${go}awscognito.NewUserPool(s, jsii.String("P"), &awscognito.UserPoolProps{ Self|SignUpEnabled: jsii.Bool(true) })\n}`,
        "prop aws_cognito.UserPoolProps.selfSignUpEnabled",
      ],
      [
        `${go}awscognito.NewUserPool(s, jsii.String("P"), &awscognito.UserPoolProps{\nPasswordPolicy: &awscognito.PasswordPolicy{\nMin|Length: jsii.Number(8),\n},\n})\n}`,
        "prop aws_cognito.PasswordPolicy.minLength",
      ],
      [
        `${go}x := awscognito.CfnUserPool_PoliciesProperty{ Password|Policy: y }\n}`,
        "prop aws_cognito.CfnUserPool.PoliciesProperty.passwordPolicy",
      ],
      [
        `${go}x := &[]*awscognito.CfnUserPool_SchemaAttributeProperty{{ Muta|ble: y }}\n}`,
        "prop aws_cognito.CfnUserPool.SchemaAttributeProperty.mutable",
      ],
    ],
    "members and methods": [
      [`${go}x := awscognito.Mfa_REQ|UIRED\n}`, "member aws_cognito.Mfa.REQUIRED"],
      [`${go}x := awscognito.OAuthScope_OPEN|ID()\n}`, "member aws_cognito.OAuthScope.OPENID"],
      [`${go}awsiam.Role_FromRole|Arn(s, x, y, nil)\n}`, "method aws_iam.Role.fromRoleArn"],
      [`${go}r := awsiam.NewRole(s, x, nil)\nr.AddTo|Policy(y)\n}`, "method aws_iam.Role.addToPolicy"],
      [`${go}p := awscognito.NewUserPool(s, x, nil)\ny := p.UserPool|Arn()\n}`, "reference p.Arn"],
      [`${go}r := x.Node().DefaultChild().(awsiam.Cfn|Role)\n}`, "construct aws_iam.CfnRole"],
      [`${go}r, ok := x.(awsiam.Role)\nr.AddTo|Policy(y)\n}`, "method aws_iam.Role.addToPolicy"],
      [
        'package m\nimport "github.com/aws/aws-cdk-go/awscdk/v2/awsiam"\nfunc f() {\n r := makeRole()\n r.AddTo|Policy(x)\n}\nfunc makeRole() awsiam.Role { return nil }',
        "method aws_iam.Role.addToPolicy",
      ],
      [
        'package m\nimport "github.com/aws/aws-cdk-go/awscdk/v2/awsiam"\nfunc (s *S) f() {\n s.role().AddTo|Policy(x)\n}\nfunc (s *S) role() awsiam.Role { return nil }\ntype S struct{}',
        "method aws_iam.Role.addToPolicy",
      ],
      [
        `${go}f := func() awsiam.Role { return nil }\nf().AddTo|Policy(y)\n}`,
        "method aws_iam.Role.addToPolicy",
      ],
      [
        'package m\nimport "github.com/aws/aws-cdk-go/awscdk/v2/awsiam"\nfunc f(r awsiam.IRole, p *awsiam.RoleProps) {\n x := r.Role|Arn()\n}',
        "member aws_iam.IRole.roleArn",
      ],
      [
        'package m\nimport "github.com/aws/aws-cdk-go/awscdk/v2/awsiam"\nfunc f(r awsiam.IRole, p *awsiam.RoleProps) {\n p.Role|Name = x\n}',
        "prop aws_iam.RoleProps.roleName",
      ],
      [`${go}x.(awsiam.Role).AddTo|Policy(y)\n}`, "method aws_iam.Role.addToPolicy"],
      [
        'package m\nimport "github.com/aws/aws-cdk-go/awscdk/v2/awsiam"\ntype P struct {\n Role awsiam.IRole\n}\nfunc f(p *P) {\n p.Role.GrantAssume|Role(x)\n}',
        "method aws_iam.IRole.grantAssumeRole",
      ],
      [
        `${go}if r := awsiam.NewRole(s, x, nil); r != nil {\nr.AddTo|Policy(y)\n}\n}`,
        "method aws_iam.Role.addToPolicy",
      ],
    ],
    strings: [
      [
        `${go}awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{ Actions: jsii.Strings("sts:Assume|Role") })\n}`,
        "policyValue Statement/0/Action",
      ],
      [
        `${go}awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{ Actions: &[]*string{jsii.String("sts:Assume|Role")} })\n}`,
        "policyValue Statement/0/Action",
      ],
      [
        `${go}awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{ Conditions: &map[string]interface{}{ "String|Equals": x } })\n}`,
        "policyKey Statement/0/Condition/StringEquals",
      ],
    ],
    silence: [
      [
        'package m\nimport (\n"github.com/aws/aws-cdk-go/awscdk/v2"\n"x/awsiam"\n)\nvar r = awsiam.NewRo|le()',
        undefined,
      ],
      [`${go}awsiam := other()\nawsiam.NewRo|le()\n}`, undefined],
    ],
    "while it is being typed": [
      [
        `${go}awscognito.NewUserPool(s, jsii.String("P"), &awscognito.UserPoolProps{ M|fa: `,
        "prop aws_cognito.UserPoolProps.mfa",
      ],
      [
        `${go}a := awsiam.NewRole(s, jsii.String("A"), &awsiam.RoleProps{ RoleName: jsii.String("x\nb := awsiam.NewRo|le(s, x, nil)\n}`,
        "construct aws_iam.Role",
      ],
    ],
  });
});
