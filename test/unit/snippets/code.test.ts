import assert from "node:assert/strict";
import { detect } from "../../../src/core/detect.ts";
import { fill } from "../../../src/core/snippets/fill.ts";
import { insertionFor } from "../../../src/core/snippets/insert.ts";
import { placeAt, targetLanguage } from "../../../src/core/snippets/place.ts";
import type { Import, Setup } from "../../../src/core/snippets/setups.ts";
import type { CdkLanguage } from "../../../src/core/types.ts";

const iam: Readonly<Record<string, readonly Import[]>> = {
  typescript: [{ name: "iam", from: "aws-cdk-lib/aws-iam" }],
  python: [{ name: "iam", from: "aws_cdk.aws_iam" }],
  java: [{ name: "Role", from: "software.amazon.awscdk.services.iam.Role" }],
  csharp: [{ name: "", from: "Amazon.CDK.AWS.IAM" }],
  go: [
    { name: "awsiam", from: "github.com/aws/aws-cdk-go/awscdk/v2/awsiam" },
    { name: "jsii", from: "github.com/aws/jsii-runtime-go" },
  ],
};
const setup: Setup = {
  id: "x",
  title: "X",
  group: "Roles",
  concept: "iam/role",
  description: "",
  name: "App",
  variables: ["appRole"],
  imports: iam,
};
const bodies: Readonly<Record<CdkLanguage, string>> = {
  typescript: "const appRole = new iam.Role(this, '$1Role', {\n\ta: 1,\n});\nappRole.go();",
  javascript: "const appRole = new iam.Role(this, '$1Role', {\n\ta: 1,\n});\nappRole.go();",
  python: 'app_role = iam.Role(self, "$1Role",\n\ta=1\n)\napp_role.go()',
  java: 'Role appRole = Role.Builder.create(this, "$1Role")\n\t\t.build();',
  csharp: 'var appRole = new Role(this, "$1Role", new RoleProps {\n\tA = 1\n});',
  go: 'appRole := awsiam.NewRole(stack, jsii.String("$1Role"), nil)\nappRole.Go()',
};

/** The text with the cursor at `|` after a set-up went in there, or where it belongs. */
function inserted(language: CdkLanguage, marked: string, how: "typed" | "asked"): string | undefined {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  const doc = { uri: "file:///t", languageId: language, version: 1, text };
  const body = bodies[language].replace("$1", "$" + "{1:App}").split("\n");
  const place = how === "typed" ? placeAt(doc, language, offset, 4) : undefined;
  const insertion =
    how === "typed"
      ? place && fill(setup, body, place, text, language)
      : insertionFor(doc, language, offset, 4, setup, body);
  if (!insertion) return undefined;
  const snippet = insertion.snippet.replace(/\$\{1:(\w+)\}/g, "$1").replaceAll("\\$", "$");
  return [...insertion.edits, { range: insertion.range, text: snippet }]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce((out, edit) => out.slice(0, edit.range.start) + edit.text + out.slice(edit.range.end), text);
}

