import { must } from "./dom.ts";
import { words } from "./host.ts";

/** Find in page: a webview view has no find widget of its own, so matches are painted as CSS highlights. */
export function registerFind(article: HTMLElement): { again(): void } {
  const bar = must<HTMLElement>("#find");
  const box = must<HTMLInputElement>("#find-text");
  const count = must<HTMLElement>("#find-count");
  let ranges: readonly Range[] = [];
  let at = 0;

  function update(): void {
    ranges = box.value === "" ? [] : matches(article, box.value.toLowerCase());
    at = 0;
    paint();
  }

  function paint(): void {
    CSS.highlights.set("find", new Highlight(...ranges));
    const current = ranges[at];
    CSS.highlights.set("find-current", new Highlight(...(current ? [current] : [])));
    if (current) uncover(current);
    count.textContent =
      ranges.length === 0 ? (box.value === "" ? "" : words.noMatch) : `${at + 1} / ${ranges.length}`;
  }

  function move(by: number): void {
    if (ranges.length === 0) return;
    at = (at + by + ranges.length) % ranges.length;
    paint();
  }

  function close(): void {
    bar.hidden = true;
    CSS.highlights.clear();
    article.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  }

  document.addEventListener("keydown", (event) => {
    if (!(event.key === "f" && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    event.stopPropagation(); // else the workbench finds in its editor
    bar.hidden = false;
    box.focus();
    box.select();
    update();
  });
  box.addEventListener("input", update);
  bar.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter") move(event.shiftKey ? -1 : 1);
  });
  must("#find-close").addEventListener("click", close);

  return {
    /** Another page is there. */
    again() {
      if (!bar.hidden) update();
    },
  };
}

/** Opens what a match is folded away in, and scrolls there. */
function uncover({ startContainer }: Range): void {
  const element = startContainer.parentElement;
  for (let at = element; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true;
  element?.scrollIntoView({ block: "center" });
}

function matches(root: HTMLElement, text: string): Range[] {
  const found: Range[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.textContent?.toLowerCase() ?? "";
    for (
      let i = words.indexOf(text);
      i >= 0 && found.length < 500;
      i = words.indexOf(text, i + text.length)
    ) {
      const range = new Range();
      range.setStart(node, i);
      range.setEnd(node, i + text.length);
      found.push(range);
    }
  }
  return found;
}
