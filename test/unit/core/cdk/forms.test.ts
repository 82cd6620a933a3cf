import assert from "node:assert/strict";
import type { CdkLanguage } from "../../../../src/core/types.ts";
import { located, plainModel } from "./support.ts";

/** One role in the many forms that a language has for it: each must come to the same resource. */
const ROLE = {
  AssumeRolePolicyDocument: {
    Statement: [
      { Action: "sts:AssumeRole", Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" } },
    ],
    Version: "2012-10-17",
  },
  Policies: [
    {
      PolicyDocument: {
        Statement: [
          {
            Action: ["s3:GetObject", "s3:PutObject"],
            Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } },
            Effect: "Allow",
            Resource: "*",
          },
        ],
        Version: "2012-10-17",
      },
      PolicyName: "files",
    },
  ],
  RoleName: "reader",
};

const JAVA = "import software.amazon.awscdk.services.iam.*;\nclass S extends Stack { void f() {\n";
const CSHARP = "using Amazon.CDK.AWS.IAM;\nclass S : Stack { void F() {\n";
const GO =
  'package m\nimport (\n"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"\n"github.com/aws/jsii-runtime-go"\n)\nfunc f() {\n';

const PYTHON = "from aws_cdk import aws_iam as iam\nclass S(Stack):\n  def __init__(self):\n";

