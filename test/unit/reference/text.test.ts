import assert from "node:assert/strict";
import type { Concept } from "../../../src/core/types.ts";
import { createReference } from "../../../src/reference/reference.ts";
import { createTextSearch } from "../../../src/reference/text.ts";
import type { Target } from "../../../src/reference/types.ts";
import { loadKnowledge } from "../../support/knowledge.ts";

const concept = (id: string, title: string): Concept => ({
  id,
  title,
  service: "iam",
  summary: "",
  related: [],
  sources: [],
  sections: [
    { title: "What goes wrong", anchor: "what-goes-wrong" },
    { title: "Exam tip (CLF-C02)", anchor: "exam-tip" },
  ],
});

const bodies = {
  "iam/role": `
A **role** has [sessions](../sts/session.md#how-long).

## In CloudFormation

\`\`\`yaml
Type: AWS::Secret::Code
\`\`\`

## What goes wrong

- \`AccessDenied\` at once: the trust policy doesn't name the caller.

## Exam tip (CLF-C02)

A hat is worn by one at a time.
`,
  "iam/user": "A user signs in; the audit log says AccessDenied where they may not.",
};

const search = createTextSearch(
  () => [concept("iam/role", "Role"), concept("iam/user", "User"), concept("sts/sts", "STS")],
  async (path) => (path === "dist/pages/iam.json" ? JSON.stringify(bodies) : undefined),
);
const titles = (found: readonly Target[]): string[] => found.map(({ title }) => title);

describe("search in the text of pages", () => {
  it("finds the line and its section, without Markdown", async () => {
    assert.deepEqual((await search("caller"))[0], {
      title: "Role",
      detail: "…policy doesn't name the caller.",
      address: { kind: "concept", id: "iam/role", section: "what-goes-wrong" },
    });
    assert.deepEqual((await search("sessions"))[0], {
      title: "Role",
      detail: "A role has sessions.",
      address: { kind: "concept", id: "iam/role" },
    });
  });

  it("finds a name by its words, each page once, and every word of several", async () => {
    assert.deepEqual(titles(await search("access denied")), ["Role", "User"]);
    assert.deepEqual(titles(await search("user AccessDenied")), ["User"]);
    assert.deepEqual(titles(await search("AccessDenied nowhere")), []);
  });

  it("looks at the beginnings of words, not into code or exam tips", async () => {
    assert.deepEqual(titles(await search("aud")), ["User"]);
    for (const query of ["enied", "Secret", "hat", "si", "(", "a.*"])
      assert.deepEqual(titles(await search(query)), [], query);
  });
});

describe("what a search of the reference finds", () => {
  const names = {
    terms: () => ({}),
    constructsByType: async () => new Map(),
    types: ["AWS::None::Such"],
    constructs: async () => [],
    snippets: async () => [{ id: "x", title: "Denied access", description: "" }],
    words: () => [{ word: "userpool", concept: "cognito/user-pool" }],
  };
  const text =
    '{ "iam/role": "AccessDenied for AWS::None::Such, a UserPool and AssumeRole", "sts/assume-role": "AccessDenied" }';
  const reference = createReference(loadKnowledge(), names, async (path) =>
    path === "dist/pages/iam.json" ? text : undefined,
  );
  const groups = async (query: string) => (await reference.find(query)).map(({ title }) => title);

  it("has the text first where nothing is called so, and after what is", async () => {
    assert.deepEqual(await groups("access denied"), ["In the text", "Snippets"]);
    assert.deepEqual(await groups("AWS::None::Such"), ["Resource types", "In the text"]);
    assert.deepEqual(await groups("userpool"), ["Pages", "Actions", "In the text"]);
  });

  it("has no text where enough pages are called so", async () => {
    assert.ok(!(await groups("AssumeRole")).includes("In the text"));
  });
});