const samples: Readonly<Record<CdkLanguage, { readonly text: string; readonly made: string }>> = {
  typescript: {
    text: "import * as cdk from 'aws-cdk-lib';\n\nexport class S extends cdk.Stack {\n  constructor(scope: Construct, id: string) {\n    super(scope, id);\n    |\n  }\n}\n",
    made: "import * as cdk from 'aws-cdk-lib';\nimport * as iam from 'aws-cdk-lib/aws-iam';\n\nexport class S extends cdk.Stack {\n  constructor(scope: Construct, id: string) {\n    super(scope, id);\n    const appRole = new iam.Role(this, 'AppRole', {\n      a: 1,\n    });\n    appRole.go();\n  }\n}\n",
  },
  javascript: {
    text: "const cdk = require('aws-cdk-lib')\n\nclass S extends cdk.Stack {\n\tconstructor(scope, id) {\n\t\tsuper(scope, id)\n\t\t|\n\t}\n}\n",
    made: "const cdk = require('aws-cdk-lib')\nconst iam = require('aws-cdk-lib/aws-iam')\n\nclass S extends cdk.Stack {\n\tconstructor(scope, id) {\n\t\tsuper(scope, id)\n\t\tconst appRole = new iam.Role(this, 'AppRole', {\n\t\t\ta: 1,\n\t\t});\n\t\tappRole.go();\n\t}\n}\n",
  },
  python: {
    text: "from aws_cdk import Stack\n\nclass S(Stack):\n    def __init__(self, scope, id):\n        super().__init__(scope, id)\n        |\n",
    made: 'from aws_cdk import Stack\nfrom aws_cdk import aws_iam as iam\n\nclass S(Stack):\n    def __init__(self, scope, id):\n        super().__init__(scope, id)\n        app_role = iam.Role(self, "AppRole",\n            a=1\n        )\n        app_role.go()\n',
  },
  java: {
    text: "package x;\n\nimport software.amazon.awscdk.Stack;\n\npublic class S extends Stack {\n    public S(final Construct scope, final String id) {\n        super(scope, id);\n        |\n    }\n}\n",
    made: 'package x;\n\nimport software.amazon.awscdk.Stack;\nimport software.amazon.awscdk.services.iam.Role;\n\npublic class S extends Stack {\n    public S(final Construct scope, final String id) {\n        super(scope, id);\n        Role appRole = Role.Builder.create(this, "AppRole")\n                .build();\n    }\n}\n',
  },
  csharp: {
    text: "using Amazon.CDK;\n\nnamespace X\n{\n    public class S : Stack\n    {\n        internal S(Construct scope, string id) : base(scope, id)\n        {\n            |\n        }\n    }\n}\n",
    made: 'using Amazon.CDK;\nusing Amazon.CDK.AWS.IAM;\n\nnamespace X\n{\n    public class S : Stack\n    {\n        internal S(Construct scope, string id) : base(scope, id)\n        {\n            var appRole = new Role(this, "AppRole", new RoleProps {\n                A = 1\n            });\n        }\n    }\n}\n',
  },
  go: {
    text: 'package main\n\nimport (\n\t"github.com/aws/aws-cdk-go/awscdk/v2"\n)\n\nfunc NewS(scope constructs.Construct, id string) awscdk.Stack {\n\tstack := awscdk.NewStack(scope, &id, nil)\n\t|\n\treturn stack\n}\n',
    made: 'package main\n\nimport (\n\t"github.com/aws/aws-cdk-go/awscdk/v2"\n\t"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"\n\t"github.com/aws/jsii-runtime-go"\n)\n\nfunc NewS(scope constructs.Construct, id string) awscdk.Stack {\n\tstack := awscdk.NewStack(scope, &id, nil)\n\tappRole := awsiam.NewRole(stack, jsii.String("AppRole"), nil)\n\tappRole.Go()\n\treturn stack\n}\n',
  },
};