const FORMS: Partial<Record<CdkLanguage, readonly string[]>> = {
  python: [
    `${PYTHON}    role = iam.Role(self, "R", role_name="reader",
      assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"),
      inline_policies={"files": iam.PolicyDocument(statements=[iam.PolicyStatement(
        actions=["s3:GetObject", "s3:PutObject"], resources=["*"],
        conditions={"StringEquals": {"aws:PrincipalOrgID": "o-1"}})])})`,
    `${PYTHON}    statement = iam.PolicyStatement(effect=iam.Effect.ALLOW)
    statement.add_actions("s3:GetObject", "s3:PutObject")
    statement.add_resources("*")
    statement.add_condition(key="StringEquals", value={"aws:PrincipalOrgID": "o-1"})
    role = iam.Role(scope=self, id="R", role_name="reader",
      assumed_by=iam.ServicePrincipal(service="lambda.amazonaws.com"),
      inline_policies=dict(files=iam.PolicyDocument(statements=[statement])))`,
  ],
  java: [
    `${JAVA}Role role = Role.Builder.create(this, "R")
  .roleName("reader")
  .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
  .inlinePolicies(Map.of("files", PolicyDocument.Builder.create()
    .statements(List.of(PolicyStatement.Builder.create()
      .actions(List.of("s3:GetObject", "s3:PutObject"))
      .resources(List.of("*"))
      .conditions(Map.of("StringEquals", Map.of("aws:PrincipalOrgID", "o-1")))
      .build()))
    .build()))
  .build(); }}`,
    `${JAVA}Role role = new Role(this, "R", RoleProps.builder().roleName("reader")
  .assumedBy(ServicePrincipal.Builder.create("lambda.amazonaws.com").build())
  .inlinePolicies(Collections.singletonMap("files", new PolicyDocument(PolicyDocumentProps.builder()
    .statements(Arrays.asList(new PolicyStatement[] { new PolicyStatement(PolicyStatementProps.builder()
      .effect(Effect.ALLOW)
      .actions(Arrays.asList("s3:GetObject", "s3:PutObject"))
      .resources(Collections.singletonList("*"))
      .conditions(Map.ofEntries(Map.entry("StringEquals", Map.of("aws:PrincipalOrgID", "o-1"))))
      .build()) })).build())))
  .build()); }}`,
    `${JAVA}var statement = new PolicyStatement();
statement.addActions("s3:GetObject", "s3:PutObject");
statement.addResources("*");
statement.addCondition("StringEquals", new HashMap<>() {{ put("aws:PrincipalOrgID", "o-1"); }});
var files = PolicyDocument.Builder.create().statements(List.of(statement)).build();
var role = (Role) Role.Builder.create(this, "R").roleName("reader")
  .assumedBy(service()).inlinePolicies(Map.of("files", files)).build(); }
ServicePrincipal service() { return new ServicePrincipal("lambda.amazonaws.com"); } }`,
    `${JAVA}Role.Builder builder = Role.Builder.create(this, "role");
builder.roleName("reader");
builder.assumedBy(new ServicePrincipal("lambda.amazonaws.com"));
PolicyStatement.Builder statement = PolicyStatement.Builder.create().resources(List.of("*"));
statement.actions(List.of("s3:GetObject", "s3:PutObject"))
  .conditions(Map.of("StringEquals", Map.of("aws:PrincipalOrgID", "o-1")));
builder.inlinePolicies(Map.of("files", PolicyDocument.Builder.create().statements(List.of(statement.build())).build()));
Role role = builder.build(); }}`,
  ],
  csharp: [
    `${CSHARP}var role = new Role(this, "R", new RoleProps {
  RoleName = "reader",
  AssumedBy = new ServicePrincipal("lambda.amazonaws.com"),
  InlinePolicies = new Dictionary<string, PolicyDocument> { ["files"] = new PolicyDocument(new PolicyDocumentProps {
    Statements = new[] { new PolicyStatement(new PolicyStatementProps {
      Actions = new[] { "s3:GetObject", "s3:PutObject" },
      Resources = new[] { "*" },
      Conditions = new Dictionary<string, object> {
        ["StringEquals"] = new Dictionary<string, string> { ["aws:PrincipalOrgID"] = "o-1" } },
    }) },
  }) },
}); }}`,
    `${CSHARP}Role role = new(this, "R", new() {
  RoleName = "reader",
  AssumedBy = new ServicePrincipal("lambda.amazonaws.com"),
  InlinePolicies = new Dictionary<string, PolicyDocument> { { "files", new PolicyDocument(new PolicyDocumentProps {
    Statements = new PolicyStatement[] { new PolicyStatement(new PolicyStatementProps {
      Effect = Effect.ALLOW,
      Actions = new string[] { "s3:GetObject", "s3:PutObject" },
      Resources = ["*"],
      Conditions = new Dictionary<string, object> {
        { "StringEquals", new Dictionary<string, string> { { "aws:PrincipalOrgID", "o-1" } } } },
    }) },
  }) } },
}); }}`,
    `${CSHARP}var statement = new PolicyStatement();
statement.AddActions("s3:GetObject", "s3:PutObject");
statement.AddResources("*");
statement.AddCondition("StringEquals", new Dictionary<string, string> { ["aws:PrincipalOrgID"] = "o-1" });
var files = new PolicyDocument(new PolicyDocumentProps { Statements = [statement] });
Role role = new Role(scope: this, id: "R", props: new RoleProps {
  RoleName = Name, AssumedBy = Service(), InlinePolicies = new Dictionary<string, PolicyDocument> { ["files"] = files } }); }
const string Name = "reader";
IPrincipal Service() => new ServicePrincipal("lambda.amazonaws.com"); }`,
  ],
  go: [
    `${GO}role := awsiam.NewRole(s, jsii.String("R"), &awsiam.RoleProps{
  RoleName: jsii.String("reader"),
  AssumedBy: awsiam.NewServicePrincipal(jsii.String("lambda.amazonaws.com"), nil),
  InlinePolicies: &map[string]awsiam.PolicyDocument{ "files": awsiam.NewPolicyDocument(&awsiam.PolicyDocumentProps{
    Statements: &[]awsiam.PolicyStatement{ awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{
      Actions: jsii.Strings("s3:GetObject", "s3:PutObject"),
      Resources: jsii.Strings("*"),
      Conditions: &map[string]interface{}{ "StringEquals": map[string]string{ "aws:PrincipalOrgID": "o-1" } },
    }) },
  }) },
})
}`,
    `${GO}statement := awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{
  Effect: awsiam.Effect_ALLOW,
  Actions: &[]*string{jsii.String("s3:GetObject"), aws.String("s3:PutObject")},
  Resources: &[]*string{ jsii.String("*") },
})
statement.AddCondition(jsii.String("StringEquals"), &map[string]*string{ "aws:PrincipalOrgID": jsii.String("o-1") })
props := &awsiam.RoleProps{
  RoleName: jsii.String(name),
  AssumedBy: service(),
  InlinePolicies: &map[string]awsiam.PolicyDocument{ "files": awsiam.NewPolicyDocument(&awsiam.PolicyDocumentProps{
    Statements: &[]awsiam.PolicyStatement{statement},
  }) },
}
var role = awsiam.NewRole(s, jsii.String("R"), props)
}
const name = "reader"
func service() awsiam.IPrincipal { return awsiam.NewServicePrincipal(jsii.String("lambda.amazonaws.com"), nil) }`,
  ],
};

