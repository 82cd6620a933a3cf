// The concept index: what the bundle holds of the pages. Built from media/concepts, never committed.
import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { checkPage, checkTogether } from "./check.mjs";
import { readPage } from "./read.mjs";

/**
 * Reads and checks all pages under `root`/media.
 * @param {string} root the repository
 * @returns {{ index: import("../../src/knowledge/concepts.ts").ConceptIndex, pages: object[], problems: string[] }}
 * `problems` are lines ready to print, `file:line: what is wrong. Remedy: ...`; the index leaves out what they are about.
 */
export function buildConceptIndex(root) {
  const media = join(root, "media");
  const pages = readPages(join(media, "concepts"));
  const all = [
    ...pages.flatMap((page) => checkPage(page, media).map((wrong) => [page, wrong])),
    ...checkTogether(pages, media),
  ];
  const problems = all.map(
    ([page, { line, message, remedy }]) =>
      `${relative(root, page.path)}:${line}: ${message}. Remedy: ${remedy}.`,
  );
  return { index: indexOf(pages), pages, problems };
}

function readPages(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => String(name).replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => readPage(join(folder, name), name.slice(0, -".md".length)));
}

function indexOf(pages) {
  const ids = new Set(pages.map((page) => page.id));
  const terms = {};
  const words = [];
  const searches = [];
  for (const page of pages) {
    for (const { value } of page.terms) terms[value] ??= page.id;
    for (const { value } of page.words) words.push({ word: value, concept: page.id, formerly: false });
    for (const { value } of page.formerly) words.push({ word: value, concept: page.id, formerly: true });
    for (const { value } of page.search) searches.push({ word: value, concept: page.id });
  }
  return { concepts: pages.map((page) => conceptOf(page, ids)), terms, words, searches };
}

const conceptOf = (page, ids) => ({
  id: page.id,
  title: page.title ?? page.id,
  service: page.service ?? "other",
  summary: page.summary ?? "",
  related: page.related.map(({ value }) => value).filter((id) => ids.has(id)),
  sources: page.sources.map(({ value }) => value),
  sections: page.sections.filter(({ level }) => level === 2).map(({ anchor, title }) => ({ anchor, title })),
});
