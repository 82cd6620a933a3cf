import assert from "node:assert/strict";
import { fill } from "../../../src/core/snippets/fill.ts";
import { insertionFor } from "../../../src/core/snippets/insert.ts";
import { placeAt, placeFor } from "../../../src/core/snippets/place.ts";
import { preview } from "../../../src/core/snippets/preview.ts";
import type { Setup } from "../../../src/core/snippets/setups.ts";

const setup: Setup = {
  id: "x",
  title: "X",
  group: "Roles",
  concept: "iam/role",
  description: "",
  name: "App",
};
const bodies = {
  yaml: ["${1:App}Role:", "\tType: AWS::IAM::Role", "${1}Policy:", "\tType: AWS::IAM::ManagedPolicy"],
  json: ['"${1:App}Role": {', '\t"Type": "AWS::IAM::Role"', "}"],
};
type Language = keyof typeof bodies;

/** The text with the cursor at `|`, after a set-up went in, its tab stops shown by their defaults. */
function inserted(language: Language, marked: string, how: "typed" | "asked"): string | undefined {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  const doc = { uri: "file:///t", languageId: language, version: 1, text };
  const place = how === "typed" ? placeAt(doc, language, offset, 2) : placeFor(doc, language, offset, 2);
  if (!place) return undefined;
  const { range, snippet, edits } = fill(setup, bodies[language], place, text, language);
  const name = /\$\{1:(\w+)\}/.exec(snippet)?.[1] ?? "";
  const all = [...edits, { range, text: snippet.replace(/\$\{1(:\w+)?\}/g, name) }];
  return all
    .sort((a, b) => b.range.start - a.range.start)
    .reduce((out, edit) => out.slice(0, edit.range.start) + edit.text + out.slice(edit.range.end), text);
}

const yaml = (indent: string, ...names: string[]) =>
  names
    .map(
      (name) =>
        `${indent}${name}Role:\n${indent}${indent}Type: AWS::IAM::Role\n${indent}${name}Policy:\n${indent}${indent}Type: AWS::IAM::ManagedPolicy`,
    )
    .join("\n");

describe("a snippet in a YAML template, as one types", () => {
  it("stands under Resources at the file's indentation", () => {
    assert.equal(inserted("yaml", "Resources:\n  |\n", "typed"), `Resources:\n${yaml("  ", "App")}\n`);
    assert.equal(
      inserted("yaml", "Resources:\n    Topic:\n        Type: AWS::SNS::Topic\n    ro|\n", "typed"),
      `Resources:\n    Topic:\n        Type: AWS::SNS::Topic\n${yaml("    ", "App")}\n`,
    );
  });

  it("takes the place of the words that were typed for it", () => {
    assert.equal(
      inserted("yaml", "Resources:\n  user pool|\n", "typed"),
      `Resources:\n${yaml("  ", "App")}\n`,
    );
  });

  it("keeps the line ends of the file", () => {
    assert.equal(
      inserted("yaml", "Resources:\r\n  |\r\nOutputs: {}\r\n", "typed"),
      `Resources:\n${yaml("  ", "App")}\nOutputs: {}\n`.replaceAll("\n", "\r\n"),
    );
  });

  it("stands on an empty line between two resources, even without its indentation", () => {
    assert.equal(
      inserted("yaml", "Resources:\n  A:\n    Type: X\n|\n  B:\n    Type: Y\n", "typed"),
      `Resources:\n  A:\n    Type: X\n${yaml("  ", "App")}\n  B:\n    Type: Y\n`,
    );
  });

  it("stands above a resource, typed without its indentation", () => {
    assert.equal(
      inserted("yaml", "Resources:\nrole|\n\n  B:\n    Type: Y\n", "typed"),
      `Resources:\n${yaml("  ", "App")}\n\n  B:\n    Type: Y\n`,
    );
    assert.equal(inserted("yaml", "Resources:\n  B:\n    Type: Y\nrole|\n", "typed"), undefined);
  });

  it("takes another name when its own is taken", () => {
    assert.equal(
      inserted("yaml", "Resources:\n  AppPolicy:\n    Type: X\n  |\n", "typed"),
      `Resources:\n  AppPolicy:\n    Type: X\n${yaml("  ", "App2")}\n`,
    );
  });

  for (const [where, text] of Object.entries({
    "in a property": "Resources:\n  A:\n    Type: X\n    Properties:\n      |\n",
    "at the level of Type": "Resources:\n  A:\n    |\n",
    "in a value": "Resources:\n  A: ro|\n",
    "in a comment": "Resources:\n  # ro|\n  A:\n    Type: X\n",
    "at the top level": "Resources:\n  A:\n    Type: X\n|\n",
    "in another section": "Resources:\n  A:\n    Type: X\nOutputs:\n  |\n",
    "in a file without Resources": "jobs:\n  |\n",
    "in a block scalar": "Resources:\n  A:\n    Code: |-\n      x\n      |\n".replace("|-", ">-"),
    "in the midst of a resource": "Resources:\n  A:\n    Type: X\n  |\n    Properties: {}\n",
    "in the midst of a block scalar": "Resources:\n  A:\n    Code: >-\n      x\n  |\n      y\n",
    "in a list": "Resources:\n  A:\n    Type: X\n    Properties:\n      L:\n        - |\n",
    "before what stands on the line": "Resources:\n  |A:\n    Type: X\n",
  }))
    it(`doesn't stand ${where}`, () => assert.equal(inserted("yaml", text, "typed"), undefined));
});

