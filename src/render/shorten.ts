import type { Rich } from "../core/types.ts";

/** Whole words and names up to a length. */
export function cut(rich: Rich, most: number): Rich {
  let left = most;
  const kept: Rich[number][] = [];
  for (const span of rich) {
    if (span.text.length <= left) {
      kept.push(span);
      left -= span.text.length;
      continue;
    }
    const end = span.text.lastIndexOf(" ", left);
    const part = span.text.slice(0, end > 0 || kept.length > 0 ? Math.max(end, 0) : left);
    if (part !== "") kept.push({ ...span, text: `${part}…` });
    else if (!kept.at(-1)?.text.endsWith("…")) kept.push({ text: "…" });
    break;
  }
  return kept;
}

/** The first sentence; all of it where there is no other. */
export function firstSentence(rich: Rich): Rich {
  const kept: Rich[number][] = [];
  for (const span of rich) {
    const end = span.style === undefined ? span.text.search(/[.?!]\s+(?:[A-Z]|$)/) : -1;
    kept.push(end < 0 ? span : { ...span, text: span.text.slice(0, end + 1) });
    if (end >= 0) break;
  }
  return kept;
}

/** A line of the editor's hover holds about so many characters; blocks stand apart by a part of a line. */
const WIDTH = 72;
const GAP = 0.4;

/** About how many lines Markdown takes in a hover. */
export function heightOf(markdown: string): number {
  const blocks = markdown.split("\n\n").map((block) => block.split("  \n"));
  const lines = blocks.flat().map((line) => Math.max(1, Math.ceil(shown(line).length / WIDTH)));
  return lines.reduce((sum, n) => sum + n, (blocks.length - 1) * GAP);
}

/** Without the addresses of links, marks of style and the names of icons. */
const shown = (line: string): string => line.replace(/\]\([^)]*\)|\$\(\w+\)|[*`\\[]/g, "");
