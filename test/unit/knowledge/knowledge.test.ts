import assert from "node:assert/strict";
import { createConcepts } from "../../../src/knowledge/concepts.ts";
import { createKnowledge } from "../../../src/knowledge/knowledge.ts";
import { loadFacts, loadKnowledge, loadNames, readPart } from "../../support/knowledge.ts";

describe("knowledge", () => {
  it("knows names before any part is read", () => {
    const { names } = loadKnowledge();
    assert.equal(names.isType("AWS::Cognito::UserPool"), true);
    assert.equal(names.isType("AWS::S3::Bucket"), false);
    assert.equal(names.isActionService("Cognito-IDP"), true);
    assert.equal(names.isActionService("nonsense"), false);
    assert.equal(names.isModule("aws-cdk-lib.aws_iam"), true);
    assert.equal(names.isModule("aws-cdk-lib.aws_s3"), false);
  });

  it("gives a promise the first time, then the facts at once", async () => {
    const knowledge = loadKnowledge();
    const first = knowledge.open(["types-IAM"]);
    assert.ok(first instanceof Promise);
    const facts = await first;
    assert.equal(knowledge.open(["types-IAM"]), facts);
    assert.equal(facts.resourceType("AWS::Cognito::UserPool"), undefined, "not read yet");
  });

  it("passes over a part that doesn't exist", () => {
    assert.ok(!(loadKnowledge().open(["types-S3", "cdk-constructor"]) instanceof Promise));
  });

  for (const [what, content] of [
    ["damaged", '{"types":{"AWS::IAM::Role":'],
    ["of another form", "[1,2]"],
    ["empty inside", '{"types":{"AWS::IAM::Role":{"properties":{"Path":5},"attributes":null}}}'],
  ] as const)
    it(`goes on without a part that is ${what}`, async () => {
      const log: string[] = [];
      const knowledge = createKnowledge({
        names: loadNames(),
        concepts: createConcepts(() => ({ concepts: [], terms: {}, words: [], searches: [] })),
        read: async (part) => (part === "types-IAM" ? JSON.parse(content) : readPart(part)),
        log: (message) => log.push(message),
      });
      const facts = await knowledge.open(["types-IAM", "types-Cognito", "types-IAM"]);
      assert.equal(facts.property("AWS::IAM::Role", ["Path", "Deeper"]), undefined);
      assert.deepEqual(facts.resourceType("AWS::IAM::Role")?.attributes ?? [], []);
      assert.ok(facts.resourceType("AWS::Cognito::UserPool"), "the other part works");
      await knowledge.open(["types-IAM"]);
      assert.equal(log.length, what === "empty inside" ? 0 : 1, "logged once");
      for (const message of log) assert.match(message, /types-IAM\.json/);
    });
});

