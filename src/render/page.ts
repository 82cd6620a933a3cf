import MarkdownIt from "markdown-it";
import type { Concept } from "../core/types.ts";
import { breakable, escapeHtml } from "./html.ts";

/** What a page is made of beside its text. */
export interface PageParts {
  /** The SVG text of a picture under media/diagrams, or undefined where it can't be read. */
  picture(name: string): string | undefined;
  /** Sections whose titles match are left out. */
  hide(title: string): boolean;
}

/**
 * A page's body as HTML for the reference view. `body` is its Markdown. Links to
 * other pages become `data-page` (and `data-section`), pictures stand inline so that they take the theme's colours.
 */
export function renderPage(concept: Concept, body: string, parts: PageParts): string {
  const markdown = rendererFor(concept, parts);
  const tokens = visible(markdown.parse(body, {}), parts.hide);
  return markdown.renderer.render(tokens, markdown.options, {});
}

/** Names of the pictures that a page shows. */
export const picturesOf = (source: string): string[] =>
  [...source.matchAll(/!\[[^\]]*\]\((?:\.\.\/)*diagrams\/([\w-]+)\.svg\)/g)].map((match) => match[1] ?? "");

type Markdown = InstanceType<typeof MarkdownIt>;
type Token = ReturnType<Markdown["parse"]>[number];
type Rule = NonNullable<Markdown["renderer"]["rules"][string]>;

/** Without the sections that are hidden: from a heading of the second level to the next. */
function visible(tokens: readonly Token[], hide: (title: string) => boolean): Token[] {
  let hidden = false;
  return tokens.filter((token, i) => {
    if (token.type === "heading_open" && token.tag === "h2") hidden = hide(tokens[i + 1]?.content ?? "");
    return !hidden;
  });
}

/** No HTML of the source gets through, no entity is one, and nothing links itself. */
function rendererFor(concept: Concept, { picture }: PageParts): Markdown {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable("entity");
  Object.assign(markdown.renderer.rules, {
    heading_open: headingOf(concept),
    link_open: linkFrom(concept),
    image: inline(picture),
    code_inline: (tokens, i) => `<code>${breakable(tokens[i]?.content ?? "")}</code>`,
    table_open: tableOpen,
    th_open: headOrCorner,
    table_close: () => "</table></div>",
    fence: excerpt,
  } satisfies Record<string, Rule>);
  return markdown;
}

/** Sections can be gone to. */
const headingOf =
  ({ sections }: Concept): Rule =>
  (tokens, i, options, _env, self) => {
    const title = tokens[i + 1]?.content ?? "";
    const anchor = sections.find((section) => section.title === title)?.anchor;
    if (anchor !== undefined) tokens[i]?.attrSet("id", anchor);
    return self.renderToken(tokens, i, options);
  };

const linkFrom =
  ({ id }: Concept): Rule =>
  (tokens, i, options, _env, self) => {
    const token = tokens[i];
    const page = pageTarget(id, String(token?.attrGet("href") ?? ""));
    if (token && page) {
      token.attrSet("href", "#");
      token.attrSet("data-page", page.id);
      if (page.section !== undefined) token.attrSet("data-section", page.section);
    }
    return self.renderToken(tokens, i, options);
  };

const inline =
  (picture: PageParts["picture"]): Rule =>
  (tokens, i) => {
    const name = /([\w-]+)\.svg$/.exec(String(tokens[i]?.attrGet("src") ?? ""))?.[1] ?? "";
    const text = escapeHtml(tokens[i]?.content ?? "");
    const svg = picture(name);
    return svg === undefined
      ? `<span class="picture-missing">${text}</span>`
      : `<span class="picture" role="img" aria-label="${text}">${svg}</span>`;
  };

const tableOpen: Rule = (tokens, i) => {
  const label = escapeHtml(`Table: ${headsOf(tokens, i).join(", ")}`);
  return `<div class="table" tabindex="0" role="group" aria-label="${label}"><table>`;
};

/** The corner above the names of rows heads nothing. */
const headOrCorner: Rule = (tokens, i, options, _env, self) => {
  if (tokens[i + 1]?.content === "") for (const cell of [tokens[i], tokens[i + 2]]) if (cell) cell.tag = "td";
  return self.renderToken(tokens, i, options);
};

const excerpt: Rule = (tokens, i) => {
  const language = /^\w+/.exec(tokens[i]?.info ?? "")?.[0] ?? "text";
  const text = escapeHtml(tokens[i]?.content ?? "");
  return `<div class="excerpt" data-language="${language}"><pre tabindex="0"><code>${text}</code></pre></div>\n`;
};

/** The words that head the columns of the table that begins at a token. */
function headsOf(tokens: readonly Token[], at: number): string[] {
  const end = tokens.findIndex(({ type }, i) => i > at && type === "thead_close");
  const cells = tokens.slice(at, end).filter(({ type, content }) => type === "inline" && content !== "");
  return cells.map(({ content }) => content.replaceAll("`", ""));
}

/** `../iam/role.md#limits` seen from `sts/assume-role` as `iam/role` and `limits`. */
export function pageTarget(
  from: string,
  target: string,
): { id: string; section: string | undefined } | undefined {
  const match = /^((?:\.\.\/)?(?:[\w-]+\/)?[\w-]+)?(?:\.md)?(?:#([\w-]+))?$/.exec(target);
  if (!match || (match[1] === undefined && match[2] === undefined)) return undefined;
  const service = from.split("/")[0] ?? "";
  const path = match[1];
  const id = path === undefined ? from : path.startsWith("../") ? path.slice(3) : `${service}/${path}`;
  return { id, section: match[2] };
}
