import assert from "node:assert/strict";
import type { Explainer } from "../../../src/core/explainer.ts";
import { explainerOnDemand } from "../../../src/editor/explainer.ts";

const template = {
  uri: "file:///template.yaml",
  languageId: "yaml",
  version: 1,
  text: "Resources:\n  Role:\n    Type: AWS::IAM::Role\n",
};
const other = { ...template, uri: "file:///values.yaml", text: "kind: Role\n" };

/** An explainer that says nothing, and what it was asked, in order. */
function listening() {
  const asked: string[] = [];
  const explainer: Explainer = {
    async explainAt({ uri }) {
      asked.push(uri);
      return undefined;
    },
    outline: async () => [],
    findings: async () => [],
    forget: (uri) => void asked.push(`forget ${uri}`),
  };
  return { asked, explainer };
}

describe("the explainer on demand", () => {
  it("is loaded once, with the first file that is ours, and asked about others from then on", async () => {
    const { asked, explainer } = listening();
    let loads = 0;
    const onDemand = explainerOnDemand(async () => {
      loads++;
      return explainer;
    });
    assert.equal(await onDemand.outline(other), undefined);
    assert.deepEqual(await onDemand.findings(other), []);
    assert.equal(loads, 0);
    await Promise.all([onDemand.explainAt(template, 0), onDemand.explainAt(other, 0)]);
    assert.deepEqual(asked, [template.uri, other.uri]);
    assert.equal(loads, 1);
  });

  it("forgets a file that was closed while it was loaded after it was asked about", async () => {
    const { asked, explainer } = listening();
    const onDemand = explainerOnDemand(async () => explainer);
    const answer = onDemand.explainAt(template, 0);
    onDemand.forget(template.uri);
    await answer;
    assert.deepEqual(asked, [template.uri, `forget ${template.uri}`]);
  });

  it("is loaded again after a failure", async () => {
    const { explainer } = listening();
    let loads = 0;
    const onDemand = explainerOnDemand(async () => {
      if (loads++ === 0) throw new Error("not there");
      return explainer;
    });
    await assert.rejects(onDemand.outline(template), /not there/);
    assert.deepEqual(await onDemand.outline(template), []);
  });
});
