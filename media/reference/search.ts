import type { ToPage } from "../../src/editor/reference/protocol.ts";
import type { Address, ResultGroup, Target } from "../../src/reference/types.ts";
import { breakable, h, must } from "./dom.ts";
import { save, saved, send, words } from "./host.ts";
import { began, ended } from "./measure.ts";

interface Options {
  open(address: Address): void;
}

/** The search box with its list of results: type, arrow keys, Enter, Escape (a combobox, as ARIA describes it). */
export function registerSearch({ open }: Options) {
  const box = must<HTMLInputElement>("#search");
  const popup = must<HTMLElement>("#results");
  let targets: readonly Target[] = [];
  let active = -1;
  box.value = saved().query;

  function close(): void {
    popup.hidden = true;
    active = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  function choose(index: number): void {
    const target = targets[index];
    if (!target) return;
    close();
    box.blur(); // the keyboard goes on to the page
    open(target.address);
  }

  function move(by: number): void {
    if (popup.hidden) {
      ask();
      return;
    }
    if (targets.length === 0) return;
    active = (active + by + targets.length) % targets.length;
    popup.querySelectorAll('[role="option"]').forEach((option, i) => {
      option.setAttribute("aria-selected", String(i === active));
      if (i === active) option.scrollIntoView({ block: "nearest" });
    });
    box.setAttribute("aria-activedescendant", `result-${active}`);
  }

  function draw(groups: readonly ResultGroup[]): void {
    targets = groups.flatMap((group) => group.results);
    popup.replaceChildren(...(targets.length > 0 ? listOf(groups, choose) : [nothing()]));
    popup.hidden = false;
    box.setAttribute("aria-expanded", "true");
    active = -1;
    if (targets.length > 0) move(1);
    else box.setAttribute("aria-activedescendant", "result-0");
  }

  function ask(): void {
    save({ query: box.value });
    if (box.value.trim() === "") {
      close();
      return;
    }
    began("search");
    send({ type: "search", query: box.value });
  }

  box.addEventListener("input", ask);
  box.addEventListener("focus", () => box.select());
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter") choose(active);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  box.addEventListener("blur", (event) => {
    if (!popup.contains(event.relatedTarget as Node | null)) close();
  });
  popup.addEventListener("mousedown", (event) => event.preventDefault());

  return {
    results({ query, groups }: Extract<ToPage, { type: "results" }>): void {
      if (query !== box.value || document.activeElement !== box) return; // the reader has gone on
      draw(groups);
      ended("search");
    },
    focus(): void {
      box.focus();
      box.select();
    },
  };
}

type Choose = (index: number) => void;

/** The groups, with options that are counted through all of them. */
function listOf(groups: readonly ResultGroup[], choose: Choose): HTMLElement[] {
  let index = 0;
  return groups.map(({ title, results }) =>
    h(
      "div",
      { role: "group", "aria-label": title },
      h("div", { class: "group", "aria-hidden": "true" }, title),
      ...results.map((target) => optionOf(target, index++, choose)),
    ),
  );
}

const optionOf = ({ title, detail }: Target, index: number, choose: Choose): HTMLElement =>
  h(
    "div",
    { role: "option", id: `result-${index}`, "aria-selected": "false", onclick: () => choose(index) },
    h("span", { class: "result-title" }, ...breakable(title)),
    detail !== "" && h("span", { class: "result-detail" }, detail),
  );

/** An option that can't be chosen, for a listbox may hold nothing else, and only those are read out. */
const nothing = (): HTMLElement =>
  h("div", { class: "nothing", role: "option", id: "result-0", "aria-disabled": "true" }, words.nothingFound);
