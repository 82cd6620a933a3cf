// Reads one page of media/concepts: front matter, first paragraph, sections, links and pictures, each with its line.
import { readFileSync } from "node:fs";
import MarkdownIt from "markdown-it";
import { LineCounter, parseDocument } from "yaml";

// With html on, raw HTML comes out as tokens of its own, which the checker refuses; an entity stays as it is written.
const markdown = new MarkdownIt({ html: true }).disable("entity");

const LISTS = ["terms", "words", "formerly", "search", "related", "sources"];

/** A heading's anchor: its words in small letters, joined by hyphens. */
const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .trim()
    .replace(/\s+/g, "-");

/** @returns the page with every part's line (from 1), and what is wrong with its form. */
export function readPage(path, id) {
  const text = readFileSync(path, "utf8").replace(/\r\n/g, "\n");
  const page = { id, path, bytes: Buffer.byteLength(text), problems: [] };
  const front = /^---\n([\s\S]*?)\n---\n/.exec(text);
  if (!front) {
    page.problems.push(problem(1, "no front matter", "Start the page with `---`, its fields, `---`"));
    return { ...page, ...emptyBody, ...frontMatter(page, "") };
  }
  const bodyLine = front[0].split("\n").length;
  return { ...page, ...frontMatter(page, front[1]), ...readBody(text.slice(front[0].length), bodyLine) };
}

export const problem = (line, message, remedy) => ({ line, message, remedy });

const emptyBody = {
  body: "",
  summary: undefined,
  sections: [],
  links: [],
  pictures: [],
  fences: [],
  html: [],
};

function frontMatter(page, text) {
  const counter = new LineCounter();
  const doc = parseDocument(text, { lineCounter: counter });
  const lineOf = (node) => (node?.range ? counter.linePos(node.range[0]).line + 1 : 1);
  for (const error of doc.errors)
    page.problems.push(problem(counter.linePos(error.pos[0]).line + 1, error.message, "Mend the YAML"));
  const out = { title: undefined, service: undefined, lines: {} };
  for (const list of LISTS) out[list] = [];
  for (const pair of doc.contents?.items ?? []) {
    const key = String(pair.key);
    out.lines[key] = lineOf(pair.key);
    if (key === "title" || key === "service") out[key] = pair.value?.value;
    else if (LISTS.includes(key)) out[key] = readList(page, key, pair.value, lineOf);
    else page.problems.push(problem(lineOf(pair.key), `unknown field \`${key}\``, "Remove or rename it"));
  }
  return out;
}

function readList(page, key, node, lineOf) {
  const items = node?.items ?? [];
  if (items.length === 0)
    page.problems.push(problem(lineOf(node), `\`${key}\` is no list`, "List its items"));
  return items.map((item) => ({ value: String(item.value), line: lineOf(item) }));
}

function readBody(body, firstLine) {
  const out = { ...emptyBody, body, sections: [], links: [], pictures: [], fences: [], html: [] };
  const tokens = markdown.parse(body, {});
  if (tokens[0]?.type === "paragraph_open") out.summary = plainOf(tokens[1]);
  tokens.forEach((token, i) => {
    const line = (token.map?.[0] ?? 0) + firstLine;
    if (token.type === "heading_open") {
      const title = plainOf(tokens[i + 1]);
      out.sections.push({ title, anchor: anchorOf(title), level: Number(token.tag[1]), line });
    }
    if (token.type === "fence")
      out.fences.push({ language: token.info.trim(), text: token.content, line: line + 1 });
    if (token.type === "html_block") out.html.push({ line });
    if (token.type === "inline") readInline(token, line, out);
  });
  return out;
}

const ENTITY = /&(?:#\w+|\w+);/;

function readInline(token, line, out) {
  let at = line;
  for (const child of token.children) {
    if (child.type === "softbreak" || child.type === "hardbreak") at++;
    if (child.type === "link_open") out.links.push({ target: child.attrGet("href"), line: at });
    if (child.type === "image")
      out.pictures.push({ target: child.attrGet("src"), alternative: child.content, line: at });
    if (child.type === "html_inline" || (child.type === "text" && ENTITY.test(child.content)))
      out.html.push({ line: at });
  }
}

/** The words of an inline token; code keeps its backticks. */
const plainOf = (token) =>
  token.children
    .map((child) => {
      if (child.type === "code_inline") return `\`${child.content}\``;
      if (child.type === "softbreak" || child.type === "hardbreak") return " ";
      return child.type === "text" ? child.content : "";
    })
    .join("")
    .trim();