describe("a snippet in a YAML template, asked for from anywhere", () => {
  it("makes a whole template in an empty file", () => {
    assert.equal(
      inserted("yaml", "|", "asked"),
      `AWSTemplateFormatVersion: '2010-09-09'\nResources:\n${yaml("  ", "App")}\n`,
    );
    assert.equal(
      inserted("yaml", "\uFEFF|\r\n", "asked"),
      `\uFEFFAWSTemplateFormatVersion: '2010-09-09'\nResources:\n${yaml("  ", "App")}\n`.replaceAll(
        "\n",
        "\r\n",
      ),
    );
  });

  it("makes Resources where there is none", () => {
    assert.equal(
      inserted(
        "yaml",
        "AWSTemplateFormatVersion: '2010-09-09'\nParameters:\n    P|:\n        Type: String\n",
        "asked",
      ),
      `AWSTemplateFormatVersion: '2010-09-09'\nParameters:\n    P:\n        Type: String\nResources:\n${yaml("    ", "App")}\n`,
    );
    assert.equal(inserted("yaml", "Resources: {}|\n", "asked"), `Resources:\n${yaml("  ", "App")}\n`);
  });

  it("has no place beside resources in braces or from an anchor", () => {
    assert.equal(inserted("yaml", "Resources: { A: { Type: X } }|\n", "asked"), undefined);
    assert.equal(inserted("yaml", "x: &r {}\nResources: *r|\n", "asked"), undefined);
  });

  it("goes after the resource that the cursor stands in, above the next one's comment", () => {
    assert.equal(
      inserted("yaml", "Resources:\n  A:\n    Type: |X\n\n  # About B\n  B:\n    Type: Y\n", "asked"),
      `Resources:\n  A:\n    Type: X\n\n${yaml("  ", "App")}\n\n  # About B\n  B:\n    Type: Y\n`,
    );
  });

  it("goes to the end of Resources from another section, and from the last line without a line end", () => {
    assert.equal(
      inserted("yaml", "Resources:\n  A:\n    Type: X\nOutputs:\n  O|:\n    Value: 1\n", "asked"),
      `Resources:\n  A:\n    Type: X\n${yaml("  ", "App")}\nOutputs:\n  O:\n    Value: 1\n`,
    );
    assert.equal(
      inserted("yaml", "Resources:\n  A:\n    Type: X|", "asked"),
      `Resources:\n  A:\n    Type: X\n${yaml("  ", "App")}`,
    );
  });
});

const json = (indent: string, name = "App") =>
  `${indent}${indent}"${name}Role": {\n${indent}${indent}${indent}"Type": "AWS::IAM::Role"\n${indent}${indent}}`;

