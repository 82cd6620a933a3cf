import type { FileUse } from "../../src/editor/reference/protocol.ts";
import type { Address, PageView, ResultGroup, Target } from "../../src/reference/types.ts";
import { action, breakable, h } from "./dom.ts";
import { saved, send, type Visit, words } from "./host.ts";

type Go = (address: Address) => void;

/** A page's elements, from its heading to its sources. */
export function pageNodes(address: Address, view: PageView, go: Go): Node[] {
  const body = h("div", { class: "body" });
  body.innerHTML = view.html; // our own pages and facts, rendered by the extension with every value escaped
  return [
    h("p", { class: "kicker" }, view.kicker),
    h("h1", { tabindex: "-1", id: "top" }, ...breakable(view.title)),
    ...(view.sections.length > 4 ? [contents(view)] : []),
    body,
    ...(address.kind === "start" ? [] : [h("div", { id: "uses" }), ...foot(view, go)]),
  ];
}

const contents = ({ sections }: PageView): HTMLElement =>
  h(
    "details",
    { class: "contents" },
    h("summary", {}, words.onThisPage),
    h(
      "ul",
      {},
      ...sections.map(({ anchor, title }) =>
        h(
          "li",
          {},
          action(title, () => scrollTo(anchor)),
        ),
      ),
    ),
  );

function scrollTo(anchor: string): void {
  const heading = document.getElementById(anchor);
  if (!heading) return;
  heading.tabIndex = -1; // reading goes on from there
  heading.focus({ preventScroll: true });
  heading.scrollIntoView();
}

const foot = ({ names, related, sources }: PageView, go: Go): Node[] => [
  ...names.map((group) => folded(group, go)),
  ...(related.length > 0 ? [section(words.related, list(related, go))] : []),
  ...(sources.length > 0
    ? [section(words.sources, h("ul", { class: "sources" }, ...sources.map(outside)))]
    : []),
];

/** On the start page: what was read last. */
export function showRecent(go: Go): void {
  const pages = saved()
    .recent.filter(({ address }) => address.kind !== "start")
    .slice(0, 6)
    .map((page) => ({ ...page, detail: "" }));
  if (pages.length > 0)
    document.getElementById("recent")?.replaceChildren(section(words.recent, list(pages, go)));
}

const section = (title: string, ...children: Node[]): HTMLElement =>
  h("section", { class: "foot" }, h("h2", {}, title), ...children);

/** Many names are folded away. */
const folded = ({ title, results }: ResultGroup, go: Go): HTMLElement =>
  results.length > 8
    ? h("details", { class: "foot" }, h("summary", {}, `${title} (${results.length})`), list(results, go))
    : section(title, list(results, go));

const list = (targets: readonly Target[], go: Go): HTMLElement =>
  h(
    "ul",
    {},
    ...targets.map(({ title, address }) =>
      h(
        "li",
        {},
        action(breakable(title), () => go(address)),
      ),
    ),
  );

const outside = ({ title, url }: PageView["sources"][number]): HTMLElement =>
  h("li", {}, h("a", { href: url }, ...breakable(title)));

/** What the active file has of this: on the start page by kind, on a concept's page the resources of its kind. */
export function showUses(address: Address, uses: readonly FileUse[], go: Go): void {
  const own =
    address.kind === "start"
      ? uses
      : uses.filter(({ concept }) => address.kind === "concept" && concept === address.id);
  const kinds = [...new Set(own.map(({ kind }) => kind))];
  document
    .getElementById("uses")
    ?.replaceChildren(
      ...(own.length > 0
        ? [section(words.inThisFile, h("ul", {}, ...kinds.map((kind) => kindRow(kind, own, address, go))))]
        : []),
    );
}

function kindRow(kind: string, uses: readonly FileUse[], { kind: page }: Address, go: Go): HTMLElement {
  const own = uses.filter((use) => use.kind === kind);
  const concept = own[0]?.concept;
  const title =
    concept !== undefined && page === "start"
      ? action(kind, () => go({ kind: "concept", id: concept }))
      : kind;
  return h(
    "li",
    {},
    title,
    ": ",
    ...own.slice(0, 12).flatMap((use, i) => [i > 0 ? ", " : "", useLink(use)]),
    own.length > 12 && ", ...",
  );
}

const useLink = ({ label, uri, start, end }: FileUse): HTMLElement =>
  action(label, () => send({ type: "reveal", place: { uri, start, end } }));

export const missing = (): PageView => ({
  title: words.missingTitle,
  kicker: "",
  html: "",
  sections: [],
  related: [],
  names: [],
  sources: [],
});

/** Puts the page where it was left, or at the section that was asked for. */
export function place({ address, scroll }: Visit): void {
  const section = address.kind === "concept" ? address.section : undefined;
  const heading = section === undefined ? null : document.getElementById(section);
  if (scroll === 0 && heading) heading.scrollIntoView();
  else document.documentElement.scrollTop = scroll;
}
