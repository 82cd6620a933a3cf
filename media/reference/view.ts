import type { Address, FileUse, PageView, Target } from "../../src/editor/reference/protocol.ts";
import { h, must } from "./dom.ts";
import { decorateExcerpts } from "./excerpts.ts";
import { registerFind } from "./find.ts";
import { showHead } from "./head.ts";
import { receive, save, saved, send } from "./host.ts";
import { registerSearch } from "./search.ts";

const article = must<HTMLElement>("#page");
const back = must<HTMLButtonElement>("#back");
const forward = must<HTMLButtonElement>("#forward");

let history: readonly Address[] = saved.history;
let at = saved.at;
let recent = saved.recent;
let query = saved.query;
let uses: readonly FileUse[] = [];
/** Where to scroll once the page that was asked for is there. */
let scrollTo: number | undefined = saved.scroll;

const same = (a: Address | undefined, b: Address): boolean => JSON.stringify(a) === JSON.stringify(b);

const keep = (): void => save({ history, at, scroll: document.documentElement.scrollTop, query, recent });

function go(address: Address): void {
  if (same(history[at], address)) {
    ask();
    return;
  }
  history = [...history.slice(0, at + 1), address].slice(-50);
  at = history.length - 1;
  scrollTo = undefined;
  ask();
}

function step(by: -1 | 1): void {
  if (history[at + by] === undefined) return;
  at += by;
  ask();
}

function ask(): void {
  back.disabled = at <= 0;
  forward.disabled = at >= history.length - 1;
  keep();
  send({ type: "open", address: history[at] ?? { kind: "start" } });
}

function show(address: Address, view: PageView): void {
  if (!same(history[at], address)) return;
  document.title = view.title;
  article.replaceChildren(...pageOf(view), ...(address.kind === "start" ? startExtras() : footOf(view)));
  article.setAttribute("data-kind", address.kind);
  decorateExcerpts(article);
  remember(address, view.title);
  place(address);
  keep();
}

function pageOf(view: PageView): Node[] {
  const body = h("div", { class: "body" });
  body.innerHTML = view.html; // our own pages and facts, rendered by the extension with every value escaped
  return [
    h("p", { class: "kicker" }, view.kicker),
    h("h1", { tabindex: "-1", id: "top" }, view.title),
    ...(view.sections.length > 4 ? [contents(view)] : []),
    body,
  ];
}

const contents = ({ sections }: PageView): HTMLElement =>
  h(
    "details",
    { class: "contents" },
    h("summary", {}, "On this page"),
    h("ul", {}, ...sections.map(({ anchor, title }) => h("li", {}, h("a", { href: `#${anchor}` }, title)))),
  );

const footOf = ({ related, sources }: PageView): Node[] => [
  ...(related.length > 0 ? [section("Related", list(related))] : []),
  ...(sources.length > 0
    ? [section("Sources", h("ul", {}, ...sources.map((s) => h("li", {}, h("a", { href: s.url }, s.title)))))]
    : []),
];

function startExtras(): Node[] {
  const others = recent.filter(({ address }) => address.kind !== "start").slice(0, 5);
  return [
    ...(uses.length > 0 ? [section("In this file", h("ul", {}, ...uses.map(useRow)))] : []),
    ...(others.length > 0
      ? [section("Recently read", list(others.map((page) => ({ ...page, detail: "" }))))]
      : []),
  ];
}

const section = (title: string, ...children: Node[]): HTMLElement =>
  h("section", { class: "foot" }, h("h2", {}, title), ...children);

const list = (targets: readonly Target[]): HTMLElement =>
  h(
    "ul",
    {},
    ...targets.map((target) => h("li", {}, targetLink(target), target.detail && ` ${target.detail}`)),
  );

const targetLink = ({ title, address }: Target): HTMLElement =>
  h("a", { href: "#", onclick: follow(() => go(address)) }, title);

const useRow = (use: FileUse): HTMLElement =>
  h(
    "li",
    {},
    h("a", { href: "#", onclick: follow(() => send({ type: "reveal", use })) }, use.label),
    ` ${use.detail}`,
  );

const follow = (then: () => void) => (event: Event) => {
  event.preventDefault();
  then();
};

function remember(address: Address, title: string): void {
  recent = [{ address, title }, ...recent.filter((page) => !same(page.address, address))].slice(0, 12);
}

function place(address: Address): void {
  const wanted = address.kind === "concept" ? address.section : undefined;
  const target = wanted === undefined ? undefined : document.getElementById(wanted);
  if (target) target.scrollIntoView();
  else document.documentElement.scrollTop = scrollTo ?? 0;
  scrollTo = undefined;
}

/** Pages of resource types and constructs: what is typed leaves the properties whose names hold it. */
article.addEventListener("input", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.classList.contains("filter")) return;
  const wanted = target.value.trim().toLowerCase();
  for (const block of article.querySelectorAll<HTMLElement>(".property")) {
    block.hidden = !(
      block.dataset.filter?.includes(wanted) || block.querySelector(`[data-filter*="${CSS.escape(wanted)}"]`)
    );
    if (wanted !== "") for (const details of block.querySelectorAll("details")) details.open = true;
  }
});

/** Links inside a page's body: other pages and sections by their data, the rest is the editor's to open. */
article.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target.closest("a") : null;
  if (!target) return;
  const { page, section: anchor, kind, name } = target.dataset;
  const address: Address | undefined =
    page !== undefined
      ? { kind: "concept", id: page, ...(anchor === undefined ? {} : { section: anchor }) }
      : kind !== undefined && name !== undefined
        ? ({ kind, name } as Address)
        : undefined;
  if (address) {
    event.preventDefault();
    go(address);
  } else if (target.getAttribute("href")?.startsWith("#")) {
    event.preventDefault();
    document.getElementById(target.getAttribute("href")?.slice(1) ?? "")?.scrollIntoView();
  }
});

back.addEventListener("click", () => step(-1));
forward.addEventListener("click", () => step(1));
must("#home").addEventListener("click", () => go({ kind: "start" }));
window.addEventListener("keydown", (event) => {
  if (event.altKey && event.key === "ArrowLeft") step(-1);
  else if (event.altKey && event.key === "ArrowRight") step(1);
});
window.addEventListener("scroll", () => requestAnimationFrame(keep), { passive: true });

const search = registerSearch({
  query,
  open: go,
  changed(text) {
    query = text;
    keep();
  },
});
registerFind(article);

receive({
  navigate: ({ address }) => go(address),
  page: ({ address, view }) => show(address, view),
  missing: ({ address }) => show(address, missing()),
  results: search.results,
  head: ({ head }) => showHead(head, go),
  uses(message) {
    uses = message.uses;
    if (history[at]?.kind === "start") ask();
  },
  focusSearch: search.focus,
});

const missing = (): PageView => ({
  title: "Nothing here",
  kicker: "",
  html: "<p>This page is not part of the reference any more. Search for it above.</p>",
  sections: [],
  related: [],
  sources: [],
});

if (at < 0) {
  history = [{ kind: "start" }];
  at = 0;
}
send({ type: "ready" });
ask();
