import assert from "node:assert/strict";
import { hover } from "../../../support/explain.ts";

const at = (line: string) =>
  hover(
    "typescript",
    `import * as iam from "aws-cdk-lib/aws-iam";\nimport * as cognito from "aws-cdk-lib/aws-cognito";\n${line}`,
  );

const factOf = async (line: string, label: string) =>
  (await at(line))?.facts
    .find((line) => line.label === label)
    ?.text.map(({ text }) => text)
    .join("");

describe("CDK props", () => {
  it("are told by their own sentence, not by the CloudFormation property that they end up in", async () => {
    const found = await at(`new iam.Role(this, "R", { exter|nalIds: ["a"] })`);
    assert.match(found?.words.meaning ?? "", /external ID/);
    assert.doesNotMatch(found?.markdown ?? "", /2048/);
  });

  it("name their type without its module, and their default", async () => {
    assert.equal(await factOf(`new iam.Role(this, "R", { assumed|By: x })`, "Takes"), "IPrincipal, required");
    assert.equal(
      await factOf(`new cognito.UserPool(this, "P", { signIn|Aliases: {} })`, "Takes"),
      "SignInAliases, default { username: true }",
    );
  });

  const readingAt = async (line: string) => (await at(line))?.words.reading;

  it("say what they come to, where the source has other words for it than CloudFormation", async () => {
    const pool = (props: string) => `new cognito.UserPool(this, "P", { ${props} })`;
    assert.equal(
      await readingAt(pool("m|fa: cognito.Mfa.OFF")),
      "Nobody can use a second factor. This is the default.",
    );
    assert.equal(await readingAt(pool("selfSign|UpEnabled: true")), "Anyone can sign up.");
    assert.equal(await readingAt(pool("selfSign|UpEnabled: someFlag")), "");
    assert.equal(await readingAt(pool("signIn|Aliases: { email: true }")), "");
    assert.match(
      (await readingAt(
        `new iam.Role(this, "R", { assumed|By: new iam.ServicePrincipal("lambda.amazonaws.com") })`,
      )) ?? "",
      /service \(lambda\.amazonaws\.com\) may take this role's temporary credentials\.$/,
    );
  });

  it("of an L1 say what their value means", async () => {
    assert.equal(
      await readingAt(`new cognito.CfnUserPool(this, "P", { mfa|Configuration: "OFF" })`),
      "OFF: Nobody can use a second factor. This is the default.",
    );
  });

  it("of an L1 have the limits of the property", async () => {
    assert.match(
      (await factOf(`new iam.CfnRole(this, "R", { polic|ies: [] })`, "Limits")) ?? "",
      /10,240 characters/,
    );
  });
});

