import type { Caution, ConceptRef, Explanation, FactLine, Link, Rich } from "../core/types.ts";
import { codeMarkdown, escapeMarkdown, richMarkdown } from "./markdown.ts";

/** The commands that a hover's links may run; the editor trusts no other. */
export const HOVER_COMMANDS = ["identityLens.openReference"] as const;

const ICON = { fails: "$(error)", weakens: "$(warning)", hint: "$(lightbulb)" };
const FULL = { readings: 4, facts: 3, cautions: 3 };
const BRIEF = { readings: 1, facts: 0, cautions: 3 };

/** An Explanation as a hover's Markdown: one screen, the same order always. */
export function renderHover(
  e: Explanation,
  { brief }: { readonly brief: boolean } = { brief: false },
): string {
  const most = brief ? BRIEF : FULL;
  return [
    heading(e),
    richMarkdown(cut(e.meaning, 420)),
    ...e.reading.slice(0, most.readings).map((reading) => `$(eye) ${richMarkdown(cut(reading, 420))}`),
    ...e.cautions.slice(0, most.cautions).map(caution),
    e.facts.slice(0, most.facts).map(factLine).join("  \n"),
    links(e),
  ]
    .filter((block) => block !== "")
    .join("\n\n");
}

function heading({ title, about }: Explanation): string {
  return title === about
    ? `**${codeMarkdown(about)}**`
    : `**${escapeMarkdown(title)}** · ${codeMarkdown(about)}`;
}

const factLine = ({ label, text }: FactLine): string =>
  `*${escapeMarkdown(label)}:* ${richMarkdown(cut(text, 240))}`;

const caution = ({ severity, problem, remedy }: Caution): string =>
  `${ICON[severity]} ${richMarkdown(problem)} ${richMarkdown(remedy)}`;

function links({ concepts, links: outside }: Explanation): string {
  const page = concepts[0];
  return [page && pageLink(page), ...outside.slice(0, 2).map(outsideLink)]
    .filter((l) => l !== undefined)
    .join(" · ");
}

const pageLink = ({ id, section }: ConceptRef): string =>
  `[Open reference](command:identityLens.openReference?${encodeURIComponent(JSON.stringify(section ? [id, section] : [id]))})`;

const outsideLink = ({ title, url }: Link): string =>
  `[${escapeMarkdown(title)}](${encodeURI(url).replace(/[()]/g, (c) => (c === "(" ? "%28" : "%29"))})`;

/** Whole words and names up to a length, so that a hover fits on one screen. */
function cut(rich: Rich, most: number): Rich {
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
