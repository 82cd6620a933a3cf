// What must hold of the pages, each alone and all together. Every problem names its line and its remedy.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { problem } from "./read.mjs";

const START = "start/which-one";
export const SERVICES = [
  "start",
  "sts",
  "iam",
  "organizations",
  "cognito",
  "directory-service",
  "identity-center",
  "verified-permissions",
];
export const SECTIONS = [
  "How it works",
  "When to use it",
  "When not",
  "In CloudFormation",
  "In CDK",
  "Limits and defaults",
  "What can't be changed later",
  "What goes wrong",
  "Exam tip (CLF-C02)",
];
/** Sites of AWS and of the bodies whose standards or products the pages speak of. */
const OFFICIAL =
  /^https:\/\/((docs\.aws\.amazon\.com|aws\.amazon\.com|repost\.aws|docs\.cedarpolicy\.com|docs\.github\.com|docs\.gitlab\.com|github\.blog|learn\.microsoft\.com|openid\.net|www\.rfc-editor\.org|datatracker\.ietf\.org)(\/|$)|github\.com\/(aws|awslabs|github)\/)/;
const LANGUAGES = ["yaml", "json", "ts", "python", "bash", "text", "cedar"];
const SUMMARY_MAX = 260;
const PAGE_MAX = 6.5 * 1024;
const DIAGRAM_MAX = 6 * 1024;

/** Problems of one page that show without the others. */
export function checkPage(page, media) {
  return [
    ...page.problems,
    ...checkFields(page),
    ...checkSummary(page),
    ...checkSections(page),
    ...checkBody(page),
    ...page.pictures.flatMap((picture) => checkPicture(page, picture, media)),
  ];
}

function checkFields(page) {
  const out = [];
  const [folder] = page.id.split("/");
  if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(page.id))
    out.push(problem(1, `the path \`${page.id}\` is no id`, "Use service/name in small letters and hyphens"));
  if (!page.title) out.push(problem(1, "no title", "Add `title:`"));
  if (!SERVICES.includes(page.service))
    out.push(
      problem(
        page.lines.service ?? 1,
        `unknown service \`${page.service}\``,
        `Use one of ${SERVICES.join(", ")}`,
      ),
    );
  else if (page.service !== folder)
    out.push(
      problem(
        page.lines.service,
        `service \`${page.service}\` in folder ${folder}`,
        "Move the page or mend the field",
      ),
    );
  if (page.related.length === 0)
    out.push(problem(1, "no related page", "Add `related:` with at least one id"));
  if (page.sources.length === 0)
    out.push(problem(1, "no source", "Add `sources:` with the AWS page it was checked against"));
  for (const source of page.sources)
    if (!OFFICIAL.test(source.value))
      out.push(
        problem(
          source.line,
          `source ${source.value} is no official address`,
          "Name the page on docs.aws.amazon.com",
        ),
      );
  return out;
}

function checkSummary(page) {
  const { summary } = page;
  if (summary === undefined)
    return [
      problem(1, "the page doesn't start with a paragraph", "Put one or two sentences before all else"),
    ];
  if (summary.length >= SUMMARY_MAX)
    return [
      problem(
        1,
        `the first paragraph has ${summary.length} characters`,
        `Keep it under ${SUMMARY_MAX}: it stands in a hover`,
      ),
    ];
  return [];
}

function checkSections(page) {
  const out = [];
  let last = -1;
  for (const { title, level, line } of page.sections) {
    if (level === 1)
      out.push(problem(line, "a heading of level 1", "The title is in the front matter: use `##`"));
    if (level !== 2) continue;
    const at = SECTIONS.indexOf(title);
    if (at < 0) out.push(problem(line, `unknown section "${title}"`, `Use one of: ${SECTIONS.join(" · ")}`));
    else if (at === last) out.push(problem(line, `section "${title}" stands twice`, "Join the two"));
    else if (at < last)
      out.push(problem(line, `section "${title}" stands too late`, `Keep the order ${SECTIONS.join(" · ")}`));
    last = Math.max(at, last);
  }
  return out;
}

function checkBody(page) {
  const out = page.html.map(({ line }) => problem(line, "raw HTML", "Write Markdown"));
  if (page.bytes > PAGE_MAX)
    out.push(problem(1, `the page has ${page.bytes} bytes`, `Cut it to ${PAGE_MAX}, or split off a concept`));
  for (const fence of page.fences)
    if (!LANGUAGES.includes(fence.language))
      out.push(
        problem(
          fence.line - 1,
          `code block of language "${fence.language}"`,
          `Use one of ${LANGUAGES.join(", ")}`,
        ),
      );
  return out;
}

