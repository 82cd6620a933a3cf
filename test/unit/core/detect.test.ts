import assert from "node:assert/strict";
import { detect } from "../../../src/core/detect.ts";
import { docOf } from "../../support/template.ts";

const kindOf = (text: string, languageId?: string) => detect(docOf(text, languageId))?.kind;

describe("detect", () => {
  describe("templates", () => {
    const role = "Resources:\n  R:\n    Type: AWS::IAM::Role\n";
    const yes: Record<string, string> = {
      "format version": 'AWSTemplateFormatVersion: "2010-09-09"\n',
      "format version in quotes": '"AWSTemplateFormatVersion": "2010-09-09"\n',
      "transform of SAM": "Transform: AWS::Serverless-2016-10-31\n",
      "list of transforms": "Transform:\n  - AWS::LanguageExtensions\n",
      "typed resources alone": role,
      "all of it deeper": `# x\n\n${role.replace(/^/gm, "    ")}`,
      "byte order mark": `\uFEFF${role}`,
      "Windows line ends": role.replaceAll("\n", "\r\n"),
      "a second document": `---\nfoo: bar\n---\n${role}`,
      "a list that is commented out": `Resources:\n  #  Tags:\n  #  - Key: a\n${role.slice(11)}`,
      "resources that another file includes":
        "A:\n  Type: AWS::IAM::Role\n  Properties:\n    Path: /\nB:\n  DependsOn: A\n  Type: AWS::S3::Bucket\n",
      "the same under metadata":
        "A:\n  Metadata:\n    'a:b': c\n  Type: AWS::IAM::Role\n  Properties:\n    Path: /\nB:\n  Metadata:\n    'a:b': c\n  Type: AWS::S3::Bucket\nC:\n  Metadata:\n    'a:b': c\n  Type: AWS::S3::Bucket\n",
      "a template language's tags": `{# who: { #}\n{{- if .X }}\n${role}{{- end }}\n`,
      "the Serverless Framework's resources": `service: x\nresources:\n  Resources:\n    R:\n      Type: AWS::IAM::Role\n      Properties:\n        Path: /\n`,
      "the same in a list": `service: x\nresources:\n  - \${file(a.yml)}\n  - Resources:\n      R:\n        Type: AWS::IAM::Role\n        Properties:\n          Path: /\n`,
      "what its functions may do":
        "service: x\nprovider:\n  name: aws\n  iamRoleStatements:\n    - Effect: Allow\n      Action: sts:AssumeRole\n",
      "a type half typed": "Resources:\n  R:\n    Type: AWS::\n",
      JSON: '{"Resources": {"R": {"Type": "AWS::IAM::Role"}}}',
      "JSON with format version": '{"AWSTemplateFormatVersion": "2010-09-09"}',
    };
    for (const [name, text] of Object.entries(yes)) it(name, () => assert.equal(kindOf(text), "template"));

    it("by content under any of the language ids", () => {
      for (const id of ["yaml", "cloudformation", "plaintext"]) assert.equal(kindOf(role, id), "template");
      assert.equal(kindOf(role, "markdown"), undefined);
    });
  });

  describe("policies", () => {
    const policy =
      '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}';
    it("standalone JSON", () => assert.equal(kindOf(policy), "policy"));
    it("standalone YAML", () =>
      assert.equal(
        kindOf("Version: 2012-10-17\nStatement:\n  - Effect: Allow\n    Action: '*'\n"),
        "policy",
      ));
    it("JSON with a bracket too many", () =>
      assert.equal(
        kindOf(JSON.stringify(JSON.parse(policy), undefined, 2).replace('17",', '17", }')),
        "policy",
      ));
    it("but no event that holds one", () =>
      assert.equal(kindOf(`{"principalId": "u", "policyDocument": ${policy}}`), undefined));
    it("but no stack policy", () => assert.equal(kindOf(policy.replace('"*"', '"Update:*"')), undefined));
  });

  describe("nothing of ours", () => {
    const no: Record<string, string> = {
      Kubernetes: "apiVersion: v1\nkind: Service\nmetadata:\n  name: x\n",
      workflow: "on: push\njobs:\n  x:\n    steps:\n      - uses: actions/checkout@v4\n",
      OpenAPI: "openapi: 3.0.1\npaths: {}\n",
      "Serverless without resources": "service: x\nprovider:\n  name: aws\n",
      "Serverless for another cloud": "service: x\nprovider:\n  name: azure\ncustom:\n  Effect: Allow\n",
      "Ansible task": "- name: role\n  iam_role:\n    name: x\n    action: sts:AssumeRole\n",
      "registry schema": '{"typeName": "AWS::IAM::Role", "properties": {"Type": {"type": "string"}}}',
      parameters: '{"Parameters": {"RoleArn": "arn:aws:iam::111122223333:role/x"}}',
      "state machine":
        '{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:lambda:::x"}}}',
      package: '{"name": "x", "version": "1.0.0"}',
      "Compose file": "services:\n  web:\n    image: x\n",
      "Terraform JSON": '{"resource": {"aws_iam_role": {"x": {"assume_role_policy": "{}"}}}}',
      "a template in a string": "data:\n  template: |\n    AWSTemplateFormatVersion: 2010-09-09\n",
      "resources of something else": "Resources:\n  - Type: pod\n",
      "CodeDeploy's appspec":
        "version: 0.0\nResources:\n  - Service:\n      Type: AWS::ECS::Service\n      Properties:\n        Port: 80\n",
      "tests of CloudFormation Guard":
        "- name: a\n  input:\n    Resources:\n      R:\n        Type: AWS::IAM::Role\n        Properties:\n          Path: /\n",
      "more than CloudFormation takes": `AWSTemplateFormatVersion: x\n${"# x\n".repeat(600_000)}`,
      "a list that holds templates": JSON.stringify(
        [{ input: { Resources: { R: { Type: "AWS::IAM::Role", Properties: {} } } } }],
        undefined,
        1,
      ),
      empty: "",
    };
    for (const [name, text] of Object.entries(no)) it(name, () => assert.equal(kindOf(text), undefined));
  });
});
