import { fuzz, randomFrom } from "../../../support/fuzz.ts";
import { JSON_TEMPLATE, POLICY, YAML_TEMPLATE } from "../../../support/templates.ts";

/** `npm run fuzz` sets more; a seed from a failure shows it again. */
const edits = Number(process.env.FUZZ_EDITS ?? 5000);
const seed = Number(process.env.FUZZ_SEED ?? 20261122);

describe(`random edits (${edits}, seed ${seed})`, function () {
  this.timeout(0);
  const share = Math.ceil(edits / 5);
  const cases: readonly (readonly [string, string, string])[] = [
    ["a YAML template", YAML_TEMPLATE, "yaml"],
    ["one with Windows line ends", YAML_TEMPLATE.replaceAll("\n", "\r\n"), "yaml"],
    ["a JSON template", JSON_TEMPLATE, "json"],
    ["one on a single line", JSON.stringify(JSON.parse(JSON_TEMPLATE)), "json"],
    ["a policy document", POLICY, "json"],
  ];
  for (const [name, text, language] of cases)
    it(`give what a fresh reading gives: ${name}`, () => fuzz(text, language, share, randomFrom(seed)));
});