describe("a snippet in CDK code", () => {
  for (const [language, { text, made }] of Object.entries(samples) as [
    CdkLanguage,
    { text: string; made: string },
  ][]) {
    it(`stands in a constructor as one types, with its imports: ${language}`, () =>
      assert.equal(inserted(language, text, "typed"), made));

    it(`keeps CRLF: ${language}`, () =>
      assert.equal(
        inserted(language, text.replaceAll("\n", "\r\n"), "typed"),
        made.replaceAll("\n", "\r\n"),
      ));

    it(`goes to the end of the constructor from elsewhere: ${language}`, () => {
      const elsewhere = `|${text.replace(/\n[ \t]*\|/, "")}`;
      assert.equal(inserted(language, elsewhere, "asked"), made);
    });

    it(`takes other names a second time: ${language}`, () => {
      const again = inserted(language, `|${made}`, "asked") ?? "";
      assert.match(again, /"App2Role"|'App2Role'/);
      assert.match(again, language === "python" ? /app_role_2 = / : /appRole2 :?= /);
      const importLines = again.split("\n").filter((line) => /import|using|require|^\t"github/.test(line));
      assert.equal(new Set(importLines).size, importLines.length);
    });

    it(`comes with a stack in an empty file: ${language}`, () => {
      const whole = inserted(language, "|", "asked") ?? "";
      assert.match(whole, /IdentityStack/);
      assert.match(whole, /"AppRole"|'AppRole'/);
      const asItMust =
        language === "python"
          ? /\n {8}app_role = /
          : language === "go"
            ? /\n\tappRole := /
            : /\n {8}\w[^\n]*appRole = /;
      assert.match(whole, asItMust);
    });
  }

  const ts = (body: string) =>
    `import * as cdk from 'aws-cdk-lib';\nclass S extends cdk.Stack {\n  constructor(scope: Construct, id: string) {\n    super(scope, id);\n${body}\n  }\n}\n`;
  const py = (body: string) =>
    `from aws_cdk import Stack\nclass S(Stack):\n    def __init__(self, scope, id):\n        super().__init__(scope, id)\n${body}\n`;

  for (const [where, language, text] of [
    ["in a property", "typescript", ts("    new X(this, 'x', {\n      |\n    });")],
    ["in the arguments of a call", "typescript", ts("    new X(\n      |\n    );")],
    ["in a string", "typescript", ts("    const a = `\n    |\n`;")],
    ["in a comment", "typescript", ts("    // ro|")],
    ["in a block comment", "typescript", ts("    /*\n    ro|\n    */")],
    ["in the midst of a chain", "typescript", ts("    new X()\n    |\n      .build();")],
    ["behind an operator", "typescript", ts("    const a =\n    |\n")],
    ["behind other code", "typescript", ts("    const a = ro|")],
    [
      "before super",
      "typescript",
      "import * as cdk from 'aws-cdk-lib';\nclass S extends cdk.Stack {\n  constructor() {\n    |\n    super();\n  }\n}\n",
    ],
    [
      "in a class body",
      "typescript",
      "import * as cdk from 'aws-cdk-lib';\nclass S extends cdk.Stack {\n  |\n  a = 1;\n}\n",
    ],
    [
      "in an interface",
      "typescript",
      "import * as cdk from 'aws-cdk-lib';\ninterface P extends cdk.StackProps {\n  |\n}\n",
    ],
    [
      "in a function without a stack",
      "typescript",
      "import * as cdk from 'aws-cdk-lib';\nfunction f(a: string) {\n  |\n}\n",
    ],
    ["at the top of the file", "typescript", "import * as cdk from 'aws-cdk-lib';\n|\n"],
    ["in arguments", "python", py("        X(self, 'x',\n            |\n        )")],
    ["in a docstring", "python", py('        """\n        |\n        """')],
    ["in a comment", "python", py("        # ro|")],
    ["at an indentation of no block", "python", py("        a = 1\n          |")],
    ["in a class body", "python", "from aws_cdk import Stack\nclass S(Stack):\n    |\n    a = 1\n"],
    ["at the top of the file", "python", "from aws_cdk import Stack\n|\n"],
    [
      "in a builder chain",
      "java",
      samples.java.text.replace("|", "Role.Builder.create(this)\n            |\n            .build();"),
    ],
    [
      "in an initialiser",
      "csharp",
      samples.csharp.text.replace("|", "new Role(this, id, new RoleProps {\n|\n});"),
    ],
    ["in a struct", "go", samples.go.text.replace("|", "x := &awsiam.RoleProps{\n|\n}")],
    ["after an unfinished statement", "java", samples.java.text.replace("|", "int a =\n        |")],
  ] as const)
    it(`doesn't stand ${where}: ${language}`, () =>
      assert.equal(inserted(language, text, "typed"), undefined));

  it("stands in a control block and in an arrow function of a constructor", () => {
    assert.match(
      inserted("typescript", ts("    if (a) {\n      |\n    }"), "typed") ?? "",
      /\n {6}const appRole = new iam\.Role\(this/,
    );
    assert.match(
      inserted("typescript", ts("    a.forEach(() => {\n      |\n    });"), "typed") ?? "",
      /Role\(this/,
    );
    assert.match(
      inserted("python", py("        if a:\n            |"), "typed") ?? "",
      /\n {12}app_role = iam\.Role\(self/,
    );
  });

  it("makes its constructs in the stack of a script", () => {
    const script =
      "import * as cdk from 'aws-cdk-lib';\nfunction main() {\n  const app = new cdk.App();\n  const base = new cdk.Stack(app, 'B');\n  |\n}\n";
    assert.match(inserted("typescript", script, "typed") ?? "", /new iam\.Role\(base, 'AppRole'/);
    const parameter =
      "import * as cdk from 'aws-cdk-lib';\nexport function add(scope: Construct) {\n  |\n}\n";
    assert.match(inserted("typescript", parameter, "typed") ?? "", /new iam\.Role\(scope, 'AppRole'/);
  });

  it("uses the names that the file has for a module", () => {
    const text = ts("    |").replace(
      "class S",
      "import { aws_iam as identity } from 'aws-cdk-lib';\nclass S",
    );
    const made = inserted("typescript", text, "typed") ?? "";
    assert.match(made, /new identity\.Role/);
    assert.doesNotMatch(made, /aws-iam/);
    const taken = ts("    |").replace("class S", "import iam from './iam';\nclass S");
    assert.match(
      inserted("typescript", taken, "typed") ?? "",
      /import \* as awsIam from 'aws-cdk-lib\/aws-iam';[\s\S]*new awsIam\.Role/,
    );
  });

  it("has no place in code of version 1, and none where there is no CDK", () => {
    const language = (languageId: string, text: string) => {
      const doc = { uri: "file:///t", languageId, version: 1, text };
      return targetLanguage(doc, detect(doc));
    };
    assert.equal(
      language(
        "typescript",
        "import * as cdk from '@aws-cdk/core';\nimport * as iam from '@aws-cdk/aws-iam';\n",
      ),
      undefined,
    );
    assert.equal(language("python", "from aws_cdk import core\n"), undefined);
    assert.equal(language("typescript", "const a = 1;\n"), undefined);
    assert.equal(language("typescript", "import * as cdk from 'aws-cdk-lib';\n"), "typescript");
    assert.equal(language("python", ""), "python");
  });
});
