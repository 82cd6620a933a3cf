import { check } from "./support.ts";

/** What a name, a call or an item is, told by what the language declares. */
describe("cdk: types in Java", () => {
  const iam = "import software.amazon.awscdk.services.iam.*;\n";
  const cognito = "import software.amazon.awscdk.services.cognito.*;\n";
  check("java", {
    "what has which type": [
      [`${iam}record P(Ro|le role) {}`, "construct aws_iam.Role"],
      [
        `${iam}record P(Role role) {} class S { void f(P p) { p.role().addTo|Policy(x); } }`,
        "method aws_iam.Role.addToPolicy",
      ],
      [
        `${iam}@Getter class P { private Role role; } class S { void f(P p) { p.getRole().addTo|Policy(x); } }`,
        "method aws_iam.Role.addToPolicy",
      ],
      [`${iam}class S { void f(List<IRole> x) { x.get(0).gra|nt(a); } }`, "method aws_iam.IRole.grant"],
      [
        `${iam}class S { void f(Map<String, IRole> x) { x.get("a").gra|nt(a); } }`,
        "method aws_iam.IRole.grant",
      ],
      [
        `${iam}class S { void f(Object o) { if (o instanceof Role r) { r.addTo|Policy(a); } } }`,
        "method aws_iam.Role.addToPolicy",
      ],
      [
        `${iam}class S { void f() { Optional.ofNullable(r).map(IRole::getRole|Arn); } }`,
        "member aws_iam.IRole.roleArn",
      ],
      [
        `import static software.amazon.awscdk.services.iam.ManagedPolicy.fromAwsManagedPolicyName;\nclass S { void f() { x(fromAwsManaged|PolicyName("ReadOnlyAccess")); } }`,
        "method aws_iam.ManagedPolicy.fromAwsManagedPolicyName",
      ],
      [`${cognito}enum E { A(Mfa.REQ|UIRED), B(Mfa.OFF); E(Mfa m) {} }`, "member aws_cognito.Mfa.REQUIRED"],
      [
        `${iam}class S { void f(Role... roles) { for (Role r : roles) r.addTo|Policy(y); } }`,
        "method aws_iam.Role.addToPolicy",
      ],
      [
        `${iam}class S { void f(Role... roles) { roles[0].addTo|Policy(y); } }`,
        "method aws_iam.Role.addToPolicy",
      ],
      [`${cognito}enum E { A; void f(IUserPo|ol p) {} }`, "construct aws_cognito.IUserPool"],
      [
        `${iam}class P { private Role role; } class S { void f(P p) { p.getName().addTo|Policy(x); } }`,
        undefined,
      ],
      [`${iam}class S { void f(List<IRole> x) { x.size().gra|nt(a); } }`, undefined],
      [
        `${iam}class S { void f(Role r) { if (a) r = b; r.addTo|Policy(x); } }`,
        "method aws_iam.Role.addToPolicy",
      ],
    ],
    "what is held by another": [
      [
        `${iam}class S { void f(Optional<Role> x) { x.get().addTo|Policy(y); } }`,
        "method aws_iam.Role.addToPolicy",
      ],
      [
        `${iam}class S { void f(Optional<Role> x) { x.orElseThrow().addTo|Policy(y); } }`,
        "method aws_iam.Role.addToPolicy",
      ],
      [
        `${iam}class S { void f(Optional<Role> x) { x.ifPresent(r -> r.addTo|Policy(y)); } }`,
        "method aws_iam.Role.addToPolicy",
      ],
      [
        `${iam}class S { void f(Role x) { Objects.requireNonNull(x).addTo|Policy(y); } }`,
        "method aws_iam.Role.addToPolicy",
      ],
      [
        `${iam}class S { void f(Role x) { for (var r : List.of(x)) r.addTo|Policy(y); } }`,
        "method aws_iam.Role.addToPolicy",
      ],
      [
        `${iam}class S { void f(Map<String, Role> x) { for (Role r : x.values()) r.addTo|Policy(y); } }`,
        "method aws_iam.Role.addToPolicy",
      ],
      [
        `${iam}class S { void f(Map<String, Role> x) { for (var e : x.entrySet()) e.getValue().addTo|Policy(y); } }`,
        "method aws_iam.Role.addToPolicy",
      ],
      [
        `${iam}class S { void f(Map<String, Role> x) { x.forEach((n, r) -> r.addTo|Policy(y)); } }`,
        "method aws_iam.Role.addToPolicy",
      ],
      [`${iam}class S { void f(Optional<Role> x) { x.addTo|Policy(y); } }`, undefined],
      [`${iam}class S { void f(Optional<String> x) { x.get().addTo|Policy(y); } }`, undefined],
      [`${iam}class S { void f(Role x) { requireAll(x).addTo|Policy(y); } }`, undefined],
      [`${iam}class S { void f(Role x) { for (var r : List.of(x, "a")) r.addTo|Policy(y); } }`, undefined],
      [
        `${iam}class S { void f(Map<String, Role> x) { x.forEach((n, r) -> n.addTo|Policy(y)); } }`,
        undefined,
      ],
      [
        `${iam}class S { void f(Map<String, Role> x) { for (var e : x.entrySet()) e.getKey().addTo|Policy(y); } }`,
        undefined,
      ],
    ],
    "what is inherited": [
      [`${iam}class S extends Role { void f() { addTo|Policy(y); } }`, "method aws_iam.Role.addToPolicy"],
      [
        `${iam}class S extends Role { void f() { super.addTo|Policy(y); } }`,
        "method aws_iam.Role.addToPolicy",
      ],
      [
        `${iam}class S extends Role { void addToPolicy(Object y) {} void f() { addTo|Policy(y); } }`,
        undefined,
      ],
      [`${iam}class S extends Other { void f() { addTo|Policy(y); } }`, undefined],
      [`${iam}class S extends Role { void f() { Ro|le.Builder.create(a, "b"); } }`, "construct aws_iam.Role"],
    ],
    "a class of a module that is known by its name": [
      [
        `import software.amazon.awscdk.services.lambda.*;\n${iam}class S { void f() { Function f = Function.Builder.create(this, "F").build(); f.getRole().addManaged|Policy(x); } }`,
        "method aws_iam.IIdentity.addManagedPolicy",
      ],
      [
        `import software.amazon.awscdk.services.lambda.*;\n${iam}class Function {} class S { void f() { Function f = Function.Builder.create(this, "F").build(); f.getRole().addManaged|Policy(x); } }`,
        undefined,
      ],
      [
        `${iam}class S { void f() { Function f = Function.Builder.create(this, "F").build(); f.getRole().addManaged|Policy(x); } }`,
        undefined,
      ],
      [
        `import software.amazon.awscdk.services.lambda.*;\n${iam}class S { void f() { Function f = new Function(this, "F"); f.getRole().addManaged|Policy(x); } }`,
        "method aws_iam.IIdentity.addManagedPolicy",
      ],
      [
        `import software.amazon.awscdk.services.logs.ILogGroup;\nclass S { void f(ILogGroup g) { g.addToResource|Policy(x); } }`,
        "method aws_iam.IResourceWithPolicyV2.addToResourcePolicy",
      ],
      [
        `import software.amazon.awscdk.services.logs.ILogGroup;\nclass S { void f(Other g) { g.addToResource|Policy(x); } }`,
        undefined,
      ],
    ],
    "maps of other kinds": [
      [
        `${iam}class S { void f() { PolicyStatement.Builder.create().conditions(java.util.Map.of("StringEquals", java.util.Map.of("aws:PrincipalOrg|ID", "x"))).build(); } }`,
        "policyKey Statement/0/Condition/StringEquals/aws:PrincipalOrgID",
      ],
      [
        `${iam}class S { void f() { PolicyStatement.Builder.create().conditions(java.util.Mop.of("String|Equals", "x")).build(); } }`,
        undefined,
      ],
      [
        `${iam}class S { Object x = Map.of("Version", "2012-10-17", "Statement", List.of(Map.of("Effect", "Allow", "Act|ion", "sts:AssumeRole"))); }`,
        "policyKey Statement/0/Action",
      ],
      [
        `${iam}class S { Object x = Map.of("Statement", List.of(Map.of("Action", List.of("sts:Assume|Role")))); }`,
        "policyValue Statement/0/Action/0",
      ],
      [`${iam}class S { Object x = Map.of("Statement", "Act|ion"); }`, undefined],
      [`${iam}class S { Object x = List.of(Map.of("Effect", "Allow", "Act|ion", "x")); }`, undefined],
      [
        `${iam}class S { void f() { PolicyStatement.Builder.create().conditions(Map.ofEntries(Map.entry("StringEquals", Map.of("aws:PrincipalOrg|ID", "x")))).build(); } }`,
        "policyKey Statement/0/Condition/StringEquals/aws:PrincipalOrgID",
      ],
      [
        `${iam}class S { void f() { PolicyStatement.Builder.create().conditions(new HashMap<>() {{ put("StringEquals", Map.of("aws:PrincipalOrg|ID", "x")); }}).build(); } }`,
        "policyKey Statement/0/Condition/StringEquals/aws:PrincipalOrgID",
      ],
      [
        `${iam}class S { void f() { PolicyStatement.Builder.create().conditions(new HashMap<>() {{ put("String|Equals", Map.of("aws:PrincipalOrgID", "x")); }}).build(); } }`,
        "policyKey Statement/0/Condition/StringEquals",
      ],
    ],
  });
});