describe("A policy's statement in code", () => {
  const java = `import software.amazon.awscdk.services.iam.*;\nclass S { Object x = `;
  const csharp = `using Amazon.CDK.AWS.IAM;\nclass S { object x = `;
  const go = `package s\nimport awsiam "github.com/aws/aws-cdk-go/awscdk/v2/awsiam"\nvar x = `;
  const forms: Readonly<Record<string, readonly string[]>> = {
    typescript: [
      `import * as iam from "aws-cdk-lib/aws-iam";\nnew iam.Policy|Statement({ actions: ["s3:GetObject"], resources: ["*"] })`,
      `import * as iam from "aws-cdk-lib/aws-iam";\nnew iam.PolicyStatement({ act|ions: ["s3:GetObject"], resources: ["*"] })`,
      `import * as iam from "aws-cdk-lib/aws-iam";\nconst s = new iam.Policy|Statement({ resources: ["*"] }); s.addActions("s3:GetObject");`,
    ],
    javascript: [
      `const iam = require("aws-cdk-lib/aws-iam");\nnew iam.PolicyStatement({ actions: ["s3:GetObject"], re|sources: ["*"] })`,
    ],
    python: [
      `from aws_cdk import aws_iam as iam\niam.Policy|Statement(actions=["s3:GetObject"], resources=["*"])`,
      `from aws_cdk import aws_iam as iam\niam.PolicyStatement(eff|ect=iam.Effect.ALLOW, actions=["s3:GetObject"], resources=["*"])`,
    ],
    java: [
      `${java}Policy|Statement.Builder.create().actions(List.of("s3:GetObject")).resources(List.of("*")).build(); }`,
      `${java}PolicyStatement.Builder.create().act|ions(List.of("s3:GetObject")).resources(List.of("*")).build(); }`,
    ],
    csharp: [
      `${csharp}new Policy|Statement(new PolicyStatementProps { Actions = new[] { "s3:GetObject" }, Resources = new[] { "*" } }); }`,
      `${csharp}new PolicyStatement(new PolicyStatementProps { Actions = new[] { "s3:GetObject" }, Re|sources = new[] { "*" } }); }`,
    ],
    go: [
      `${go}awsiam.NewPolicy|Statement(&awsiam.PolicyStatementProps{ Actions: jsii.Strings("s3:GetObject"), Resources: jsii.Strings("*") })`,
      `${go}awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{ Act|ions: jsii.Strings("s3:GetObject"), Resources: jsii.Strings("*") })`,
    ],
  };
  for (const [language, texts] of Object.entries(forms))
    for (const text of texts)
      it(`is read where it is made: ${text}`, async () => {
        const found = await hover(language, text);
        assert.equal(found?.words.reading, "Allows s3:GetObject on every resource.");
      });

  const readingOf = async (line: string) => (await at(line))?.words.reading;

  it("is read at its effect, and where something is added to it", async () => {
    const made = (rest: string) => `const s = new iam.PolicyStatement({ ${rest} });`;
    const all = `actions: ["s3:GetObject"], resources: ["*"]`;
    const denies = "Denies s3:GetObject on every resource.";
    assert.equal(await readingOf(made(`effect: iam.Effect.DE|NY, ${all}`)), denies);
    assert.equal(
      await readingOf(`${made(`effect: iam.Effect.DENY, resources: ["*"]`)} s.add|Actions("s3:GetObject");`),
      denies,
    );
    assert.equal(await readingOf(`const effect = iam.Effect.DE|NY;`), "");
    const role = `const r = new iam.Role(this, "R", { assumedBy: x });`;
    assert.equal(await readingOf(`${role} ${made(all)} r.addTo|Policy(s);`), "");
  });

  it("that is made of a principal is read at the principal", async () => {
    const reading = await readingOf(
      `new iam.Role(this, "R", { assumedBy: new iam.Service|Principal("lambda.amazonaws.com") })`,
    );
    assert.match(reading ?? "", /service \(lambda\.amazonaws\.com\) may take this role's/);
    assert.equal(await readingOf(`use(new iam.Service|Principal("lambda.amazonaws.com"))`), "");
  });

  it("is not read before its actions are in sight", async () => {
    assert.equal(
      await readingOf(`const s = new iam.Policy|Statement({ resources: ["*"] }); addActionsTo(s);`),
      "",
    );
    assert.equal(await readingOf(`new iam.PolicyStatement({ re|sources: ["*"] })`), "");
  });

  it("says nothing of what stands beside it", async () => {
    const role = (rest: string) =>
      `new iam.Role(this, "R", { ${rest}, inlinePolicies: { p: new iam.PolicyDocument({ statements: [new iam.PolicyStatement({ actions: ["s3:GetObject"], resources: ["*"] })] }) } })`;
    assert.equal(await readingOf(role(`role|Name: "r"`)), "");
  });
});

describe("CDK names", () => {
  const forms = [
    ["python", `import aws_cdk.aws_cognito as cognito\ncognito.UserPool(self, "P", user_pool_|name="x")`],
    [
      "csharp",
      `using Amazon.CDK.AWS.Cognito;\nvar p = new UserPool(this, "P", new UserPoolProps { UserPool|Name = "x" });`,
    ],
    [
      "typescript",
      `import { UserPool } from "aws-cdk-lib/aws-cognito";\nnew UserPool(this, "P", { userPool|Name: "x" })`,
    ],
  ] as const;
  const titles = { python: "user_pool_name", csharp: "UserPoolName", typescript: "userPoolName" };
  for (const [language, text] of forms)
    it(`are those of the file's language: ${language}`, async () => {
      const found = await hover(language, text);
      assert.equal(found?.title, titles[language]);
      assert.equal(found?.about, "aws-cdk-lib.aws_cognito.UserPoolProps.userPoolName");
    });
  it("of methods too", async () => {
    const pool = `import aws_cdk.aws_cognito as cognito\npool = cognito.UserPool(self, "P")\npool.add_cl|ient("C")`;
    assert.equal((await hover("python", pool))?.title, "UserPool.add_client");
    const go = `package main\nimport "github.com/aws/aws-cdk-go/awscdk/v2/awsiam"\nvar r = awsiam.Role_From|RoleArn(s, jsii.String("R"), arn, nil)`;
    assert.equal((await hover("go", go))?.title, "Role.fromRoleArn");
  });
});

describe("CDK variables and what is read of them", () => {
  const meaningAt = async (read: string) =>
    (await at(`const pool = new cognito.UserPool(this, "P");\nconst id = ${read};`))?.words.meaning ?? "";

  it("differ: the resource, what Ref gives, an attribute", async () => {
    assert.equal(await meaningAt("po|ol.userPoolId"), "User pool declared in this file.");
    assert.match(await meaningAt("pool.userPool|Id"), /^Gives the user pool's id/);
    assert.match(await meaningAt("pool.userPool|Arn"), /^The user pool's ARN/);
  });
});

describe("CDK methods and members", () => {
  const role = `const role = new iam.Role(this, "R", { assumedBy: new iam.AccountPrincipal("111122223333") });\n`;

  it("say what they do to identity", async () => {
    const found = await at(`${role}role.grantAssume|Role(other)`);
    assert.match(found?.words.meaning ?? "", /The trust policy stays as it is/);
    assert.match(
      (await at("new cognito.UserPool(this, 'P', { accountRecovery: cognito.AccountRecovery.EMAIL_|ONLY })"))
        ?.words.meaning ?? "",
      /^A forgotten password is reset/,
    );
  });

  it("name what they give only where it is something to go on with", async () => {
    assert.equal(await factOf(`${role}role.grantAssume|Role(other)`, "Gives"), "Grant");
    assert.equal(await factOf(`${role}role.addTo|Policy(other)`, "Gives"), undefined);
  });
});

describe("CDK hovers", () => {
  it("answer up to the end of a word, and not at the next one", async () => {
    assert.equal((await at("new iam.Role|(this);"))?.over, "Role");
    assert.equal(await at("new iam.Role(|this);"), undefined);
  });
});

describe("principals in CDK strings", () => {
  const assumedBy = (principal: string) => at(`new iam.Role(this, "R", { assumedBy: ${principal} })`);

  it("are told by the class that takes them", async () => {
    const pools = await assumedBy('new iam.WebIdentityPrincipal("cognito-iden|tity.amazonaws.com")');
    assert.match(pools?.words.meaning ?? "", /^Users of the identity provider/);
    const service = await assumedBy('new iam.ServicePrincipal("cognito-i|dp.amazonaws.com")');
    assert.match(service?.words.meaning ?? "", /service/);
    const account = await assumedBy('new iam.AccountPrincipal("1111|22223333")');
    assert.match(account?.words.meaning ?? "", /^Any principal of account 1111-2222-3333/);
    const arn = await assumedBy('new iam.ArnPrincipal("arn:aws:iam::1111|22223333:role/ci")');
    assert.equal(arn?.words.meaning, "The role ci of account 1111-2222-3333.");
    const anyone = await assumedBy('new iam.ArnPrincipal("*|")');
    assert.equal(anyone?.words.meaning, "Everyone.");
    const skill = await assumedBy('new iam.ServicePrincipal("alexa-app|kit.amazon.com")');
    assert.match(skill?.words.meaning ?? "", /Alexa Skills Kit/);
    const organisation = await assumedBy('new iam.OrganizationPrincipal("o-a1b2|c3d4e5")');
    assert.match(organisation?.words.meaning ?? "", /the caller's organization is o-a1b2c3d4e5/);
    assert.equal(await assumedBy('new iam.ServicePrincipal("o-a1b2|c3d4e5")'), undefined);
  });

  it("and other arguments are the same by name in Python", async () => {
    const python = (line: string) => hover("python", `from aws_cdk import aws_iam as iam\n${line}`);
    for (const [line, about] of [
      [
        'iam.ManagedPolicy.from_aws_managed_policy_name(managed_policy_name="Read|OnlyAccess")',
        "arn:aws:iam::aws:policy/ReadOnlyAccess",
      ],
      ['iam.AccountPrincipal(account_id="1111|22223333")', "111122223333"],
      [
        'iam.FederatedPrincipal(federated="token.ac|tions.githubusercontent.com")',
        "token.actions.githubusercontent.com",
      ],
      ['iam.AccountPrincipal(other="1111|22223333")', undefined],
      ['print(managed_policy_name="Read|OnlyAccess")', undefined],
    ] as const)
      assert.equal((await python(line))?.about, about, line);
  });

  it("are none in other strings", async () => {
    assert.equal(await at('const id = "1111|22223333"'), undefined);
  });

  it("stand alone only where AWS knows them: the rest may be addresses", async () => {
    assert.match((await at('const who = "logging.s3.am|azonaws.com"'))?.words.meaning ?? "", /S3/);
    for (const address of ["bucket.s3.am|azonaws.com", "1.dkr.ecr.eu-west-1.am|azonaws.com"])
      assert.equal(await at(`const address = "${address}"`), undefined);
    const site = "{ DNSName: `s3-website.${this.re|gion}.amazonaws.com` }";
    assert.equal(await at(`const expected = ${site};`), undefined);
    const own = await at('new iam.ServicePrincipal("indexing.s3vectors.am|azonaws.com")');
    assert.match(own?.words.meaning ?? "", /service/);
  });
});

describe("names in CDK strings", () => {
  it("are types of identity resources in what a test expects, not those of other services", async () => {
    const found = await at("template.resourceCountIs('AWS::IAM::Ro|le', 1);");
    assert.equal(found?.about, "AWS::IAM::Role");
    assert.equal(await at("template.resourceCountIs('AWS::S3::Buc|ket', 1);"), undefined);
    assert.equal(await at("template.resourceCountIs('AWS::IAM::Ro|les', 1);"), undefined);
  });

  it("are claims of a token, not the tags of images", async () => {
    const place = (text: string) => at(`new iam.Policy(this, "${text}")`);
    assert.equal((await place("accounts.google.com:a|ud"))?.kind, "conditionKey");
    assert.equal((await place("oidc.eks.eu-west-1.amazonaws.com/id/1A:s|ub"))?.kind, "conditionKey");
    assert.equal(await place("public.ecr.aws/nginx/nginx:late|st"), undefined);
    const policy = (key: string) =>
      at(`iam.PolicyDocument.fromJson({ Statement: [{ Condition: { StringEquals: { "${key}": "x" } } }] })`);
    assert.match((await policy("oidc.example.com/x:proj|ect"))?.words.meaning ?? "", /claim of the token/);
  });
});

describe("a text that looks like a service", () => {
  it("is one by its name, or in a principal's place", async () => {
    assert.match((await at('const s = "lambda.amazon|aws.com";'))?.words.meaning ?? "", /AWS Lambda/);
    const unknown =
      'new iam.Role(this, "R", { assumedBy: new iam.ServicePrincipal("new-thing.amazon|aws.com") })';
    assert.match((await at(unknown))?.words.meaning ?? "", /^The service new-thing/);
  });

  it("but isn't where it is a host", async () => {
    for (const host of [
      "bucket.s3.amazon|aws.com",
      "abc.execute-api.us-east-1.amazon|aws.com",
      "new-thing.amazon|aws.com",
    ])
      assert.equal(await at(`const s = "${host}";`), undefined, host);
  });
});
