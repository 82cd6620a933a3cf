import type { FileUse } from "../../src/editor/reference/protocol.ts";
import type { Address, PageView } from "../../src/reference/types.ts";
import { measureBar, must, onceStyled } from "./dom.ts";
import { decorateExcerpts } from "./excerpts.ts";
import { registerFilter } from "./filter.ts";
import { registerFind } from "./find.ts";
import { showHead } from "./head.ts";
import { current, isSame, registerHistory, visit } from "./history.ts";
import { first, receive, save, saved, send } from "./host.ts";
import { began, ended } from "./measure.ts";
import { missing, pageNodes, place, showRecent, showUses } from "./page.ts";
import { registerSearch } from "./search.ts";

const article = must<HTMLElement>("#page");
let uses: readonly FileUse[] = [];
/** What is drawn, to leave it alone when the same comes again. */
let drawn = "";

const go = registerHistory(() => {
  began("page change");
  send({ type: "open", address: current() });
});
const find = registerFind(article);
const search = registerSearch({ open: go });
registerFilter(article);

function show(address: Address, view: PageView): void {
  if (!isSame(current(), address)) return; // the reader has gone on
  const now = JSON.stringify([address, view]);
  if (now !== drawn) draw(address, view);
  drawn = now;
  place(visit());
  ended("first page");
  ended("page change");
}

function draw(address: Address, view: PageView): void {
  article.replaceChildren(...pageNodes(address, view, go));
  article.setAttribute("data-kind", address.kind);
  showUses(address, uses, go);
  showRecent(go);
  decorateExcerpts(article);
  find.again();
  if (document.hasFocus()) focusTop();
  else isDrawnUnseen = true;
  remember(address, view.title);
}

/** The keyboard goes on at the top of the page: what had the focus is gone with the page before. */
function focusTop(): void {
  if (document.activeElement === document.body) must<HTMLElement>("#top").focus({ preventScroll: true });
}

/** Whether the page was drawn while the focus was elsewhere, as it is until the palette is closed. */
let isDrawnUnseen = false;
window.addEventListener("focus", () => {
  if (isDrawnUnseen) focusTop();
  isDrawnUnseen = false;
});

function remember(address: Address, title: string): void {
  const others = saved().recent.filter((page) => !isSame(page.address, address));
  save({ recent: [{ address, title }, ...others].slice(0, 12) });
}

/** Links inside a page's body: other pages and sections by their data; an address outside is the editor's to open. */
article.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>(".body a") : null;
  if (!link) return;
  const { page: id, section, kind, name } = link.dataset;
  if (id === undefined && kind === undefined) return;
  event.preventDefault();
  if (id !== undefined)
    go(section === undefined ? { kind: "concept", id } : { kind: "concept", id, section });
  else if (name !== undefined) go({ kind, name } as Address);
});

must("#home").addEventListener("click", () => go({ kind: "start" }));

receive({
  navigate: ({ address }) => go(address),
  page: ({ address, view }) => show(address, view),
  missing: ({ address }) => show(address, missing()),
  results: search.results,
  head: ({ head }) => showHead(head, go),
  uses(message) {
    uses = message.uses;
    showUses(current(), uses, go);
  },
  focusSearch: search.focus,
  refresh: () => send({ type: "open", address: current() }),
});

onceStyled(() => {
  measureBar();
  send({ type: "ready" });
  if (first && isSame(first.address, current())) show(first.address, first.view);
  else send({ type: "open", address: current() });
});
