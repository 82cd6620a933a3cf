import assert from "node:assert/strict";
import type { CdkLanguage } from "../../../../src/core/types.ts";
import { located, plainModel } from "./support.ts";

const imports: Readonly<Record<string, string>> = {
  typescript: `import { aws_cognito as cognito, aws_iam as iam } from "aws-cdk-lib";\n`,
  python: "from aws_cdk import aws_cognito as cognito, aws_iam as iam\n",
};

/** The properties of the file's resources, by their names. */
function model(language: CdkLanguage, text: string): Readonly<Record<string, unknown>> {
  const found = located((imports[language] ?? "") + text, language);
  return found ? plainModel(found) : {};
}

const statement = (action: unknown): unknown => ({ Action: action, Effect: "Allow", Resource: "*" });
const document = (...statements: unknown[]): unknown => ({ Statement: statements, Version: "2012-10-17" });

describe("cdk: values that are followed", () => {
  const policies: readonly (readonly [CdkLanguage, text: string, document: unknown])[] = [
    [
      "typescript",
      `const base = ["a:B"]; const p = new iam.Policy(this, "P", { statements: [new iam.PolicyStatement({ actions: [...base, "c:D"], resources: ["*"] })] });`,
      document(statement(["a:B", "c:D"])),
    ],
    [
      "python",
      `base = ["a:B"]\np = iam.Policy(self, "P", statements=[iam.PolicyStatement(actions=[*base, "c:D"], resources=["*"])])`,
      document(statement(["a:B", "c:D"])),
    ],
    [
      "typescript",
      `const read = () => new iam.PolicyStatement({ actions: ["a:B"], resources: ["*"] }); const p = new iam.Policy(this, "P", { statements: [read()] });`,
      document(statement("a:B")),
    ],
    [
      "typescript",
      `class S { private all() { return [new iam.PolicyStatement({ actions: ["a:B"], resources: ["*"] })]; } f() { const p = new iam.Policy(this, "P", { statements: this.all() }); } }`,
      document(statement("a:B")),
    ],
    [
      "typescript",
      `const props = () => ({ statements: [new iam.PolicyStatement({ actions: ["a:B"], resources: ["*"] })] }); const p = new iam.Policy(this, "P", props());`,
      document(statement("a:B")),
    ],
    [
      "python",
      `common = {"statements": [iam.PolicyStatement(actions=["a:B"], resources=["*"])]}\np = iam.Policy(self, "P", **common)`,
      document(statement("a:B")),
    ],
    [
      "typescript",
      `const ACTIONS = { read: ["a:B"] }; const p = new iam.Policy(this, "P", { statements: [new iam.PolicyStatement({ actions: ACTIONS.read, resources: ["*"] })] });`,
      document(statement("a:B")),
    ],
    [
      "typescript",
      `const p = new iam.Policy(this, "P", { statements: names.map((name) => new iam.PolicyStatement({ actions: ["a:B"], resources: ["*"] })) });`,
      document(statement("a:B")),
    ],
    // What isn't known is said to be unknown, never to be nothing.
    [
      "typescript",
      `const p = new iam.Policy(this, "P", { statements: props.statements });`,
      document("?props.statements"),
    ],
    ["typescript", `const p = new iam.Policy(this, "P", { statements: all() });`, document("?all()")],
    [
      "typescript",
      `function f(actions = ["a:B"]) { const p = new iam.Policy(this, "P", { statements: [new iam.PolicyStatement({ actions, resources: ["*"] })] }); }`,
      document(statement("?actions")),
    ],
    [
      "typescript",
      `const one = (x) => { if (x) return ["a:B"]; return ["c:D"]; }; const p = new iam.Policy(this, "P", { statements: [new iam.PolicyStatement({ actions: one(), resources: ["*"] })] });`,
      document(statement("?one()")),
    ],
  ];
  for (const [language, text, expected] of policies)
    it(`${language}: ${text}`, () => {
      const p = model(language, text).p as { PolicyDocument?: unknown } | undefined;
      assert.deepEqual(p?.PolicyDocument, expected);
    });

  const keys: readonly (readonly [text: string, conditions: unknown])[] = [
    ["const issuer = 'a.b'; f({ [`${issuer}:aud`]: 'x' });", { "a.b:aud": "x" }],
    ["function g(issuer) { f({ [`${issuer}:aud`]: 'x' }); }", { "${issuer}:aud": "x" }],
    ["function g(key) { f({ [key]: 'x' }); }", { "${key}": "x" }],
  ];
  for (const [text, expected] of keys)
    it(`keys: ${text}`, () => {
      const made = text.replace(
        /f\((.*?)\);/,
        `const r = new iam.Role(this, "R", { assumedBy: new iam.FederatedPrincipal("p", { StringEquals: $1 }) });`,
      );
      const { r } = model("typescript", made) as {
        r?: { AssumeRolePolicyDocument?: { Statement?: { Condition?: { StringEquals?: unknown } }[] } };
      };
      assert.deepEqual(r?.AssumeRolePolicyDocument?.Statement?.[0]?.Condition?.StringEquals, expected);
    });

  it("inline policies that aren't followed are unknown", () => {
    const text = `const r = new iam.Role(this, "R", { inlinePolicies: { ...more } }); const q = new iam.Role(this, "Q", { inlinePolicies: all() });`;
    const { r, q } = model("typescript", text) as Readonly<Record<string, { Policies?: unknown }>>;
    assert.deepEqual([r?.Policies, q?.Policies], [["?more"], ["?all()"]]);
  });

  it("a federated principal that is added brings its conditions", () => {
    const text = `const s = new iam.PolicyStatement({ actions: ["a:B"] }); s.addFederatedPrincipal("p", { StringEquals: { k: "v" } }); const p = new iam.Policy(this, "P", { statements: [s] });`;
    const { p } = model("typescript", text) as { p?: { PolicyDocument?: { Statement?: object[] } } };
    assert.deepEqual(p?.PolicyDocument?.Statement?.[0], {
      Action: "a:B",
      Effect: "Allow",
      Principal: { Federated: "p" },
      Condition: { StringEquals: { k: "v" } },
    });
  });

  it("an effect is written as the policy has it, in data too", () => {
    const text = `const s = iam.PolicyStatement.fromJson({ Effect: iam.Effect.DENY, Action: "a:B" }); const p = new iam.Policy(this, "P", { statements: [s] });`;
    const { p } = model("typescript", text) as { p?: { PolicyDocument?: { Statement?: object[] } } };
    assert.deepEqual(p?.PolicyDocument?.Statement?.[0], { Effect: "Deny", Action: "a:B" });
  });

  it("sign-up by an administrator only is the opposite of an expression that isn't followed", () => {
    const text = `const p = new cognito.UserPool(this, "P", { selfSignUpEnabled: props.open });`;
    const { p } = model("typescript", text) as { p?: { AdminCreateUserConfig?: object } };
    assert.deepEqual(p?.AdminCreateUserConfig, { AllowAdminCreateUserOnly: "?!(props.open)" });
  });

  it("props that a function gives in several forms are open: no default is sure", () => {
    const client = (props: string) =>
      Object.keys(
        model(
          "typescript",
          `const props = ${props}; const p = new cognito.UserPool(this, "P"); const c = p.addClient("C", props);`,
        ).c as object,
      );
    assert.ok(client(`(() => { if (x) return {}; return { oAuth: {} }; })()`).includes("Fn::Transform"));
    assert.ok(client(`(() => ({ generateSecret: true }))()`).includes("AllowedOAuthFlows"));
  });

  it("a construct that a function makes is the variable's, where the function is called once", () => {
    const made = `const make = () => new cognito.UserPool(this, "Pool"); const a = make();`;
    const ref = `const c = new cognito.UserPoolClient(this, "C", { userPool: a });`;
    const poolOf = (text: string) => (model("typescript", text).c as { UserPoolId?: unknown }).UserPoolId;
    assert.deepEqual(poolOf(made + ref), { Ref: "Pool" });
    assert.deepEqual(poolOf(`${made} const b = make(); ${ref}`), "?make()");
  });
});
