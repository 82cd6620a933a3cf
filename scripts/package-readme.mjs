// A part of npm run package: dist/README.md, the README for who has the extension. An editor shows it with no file beside it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./host/paths.mjs";

/** Sections that are not only for who builds it. */
const kept = /^(With the keyboard|Settings|Snippets|Licence)\n/;

const readme = readFileSync(join(root, "README.md"), "utf8")
  .split(/^## /m)
  .filter((section, i) => i === 0 || kept.test(section))
  .join("## ")
  .replace(/^!\[.*\]\(.*\)\n\n/gm, "")
  .replace(/\[([^\]]+)\]\((?!https:)[^)]+\)/g, "$1");
writeFileSync(join(root, "dist", "README.md"), readme);
