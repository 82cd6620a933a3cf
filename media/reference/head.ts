import type { HeadView } from "../../src/editor/reference/protocol.ts";
import type { Address } from "../../src/reference/types.ts";
import { action, breakable, h, must, rich } from "./dom.ts";
import { save, saved, send, words } from "./host.ts";

type Go = (address: Address) => void;

const region = must<HTMLElement>("#head");
let shown = "";

/** The Explanation under the cursor, above the page; a pinned one stays. The same words twice are not drawn twice. */
export function showHead(asked: HeadView | undefined, go: Go): void {
  const head = saved().pinned ?? asked;
  const now = JSON.stringify(head ?? null);
  if (now === shown) return;
  shown = now;
  region.hidden = head === undefined;
  region.scrollTop = 0;
  region.replaceChildren(...(head ? contents(head, go) : []));
}

function contents(head: HeadView, go: Go): Node[] {
  const { address } = head;
  return [
    h("div", { class: "head-title" }, h("strong", {}, ...breakable(head.title)), pinButton(head)),
    head.about !== head.title && h("p", { class: "about" }, h("code", {}, ...breakable(head.about))),
    h("p", {}, ...rich(head.meaning)),
    ...head.reading.map((reading) => h("p", { class: "reading" }, ...rich(reading))),
    ...head.cautions.map(caution),
    head.facts.length > 0 && factList(head),
    address &&
      h(
        "p",
        {},
        action(words.readMore, () => go(address)),
      ),
  ].filter((node) => node instanceof Node);
}

const caution = ({ severity, problem, remedy }: HeadView["cautions"][number]): HTMLElement =>
  h(
    "p",
    { class: `caution ${severity}` },
    h("b", {}, `${words[severity]}: `),
    ...rich(problem),
    " ",
    ...rich(remedy),
  );

const factList = ({ facts }: HeadView): HTMLElement =>
  h("dl", {}, ...facts.flatMap(({ label, text }) => [h("dt", {}, label), h("dd", {}, ...rich(text))]));

function pinButton(head: HeadView): HTMLElement {
  const pressed = () => String(saved().pinned !== undefined);
  const button = h("button", { class: "pin", "aria-pressed": pressed(), title: words.pinHint }, words.pin);
  button.addEventListener("click", () => {
    save({ pinned: saved().pinned ? undefined : head });
    button.setAttribute("aria-pressed", pressed());
    if (!saved().pinned) send({ type: "unpinned" });
  });
  return button;
}