describe("cdk: one role in many forms", () => {
  for (const [language, forms] of Object.entries(FORMS))
    for (const [i, text] of forms.entries())
      it(`${language} ${i + 1}`, () => {
        const found = located(text, language as CdkLanguage);
        assert.ok(found);
        assert.deepEqual(plainModel(found).role, ROLE);
      });
});

/** Conditions whose keys are put together: what isn't known stands as `${...}`, and no condition is lost. */
const KEYS: readonly (readonly [CdkLanguage, text: string])[] = [
  [
    "typescript",
    "import * as iam from 'aws-cdk-lib/aws-iam';\nconst role = new iam.Role(this, 'R', { assumedBy: new iam.WebIdentityPrincipal('p', { StringEquals: { [`${issuer}:sub`]: 'me' } }) });",
  ],
  [
    "python",
    "from aws_cdk import aws_iam as iam\nrole = iam.Role(self, 'R', assumed_by=iam.WebIdentityPrincipal('p', {'StringEquals': {f'{issuer}:sub': 'me'}}))",
  ],
  [
    "java",
    `${JAVA}Role role = Role.Builder.create(this, "R").assumedBy(new WebIdentityPrincipal("p", Map.of("StringEquals", Map.of(issuer + ":sub", "me")))).build(); }}`,
  ],
  [
    "csharp",
    `${CSHARP}var role = new Role(this, "R", new RoleProps { AssumedBy = new WebIdentityPrincipal("p", new Dictionary<string, object> { ["StringEquals"] = new Dictionary<string, object> { [$"{issuer}:sub"] = "me" } }) }); }}`,
  ],
  [
    "go",
    `${GO} role := awsiam.NewRole(s, jsii.String("R"), &awsiam.RoleProps{ AssumedBy: awsiam.NewWebIdentityPrincipal(jsii.String("p"), &map[string]interface{}{ "StringEquals": map[string]string{ *issuer + ":sub": "me" } }) })\n}`,
  ],
];

describe("cdk: a condition's key that is put together", () => {
  for (const [language, text] of KEYS)
    it(language, () => {
      const found = located(text, language);
      assert.ok(found);
      assert.deepEqual(plainModel(found).role, {
        AssumeRolePolicyDocument: {
          Statement: [
            {
              Action: "sts:AssumeRoleWithWebIdentity",
              Condition: { StringEquals: { "${issuer}:sub": "me" } },
              Effect: "Allow",
              Principal: { Federated: "p" },
            },
          ],
          Version: "2012-10-17",
        },
      });
    });
});

describe("cdk: a principal's arguments by name", () => {
  it("may leave one out between others", () => {
    const found = located(
      `${PYTHON}    role = iam.Role(self, "R", assumed_by=iam.FederatedPrincipal("p", assume_role_action="sts:AssumeRoleWithSAML"))`,
      "python",
    );
    assert.ok(found);
    assert.deepEqual(plainModel(found).role, {
      AssumeRolePolicyDocument: {
        Statement: [{ Action: "sts:AssumeRoleWithSAML", Effect: "Allow", Principal: { Federated: "p" } }],
        Version: "2012-10-17",
      },
    });
  });
});
