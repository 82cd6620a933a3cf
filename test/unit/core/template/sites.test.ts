import assert from "node:assert/strict";
import type { Site } from "../../../../src/core/types.ts";
import { locateText, siteIn } from "../../../support/template.ts";

/** Below `Resources`, in YAML: the lines of one resource. */
const yaml = (body: string): string => `Resources:\n${body}`;

function at<R extends Site["role"]>(marked: string, role: R): Extract<Site, { role: R }> {
  const site = siteIn(marked);
  assert.equal(site?.role, role);
  return site as Extract<Site, { role: R }>;
}

const json = (resource: string): string => `{\n  "Resources": {\n    "X": ${resource}\n  }\n}`;

describe("sites of a template", () => {
  describe("resource type and logical id", () => {
    it("in YAML", () => {
      assert.deepEqual(at(yaml("  Pool:\n    Type: «AWS::Cognito::UserPool»\n"), "resourceType").owner, {
        id: "Pool",
        type: "AWS::Cognito::UserPool",
      });
      assert.equal(
        at(yaml("  «Pool»:\n    Type: AWS::Cognito::UserPool\n"), "logicalId").owner.type,
        "AWS::Cognito::UserPool",
      );
    });
    it("in JSON, inside the quotes", () => {
      at(json('{ "Type": "«AWS::IAM::Role»" }'), "resourceType");
      at('{"Resources": {"«Role»": {"Type": "AWS::IAM::Role"}}}', "logicalId");
    });
    it("in quotes, in YAML", () => {
      at(
        "Resources:\n  '«Role»':\n    \"Type\": '«AWS::IAM::Role»'\n".replace(/«Role»/, "Role"),
        "resourceType",
      );
    });
    it("but not the key `Type`", () =>
      assert.equal(siteIn(yaml("  R:\n    Ty|pe: AWS::IAM::Role\n")), undefined));
    it("but not the type of a parameter", () =>
      assert.equal(
        siteIn("AWSTemplateFormatVersion: x\nParameters:\n  P:\n    Type: AWS::EC2::V|PC::Id\n"),
        undefined,
      ));
  });

  describe("property keys and values", () => {
    const role = "  R:\n    Type: AWS::IAM::Role\n    Properties:\n";
    it("nested, with the positions in lists", () => {
      const site = at(
        yaml(`${role}      Policies:\n        - «PolicyName»: a\n        - PolicyName: b\n`),
        "key",
      );
      assert.deepEqual(site.path, ["Policies", 0, "PolicyName"]);
      assert.equal(site.owner.type, "AWS::IAM::Role");
    });
    it("in JSON", () => {
      const site = at(
        json('{ "Type": "AWS::IAM::Role", "Properties": { "Policies": [ { "«PolicyName»": "a" } ] } }'),
        "key",
      );
      assert.deepEqual(site.path, ["Policies", 0, "PolicyName"]);
    });
    it("the path doesn't see `Fn::If`", () => {
      const text = `${role}      Policies:\n        - !If\n          - C\n          - «PolicyName»: a\n          - !Ref AWS::NoValue\n`;
      assert.deepEqual(at(yaml(text), "key").path, ["Policies", 0, "PolicyName"]);
    });
    it("a value as it is written", () => {
      const site = at(yaml(`${role}      MaxSessionDuration: «43200»\n`), "value");
      assert.equal(site.value.value, 43200);
      assert.equal(site.text, "43200");
      assert.deepEqual(site.path, ["MaxSessionDuration"]);
    });
    it("an account id keeps its zero", () =>
      assert.equal(at(yaml(`${role}      RoleName: «012345678901»\n`), "value").value.value, "012345678901"));
    it("in a flow mapping, in quotes", () =>
      at(
        yaml(`  P:\n    Type: AWS::Cognito::UserPool\n    Properties: {MfaConfiguration: "«OPTIONAL»"}\n`),
        "value",
      ));
    it("in a `Fn::ForEach`", () => {
      const text =
        'Resources:\n  Fn::ForEach::L:\n    - N\n    - [a]\n    - "R${N}":\n        Type: «AWS::IAM::Role»\n';
      assert.equal(at(text, "resourceType").owner.id, "R${N}");
    });
    it("nothing at white space and punctuation", () => {
      for (const cursor of ["MaxSession|Duration", "Max"]) assert.ok(cursor);
      assert.equal(siteIn(yaml(`${role}  |    RoleName: x\n`)), undefined);
      assert.equal(siteIn(yaml(`${role}      RoleName|: x\n`)), undefined);
    });
  });

  describe("resource attributes", () => {
    it("DeletionPolicy", () =>
      assert.deepEqual(
        at(yaml("  P:\n    Type: AWS::Cognito::UserPool\n    «DeletionPolicy»: Retain\n"), "attributeKey")
          .path,
        ["DeletionPolicy"],
      ));
    it("DependsOn leads to a resource, alone and in a list", () => {
      assert.equal(
        at(
          yaml("  A:\n    Type: AWS::IAM::Role\n    DependsOn: «B»\n  B:\n    Type: AWS::IAM::Role\n"),
          "reference",
        ).form,
        "DependsOn",
      );
      assert.equal(
        at(json('{ "Type": "AWS::IAM::Role", "DependsOn": ["Y", "«Z»"] }'), "reference").target,
        "Z",
      );
    });
    it("Condition leads to a condition", () =>
      assert.equal(
        at(yaml("  A:\n    Type: AWS::IAM::Role\n    Condition: «IsProd»\n"), "reference").form,
        "Condition",
      ));
    it("SAM's connectors", () => {
      const text =
        "  F:\n    Type: AWS::Serverless::Function\n    Connectors:\n      C:\n        Properties:\n          Destination:\n            Id: «T»\n";
      assert.equal(at(yaml(text), "reference").target, "T");
    });
  });

  describe("references", () => {
    const of = (value: string) =>
      `AWSTemplateFormatVersion: x\nOutputs:\n  O:\n    Value: ${value}\nResources:\n  Pool:\n    Type: AWS::Cognito::UserPool\n`;
    const lead: readonly (readonly [string, Site["range"] | string, string | undefined])[] = [
      ["!Ref «Pool»", "Ref", undefined],
      ["{Ref: «Pool»}", "Ref", undefined],
      ["!GetAtt «Pool».Arn", "GetAtt", "Arn"],
      ["!GetAtt [«Pool», Arn]", "GetAtt", "Arn"],
      ["{'Fn::GetAtt': [«Pool», Arn]}", "GetAtt", "Arn"],
      ["{Fn::GetAtt: «Pool».Arn}", "GetAtt", "Arn"],
      ['!Sub "x/${«Pool»}"', "Sub", undefined],
      ['!Sub "x/${«Pool».Arn}"', "Sub", "Arn"],
      ['!Sub ["${A}", {A: !Ref «Pool»}]', "Ref", undefined],
      ['!Join ["", [x, !Ref «Pool»]]', "Ref", undefined],
      ["!If [C, !Ref «Pool», x]", "Ref", undefined],
    ];
    for (const [value, form, attribute] of lead)
      it(value, () => {
        const site = at(of(value), "reference");
        assert.deepEqual(
          [site.target, site.form, site.attribute, site.part],
          ["Pool", form, attribute, "target"],
        );
      });
    it("the attribute is a place of its own", () =>
      assert.equal(at(of("!GetAtt Pool.«ProviderName»"), "reference").part, "attribute"));
    it("the function itself", () =>
      assert.equal(at(of("«!GetAtt» Pool.Arn"), "intrinsic").name, "Fn::GetAtt"));
    it("in JSON", () => {
      assert.equal(
        at(
          json('{ "Type": "A::B::C", "Properties": { "R": { "Fn::GetAtt": ["«X»", "Arn"] } } }'),
          "reference",
        ).target,
        "X",
      );
      assert.equal(
        at(json('{ "Type": "A::B::C", "Properties": { "R": { "Fn::Sub": "a${«X».Arn}" } } }'), "reference")
          .target,
        "X",
      );
    });
    it("a variable that leads nowhere is a part of its text", () => {
      const text = yaml(
        '  R:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: !Sub "«${Stage}-role»"\n',
      );
      assert.equal(at(text, "value").text, "${Stage}-role");
    });
    it("a literal variable is no reference", () => {
      const text = yaml('  R:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: !Sub "«${!R}»"\n');
      at(text, "value");
    });
    it("what stands beside a variable keeps the whole text", () => {
      const text = yaml(
        '  R:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: !Sub "«a-${»R}-b"\n',
      );
      assert.equal(at(text, "value").text, "a-${R}-b");
    });
  });

  describe("words for people", () => {
    const head = "AWSTemplateFormatVersion: x\n";
    it("descriptions, comments, parameter names, outputs, metadata", () => {
      at(`${head}Description: «Makes a user pool»\n`, "prose");
      at(`${head}«# a user pool»\nResources: {}\n`, "prose");
      at(`${head}Resources:\n  R:\n    Type: AWS::IAM::Role «# may be assumed»\n`, "prose");
      at(`${head}Parameters:\n  «UserPoolId»:\n    Type: String\n`, "prose");
      at(`${head}Parameters:\n  P:\n    Type: String\n    Description: «The pool»\n`, "prose");
      at(`${head}Outputs:\n  O:\n    Description: «The pool»\n    Value: x\n`, "prose");
      at(`${head}Metadata:\n  Notes:\n    - «About the pool»\n`, "prose");
    });
    it("comments of JSON", () => {
      const json = (before: string, value: string): string =>
        `{\n  ${before}\n  "Resources": { "R": { "Type": "AWS::IAM::Role", "Properties": { "Path": "${value}" } } }\n}`;
      at(json("«// the user pool»", "/"), "prose");
      at(json("«/* the user\n   pool */»", "/"), "prose");
      at(json("", "«//a/»"), "value");
    });
    it("a hash inside a value begins no comment", () => {
      const text = yaml('  R:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: "«a # b»"\n');
      at(text, "value");
    });
  });

  describe("the Serverless Framework", () => {
    const service = (resources: string): string =>
      `service: x\nprovider:\n  name: aws\n  iam:\n    role:\n      statements:\n        - Effect: Allow\n          Action: sts:AssumeRole\nresources:\n${resources}`;
    const pool = (indent: string, outputs: string): string =>
      `${indent}  Pool:\n${indent}    Type: AWS::Cognito::UserPool\n${outputs}`;
    it("what its functions may do", () => {
      const { path, place } = at(service("").replace("sts:AssumeRole", "«sts:AssumeRole»"), "policyValue");
      assert.deepEqual([path, place.use], [["Statement", 0, "Action"], "identity"]);
    });
    it("resources, and the sections beside them", () => {
      const text = service(`  Resources:\n${pool("  ", "  Outputs:\n    O:\n      Value: !Ref «Pool»\n")}`);
      assert.equal(at(text, "reference").target, "Pool");
      assert.deepEqual([...locateText(text).model().resources.keys()], ["Pool"]);
    });
    it("lists of them", () => {
      const text = service(
        `  - \${file(a.yml)}\n  - Resources:\n${pool("    ", "")}  - Resources:\n      R:\n        Type: «AWS::IAM::Role»\n`,
      );
      at(text, "resourceType");
      assert.deepEqual([...locateText(text.replace(/[«»]/g, "")).model().resources.keys()], ["Pool", "R"]);
    });
  });

  it("resources of a file that another includes", () => {
    const text = "A:\n  Type: AWS::IAM::Role\n  Properties:\n    Path: /\nB:\n  Type: «AWS::S3::Bucket»\n";
    at(text, "resourceType");
    assert.deepEqual([...locateText(text.replace(/[«»]/g, "")).model().resources.keys()], ["A", "B"]);
  });

  it("such resources under metadata or a policy on deletion", () => {
    for (const above of [
      "  Metadata:\n    'a:b': text\n",
      "  Metadata:\n    a: b\n  DeletionPolicy: Retain\n",
    ]) {
      const role = `R:\n${above}  Type: «AWS::IAM::Role»\n  Properties:\n    Path: /\n    Tags:\n      Type: x\n`;
      at(role, "resourceType");
      at(`A:\n  Type: AWS::S3::Bucket\n  Properties: {}\n${role}`, "resourceType");
      const text = role.replace("    Path: /\n", "    «Path»: /\n").replace(/«(AWS.*)»/, "$1");
      assert.deepEqual(at(text, "key").path, ["Path"]);
    }
  });

  describe("a template language", () => {
    const role = (key: string, type = "AWS::IAM::Role", path = "Path") =>
      `Resources:\n  ${key}\n    Type: ${type}\n    Properties:{{ if .Path }}\n      ${path}: /\n    {{- end }}\n`;
    for (const key of [
      "{{ .Name }}Role:",
      "A{{ if .X }}{{ .X }}{{ end }}:",
      "{{a}}{{ b | lower }}:",
      "R: {# who #}",
    ])
      it(`a name with tags in it: ${key}`, () => {
        at(role(key, "«AWS::IAM::Role»"), "resourceType");
        assert.deepEqual(at(role(key, "AWS::IAM::Role", "«Path»"), "key").path, ["Path"]);
      });
    it("a reference to such a name", () => {
      const text = `${role("{{ .Name }}Role:")}Outputs:\n  O:\n    Value: !Ref «{{ .Name }}Role»\n`;
      const { target } = at(text, "reference");
      assert.ok(locateText(text.replace(/[«»]/g, "")).model().resources.has(target));
    });
    it("tags over several lines, from the first on", () =>
      at(`{#\nfor: {\n#}\n{% set x = "\nResources:" %}\n${role("R:", "«AWS::IAM::Role»")}`, "resourceType"));
    it("but not CloudFormation's own braces", () =>
      assert.equal(
        at(
          "Resources:\n  R:\n    Type: AWS::IAM::User\n    Properties:\n      UserName: '«{{resolve:ssm:x}}»'\n",
          "value",
        ).text,
        "{{resolve:ssm:x}}",
      ));
  });

  describe("SAM", () => {
    const fn = "  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Policies:\n";
    it("policy templates", () =>
      at(yaml(`${fn}        - «DynamoDBCrudPolicy»:\n            TableName: x\n`), "samPolicyTemplate"));
    it("managed policies by name", () =>
      assert.deepEqual(at(yaml(`${fn}        - «AmazonDynamoDBReadOnlyAccess»\n`), "value").path, [
        "Policies",
        0,
      ]));
    it("statements without a version", () =>
      assert.equal(
        at(
          yaml(`${fn}        - Statement:\n            - Effect: Allow\n              Action: «s3:*»\n`),
          "policyValue",
        ).place.use,
        "identity",
      ));
    it("Globals", () => {
      const text =
        "Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Api:\n    Auth:\n      «DefaultAuthorizer»: X\n";
      const site = at(text, "key");
      assert.deepEqual([site.owner.type, site.path], ["AWS::Serverless::Api", ["Auth", "DefaultAuthorizer"]]);
    });
    it("statements of an API's resource policy", () => {
      const text = yaml(
        "  A:\n    Type: AWS::Serverless::Api\n    Properties:\n      Auth:\n        ResourcePolicy:\n          CustomStatements:\n            - Effect: Allow\n              Principal: '*'\n              Action: «execute-api:Invoke»\n",
      );
      assert.equal(at(text, "policyValue").place.use, "resource");
    });
  });

  describe("layout", () => {
    const role = "    Type: AWS::IAM::Role\n    Properties:\n";
    it("a block scalar is never cut", () => {
      const text = yaml(
        `  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Code:\n        ZipFile: |\n          Resources:\n            R:\n              Type: AWS::IAM::Role\n  «R»:\n${role}`,
      );
      assert.equal(at(text, "logicalId").owner.id, "R");
      assert.deepEqual([...locateText(text.replace(/[«»]/g, "")).model().resources.keys()], ["F", "R"]);
    });
    it("an anchor of another entry gives its value, and no place", () => {
      const text = `x-common: &common\n  MaxSessionDuration: 3600\nResources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      <<: *common\n      RoleName: «a»\n`;
      at(text, "value");
      const properties = locateText(text.replace(/[«»]/g, "")).model().resources.get("R")?.properties;
      assert.deepEqual(properties?.entries.map((entry) => entry.key).sort(), [
        "MaxSessionDuration",
        "RoleName",
      ]);
    });
    it("several documents", () =>
      at(`---\nfoo: 1\n---\nResources:\n  R:\n    Type: «AWS::IAM::Role»\n`, "resourceType"));
    it("JSON in a file that is called YAML", () =>
      at('{\n  "Resources": {\n    "R": {"Type": "«AWS::IAM::Role»"}\n  }\n}', "resourceType"));
    it("flow style from the top", () =>
      at("Resources: {R: {Type: «AWS::IAM::Role», Properties: {}}}\n", "resourceType"));
    it("an explicit key", () => at("Resources:\n  ? R\n  : Type: «AWS::IAM::Role»\n", "resourceType"));
    it("a quoted scalar that comes back to the margin", () => {
      const text = yaml(
        `  R:\n${role}      Policies:\n        - PolicyDocument: '{\n"Version": "2012-10-17"\n}'\n          PolicyName: «a»\n`,
      );
      assert.deepEqual(at(text, "value").path, ["Policies", 0, "PolicyName"]);
    });
    it("JSON whose entries don't stand on their lines", () =>
      at(
        '{"Resources": {\n  "A": {\n  "Type": "AWS::SNS::Topic"},\n      "R": {"Type":\n "«AWS::IAM::Role»"}}}',
        "resourceType",
      ));
    it("JSON whose later entries stand deeper than the first", () => {
      const text =
        '{\n  "Resources": {\n    "A": {\n      "Type": "AWS::SNS::Topic"\n    },\n    "B": {\n        "Type": "AWS::SNS::Topic"\n      },\n      "«R»": {\n        "Type": "AWS::IAM::Role"\n      }\n  }\n}';
      assert.equal(at(text, "logicalId").owner.type, "AWS::IAM::Role");
      assert.deepEqual([...locateText(text.replace(/[«»]/g, "")).model().resources.keys()], ["A", "B", "R"]);
    });
    it("a section of the Serverless Framework's file", () =>
      at(
        "service: x\nresources:\n  Resources:\n    R:\n      Type: «AWS::IAM::Role»\n      Properties:\n        Path: /\n",
        "resourceType",
      ));
  });
});
