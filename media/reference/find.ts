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

/** More than anyone goes through. */
const MOST = 500;

function matches(root: HTMLElement, text: string): Range[] {
  const found: Range[] = [];
  for (const nodes of blocksOf(root)) {
    const whole = nodes.map(({ data }) => data.toLowerCase()).join("");
    for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + text.length)) {
      found.push(rangeIn(nodes, at, at + text.length));
      if (found.length === MOST) return found;
    }
  }
  return found;
}

/** What stands within a line: a name is in pieces, for it may break at its capitals. */
const INLINE = "a, b, code, em, i, span, strong";

/** The texts of each paragraph, cell, heading, ... */
function blocksOf(root: HTMLElement): Iterable<readonly Text[]> {
  const blocks = new Map<Element | null, Text[]>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    let block = node.parentElement;
    while (block?.matches(INLINE)) block = block.parentElement;
    blocks.set(block, [...(blocks.get(block) ?? []), node]);
  }
  return blocks.values();
}

function rangeIn(nodes: readonly Text[], start: number, end: number): Range {
  const range = new Range();
  let before = 0;
  for (const node of nodes) {
    const after = before + node.length;
    if (before <= start && start < after) range.setStart(node, start - before);
    if (before < end && end <= after) range.setEnd(node, end - before);
    before = after;
  }
  return range;
}
