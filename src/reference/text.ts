import { once } from "../core/once.ts";
import type { Concept } from "../core/types.ts";
import { bodiesOf, type PageSources } from "./pages.ts";
import type { Target } from "./types.ts";

/** A line of a page, as words without their Markdown. */
interface Line {
  readonly concept: Concept;
  readonly section: string | undefined;
  readonly text: string;
}

const MOST = 8;
/** So much of a line stands before what was found in it, in characters. */
const BEFORE = 40;

/**
 * What the pages themselves say, for what is no name of anything, as an error is that somebody ran into: of each page
 * the first line that has every word of the query. The pages are read with the first query.
 */
export function createTextSearch(
  concepts: () => readonly Concept[],
  readText: PageSources["readText"],
): (query: string) => Promise<readonly Target[]> {
  const lines = once(async () => {
    const services = [...new Set(concepts().map(({ id }) => id.split("/")[0] ?? ""))];
    const bodies = await Promise.all(services.map((service) => bodiesOf(service, readText)));
    const all = new Map(bodies.flatMap((of) => Object.entries(of)));
    return concepts().flatMap((concept) => linesOf(concept, all.get(concept.id) ?? ""));
  });
  return async (query) => {
    const words = query.split(/\s+/).filter(Boolean);
    if (words.join("").length < 3) return [];
    const each = words.map(beginning);
    const joined = beginning(words.join(""));
    const found = new Map<string, Target>();
    for (const line of await lines()) {
      const at = found.has(line.concept.id) ? -1 : placeOf(each, joined, line.text);
      if (at >= 0) found.set(line.concept.id, target(line, at));
      if (found.size === MOST) break;
    }
    return [...found.values()];
  };
}

const beginning = (word: string): RegExp =>
  new RegExp(`(?<![a-z0-9])${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`, "i");

/** Where the first word is, if all are there: `access denied` is found in `AccessDenied` too. */
function placeOf(each: readonly RegExp[], joined: RegExp, text: string): number {
  const name = text.search(joined);
  if (name >= 0) return name;
  return each.every((word) => word.test(text)) ? text.search(each[0] ?? joined) : -1;
}

function target({ concept, section, text }: Line, at: number): Target {
  const start = at > BEFORE ? text.lastIndexOf(" ", at - BEFORE / 2) + 1 : 0;
  return {
    title: concept.title,
    detail: `${start > 0 ? "…" : ""}${text.slice(start)}`,
    address: { kind: "concept", id: concept.id, ...(section === undefined ? {} : { section }) },
  };
}

/** Paragraphs, list items and rows, each with the section that it stands in; no code, no exam tips. */
function linesOf(concept: Concept, body: string): Line[] {
  const text = body.replace(/^```.*?^```/gms, "").replace(/^## Exam tip.*?(?=^## |$(?![\s\S]))/gms, "");
  let section: string | undefined;
  return text.split("\n").flatMap((line) => {
    const heading = /^## (.*)/.exec(line)?.[1];
    if (heading !== undefined) section = concept.sections.find(({ title }) => title === heading)?.anchor;
    const words = plainLine(line);
    return heading === undefined && /\w/.test(words) ? [{ concept, section, text: words }] : [];
  });
}

const plainLine = (line: string): string =>
  line
    .replace(/!\[.*?\]\(.*?\)/g, "")
    .replace(/\[(.*?)\]\(.*?\)/g, "$1")
    .replace(/\*\*|`/g, "")
    .replace(/^\s*(?:-|\d+\.|#+|\|)\s+|\s*\|\s*$/g, "");
