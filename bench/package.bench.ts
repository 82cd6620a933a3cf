import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import vsce from "@vscode/vsce";
import { build } from "./support/build.ts";
import type { Row, Section } from "./support/measure.ts";

/** Parts of the package by what their files' paths begin with; the first that fits counts. */
const PARTS: readonly (readonly [title: string, starts: string, target?: string])[] = [
  ["the extension's first script", "dist/extension.js"],
  ["the script of its first use, with names and the index of the pages", "dist/lens.js"],
  ["the reference view's script", "dist/reference.js"],
  ["facts", "dist/knowledge/", "with the pages 700 KB"],
  ["pages", "dist/pages/"],
  ["pictures", "media/"],
  ["snippets", "snippets/"],
  ["manifest, README, licences", ""],
];

async function rows(): Promise<readonly Row[]> {
  const root = build();
  const files = await vsce.listFiles({ cwd: root, packageManager: 2 /* none: all that runs is in dist/ */ });
  const sizes = files.map((file) => {
    const bytes = readFileSync(join(root, file));
    const part = PARTS.find(([, starts]) => file.replaceAll("\\", "/").startsWith(starts));
    return { part, plain: bytes.length, packed: deflateRawSync(bytes, { level: 9 }).length };
  });
  const row = (what: string, target: string | undefined, of: typeof sizes): Row => {
    const sum = (size: "plain" | "packed") =>
      `${Math.round(of.reduce((all, f) => all + f[size], 0) / 1000)} KB`;
    return { what, ours: `${sum("packed")} (${sum("plain")} unpacked)`, ...(target ? { target } : {}) };
  };
  return [
    ...PARTS.map((part) =>
      row(
        part[0],
        part[2],
        sizes.filter((file) => file.part === part),
      ),
    ),
    row(`all ${files.length} files`, "1 MB", sizes),
  ];
}

export const section: Section = { title: "Package, compressed as in the .vsix", rows };
