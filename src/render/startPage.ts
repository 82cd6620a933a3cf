import { fromMarked } from "../core/text.ts";
import type { Concept, ServiceId } from "../core/types.ts";
import { escapeHtml, pageLink, richHtml } from "./html.ts";
import { firstSentence } from "./shorten.ts";

/** The services in the order a reader meets them, each with the page that introduces it. */
const SERVICES: readonly ServiceId[] = [
  "iam",
  "sts",
  "cognito",
  "identity-center",
  "directory-service",
  "organizations",
  "verified-permissions",
];

/** The first page: which one do I need, the services as cards, and all pages by service. */
export function startPage(concepts: readonly Concept[]): string {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const heads = SERVICES.flatMap((service) => byId.get(`${service}/${service}`) ?? []);
  const which = byId.get("start/which-one");
  return [
    which ? `<p class="lead">${pageLink(which.id, which.title)}</p>` : "",
    `<ul class="cards">${heads.map(card).join("")}</ul>`,
    '<div id="uses"></div><div id="recent"></div>',
    "<h2>All pages</h2>",
    ...heads.map((head) => allPages(head, concepts)),
  ].join("\n");
}

const card = (head: Concept): string =>
  `<li><h2>${pageLink(head.id, head.title)}</h2><p>${richHtml(firstSentence(fromMarked(head.summary)))}</p></li>`;

function allPages(head: Concept, concepts: readonly Concept[]): string {
  const pages = concepts.filter(({ service, id }) => service === head.service && id !== head.id);
  return `<details><summary>${escapeHtml(head.title)} (${pages.length})</summary><ul>${pages
    .map(({ id, title }) => `<li>${pageLink(id, title)}</li>`)
    .join("")}</ul></details>`;
}