describe("a snippet in a JSON template, as one types", () => {
  it("stands in Resources with its commas", () => {
    assert.equal(
      inserted("json", '{\n  "Resources": {\n    |\n  }\n}', "typed"),
      `{\n  "Resources": {\n${json("  ")}\n  }\n}`,
    );
    assert.equal(
      inserted("json", '{\n\t"Resources": {\n\t\t"A": {},\n\t\t"ro|"\n\t\t"B": {}\n\t}\n}', "typed"),
      `{\n\t"Resources": {\n\t\t"A": {},\n${json("\t")},\n\t\t"B": {}\n\t}\n}`,
    );
    assert.equal(
      inserted("json", '{\n    "Resources": {\n        "A": {}\n        |\n    }\n}', "typed"),
      `{\n    "Resources": {\n        "A": {},\n${json("    ")}\n    }\n}`,
    );
    assert.equal(
      inserted("json", '{\n  "Resources": {|}\n}', "typed"),
      `{\n  "Resources": {\n${json("  ")}\n  }\n}`,
    );
  });

  for (const [where, text] of Object.entries({
    "in a resource": '{ "Resources": { "A": {\n|\n} } }',
    "in a value": '{ "Resources": { "A": "ro|" } }',
    "as a value": '{ "Resources": { "A": |, "B": {} } }',
    "as the last value": '{ "Resources": { "A": | } }',
    "in a key that is there": '{ "Resources": { "A|": {} } }',
    "beside Resources": '{ "Resources": {},\n|\n}',
    "in another object": '{ "Outputs": {\n|\n} }',
    "in a list": '{ "Resources": [\n|\n] }',
    "in a comment": '{ "Resources": {\n // ro|\n} }',
  }))
    it(`doesn't stand ${where}`, () => assert.equal(inserted("json", text, "typed"), undefined));
});

describe("a snippet in a JSON template, asked for from anywhere", () => {
  it("makes a whole template in an empty file", () => {
    assert.equal(
      inserted("json", "|", "asked"),
      `{\n  "AWSTemplateFormatVersion": "2010-09-09",\n  "Resources": {\n${json("  ")}\n  }\n}\n`,
    );
  });

  it("makes Resources where there is none", () => {
    assert.equal(
      inserted("json", '{\n    "Parameters": {|}\n}\n', "asked"),
      `{\n    "Parameters": {},\n    "Resources": {\n${json("    ")}\n    }\n}\n`,
    );
  });

  it("goes after the resource that the cursor stands in", () => {
    assert.equal(
      inserted(
        "json",
        '{\n  "Resources": {\n    "A": {\n      "Type": "|X"\n    },\n    "B": {}\n  }\n}',
        "asked",
      ),
      `{\n  "Resources": {\n    "A": {\n      "Type": "X"\n    },\n${json("  ")},\n    "B": {}\n  }\n}`,
    );
    assert.equal(
      inserted("json", '{\n  "Resources": {\n    "A": {}\n  },\n  "Outputs": {|}\n}', "asked"),
      `{\n  "Resources": {\n    "A": {},\n${json("  ")}\n  },\n  "Outputs": {}\n}`,
    );
  });

  it("doesn't go into a text that is no object", () =>
    assert.equal(inserted("json", "[1, |2]", "asked"), undefined));
});

describe("a snippet of AWS SAM", () => {
  const sam = {
    yaml: ["${1:App}Api:", "\tType: AWS::Serverless::HttpApi"],
    json: ['"${1:App}Api": { "Type": "AWS::Serverless::HttpApi" }'],
  };
  const made = (language: Language, text: string): string => {
    const doc = { uri: "file:///t", languageId: language, version: 1, text };
    const insertion = insertionFor(doc, language, 0, 2, setup, sam[language]);
    assert.ok(insertion);
    return [...insertion.edits, { range: insertion.range, text: preview(insertion.snippet.split("\n")) }]
      .sort((a, b) => b.range.start - a.range.start)
      .reduce((out, edit) => out.slice(0, edit.range.start) + edit.text + out.slice(edit.range.end), text);
  };

  it("brings its transform into a template that has none", () => {
    assert.equal(
      made("yaml", "Resources:\n  A:\n    Type: X\n"),
      "Transform: AWS::Serverless-2016-10-31\nResources:\n  A:\n    Type: X\n  AppApi:\n    Type: AWS::Serverless::HttpApi\n",
    );
    assert.deepEqual(Object.keys(JSON.parse(made("json", '{\n  "Resources": {}\n}'))), [
      "Transform",
      "Resources",
    ]);
    assert.match(
      made("yaml", ""),
      /^AWSTemplateFormatVersion: '2010-09-09'\nTransform: AWS::Serverless-2016-10-31\nResources:\n/,
    );
  });

  it("leaves a transform that is there", () => {
    const text = "Transform: [Mine]\nResources:\n  A:\n    Type: X\n";
    assert.doesNotMatch(made("yaml", text), /Serverless-2016/);
  });
});
