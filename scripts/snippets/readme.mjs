// The README's table of set-ups, between its two markers.
import { existsSync, readFileSync } from "node:fs";
import { groups } from "./sources.mjs";

const start = "<!-- snippets: made by scripts/snippets -->";
const end = "<!-- /snippets -->";

/** The README with its table up to date; nothing where it has no markers. */
export function readmeTable(file, setups) {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) return undefined;
  return `${text.slice(0, from + start.length)}\n\n${table(setups)}\n\n${text.slice(to)}`;
}

function table(setups) {
  const rows = groups.flatMap((group) =>
    setups
      .filter((setup) => setup.group === group)
      .map((setup) => `| ${group} | ${setup.title} | ${says(setup)} |`),
  );
  return ["| For | Set-up | What it makes |", "| --- | --- | --- |", ...rows].join("\n");
}

const says = (setup) =>
  setup.unavailable
    ? setup.unavailable.trim().replace(/\s+/g, " ")
    : setup.description.trim().replace(/\s+/g, " ");
