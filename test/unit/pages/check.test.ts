import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildConceptIndex } from "../../../scripts/pages/index.mjs";

const SOURCE = "https://docs.aws.amazon.com/cognito/latest/developerguide/what-is-amazon-cognito.html";

/** A page in good order; each test spoils one thing. */
const page = (fields: { service?: string; related?: string; front?: string; body?: string }): string =>
  `---
title: A page
service: ${fields.service ?? "cognito"}
${fields.front ?? ""}related:
  - ${fields.related ?? "start/which-one"}
sources:
  - ${SOURCE}
---
${fields.body ?? "One sentence."}
`;
const startPage = (related: string): string => page({ service: "start", related });

function build(files: Record<string, string>): ReturnType<typeof buildConceptIndex> {
  const root = mkdtempSync(join(tmpdir(), "pages-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, "media", name)), { recursive: true });
      writeFileSync(join(root, "media", name), text);
    }
    return buildConceptIndex(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const together = (pool: string, more: Record<string, string> = {}): Record<string, string> => ({
  "concepts/start/which-one.md": startPage("cognito/pool"),
  "concepts/cognito/pool.md": pool,
  ...more,
});

/** Asserts the one problem of a set of pages, the pool's file unless said otherwise. */
function wrong(files: Record<string, string>, line: number, message: RegExp, file = "cognito/pool"): void {
  const { problems } = build(files);
  assert.equal(problems.length, 1, problems.join("\n"));
  assert.ok(problems[0]?.startsWith(`media/concepts/${file}.md:${line}: `), problems[0]);
  assert.match(problems[0] ?? "", message);
  assert.match(problems[0] ?? "", / Remedy: .+\.$/);
}

describe("the checker of the pages", () => {
  it("passes pages in good order, and none at all", () => {
    assert.deepEqual(
      build(together(page({ body: "One.\n\n## How it works\n\nSo.\n\n## In CDK\n\nSo." }))).problems,
      [],
    );
    assert.deepEqual(build({}).problems, []);
  });

  it("refuses a missing or broken front matter", () => {
    assert.match(build(together("One sentence.\n")).problems[0] ?? "", /pool\.md:1: no front matter/);
    wrong(together(page({ front: "terms: AWS::X\n" })), 4, /`terms` is no list/);
    wrong(together(page({ front: "keywords:\n  - a\n" })), 4, /unknown field `keywords`/);
  });

  it("refuses a service of another folder, and an unknown one", () => {
    wrong(together(page({ service: "iam" })), 3, /service `iam` in folder cognito/);
    wrong(together(page({ service: "s3" })), 3, /unknown service `s3`/);
  });

  it("refuses a source that is nobody's official page", () => {
    wrong(together(page({}).replace(SOURCE, "https://example.com/cognito")), 7, /no official address/);
    wrong(
      together(page({}).replace(SOURCE, "https://docs.aws.amazon.com.evil.example/x")),
      7,
      /no official address/,
    );
  });

  it("refuses a first paragraph that is too long for a hover, or missing", () => {
    wrong(together(page({ body: "a".repeat(260) })), 1, /has 260 characters/);
    assert.deepEqual(build(together(page({ body: "a".repeat(259) }))).problems, []);
    wrong(together(page({ body: "## How it works\n\nSo." })), 1, /doesn't start with a paragraph/);
  });

  it("refuses unknown, doubled and misplaced sections", () => {
    wrong(together(page({ body: "One.\n\n## Background\n\nSo." })), 11, /unknown section "Background"/);
    wrong(together(page({ body: "One.\n\n## In CDK\n\nSo.\n\n## In CDK\n\nSo." })), 15, /stands twice/);
    wrong(
      together(page({ body: "One.\n\n## In CDK\n\nSo.\n\n## How it works\n\nSo." })),
      15,
      /stands too late/,
    );
    wrong(together(page({ body: "One.\n\n# Title\n\nSo." })), 11, /heading of level 1/);
  });

  it("refuses related pages and links that lead nowhere", () => {
    wrong(together(page({ related: "cognito/none" })), 5, /related page `cognito\/none` does not exist/);
    wrong(together(page({ body: "One.\n\nSee [it](none.md)." })), 11, /the link none\.md leads nowhere/);
    wrong(together(page({ body: "One.\n\nSee\n[it](../start/which-one.md#no)." })), 12, /has no section #no/);
    wrong(together(page({ body: "One.\n\nSee [it](https://example.com)." })), 11, /no official address/);
    const good =
      "One.\n\nSee [there](#what-cant-be-changed-later).\n\n## What can't be changed later\n\nAll.";
    assert.deepEqual(build(together(page({ body: good }))).problems, []);
  });

  it("refuses names and words that two pages claim", () => {
    const claims = (front: string): Record<string, string> =>
      together(page({ front: "terms:\n  - AWS::A::B\nwords:\n  - user pool\n", related: "cognito/other" }), {
        "concepts/cognito/other.md": page({ front }),
      });
    wrong(claims("terms:\n  - AWS::A::B\n"), 5, /`AWS::A::B` stands on cognito\/other too/);
    wrong(claims("formerly:\n  - User pool\n"), 7, /`user pool` stands on cognito\/other too/);
    assert.deepEqual(build(claims("terms:\n  - AWS::A::C\n")).problems, []);
  });

  it("refuses a page that nothing leads to", () => {
    wrong(
      together(page({}), { "concepts/cognito/island.md": page({}) }),
      1,
      /no path leads here/,
      "cognito/island",
    );
  });

  it("refuses raw HTML, unknown code blocks and too long a page", () => {
    wrong(together(page({ body: "One <b>bold</b>.".replace("</b>", "") })), 9, /raw HTML/);
    wrong(together(page({ body: "One &amp; two." })), 9, /raw HTML/);
    assert.deepEqual(build(together(page({ body: "One & two; `&amp;`." }))).problems, []);
    wrong(together(page({ body: "One.\n\n```hcl\nx\n```" })), 11, /language "hcl"/);
    wrong(together(page({ body: `One.\n\n${"word ".repeat(1400)}` })), 1, /the page has \d+ bytes/);
  });

  it("refuses pictures that are missing, outside, without text, or not closed in themselves", () => {
    const svg = (inside: string): string =>
      `<svg viewBox="0 0 1 1" role="img"><title>T</title>${inside}</svg>`;
    const withPicture = (markup: string, drawing = svg("")): Record<string, string> =>
      together(page({ body: `One.\n\n${markup}` }), { "diagrams/d.svg": drawing });
    assert.deepEqual(build(withPicture("![A pool](../../diagrams/d.svg)")).problems, []);
    wrong(withPicture("![](../../diagrams/d.svg)"), 11, /no text alternative/);
    wrong(withPicture("![A](../../diagrams/none.svg)"), 11, /does not exist/);
    wrong(withPicture("![A](../../icon.png)"), 11, /Use an SVG of media\/diagrams/);
    wrong(withPicture("![A](../../diagrams/d.svg)", svg("<script/>")), 11, /script/);
    wrong(withPicture("![A](../../diagrams/d.svg)", svg('<use href="https://x.example/a"/>')), 11, /outside/);
    wrong(withPicture("![A](../../diagrams/d.svg)", svg("x".repeat(7000))), 11, /more than 6144 bytes/);
  });
});

describe("the index of the pages", () => {
  it("holds what a hover and a search need, without the bodies", () => {
    const front =
      "terms:\n  - AWS::Cognito::UserPool\nwords:\n  - user pool\nformerly:\n  - your user pool\nsearch:\n  - sign up\n";
    const body =
      "Users, with `code` and\na [link](#how-it-works).\n\n## How it works\n\nSo.\n\n### Deeper\n\nSo.";
    const { index, problems } = build(together(page({ front, body })));
    assert.deepEqual(problems, []);
    assert.deepEqual(index.concepts[0], {
      id: "cognito/pool",
      title: "A page",
      service: "cognito",
      summary: "Users, with `code` and a link.",
      related: ["start/which-one"],
      sources: [SOURCE],
      sections: [{ anchor: "how-it-works", title: "How it works" }],
    });
    assert.deepEqual(index.terms, { "AWS::Cognito::UserPool": "cognito/pool" });
    assert.deepEqual(index.words, [
      { word: "user pool", concept: "cognito/pool", formerly: false },
      { word: "your user pool", concept: "cognito/pool", formerly: true },
    ]);
    assert.deepEqual(index.searches, [{ word: "sign up", concept: "cognito/pool" }]);
  });
});
