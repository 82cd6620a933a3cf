import assert from "node:assert/strict";
import { detect } from "../../src/core/detect.ts";
import { createTemplateLocator } from "../../src/core/template/locate.ts";
import type { Located, Site, TextDoc } from "../../src/core/types.ts";

/** A document from its text; JSON by its first character. */
export function docOf(
  text: string,
  languageId = /^\s*(?:\[|\{(?![{%#]))/.test(text) ? "json" : "yaml",
): TextDoc {
  return { uri: "file:///test", languageId, version: 1, text };
}

export function locateText(text: string): Located {
  const doc = docOf(text);
  const dialect = detect(doc);
  assert.ok(dialect && dialect.kind !== "cdk", "the text is a template or a policy");
  return createTemplateLocator().locate(doc, dialect);
}

/** The site at the cursor: `«...»` marks the range that it must have, `|` only a position. */
export function siteIn(marked: string): Site | undefined {
  const start = marked.indexOf("«");
  const text = marked.replace(start < 0 ? "|" : /[«»]/g, "");
  const site = locateText(text).siteAt(start < 0 ? marked.indexOf("|") : start);
  if (start >= 0) {
    assert.ok(site, "there is a site");
    assert.equal(text.slice(site.range.start, site.range.end), marked.slice(start + 1, marked.indexOf("»")));
    assert.equal(site.range.start, start);
  }
  return site;
}
