import assert from "node:assert/strict";
import type { Concept } from "../../../src/core/types.ts";
import { pageTarget, picturesOf, renderPage } from "../../../src/render/page.ts";

const concept: Concept = {
  id: "sts/assume-role",
  title: "AssumeRole",
  service: "sts",
  summary: "",
  related: [],
  sources: [],
  sections: [
    { title: "How it works", anchor: "how-it-works" },
    { title: "Exam tip (CLF-C02)", anchor: "exam-tip" },
  ],
};
const parts = {
  picture: (name: string) => (name === "known" ? "<svg></svg>" : undefined),
  hide: () => false,
};
const render = (source: string, more = {}) => renderPage(concept, source, { ...parts, ...more });

describe("a page as HTML", () => {
  it("gives headings the anchors of the index", () => {
    assert.match(render("## How it works\n"), /<h2 id="how-it-works">/);
  });

  it("hides a section with all it holds, and nothing after it", () => {
    const html = render("## Exam tip (CLF-C02)\n\ntip\n\n- more\n\n## How it works\n\nkept\n", {
      hide: (title: string) => title.startsWith("Exam"),
    });
    assert.ok(!html.includes("tip") && !html.includes("more") && html.includes("kept"));
  });

  it("keeps HTML of the source as text", () => {
    assert.match(render("<img src=x onerror=alert(1)>"), /&lt;img/);
    assert.match(render("&lt;b&gt;"), /&amp;lt;b&amp;gt;/);
  });

  it("names a table by its heads, and has none without words", () => {
    const html = render("| | pool | `role` |\n| --- | --- | --- |\n| is | a directory | |\n");
    assert.match(html, /aria-label="Table: pool, role"/);
    assert.match(html, /<td><\/td>\n<th>pool<\/th>\n<th><code>role/);
  });

  it("turns links between pages into page ids and leaves AWS's alone", () => {
    assert.match(
      render("[r](../iam/role.md#limits)"),
      /<a href="#" data-page="iam\/role" data-section="limits">/,
    );
    assert.match(render("[a](https://docs.aws.amazon.com/)"), /<a href="https:\/\/docs.aws.amazon.com\/">/);
  });

  it("puts pictures inline, or their text where a picture is missing", () => {
    assert.match(
      render("![A <b> picture](../../diagrams/known.svg)"),
      /aria-label="A &#60;b&#62; picture"><svg>/,
    );
    assert.match(render("![Its text](../../diagrams/other.svg)"), /<span class="picture-missing">Its text/);
    assert.deepEqual(picturesOf("![a](../../diagrams/known.svg) ![b](x.png)"), ["known"]);
  });
});

describe("where a link leads", () => {
  for (const [target, id, section] of [
    ["session-duration.md", "sts/session-duration", undefined],
    ["../iam/role.md", "iam/role", undefined],
    ["../iam/role.md#limits", "iam/role", "limits"],
    ["#how-it-works", "sts/assume-role", "how-it-works"],
  ] as const) {
    it(target, () => assert.deepEqual(pageTarget("sts/assume-role", target), { id, section }));
  }
  it("an address is no page", () =>
    assert.equal(pageTarget("sts/assume-role", "https://x.example/a.md"), undefined));
});