describe("cdk: types in C#", () => {
  const iam = "using Amazon.CDK.AWS.IAM;\n";
  const ecs = `using Amazon.CDK.AWS.EC2;\nusing Amazon.CDK.AWS.ECS;\n${iam}`;
  const waf = "using Amazon.CDK.AWS.WAFv2;\n";
  const cognito = "using Amazon.CDK.AWS.Cognito;\n";
  check("csharp", {
    "a construct of a module that is known by its name": [
      [
        `${ecs}class S { void F() { var t = new TaskDefinition(this, name); t.TaskRole.AddManaged|Policy(x); } }`,
        "method aws_iam.IIdentity.addManagedPolicy",
      ],
      [
        `${ecs}class S { void F(Construct c) { var t = new TaskDefinition(c, $"{id}Task"); G(t.ExecutionRole?.Role|Arn); } }`,
        "member aws_iam.IRole.roleArn",
      ],
      [
        `${ecs}class S { void F() { G(new TaskDefinition(this, name)); } void G(TaskDefinition t) { t.TaskRole.AddManaged|Policy(x); } }`,
        "method aws_iam.IIdentity.addManagedPolicy",
      ],
      [`${ecs}class S { void G(TaskDefinition t) { t.TaskRole.Role|Arn; } }`, undefined],
      [
        `${ecs}class S { void F() { var t = new Settings(name, value); t.TaskRole.AddManaged|Policy(x); } }`,
        undefined,
      ],
      [
        `${iam}class S { void F() { var t = new TaskDefinition(this, name); t.TaskRole.AddManaged|Policy(x); } }`,
        undefined,
      ],
      [
        `${ecs}class TaskDefinition {} class S { void F() { var t = new TaskDefinition(this, name); t.TaskRole.AddManaged|Policy(x); } }`,
        undefined,
      ],
      [`${ecs}class S { void F() { var t = new TaskDefinition(this, name); t.Task|Role; } }`, undefined],
    ],
    "a statement of a policy or of something else": [
      [
        `${iam}class S { object x = new { State|ment = new[] { new { Effect = "Allow" } } }; }`,
        "policyKey Statement",
      ],
      [
        `${waf}class S { object x = new RuleProperty { Name = "One", State|ment = new StatementProperty { } }; }`,
        undefined,
      ],
    ],
    "what has which type": [
      [
        `${iam}record P(Role R); class S { void F(P p) { p.R.AddTo|Policy(x); } }`,
        "method aws_iam.Role.addToPolicy",
      ],
      [`${iam}class S { void F(List<IRole> x) { x.First().Gra|nt(a); } }`, "method aws_iam.IRole.grant"],
      [
        `${iam}class S { void F(Dictionary<string, IRole> x) { x["a"].Gra|nt(a); } }`,
        "method aws_iam.IRole.grant",
      ],
      [
        `${iam}class S { void F(object o) { if (o is Role r) { r.AddTo|Policy(a); } } }`,
        "method aws_iam.Role.addToPolicy",
      ],
      [`${iam}class S { void F(object o) { if (o is not Ro|le) { } } }`, "construct aws_iam.Role"],
      [
        `${cognito}class S { static T Make<T>() where T : UserPo|ol => null; }`,
        "construct aws_cognito.UserPool",
      ],
      [
        `using cognito = Amazon.CDK.AWS.Cognito;\nclass S { void F() { new cognito::UserPool(this, "x", new cognito::UserPoolProps { M|fa = cognito::Mfa.OFF }); } }`,
        "prop aws_cognito.UserPoolProps.mfa",
      ],
      [
        `${cognito}class S { void F() { x = new global::Amazon.CDK.AWS.Cognito.User|Pool(this, "x"); } }`,
        "construct aws_cognito.UserPool",
      ],
      [`${iam}class S { void F(object o) { if (o is not null) { o.AddTo|Policy(a); } } }`, undefined],
    ],
    "what is held by another": [
      [
        `${iam}class S { void F(Dictionary<string, Role> x) { if (x.TryGetValue("a", out Role r)) r.AddTo|Policy(y); } }`,
        "method aws_iam.Role.addToPolicy",
      ],
      [
        `${iam}class S { void F(Dictionary<string, Role> x) { if (x.TryGetValue("a", out Ro|le r)) r.AddToPolicy(y); } }`,
        "construct aws_iam.Role",
      ],
      [
        `${iam}class S { void F(Dictionary<string, Role> x) { if (x.TryGetValue("a", out var r)) r.AddTo|Policy(y); } }`,
        "method aws_iam.Role.addToPolicy",
      ],
      [
        `${iam}class S { void F(Dictionary<string, Role> x) { foreach (var (n, r) in x) r.AddTo|Policy(y); } }`,
        "method aws_iam.Role.addToPolicy",
      ],
      [
        `${iam}class S { void F(Dictionary<string, Role> x) { foreach (var e in x) e.Value.AddTo|Policy(y); } }`,
        "method aws_iam.Role.addToPolicy",
      ],
      [
        `${iam}class S { void F(Dictionary<string, Role> x) { foreach (var r in x.Values) r.AddTo|Policy(y); } }`,
        "method aws_iam.Role.addToPolicy",
      ],
      [
        `${iam}class S { void F(Dictionary<string, Role> x) { foreach (var (n, r) in x) n.AddTo|Policy(y); } }`,
        undefined,
      ],
      [
        `${iam}class S { void F(Dictionary<string, Role> x) { if (x.TryGetValue("a", out string r)) r.AddTo|Policy(y); } }`,
        undefined,
      ],
      [
        `${iam}class S { void F(Dictionary<string, Role> x) { foreach (var e in x) e.Key.AddTo|Policy(y); } }`,
        undefined,
      ],
      [`${iam}class S { void F(Other x) { Find("a", out var r); r.AddTo|Policy(y); } }`, undefined],
    ],
    "what is inherited": [
      [`${iam}class S : Role { void F() { AddTo|Policy(y); } }`, "method aws_iam.Role.addToPolicy"],
      [`${iam}class S : Role { void F() { base.AddTo|Policy(y); } }`, "method aws_iam.Role.addToPolicy"],
      [
        `${iam}class S : Role { S(Construct c) : base(c, "S", new RoleProps { Role|Name = "x" }) { } }`,
        "prop aws_iam.RoleProps.roleName",
      ],
      [
        `${iam}class S : Role { S(Construct c) : base(c, "S", new() { Role|Name = "x" }) { } }`,
        "prop aws_iam.RoleProps.roleName",
      ],
      [`${iam}class S : Role { void AddToPolicy(object y) { } void F() { AddTo|Policy(y); } }`, undefined],
      [`${iam}class S : Other { void F() { base.AddTo|Policy(y); } }`, undefined],
      [`${iam}class S : Other { S(Construct c) : base(c, "S", new() { Role|Name = "x" }) { } }`, undefined],
    ],
    "what is written without its type": [
      [
        `${iam}class S { void F() { var p = props with { Role|Name = "x" }; } RoleProps props; }`,
        "prop aws_iam.RoleProps.roleName",
      ],
      [
        `${iam}class S { void F() { new Role(this, "R", new RoleProps { InlinePolicies = new Dictionary<string, PolicyDocument> { { "a", new(new() { State|ments = new[] { x } }) } } }); } }`,
        "prop aws_iam.PolicyDocumentProps.statements",
      ],
      [
        `${iam}class S { void F() { role.AddToPolicy(new(new() { Effect = Effect.ALLOW, Act|ions = new string[] { "sts:AssumeRole" } })); } Role role; }`,
        "prop aws_iam.PolicyStatementProps.actions",
      ],
      [
        `using static Amazon.CDK.AWS.Cognito.Mfa;\nclass S { object x = REQ|UIRED; }`,
        "member aws_cognito.Mfa.REQUIRED",
      ],
      [
        `using static Amazon.CDK.AWS.IAM.ManagedPolicy;\nclass S { object x = FromAwsManaged|PolicyName("ReadOnlyAccess"); }`,
        "method aws_iam.ManagedPolicy.fromAwsManagedPolicyName",
      ],
      [`${iam}class S { void F() { var p = other with { Role|Name = "x" }; } }`, undefined],
    ],
  });
});

