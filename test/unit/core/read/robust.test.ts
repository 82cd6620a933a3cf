import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  cautionsOf,
  findings,
  type ReadContext,
  readResource,
  summarise,
  withFix,
} from "../../../../src/core/read/index.ts";
import { plain } from "../../../../src/core/text.ts";
import type { Resource, Value } from "../../../../src/core/types.ts";
import { contextOf } from "../../../support/readings.ts";

const sample = readFileSync(join(import.meta.dirname, "../../../workspace/template.yaml"), "utf8");

function read(resource: Resource, text: string, context: ReadContext): void {
  const told = [...readResource(resource, context), summarise(resource, context)].map(plain);
  for (const words of told) assert.doesNotMatch(words, /undefined|\[object|NaN|[\ue000-\uf8ff]/);
  for (const finding of cautionsOf(resource, context)) withFix(finding, resource, text, context);
}

function readAll(text: string): void {
  const context = contextOf(text);
  for (const resource of context.model.resources.values()) read(resource, text, context);
}

/** Every value of a template replaced by others that don't belong there. */
const STRANGE: readonly Value[] = [
  { kind: "scalar", value: null, range: { start: 0, end: 0 } },
  { kind: "scalar", value: -1, range: { start: 0, end: 0 } },
  { kind: "scalar", value: "\ue000\uf8ff${}${!}${.}", range: { start: 0, end: 0 } },
  { kind: "list", items: [], range: { start: 0, end: 0 } },
  {
    kind: "map",
    entries: [{ key: "Fn::If", keyRange: { start: 0, end: 0 }, value: undefined }],
    range: { start: 0, end: 0 },
  },
  { kind: "unknown", text: "props.x", range: { start: 0, end: 0 } },
  ...[
    "Ref",
    "Fn::GetAtt",
    "Fn::Sub",
    "Fn::Join",
    "Fn::If",
    "Fn::Select",
    "Fn::Split",
    "Fn::FindInMap",
    "Fn::Nothing",
  ].flatMap((name): Value[] => [
    {
      kind: "intrinsic",
      name,
      argument: { kind: "list", items: [], range: { start: 0, end: 0 } },
      range: { start: 0, end: 0 },
    },
    {
      kind: "intrinsic",
      name,
      argument: { kind: "scalar", value: "Nowhere.Arn", range: { start: 0, end: 0 } },
      range: { start: 0, end: 0 },
    },
  ]),
];

function* variants(value: Value): Generator<Value> {
  yield* STRANGE;
  if (value.kind === "list")
    for (const [i, item] of value.items.entries())
      for (const other of variants(item)) yield { ...value, items: value.items.with(i, other) };
  if (value.kind === "map")
    for (const [i, e] of value.entries.entries())
      for (const other of e.value ? variants(e.value) : STRANGE)
        yield { ...value, entries: value.entries.with(i, { ...e, value: other }) };
}

describe("readings of what is broken", () => {
  it("go on at every place where a file may end", () => {
    for (let end = 0; end < sample.length; end += 31) readAll(sample.slice(0, end));
  }).timeout(20_000);

  it("take any value in any place", () => {
    const context = contextOf(sample);
    let count = 0;
    for (const resource of context.model.resources.values()) {
      if (!resource.properties) continue;
      for (const properties of variants(resource.properties)) {
        if (properties.kind !== "map") continue;
        const resources = new Map(context.model.resources).set(resource.id, { ...resource, properties });
        const model = { ...context.model, resources };
        for (const other of resources.values()) read(other, sample, { ...context, model });
        count++;
      }
    }
    assert.ok(count > 300, `${count} variants`);
  }).timeout(60_000);

  it("follow no circle and no depth without end", () => {
    const deep = `${"!If [C, ".repeat(200)}x${", y]".repeat(200)}`;
    readAll(
      `Resources:\n  R: { Type: AWS::IAM::Role, Properties: { RoleName: ${deep}, ManagedPolicyArns: ${deep} } }\n`,
    );
  });

  it("take a policy of ten thousand statements and come to an end", () => {
    const statement = '{ Effect: Allow, Principal: { AWS: "*" }, Action: "sts:*", Resource: "*" }';
    const text = `Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n        Statement:\n${`          - ${statement}\n`.repeat(10_000)}`;
    const context = contextOf(text);
    const [resource] = context.model.resources.values();
    assert.ok(resource);
    readResource(resource, context);
    findings(context.model, context);
  }).timeout(20_000);
});
