import assert from "node:assert/strict";
import { createExplainer } from "../../../src/core/explainer.ts";
import { loadCdkData, loadKnowledge } from "../../support/knowledge.ts";

const knowledge = loadKnowledge();

function template(roles: number): string {
  const role = (n: number) => `  Role${n}:
    Type: AWS::IAM::Role
    Properties:
      MaxSessionDuration: 43200
      AssumeRolePolicyDocument:
        Statement: { Effect: Allow, Principal: "*", Action: sts:AssumeRole }
`;
  return `Resources:\n${Array.from({ length: roles }, (_, n) => role(n)).join("")}`;
}

const docOf = (roles: number) => ({
  ...{ uri: "file:///t.yaml", languageId: "yaml", version: 1 },
  text: template(roles),
});

describe("large files", () => {
  for (const ask of ["outline", "findings"] as const) {
    it(`${ask}: a hover is answered before all of the file is gone through`, async () => {
      const doc = docOf(200);
      const answered: string[] = [];
      let hover: Promise<unknown> | undefined;
      const explainer = createExplainer(knowledge, loadCdkData, async () => {
        hover ??= explainer.explainAt(doc, doc.text.indexOf("MaxSession")).then((found) => {
          answered.push(found?.title ?? "nothing");
        });
        await hover;
      });
      await explainer[ask](doc);
      answered.push(ask);
      assert.deepEqual(answered, ["MaxSessionDuration", ask]);
    });

    it(`${ask}: is the same with pauses and without`, async () => {
      const doc = docOf(200);
      let pauses = 0;
      const paused = createExplainer(knowledge, loadCdkData, async () => void pauses++);
      const found = await paused[ask](doc);
      assert.ok(pauses > 5, `${pauses} pauses`);
      assert.ok(found && found.length >= 200);
      assert.deepEqual(found, await createExplainer(knowledge, loadCdkData)[ask](doc));
    });

    it(`${ask}: waits for nothing while no pause is due`, async () => {
      const explainer = createExplainer(knowledge, loadCdkData, () => undefined);
      await explainer[ask](docOf(1)); // reads the facts
      let others = 0;
      const other = setImmediate(() => others++);
      await explainer[ask]({ ...docOf(200), version: 2 });
      clearImmediate(other);
      assert.equal(others, 0);
    });
  }
});