describe("cdk: types in Go", () => {
  const iam = 'package m\nimport "github.com/aws/aws-cdk-go/awscdk/v2/awsiam"\n';
  check("go", {
    "what has which type": [
      [`${iam}type T interface {\n Role() awsiam.IRo|le\n Other\n}`, "construct aws_iam.IRole"],
      [
        `${iam}type T interface {\n Attach(p awsiam.IManaged|Policy, x ...*string) (awsiam.Grant, error)\n}`,
        "construct aws_iam.IManagedPolicy",
      ],
      [
        `${iam}type T interface {\n Attach(p awsiam.IManagedPolicy, x ...*string) (awsiam.Gra|nt, error)\n}`,
        "construct aws_iam.Grant",
      ],
      [`${iam}func f(x string) (role awsiam.IRo|le, err error) {\n}`, "construct aws_iam.IRole"],
      [`${iam}func f(x string) (awsiam.IRo|le, error) {\n}`, "construct aws_iam.IRole"],
      [
        `${iam}func f(x string) (role awsiam.IRole, err error) {\n role.Gra|nt(x)\n}`,
        "method aws_iam.IRole.grant",
      ],
      [
        `${iam}func g() {\n r, err := f()\n r.Gra|nt(x)\n}\nfunc f() (awsiam.IRole, error) {\n}`,
        "method aws_iam.IRole.grant",
      ],
      [`${iam}func f(x func(r awsiam.IRo|le) awsiam.Grant) {\n}`, "construct aws_iam.IRole"],
      [`${iam}type F func(r awsiam.IRole) awsiam.Gra|nt`, "construct aws_iam.Grant"],
      [`${iam}var x = struct{ Role awsiam.IRo|le }{}`, "construct aws_iam.IRole"],
      [
        `${iam}type T struct {\n In struct {\n  Role awsiam.IRo|le\n }\n M map[string]awsiam.IRole\n}`,
        "construct aws_iam.IRole",
      ],
      [
        `${iam}type T struct {\n In struct {\n  Role awsiam.IRole\n }\n}\nfunc f(t T) { t.In.Role.Gra|nt(x) }`,
        "method aws_iam.IRole.grant",
      ],
      [`${iam}func f(t map[awsiam.IRole]chan awsiam.IU|ser) { }`, "construct aws_iam.IUser"],
      [
        `${iam}func f(t map[string]awsiam.IRole) { for _, r := range t { r.Gra|nt(x) } }`,
        "method aws_iam.IRole.grant",
      ],
      [`${iam}func f(t map[string]awsiam.IRole) { t["a"].Gra|nt(x) }`, "method aws_iam.IRole.grant"],
      [
        `${iam}type R interface { Role() awsiam.IRole }\nfunc f(t R) { t.Role().Gra|nt(x) }`,
        "method aws_iam.IRole.grant",
      ],
      [`${iam}func f[T awsiam.IGran|table](t T) { }`, "construct aws_iam.IGrantable"],
      [
        `${iam}func f(t ...awsiam.IRole) { for i, r := range t { r.Gra|nt(x) } }`,
        "method aws_iam.IRole.grant",
      ],
      [
        `${iam}func f() {\n var roles []awsiam.IRole\n roles = append(roles, awsiam.NewRole(a, b, nil))\n roles[0].Gra|nt(x) }`,
        "method aws_iam.IRole.grant",
      ],
      [`${iam}func f() {\n roles := make(map[string]awsiam.IRo|le) }`, "construct aws_iam.IRole"],
      [
        `${iam}func f() {\n m := map[string]*awsiam.RoleProps{ "a": { RoleNa|me: x } } }`,
        "prop aws_iam.RoleProps.roleName",
      ],
      [
        `${iam}var rs = []struct{ n string; p awsiam.RoleProps }{ { n: "x", p: awsiam.RoleProps{ RoleNa|me: x } } }`,
        "prop aws_iam.RoleProps.roleName",
      ],
      [
        `${iam}type Role = awsiam.Role\nfunc f(r Role) { r.AddTo|Policy(y) }`,
        "method aws_iam.Role.addToPolicy",
      ],
      [`${iam}func f() { awsiam.NewRole_Over|ride(r, s, x, nil) }`, "construct aws_iam.Role"],
      [`${iam}func f(a, b awsiam.IRole) { a.Gra|nt(x) }`, "method aws_iam.IRole.grant"],
      [
        `${iam}func f() { function := awsiam.NewRole(s, x, nil); function.AddTo|Policy(y) }`,
        "method aws_iam.Role.addToPolicy",
      ],
      [
        `${iam}func f() {\n a, b := awsiam.NewRole(s, x, nil), awsiam.NewUser(s, x, nil)\n b.AddTo|Group(a) }`,
        "method aws_iam.User.addToGroup",
      ],
      [
        `${iam}func f() {\n a, b := awsiam.NewRole(s, x, nil), awsiam.NewUser(s, x, nil)\n a.AddTo|Policy(b) }`,
        "method aws_iam.Role.addToPolicy",
      ],
      [
        `${iam}func f() {\n a, b := x, &awsiam.RoleProps{ Role|Name: y } }`,
        "prop aws_iam.RoleProps.roleName",
      ],
      [`${iam}func f() {\n a, b := awsiam.NewRole(s, x, nil), other(s)\n b.AddTo|Policy(a) }`, undefined],
      [`${iam}func f(a, b awsiam.IRole, c string) { c.Gra|nt(x) }`, undefined],
      [`${iam}func f(t []awsiam.IRole) { for r := range t { r.Gra|nt(x) } }`, undefined],
    ],
  });
});
