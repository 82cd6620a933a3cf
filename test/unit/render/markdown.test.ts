import assert from "node:assert/strict";
import MarkdownIt from "markdown-it";
import { code, strong } from "../../../src/core/text.ts";
import { codeMarkdown, escapeMarkdown, richMarkdown } from "../../../src/render/markdown.ts";

/** What a Markdown reader makes of it, as plain text, and every element other than paragraphs and code. */
function read(markdown: string): { text: string; elements: string[] } {
  const html = new MarkdownIt({ html: true, linkify: true }).render(markdown);
  const elements = [...html.matchAll(/<([a-z0-9]+)/g)]
    .map((m) => m[1] ?? "")
    .filter((e) => e !== "p" && e !== "code");
  const text = html
    .replace(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .trim();
  return { text, elements };
}

const HOSTILE = [
  "<img src=x onerror=alert(1)>",
  "[click](command:workbench.action.quit)",
  "](command:x)",
  "![x](https://evil.example/x.png)",
  "javascript:alert(1)",
  "https://evil.example",
  "www.evil.example",
  "$(trash) icon",
  "# heading",
  "- item",
  "1. item",
  "> quote",
  "a | b",
  "**bold** _it_ ~~no~~",
  "&lt;b&gt; &amp; &#60;",
  "`code` ``more``",
  "<https://evil.example>",
  "[ref]: https://evil.example",
  "back\\slash",
  "me@evil.example",
];

describe("words as Markdown", () => {
  for (const text of HOSTILE) {
    it(`shows ${text} as it stands`, () => {
      assert.deepEqual(read(escapeMarkdown(text)), { text, elements: [] });
    });
    it(`shows ${text} as code`, () => {
      const { text: shown, elements } = read(codeMarkdown(text));
      assert.deepEqual({ text: shown.replaceAll("\u2060", ""), elements }, { text, elements: [] });
    });
  }

  it("has nothing that VS Code takes for an icon, as words nor as code", () => {
    const icon = /(?<!\\)\$\([A-Za-z0-9-]+\)/;
    for (const markdown of [escapeMarkdown, codeMarkdown])
      assert.doesNotMatch(markdown("a $(trash) b"), icon);
  });

  it("takes out line breaks, control characters and marks that turn text around", () => {
    assert.equal(escapeMarkdown("a\u0000b\r\nc\u202e\u061cd"), "ab cd");
  });

  it("keeps the styles of spans", () => {
    assert.equal(
      richMarkdown([{ text: "Users of " }, code("App*Pool"), { text: " " }, strong("only")]),
      "Users of `App*Pool` **only**",
    );
  });
});
