import type { Caution, ConceptRef, Explanation, FactLine, Link } from "../core/types.ts";
import { codeMarkdown, escapeMarkdown, richMarkdown } from "./markdown.ts";
import { cut, firstSentence, heightOf } from "./shorten.ts";

/** The commands that a hover's links may run; the editor trusts no other. */
export const HOVER_COMMANDS = ["identityLens.openReference"] as const;

const ICON = { fails: "$(error)", weakens: "$(warning)", hint: "$(lightbulb)" };

/** How much of each part is shown. */
interface Measure {
  readonly readings: number;
  readonly facts: number;
  /** Characters of a text and of a fact. */
  readonly text: number;
  readonly fact: number;
  /** The first sentence says what it is; where it is told what it means here, the others can wait for the page. */
  readonly oneSentence: boolean;
}

const CAUTIONS = 3;
const FULL: Measure = { readings: 4, facts: 3, text: 420, fact: 240, oneSentence: false };
const BRIEF: Measure = { ...FULL, readings: 1 };

/** For what is too tall, in this order: the editor would make it scroll. */
const SHORTER: readonly Measure[] = [
  { ...FULL, oneSentence: true },
  { ...FULL, oneSentence: true, facts: 2, fact: 100 },
  { ...FULL, oneSentence: true, facts: 1, fact: 70 },
  { ...FULL, oneSentence: true, facts: 0, text: 300 },
];
const TALLEST = 14;

/** An Explanation as a hover's Markdown: one screen, the same order always. */
export function renderHover(
  e: Explanation,
  { brief }: { readonly brief: boolean } = { brief: false },
): string {
  if (brief) return measured({ ...e, facts: [] }, BRIEF);
  let markdown = measured(e, FULL);
  for (const shorter of SHORTER) {
    if (heightOf(markdown) <= TALLEST) break;
    markdown = measured(e, shorter);
  }
  return markdown;
}

function measured(e: Explanation, most: Measure): string {
  const meaning = most.oneSentence && e.reading.length > 0 ? firstSentence(e.meaning) : e.meaning;
  return [
    heading(e),
    richMarkdown(cut(meaning, most.text)),
    ...e.reading.slice(0, most.readings).map((reading) => `$(eye) ${richMarkdown(cut(reading, most.text))}`),
    ...e.cautions.slice(0, CAUTIONS).map(caution),
    factsShown(e.facts, most.facts)
      .map((fact) => factLine(fact, most.fact))
      .join("  \n"),
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

/** What is said in bold, such as a change that is refused, stays however little room there is. */
function factsShown(facts: readonly FactLine[], most: number): readonly FactLine[] {
  const bold = facts.filter(({ text }) => text.some(({ style }) => style === "strong"));
  const others = facts.filter((fact) => !bold.includes(fact)).slice(0, Math.max(0, most - bold.length));
  return facts.filter((fact) => bold.includes(fact) || others.includes(fact));
}

const factLine = ({ label, text }: FactLine, most: number): string =>
  `*${escapeMarkdown(label)}:* ${richMarkdown(cut(text, most))}`;

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