function checkPicture(page, picture, media) {
  const { line, target, alternative } = picture;
  const path = join(dirname(page.path), target);
  if (!alternative)
    return [problem(line, `picture ${target} has no text alternative`, "Say in brackets what it shows")];
  if (!target.endsWith(".svg") || relative(join(media, "diagrams"), path).startsWith(".."))
    return [problem(line, `picture ${target}`, "Use an SVG of media/diagrams")];
  if (!existsSync(path))
    return [problem(line, `picture ${target} does not exist`, "Add it or mend the path")];
  return checkDiagram(target, readFileSync(path, "utf8")).map((wrong) =>
    problem(line, wrong, "Mend the SVG"),
  );
}

/** What is wrong with a drawing: it must be small, closed in itself and described. */
export function checkDiagram(name, svg) {
  const out = [];
  if (Buffer.byteLength(svg) > DIAGRAM_MAX) out.push(`${name} has more than ${DIAGRAM_MAX} bytes`);
  if (!/<svg[^>]*\sviewBox="/.test(svg)) out.push(`${name} has no viewBox`);
  if (!/<svg[^>]*\srole="img"/.test(svg)) out.push(`${name} has no role="img"`);
  if (!/<title[ >]/.test(svg)) out.push(`${name} has no title`);
  if (/<(script|foreignObject|image|style)\b/i.test(svg) || /\son\w+=/i.test(svg))
    out.push(`${name} holds a script, a style sheet or a picture`);
  if (/(href|src)="(?!#)|url\((?!#)|@import/i.test(svg)) out.push(`${name} refers to something outside`);
  return out;
}

/** Problems that show only with all pages at hand, as [page, problem]. */
export function checkTogether(pages, media) {
  const byId = new Map(pages.map((page) => [page.id, page]));
  const out = [];
  for (const page of pages) {
    for (const { value, line } of page.related)
      if (!byId.has(value) || value === page.id)
        out.push([
          page,
          problem(
            line,
            `related page \`${value}\` ${value === page.id ? "is this page" : "does not exist"}`,
            "Mend the id",
          ),
        ]);
    for (const link of page.links) {
      const wrong = checkLink(page, link, byId, media);
      if (wrong) out.push([page, problem(link.line, wrong, "Mend the link")]);
    }
  }
  return [...out, ...claimedTwice(pages), ...unreachable(pages, byId, media)];
}

const conceptsOf = (media) => join(media, "concepts");

/** The page that a relative link leads to: its id and anchor. */
function linkTarget(page, target, media) {
  const [file, anchor] = target.split("#");
  const path = file === "" ? page.path : join(dirname(page.path), file);
  return { id: relative(conceptsOf(media), path).replaceAll("\\", "/").replace(/\.md$/, ""), anchor };
}

function checkLink(page, { target }, byId, media) {
  if (/^[a-z]+:/.test(target)) return OFFICIAL.test(target) ? undefined : `${target} is no official address`;
  const { id, anchor } = linkTarget(page, target, media);
  const goal = byId.get(id);
  if (!goal) return `the link ${target} leads nowhere`;
  if (anchor && !goal.sections.some((section) => section.level === 2 && section.anchor === anchor))
    return `the page ${id} has no section #${anchor}`;
  return undefined;
}

function claimedTwice(pages) {
  const out = [];
  for (const fields of [["terms"], ["words", "formerly"]]) {
    const owner = new Map();
    for (const page of pages)
      for (const { value, line } of fields.flatMap((field) => page[field])) {
        const key = value.toLowerCase();
        const first = owner.get(key);
        if (first)
          out.push([page, problem(line, `\`${value}\` stands on ${first} too`, "Leave it on one page")]);
        else owner.set(key, page.id);
      }
  }
  return out;
}

function unreachable(pages, byId, media) {
  if (pages.length === 0) return [];
  const seen = new Set();
  const todo = [START];
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    const page = byId.get(id);
    if (!page || seen.has(id)) continue;
    seen.add(id);
    todo.push(...page.related.map(({ value }) => value));
    todo.push(...page.links.map((link) => linkTarget(page, link.target, media).id));
  }
  return pages
    .filter((page) => !seen.has(page.id))
    .map((page) => [
      page,
      problem(1, `no path leads here from ${START}`, "Link to it, or name it in a `related:`"),
    ]);
}
