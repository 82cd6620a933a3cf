/**
 * What a reader waits for, as performance measures of the page: "first page" from the start of the script,
 * "page change" from the click, "search" from the key. The benchmark reads them.
 */
export type Wait = "first page" | "page change" | "search";

performance.mark("first page");

export const began = (wait: Wait): void => void performance.mark(wait);

/** Once for each beginning. */
export function ended(wait: Wait): void {
  if (performance.getEntriesByName(wait, "mark").length === 0) return;
  performance.measure(wait, wait);
  performance.clearMarks(wait);
}
