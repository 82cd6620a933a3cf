import assert from "node:assert/strict";
import { skip } from "../../../support/skip.ts";
import { examples, prelude } from "./examples.ts";
import { agrees, type Label, type LezerLanguage, labels, parserOf } from "./lezer.ts";
import { located } from "./support.ts";

const { all } = examples();

describe(`cdk: Lezer's trees of the translated examples (${all.length})`, function () {
  this.timeout(120_000);

  for (const language of ["python", "java", "go"] as const satisfies readonly LezerLanguage[])
    it(`${language}: constructs, props with their construct, enum members`, async function () {
      const parser = await parserOf(language);
      if (!parser) skip(this, `needs @lezer/${language}: npm ci in test/oracles`);
      const totals = new Map<Label["role"], { wanted: number; hit: number }>();
      const missed: string[] = [];
      for (const example of all) {
        const before = prelude(example, language);
        const text = before + (example.translations[language] ?? "");
        const found = located(text, language);
        for (const label of labels(text, before.length, parser.parse(text).topNode, example)) {
          const total = totals.get(label.role) ?? { wanted: 0, hit: 0 };
          totals.set(label.role, total);
          total.wanted++;
          if (agrees(found, label)) total.hit++;
          else
            missed.push(`${label.role} ${label.fqn} ${label.name}: ${text.slice(label.at, label.at + 40)}`);
        }
      }
      assert.equal(totals.size, 3);
      for (const [role, { wanted, hit }] of totals) {
        console.log(`      ${language}: ${role} ${hit} of ${wanted}`);
        assert.ok(hit >= wanted * 0.995, `${role}: ${hit} of ${wanted}\n${missed.join("\n")}`);
      }
    });
});
