/** The comment that silences a finding in its place. */
import type { Finding, Range, TextDoc } from "../core/types.ts";

/**
 * The edit that writes it, on a line of its own above the finding. None in JSON, which has no comments, nor within a
 * text of several lines, a policy as a string above all, of which it would become a part.
 */
export function silencing(
  { text, languageId }: TextDoc,
  { id, range }: Pick<Finding, "id" | "range">,
): { readonly range: Range; readonly text: string } | undefined {
  const mark = text.trimStart().startsWith("{") ? "" : (MARKS[languageId] ?? "#");
  const start = text.lastIndexOf("\n", range.start - 1) + 1;
  if (mark === "" || isWithinText(text.slice(0, start), indentAt(text, start), mark)) return undefined;
  const lead = text.slice(start, start + indentAt(text, start));
  return { range: { start, end: start }, text: `${lead}${mark} identity-lens: ignore ${id}\n` };
}

const MARKS: Readonly<Record<string, string>> = {
  json: "",
  jsonc: "//",
  typescript: "//",
  typescriptreact: "//",
  javascript: "//",
  javascriptreact: "//",
  java: "//",
  csharp: "//",
  go: "//",
};

const indentAt = (text: string, start: number): number => text.slice(start).match(/^[ \t]*/)?.[0].length ?? 0;

/** Of code the marks that are left open before tell, of YAML a `|` or `>` above that is further out. */
function isWithinText(before: string, indent: number, mark: string): boolean {
  const open = before.match(/"""|'''|`/g)?.length ?? 0;
  return open % 2 === 1 || (mark === "#" && isInBlock(before.split("\n"), indent));
}

function isInBlock(lines: readonly string[], indent: number): boolean {
  let least = indent;
  for (const line of [...lines].reverse()) {
    const own = indentAt(line, 0);
    if (own >= least || line.trim() === "") continue;
    if (/[|>][-+\d]*[ \t]*(?:[ \t]#.*)?\r?$/.test(line)) return true;
    least = own;
  }
  return false;
}
