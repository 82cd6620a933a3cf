import type { Row } from "./measure.ts";

const COLUMNS = [
  ["what", "what"],
  ["ours", "ours, median / 95 %"],
  ["target", "target"],
  ["peer", "peer, median / 95 %"],
  ["ratio", "peer / ours"],
] as const;

/** The rows as a Markdown table whose columns line up; columns that no row fills are left out. */
export function table(rows: readonly Row[]): string {
  const columns = COLUMNS.filter(([name]) => rows.some((row) => row[name] !== undefined));
  const lines = [
    columns.map(([, title]) => title),
    ...rows.map((row) => columns.map(([name]) => row[name] ?? "")),
  ];
  const widths = columns.map((_, i) => Math.max(...lines.map((cells) => cells[i]?.length ?? 0)));
  const [head = "", ...body] = lines.map(
    (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`,
  );
  return [head, `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...body].join("\n");
}
