import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { located, plain } from "./support.ts";

const fixture = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/cdk/${name}`, import.meta.url), "utf8");

interface Synthesised {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** DeletionPolicy and UpdateReplacePolicy, where there are any. */
  readonly policies?: Readonly<Record<string, string>>;
}

/** Messages that the CDK adds and nobody writes; the role that it makes for text messages. */
const LEFT_OUT = new Set([
  "VerificationMessageTemplate",
  "EmailVerificationMessage",
  "EmailVerificationSubject",
  "SmsVerificationMessage",
  "SmsConfiguration",
]);

/**
 * synth.json is what `cdk synth` makes of synth.ts (test/oracles/synth.mjs writes it), its logical ids replaced by
 * the construct ids, which are the variables' names too.
 */
describe("cdk: constructs in CloudFormation's shape, as cdk synth has them", () => {
  const model = located(fixture("synth.ts"), "typescript")?.model();
  const synthesised: Readonly<Record<string, Synthesised>> = JSON.parse(fixture("synth.json"));
  for (const [id, { type, properties, policies = {} }] of Object.entries(synthesised))
    it(`${id}: ${type}`, () => {
      const resource = model?.resources.get(id);
      assert.equal(resource?.type, type);
      const attributes = resource?.attributes.map(({ key, value }) => [key, plain(value)]);
      assert.deepEqual(Object.fromEntries(attributes ?? []), policies);
      const own = plain(resource?.properties) as Readonly<Record<string, unknown>>;
      const names = new Set(
        [...Object.keys(properties), ...Object.keys(own)].filter((name) => !LEFT_OUT.has(name)),
      );
      for (const name of names) assert.deepEqual(own[name], properties[name], name);
    });
});
