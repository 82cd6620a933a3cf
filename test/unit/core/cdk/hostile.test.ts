import assert from "node:assert/strict";
import type { CdkLanguage } from "../../../../src/core/types.ts";
import { located } from "./support.ts";

const imports: Readonly<Record<CdkLanguage, string>> = {
  typescript: "import * as iam from 'aws-cdk-lib/aws-iam';\n",
  javascript: "const iam = require('aws-cdk-lib/aws-iam');\n",
  python: "from aws_cdk import aws_iam as iam\n",
  java: "import software.amazon.awscdk.services.iam.*;\n",
  csharp: "using Amazon.CDK.AWS.IAM;\n",
  go: 'import iam "github.com/aws/aws-cdk-go/awscdk/v2/awsiam"\n',
};

const many = 4000;
const variables = (give: (i: number) => string): string =>
  Array.from({ length: many }, (_, i) => give(i)).join("\n");

/** Each is quadratic, or endless, for a reader that is not careful. */
const texts: Readonly<Record<string, string>> = {
  "opening brackets": "[{(".repeat(many),
  "closing brackets": ")]}".repeat(many),
  "brackets that cross": "([)]".repeat(many),
  "template literals in template literals": "`${".repeat(many),
  "formatted strings in formatted strings": 'f"{'.repeat(many),
  "unterminated strings": "'a\n".repeat(many),
  "regular expressions that never close": "/[".repeat(many),
  "comments that never close": "/*".repeat(many),
  "calls in calls": "new iam.Role(".repeat(many),
  "a long chain": `a${".b(c)".repeat(many)}`,
  "a long builder": `Role.Builder${'.path("x")'.repeat(many)}`,
  "type arguments": `a${"<b".repeat(many)}`,
  "arrow functions": "a=>".repeat(many),
  assignments: "a=".repeat(many),
  "conditional expressions": "a?b:".repeat(many),
  dots: ".".repeat(many),
  imports: "import { a as b, ".repeat(many),
  "a variable that is itself": "x = x.y(x);\n".repeat(many),
  "variables from variables": variables((i) => `const a${i} = a${i + 1};`),
  "objects spread into objects": `${variables((i) => `const o${i} = {...o${i - 1}, path: 'x'};`)}\nnew iam.Role(t, "x", o${many - 1})`,
  "values doubled and doubled": `${variables((i) => `const s${i} = s${i - 1} + s${i - 1};`)}\nnew iam.CfnRole(t, "x", { path: s${many - 1} })`,
  "principals of principals": `${variables((i) => `const p${i} = new iam.CompositePrincipal(p${i - 1}, p${i + 1});`)}\nnew iam.Role(t, "x", { assumedBy: p9 })`,
  "deep JSON in text": `x = '{"Statement":${"[".repeat(many)}'`,
  indentation: Array.from({ length: 500 }, (_, i) => `${" ".repeat(i)}if x:`).join("\n"),
};

describe("cdk: hostile text", () => {
  for (const [name, text] of Object.entries(texts))
    it(name, () => {
      for (const language of Object.keys(imports) as CdkLanguage[]) {
        const found = located(`${imports[language]}${text}\n`, language);
        assert.ok(found);
        const [first] = found.sites();
        assert.equal(first?.role, "module", `${language}: what stands before is still read`);
        assert.ok(found.model().resources.size <= many);
      }
    });

  it("a file of more than a million characters is not read", () => {
    const found = located(`${imports.typescript}${"iam.Role;".repeat(200_000)}`, "typescript");
    assert.deepEqual([...(found?.sites() ?? [])], []);
  });

  it("template literals ten deep, with code in each", () => {
    const deep = `${"`${f(".repeat(10)}new iam.Role(this, 'R', { path: '/' })${")}`".repeat(10)}`;
    const found = located(
      `${imports.typescript}const x = ${deep};\nconst r = new iam.Role(this, 'S', {});`,
      "typescript",
    );
    assert.deepEqual([...(found?.model().resources.keys() ?? [])].sort(), ["R", "r"]);
  });
});
