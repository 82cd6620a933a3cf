// Puts the pages' bodies into one file for each service: they compress to half of what single files take in the package.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes `<to>/<service>.json`, `{ "sts/assume-role": "Markdown without its front matter" }`. */
export function writeBodies(root, to) {
  const concepts = join(root, "media", "concepts");
  mkdirSync(to, { recursive: true });
  for (const service of readdirSync(concepts)) {
    const pages = readdirSync(join(concepts, service)).filter((name) => name.endsWith(".md"));
    const bodies = pages.sort().map((name) => {
      const text = readFileSync(join(concepts, service, name), "utf8").replace(/\r\n/g, "\n");
      return [`${service}/${name.slice(0, -3)}`, text.replace(/^---\n[\s\S]*?\n---\n/, "")];
    });
    writeFileSync(join(to, `${service}.json`), JSON.stringify(Object.fromEntries(bodies)));
  }
}
