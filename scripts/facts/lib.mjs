/** What every generator needs: where things are, how a part is written, how documentation text is cleaned. */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { parse } from "yaml";

const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, "..", "..");
export const generated = join(root, "src", "knowledge", "generated");
export const authored = join(root, "src", "knowledge", "authored");
export const require = createRequire(import.meta.url);

/** A file of an installed package, by its path within the package. */
export const packageFile = (name, path) => join(here, "node_modules", name, path);

export const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));
/** A hand-kept file of `src/knowledge/authored`. */
export const readAuthored = (name) =>
  parse(readFileSync(join(authored, `${name}.yaml`), "utf8"), { merge: true });

export const readGzippedJson = (path) => JSON.parse(gunzipSync(readFileSync(path)).toString("utf8"));

/** Where a part's data comes from; every part carries the list. */
export function stamp(...names) {
  return names.map((name) => {
    const { version, license } = readJson(packageFile(name, "package.json"));
    return { package: name, version, license };
  });
}

/** One entry a line: a regenerated part then shows in a diff what changed. */
export function serialise(data) {
  const lines = Object.entries(data).map(([key, value]) => {
    const entries = value && typeof value === "object" && !Array.isArray(value) ? Object.entries(value) : [];
    if (entries.length < 2) return `${JSON.stringify(key)}:${JSON.stringify(value)}`;
    const inner = entries.map(([name, item]) => `${JSON.stringify(name)}:${JSON.stringify(item)}`);
    return `${JSON.stringify(key)}:{\n${inner.join(",\n")}\n}`;
  });
  return `{\n${lines.join(",\n")}\n}\n`;
}

export const hashOf = (text) => createHash("sha256").update(text).digest("hex").slice(0, 16);

/** Objects in the order of their keys, so that two runs give the same text. */
export const sorted = (object) =>
  Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

/** Drops what says nothing: undefined, "", false, empty lists and objects. */
export const lean = (object) =>
  Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) =>
        value !== undefined &&
        value !== "" &&
        value !== false &&
        !(typeof value === "object" && value !== null && Object.keys(value).length === 0),
    ),
  );

export function writeParts(directory, parts) {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  for (const [name, text] of parts) writeFileSync(join(directory, `${name}.json`), text);
}

/** What the parts are made of by hand, by file. */
export const authoredFiles = () =>
  new Map(
    readdirSync(authored)
      .filter((file) => file.endsWith(".yaml"))
      .sort()
      .map((file) => [file, readFileSync(join(authored, file), "utf8")]),
  );

export const readParts = (directory) =>
  new Map(
    readdirSync(directory)
      .filter((file) => file.endsWith(".json"))
      .map((file) => [file.slice(0, -5), readFileSync(join(directory, file), "utf8")]),
  );
