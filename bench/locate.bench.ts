import { detect } from "../src/core/detect.ts";
import { createTemplateLocator, type TemplateLocator } from "../src/core/template/locate.ts";
import type { TextDoc } from "../src/core/types.ts";
import { type Comparison, compare, type Section } from "./support/measure.ts";
import { asJson, templateOf } from "./support/templates.ts";

/** Finds what stands at an offset, from the text on: what a hover costs before anything is said. */
function siteAt(locator: TemplateLocator, doc: TextDoc, offset: number): void {
  const dialect = detect(doc);
  if (!dialect || dialect.kind === "cdk") throw new Error("not read as a template");
  const located = locator.locate(doc, dialect);
  if (!located.siteAt(offset)) throw new Error("nothing found");
  if (located.model().resources.size === 0) throw new Error("no resources");
}

function casesFor(lines: number, languageId: "yaml" | "json"): Comparison[] {
  const yaml = templateOf(lines);
  const text = languageId === "yaml" ? yaml : asJson(yaml);
  const offset = text.indexOf("OPTIONAL", text.length / 2) + 2;
  const edits = [0, 1].map((i) => `${text.slice(0, offset - 2)}${i}${text.slice(offset - 2)}`);
  const uri = "file:///template";
  const open: TextDoc = { uri, languageId, version: 1, text };
  const locator = createTemplateLocator();
  const edited = createTemplateLocator();
  let version = 1;
  let next = open;
  const title = `${languageId.toUpperCase()}, ${text.split("\n").length.toLocaleString("en")} lines`;
  return [
    { what: `first site, ${title}`, run: () => siteAt(createTemplateLocator(), open, offset) },
    { what: `site again, ${title}`, run: () => siteAt(locator, open, offset) },
    {
      what: `site after a keystroke, ${title}`,
      before: () => {
        version += 1;
        next = { ...open, version, text: edits[version % 2] ?? text };
      },
      run: () => siteAt(edited, next, offset),
    },
    { what: `all sites, ${title}`, run: () => allSites(open) },
  ];
}

function allSites(doc: TextDoc): void {
  const dialect = detect(doc);
  if (!dialect || dialect.kind === "cdk") throw new Error("not read as a template");
  for (const site of createTemplateLocator().locate(doc, dialect).sites())
    if (!site.text) throw new Error("empty");
}

export const section: Section = {
  title: "Finding what stands where in templates: the part of a hover before anything is said",
  rows: () =>
    compare([2_000, 20_000].flatMap((lines) => [...casesFor(lines, "yaml"), ...casesFor(lines, "json")])),
};