describe("facts", () => {
  it("of types and properties, nested ones and those behind a map's key", async () => {
    const facts = await loadFacts();
    const pool = facts.resourceType("AWS::Cognito::UserPool");
    assert.ok(pool?.properties.includes("MfaConfiguration"));
    assert.ok(pool?.attributes.some(({ name }) => name === "ProviderURL"));
    assert.match(
      pool?.url ?? "",
      /^https:\/\/docs\.aws\.amazon\.com\/.*aws-resource-cognito-userpool\.html$/,
    );
    assert.equal(
      facts.property("AWS::Cognito::UserPool", ["Policies", "PasswordPolicy", "MinimumLength"])?.type,
      "Integer",
    );
    assert.deepEqual(facts.property("AWS::Cognito::UserPool", ["MfaConfiguration"])?.allowed, [
      "OFF",
      "ON",
      "OPTIONAL",
    ]);
    assert.equal(facts.property("AWS::IAM::Role", ["RoleName"])?.update, "replacement");
    assert.equal(facts.property("AWS::IAM::Role", ["Description"])?.update, "mutable");
    const mapping = "AWS::Cognito::IdentityPoolRoleAttachment";
    assert.ok(facts.property(mapping, ["RoleMappings", "AmbiguousRoleResolution"]));
    assert.ok(facts.property(mapping, ["RoleMappings", "cognito-provider", "AmbiguousRoleResolution"]));
    assert.equal(facts.property(mapping, ["RoleMappings", "a", "b"]), undefined);
    assert.equal(facts.property("AWS::IAM::Role", ["constructor"]), undefined);
    assert.equal(facts.resourceType("toString"), undefined);
  });

  it("of actions, in any case and by pattern, full in identity and by level elsewhere", async () => {
    const facts = await loadFacts();
    const assume = facts.action("STS:assumerole");
    assert.equal(assume?.action, "sts:AssumeRole");
    assert.equal(assume?.access, "Write");
    assert.ok(assume?.doc);
    assert.equal(facts.action("s3:GetObject")?.access, "Read");
    assert.equal(facts.action("s3:GetObject")?.doc, undefined);
    assert.equal(facts.action("sts:Nothing"), undefined);
    const admin = facts.actionsMatching("cognito-idp:Admin*") ?? [];
    assert.ok(admin.length > 20 && admin.every(({ action }) => action.startsWith("cognito-idp:Admin")));
    assert.equal(facts.actionsMatching("sts:AssumeRol?")?.length, 1);
    assert.deepEqual(facts.actionsMatching("sts:Nothing*"), []);
    assert.equal(facts.actionsMatching("nonsense:*"), undefined);
  });

  it("tell every property in words, and every action's access level", async () => {
    const facts = await loadFacts();
    const { types, services } = loadNames();
    const silent = (type: string, path: readonly string[], seen: readonly string[]): readonly string[] => {
      const property = facts.property(type, path);
      const own = property?.doc || property?.note ? [] : [[type, ...path].join(".")];
      const below = (property?.children ?? []).filter((name) => !seen.includes(name) && path.length < 4);
      return [...own, ...below.flatMap((name) => silent(type, [...path, name], [...seen, name]))];
    };
    const without = types.flatMap((type) =>
      (facts.resourceType(type)?.properties ?? []).flatMap((name) => silent(type, [name], [name])),
    );
    assert.deepEqual(without, []);
    const unknown = services
      .split(" ")
      .flatMap((service) => facts.actionsMatching(`${service}:*`) ?? [])
      .filter(({ access }) => access === "Unknown");
    assert.deepEqual(unknown, []);
    assert.equal(facts.action("sts:TagSession")?.access, "Tagging");
    assert.equal(facts.action("iam:AttachRolePolicy")?.access, "Permissions management");
  });

  it("of condition keys, whatever their case, with open ends and OIDC claims", async () => {
    const facts = await loadFacts();
    for (const key of [
      "aws:PrincipalOrgID",
      "AWS:principalorgid",
      "aws:PrincipalTag/Dept",
      "aws:RequestTag/x",
      "aws:ResourceTag/x",
      "iam:ResourceTag/x",
      "kms:EncryptionContext:x",
      "sts:ExternalId",
      "SAML:aud",
      "saml:sub_type",
      "cognito-identity.amazonaws.com:aud",
      "accounts.google.com:aud",
      "graph.facebook.com:app_id",
      "www.amazon.com:user_id",
      "token.actions.githubusercontent.com:sub",
      "oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF0123:sub",
      "oidc.eks.${Region}.amazonaws.com/id/${Id}:aud",
      "gitlab.example.com:sub",
      "app.terraform.io:sub",
      "aws:ViaCustomerDomain",
      "aws:SourceOwner",
      "codebuild:ProjectArn",
      "glue:RoleAssumedBy",
      "cloudwatch:namespace",
      "rds:DatabaseEngine",
      "secretsmanager:ResourceTag/App",
      "oidc.vercel.com:aud",
      "${Issuer}:sub",
      "api.pulumi.com/oidc:aud",
    ]) {
      const fact = facts.conditionKey(key);
      assert.ok(fact?.doc, key);
      assert.equal(fact?.key.toLowerCase(), key.toLowerCase());
    }
    assert.equal(facts.conditionKey("aws:principalorgid")?.key, "aws:PrincipalOrgID");
    assert.equal(facts.conditionKey("aws:PrincipalOrgID")?.global, true);
    const owner = facts.conditionKey("token.actions.githubusercontent.com:repository_owner")?.doc ?? "";
    assert.match(owner, /never holds/, "AWS takes `repository_owner_id`, not the name");
    for (const key of ["aws:ResourceAccount", "aws:ResourceOrgID"])
      assert.doesNotMatch(facts.conditionKey(key)?.doc ?? "", /following/, key);
    for (const key of ["nonsense", "aws:Nonsense", "just:text", "", "a:".repeat(100_000)])
      assert.equal(facts.conditionKey(key), undefined, key.slice(0, 20));
  });

  it("of service principals, in a Region's and in China's form too", async () => {
    const facts = await loadFacts();
    assert.equal(facts.servicePrincipal("lambda.amazonaws.com")?.service, "AWS Lambda");
    assert.ok(facts.servicePrincipal("states.us-east-1.amazonaws.com"));
    assert.match(
      facts.servicePrincipal("logs.${AWS::Region}.amazonaws.com")?.service ?? "",
      /CloudWatch Logs/,
    );
    assert.equal(facts.servicePrincipal("logs.${Stage}.amazonaws.com"), undefined);
    assert.ok(facts.servicePrincipal("ec2.amazonaws.com.cn"));
    assert.ok(facts.servicePrincipal("pods.eks.amazonaws.com"));
    // Named after the service that owns the principal, which its last label tells.
    for (const [principal, service] of [
      ["dynamodb.application-autoscaling.amazonaws.com", /Application Auto Scaling/],
      ["ebs.csi.eks.amazonaws.com", /Kubernetes/],
      ["events.workmail.amazonaws.com", /WorkMail/],
      ["replication.dynamodb.amazonaws.com", /DynamoDB/],
    ] as const)
      assert.match(facts.servicePrincipal(principal)?.service ?? "", service, principal);
    assert.equal(facts.servicePrincipal("nonsense.amazonaws.com"), undefined);
    assert.ok(facts.servicePrincipal("alexa-appkit.amazon.com"));
    for (const host of [
      "lambda.example.com",
      "glue.amazon.com",
      "bucket.s3.amazonaws.com",
      "1234.dkr.ecr.us-east-1.amazonaws.com",
    ])
      assert.equal(facts.servicePrincipal(host), undefined, host);
  });

  it("of managed policies by name, path and ARN", async () => {
    const facts = await loadFacts();
    const arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
    assert.equal(facts.managedPolicy(arn)?.name, "AWSLambdaBasicExecutionRole");
    assert.equal(facts.managedPolicy("service-role/AWSLambdaBasicExecutionRole")?.arn, arn);
    assert.equal(facts.managedPolicy("AWSLambdaBasicExecutionRole")?.arn, arn);
    assert.equal(
      facts.managedPolicy("arn:aws-cn:iam::aws:policy/AdministratorAccess")?.name,
      "AdministratorAccess",
    );
    assert.equal(
      facts.managedPolicy("arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole"),
      undefined,
      "wrong path",
    );
    assert.equal(facts.managedPolicy("arn:aws:iam::123456789012:policy/AdministratorAccess"), undefined);
    assert.equal(facts.managedPolicy("constructor"), undefined);
  });
});

