import type { Address, HeadView } from "../../src/editor/reference/protocol.ts";
import { h, must, rich } from "./dom.ts";
import { send } from "./host.ts";

const region = must<HTMLElement>("#head");
const SEVERITY = { fails: "Fails to deploy", weakens: "Weakens security", hint: "Hint" };

let pinned = false;
let shown = "";

/** The Explanation under the cursor, above the page. The same words twice are not drawn twice. */
export function showHead(head: HeadView | undefined, open: (address: Address) => void): void {
  const now = JSON.stringify(head ?? null);
  if (pinned || now === shown) return;
  shown = now;
  region.hidden = head === undefined;
  region.replaceChildren(...(head ? contents(head, open) : []));
}

function contents(head: HeadView, open: (address: Address) => void): Node[] {
  const { address } = head;
  return [
    h("div", { class: "head-title" }, h("strong", {}, head.title), pinButton()),
    ...(head.about === head.title ? [] : [h("p", { class: "about" }, h("code", {}, head.about))]),
    h("p", {}, ...rich(head.meaning)),
    ...head.reading.map((reading) => h("p", { class: "reading" }, ...rich(reading))),
    ...head.cautions.map(({ severity, problem, remedy }) =>
      h(
        "p",
        { class: `caution ${severity}` },
        h("b", {}, `${SEVERITY[severity]}: `),
        ...rich(problem),
        " ",
        ...rich(remedy),
      ),
    ),
    head.facts.length > 0 &&
      h(
        "dl",
        {},
        ...head.facts.flatMap(({ label, text }) => [h("dt", {}, label), h("dd", {}, ...rich(text))]),
      ),
    address && h("button", { class: "link", onclick: () => open(address) }, "Read more"),
  ].filter((node) => node instanceof Node);
}

function pinButton(): HTMLElement {
  const title = "Keep this while the cursor moves on";
  const button = h("button", { class: "pin", "aria-pressed": String(pinned), title }, "Pin");
  button.addEventListener("click", () => {
    pinned = !pinned;
    button.setAttribute("aria-pressed", String(pinned));
    send({ type: "pin", on: pinned });
  });
  return button;
}
