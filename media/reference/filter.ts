/** Pages of resource types and constructs: what is typed leaves the properties whose names hold it. */
export function registerFilter(article: HTMLElement): void {
  article.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.classList.contains("filter")) return;
    const wanted = target.value.trim().toLowerCase();
    const blocks = [...article.querySelectorAll<HTMLElement>(".property")];
    for (const block of blocks) block.hidden = !holds(block, wanted);
    for (const details of article.querySelectorAll<HTMLDetailsElement>(".property details"))
      details.open =
        wanted !== "" && details.querySelector(`[data-filter*="${CSS.escape(wanted)}"]`) !== null;
    const none = article.querySelector<HTMLElement>(".filter-none");
    if (none) none.hidden = blocks.some((block) => !block.hidden);
  });
}

/** Itself, by its path, or one inside it. */
const holds = (block: HTMLElement, wanted: string): boolean =>
  block.dataset.filter?.includes(wanted) === true ||
  block.querySelector(`[data-filter*="${CSS.escape(wanted)}"]`) !== null;
