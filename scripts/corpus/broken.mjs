import { detect } from "../../src/core/detect.ts";
import { createTemplateLocator } from "../../src/core/template/locate.ts";
import { split } from "../../src/core/template/split.ts";
import { docOf, textOf } from "./labels.mjs";

/** Small and seeded, so that every run damages the same lines. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** What happens to a line while someone types; each gives the new line, or undefined for none. */
const DAMAGES = {
  deleted: () => undefined,
  "without colon": (line) => line.replace(":", ""),
  "cut in half": (line) => line.slice(0, Math.ceil(line.length / 2)),
  "without a quote": (line) => line.replace(/["'](?=[^"']*$)/, ""),
  "open quote": (line) => line.replace(/(\S+)\s*$/, '"$1'),
  "open bracket": (line) => `${line} [`,
  "open brace": (line) => `${line} {`,
  "stray tab": (line) => `\t${line}`,
  "one deeper": (line) => ` ${line}`,
  "two less deep": (line) => line.replace(/^ {2}/, ""),
  "template tag": (line) => line.replace(/\S.*$/, "{{ value }}"),
};

const names = Object.keys(DAMAGES);

const signOf = (site) =>
  site && JSON.stringify([site.role, site.text, site.path, site.owner, site.target, site.place?.use]);

/** Damages one line of a template and counts the sites outside its entry that are still the same. */
export function damageOnce(file, random) {
  const text = textOf(file);
  const lines = text.split("\n");
  let index = random(lines.length);
  while (!lines[index].trim() || /^\s*#/.test(lines[index])) index = (index + 1) % lines.length;
  const name = names[random(names.length)];
  const line = DAMAGES[name](lines[index]);
  const start = lines.slice(0, index).join("\n").length + (index ? 1 : 0);
  const changed = [
    ...lines.slice(0, index),
    ...(line === undefined ? [] : [line]),
    ...lines.slice(index + 1),
  ];
  const damaged = changed.join("\n");
  return { file, name, line: index + 1, start, by: damaged.length - text.length, damaged };
}

export function compare(file, { start, by, damaged }) {
  const doc = docOf(file);
  const dialect = detect(doc);
  const before = createTemplateLocator().locate(doc, dialect);
  const after = locate(file, damaged);
  const entry = split(doc.text, dialect.syntax).findLast((piece) => piece.start <= start);
  const lost = [];
  let all = 0;
  for (const site of before.sites()) {
    if (site.range.start >= entry.start && site.range.start < entry.end) continue;
    all++;
    const at = site.range.start < start ? site.range.start : site.range.start + by;
    if (signOf(after?.siteAt(at)) !== signOf(site)) lost.push(site);
  }
  return { all, lost };
}

function locate(file, text) {
  const doc = docOf(file, text);
  const dialect = detect(doc);
  return dialect && dialect.kind !== "cdk" ? createTemplateLocator().locate(doc, dialect) : undefined;
}
