// `npm run pages`: checks every page and the weight of all of them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { checkDiagram } from "./check.mjs";
import { buildConceptIndex } from "./index.mjs";

const ZIPPED_MAX = 236 * 1024;

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const { index, pages, problems } = buildConceptIndex(root);
const diagrams = join(root, "media", "diagrams");
const drawings = (existsSync(diagrams) ? readdirSync(diagrams) : []).filter((name) => name.endsWith(".svg"));
const wrong = [
  ...problems,
  ...drawings.flatMap((name) =>
    checkDiagram(name, readFileSync(join(diagrams, name), "utf8")).map(
      (text) => `media/diagrams/${name}:1: ${text}. Remedy: mend the SVG.`,
    ),
  ),
];
const files = [...pages.map(({ path }) => path), ...drawings.map((name) => join(diagrams, name))];
const zipped = files.reduce((sum, file) => sum + deflateRawSync(readFileSync(file)).length, 0);
if (zipped > ZIPPED_MAX)
  wrong.push(
    `media:1: pages and pictures weigh ${zipped} bytes zipped. Remedy: keep them under ${ZIPPED_MAX}.`,
  );

for (const line of wrong) console.error(line);
console.log(
  `${pages.length} pages, ${drawings.length} pictures, ${Object.keys(index.terms).length} terms, ${index.words.length} words: ` +
    `${zipped} bytes zipped, index ${JSON.stringify(index).length} bytes, ${wrong.length} wrong`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;
