import assert from "node:assert/strict";
import { hover } from "../../../support/explain.ts";

const TS = `import { Duration, aws_iam as iam, aws_cognito as cognito, aws_lambda as lambda } from "aws-cdk-lib";\n`;
const JAVA = `import software.amazon.awscdk.*;
import software.amazon.awscdk.services.iam.*;
class S { void f() { Role.Builder.create(this, "R")`;

/** The longest session of a role, as each language writes it. */
const ROLES = [
  ["typescript", `${TS}new iam.Role(this, "R", { maxSessionDuration: `, "Duration.hou|rs(12)", " });"],
  [
    "javascript",
    `const cdk = require("aws-cdk-lib");\nconst iam = require("aws-cdk-lib/aws-iam");\nnew iam.Role(this, "R", { maxSessionDuration: cdk.`,
    "Duration.hou|rs(12)",
    " });",
  ],
  [
    "python",
    "from aws_cdk import Duration, aws_iam as iam\niam.Role(self, 'R', max_session_duration=",
    "Duration.hours(1|2)",
    ")",
  ],
  ["java", `${JAVA}.maxSessionDuration(`, "Dur|ation.hours(12)", ").build(); } }"],
  [
    "csharp",
    `using Amazon.CDK;\nusing Amazon.CDK.AWS.IAM;\nclass S { void F() { new Role(this, "R", new RoleProps { MaxSessionDuration = `,
    "Duration.Hou|rs(12)",
    " }); } }",
  ],
  [
    "go",
    `import (\n\t"github.com/aws/aws-cdk-go/awscdk/v2"\n\t"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"\n)\nfunc f() {\n\tawsiam.NewRole(s, jsii.String("R"), &awsiam.RoleProps{MaxSessionDuration: awscdk.`,
    "Duration_Hou|rs(jsii.Number(12))",
    "})\n}",
  ],
] as const;

describe("a Duration that is given to a prop is told by it", () => {
  for (const [language, before, call, after] of ROLES)
    it(`${language}: ${call}`, async () => {
      const found = await hover(language, before + call + after);
      assert.equal(found?.about, "aws-cdk-lib.aws_iam.RoleProps.maxSessionDuration");
      assert.match(found.words.meaning, /longest session/);
      assert.equal(found.words.reading, "12 hours.");
      assert.equal(found.over, call.replace("|", ""));
    });

  it("says how long tokens and passwords are valid, nested props too", async () => {
    const token = await hover(
      "typescript",
      `${TS}pool.addClient("C");\nnew cognito.UserPoolClient(this, "C", { userPool, refreshTokenValidity: Duration.da|ys(30) });`,
    );
    assert.equal(token?.about, "aws-cdk-lib.aws_cognito.UserPoolClientOptions.refreshTokenValidity");
    assert.equal(token.words.reading, "30 days.");
    const password = await hover(
      "typescript",
      `${TS}new cognito.UserPool(this, "P", { passwordPolicy: { tempPasswordValidity: Duration.parse("P|T48H") } });`,
    );
    assert.equal(password?.about, "aws-cdk-lib.aws_cognito.PasswordPolicy.tempPasswordValidity");
    assert.equal(password.words.reading, "2 days.");
  });

  it("says it at the prop, through a variable too", async () => {
    const at = `${TS}const h = 8;\nconst longest = Duration.hours(h);\nnew iam.Role(this, "R", { maxSession|Duration: longest });`;
    assert.equal((await hover("typescript", at))?.words.reading, "8 hours.");
  });

  for (const elsewhere of [
    'new lambda.Function(this, "F", { timeout: Duration.min|utes(5) });',
    "const d = Duration.min|utes(5);",
    'new iam.Role(this, "R", { maxSessionDuration: Duration.hou|rs(props.h) });',
    'new iam.Role(this, "R", { description: Duration.hou|rs(1).toString() });',
  ])
    it(`silent: ${elsewhere}`, async () => {
      assert.equal(await hover("typescript", TS + elsewhere), undefined);
    });
});