describe("facts of the CDK", () => {
  it("constructs with the resource type and props they have", async () => {
    const facts = await loadFacts();
    const role = facts.construct("aws-cdk-lib.aws_iam.Role");
    assert.equal(role?.type, "AWS::IAM::Role");
    assert.equal(role?.props, "aws-cdk-lib.aws_iam.RoleProps");
    assert.ok(role?.doc && role.url?.endsWith("aws-cdk-lib.aws_iam.Role.html"));
    assert.equal(facts.construct("aws-cdk-lib.aws_iam.CfnRole")?.type, "AWS::IAM::Role");
    assert.equal(facts.construct("aws-cdk-lib.aws_iam.Nothing"), undefined);
    assert.ok(facts.construct("aws-cdk-lib.Duration")?.doc);
  });

  it("props with the CloudFormation property behind them, in L1, L2 and inherited", async () => {
    const facts = await loadFacts();
    const prop = (struct: string, name: string) => facts.prop(`aws-cdk-lib.${struct}`, name);
    assert.equal(prop("aws_iam.RoleProps", "assumedBy")?.cfn, "AWS::IAM::Role.AssumeRolePolicyDocument");
    assert.equal(prop("aws_iam.RoleProps", "assumedBy")?.required, true);
    assert.equal(
      prop("aws_iam.CfnRole.PolicyProperty", "policyName")?.cfn,
      "AWS::IAM::Role.Policies.PolicyName",
    );
    assert.equal(
      prop("aws_cognito.CfnUserPool.PasswordPolicyProperty", "minimumLength")?.cfn,
      "AWS::Cognito::UserPool.Policies.PasswordPolicy.MinimumLength",
    );
    assert.equal(
      prop("aws_cognito.PasswordPolicy", "minLength")?.cfn,
      "AWS::Cognito::UserPool.Policies.PasswordPolicy.MinimumLength",
    );
    assert.equal(
      prop("aws_cognito.UserPoolClientProps", "generateSecret")?.struct,
      "aws-cdk-lib.aws_cognito.UserPoolClientOptions",
    );
    assert.equal(
      prop("aws_cognito.UserPoolClientProps", "generateSecret")?.cfn,
      "AWS::Cognito::UserPoolClient.GenerateSecret",
    );
    assert.equal(prop("aws_iam.RoleProps", "nothing"), undefined);
  });

  it("methods, static values and enum members", async () => {
    const facts = await loadFacts();
    assert.equal(facts.member("aws-cdk-lib.aws_cognito.UserPool", "addClient")?.kind, "method");
    assert.equal(
      facts.member("aws-cdk-lib.aws_iam.ManagedPolicy", "fromAwsManagedPolicyName")?.kind,
      "static",
    );
    assert.equal(facts.member("aws-cdk-lib.aws_cognito.Mfa", "REQUIRED")?.kind, "member");
    assert.equal(facts.member("aws-cdk-lib.aws_cognito.OAuthScope", "OPENID")?.kind, "static");
    assert.equal(facts.member("aws-cdk-lib.aws_cognito.Mfa", "toString"), undefined);
  });
});
