// Reads the set-ups of setups/ and makes their tab stops into what each form needs.
// A set-up writes a tab stop as <<name>>; `stops` names its default, or its choices with the default first.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

export const here = import.meta.dirname ?? new URL(".", import.meta.url).pathname;
export const groups = ["Roles", "Cognito", "Directory Service", "IAM Identity Center", "Organizations"];

/** Every set-up, in the order of the groups and then of their `order`. */
export function readSetups() {
  const setups = readdirSync(join(here, "setups"))
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => check(file, parse(readFileSync(join(here, "setups", file), "utf8"))));
  return setups.sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || a.order - b.order);
}

function check(file, setup) {
  const problem = (text) => {
    throw new Error(`scripts/snippets/setups/${file}: ${text}`);
  };
  if (`${setup.id}.yaml` !== file) problem(`its id must be its file name, found "${setup.id}"`);
  if (!groups.includes(setup.group)) problem(`group must be one of ${groups.join(", ")}`);
  for (const key of ["title", "order", "concept", "description"])
    if (!setup[key]) problem(`${key} is missing`);
  if (setup.unavailable) return { ...setup, stops: [] };
  const stops = Object.entries(setup.stops ?? {}).map(([name, value], i) => {
    const choices = Array.isArray(value) ? value : undefined;
    return { name, index: i + 1, choices, default: choices ? choices[0] : value };
  });
  if (stops.length < 2 || stops.length > 7) problem(`two to seven tab stops, found ${stops.length}`);
  for (const body of [setup.template, setup.cdk]) {
    for (const [, name] of (body ?? "").matchAll(/<<(\w+)>>/g))
      if (!stops.some((stop) => stop.name === name)) problem(`<<${name}>> is not among its stops`);
  }
  return { ...setup, stops };
}

/** A stand-in for a stop that every language and translator carries through unchanged: a word, or a number. */
const mark = (stop) => (typeof stop.default === "number" ? `${91370000 + stop.index}` : `zQ${stop.index}Qz`);

/** The text with a stand-in for each stop. */
export const marked = (setup, text) =>
  text.replace(/<<(\w+)>>/g, (_, name) => mark(setup.stops.find((stop) => stop.name === name)));

/**
 * The CDK form as a translator may read it: where a stop is an enum's member (`Mfa.<<mfa>>`), its default stands,
 * since a stand-in is no member. `restoreMembers` puts the stand-in back.
 */
export const readable = (setup) =>
  marked(
    setup,
    setup.cdk.replace(MEMBER, (_, before, name) => `${before}${stopOf(setup, name).default}`),
  );

/** `Mfa.<<mfa>>` */
const MEMBER = /(\b[A-Z]\w*\.)<<(\w+)>>/g;
const stopOf = (setup, name) => setup.stops.find((stop) => stop.name === name);

/** Every language has an enum's members under the name that TypeScript has; Go joins it by an underscore. */
export const restoreMembers = (setup, text) =>
  [...setup.cdk.matchAll(MEMBER)].reduce((out, [, before, name]) => {
    const stop = stopOf(setup, name);
    return out.replace(
      new RegExp(`(\\b${before.slice(0, -1)}[._])${stop.default}\\b`),
      (_, kept) => kept + mark(stop),
    );
  }, text);

/** A marked text with each stop's default in place. */
export const withDefaults = (setup, text) =>
  setup.stops.reduce((out, stop) => out.replaceAll(mark(stop), String(stop.default)), text);

const escapeText = (text) => text.replace(/[\\$]/g, "\\$&");
const escapeDefault = (text) => text.replace(/[\\$}]/g, "\\$&");
const escapeChoice = (text) => text.replace(/[\\$},|]/g, "\\$&");

/**
 * A marked text as the lines of a snippet: its stops numbered, the first use of each with its default or choices.
 * `indentWidth` is that of the text, or `yaml`.
 */
export function toBody(setup, text, indentWidth) {
  let out = escapeText(text.trimEnd());
  const used = setup.stops.filter((stop) => out.includes(mark(stop)));
  used.forEach((stop, i) => {
    const first = stop.choices
      ? `\${${i + 1}|${stop.choices.map((choice) => escapeChoice(String(choice))).join(",")}|}`
      : `\${${i + 1}:${escapeDefault(String(stop.default))}}`;
    out = out.replace(mark(stop), () => first).replaceAll(mark(stop), `\${${i + 1}}`);
  });
  const lines = out.split("\n");
  return indentWidth === "yaml" ? tabbedYaml(lines) : lines.map((line) => tabbed(line, indentWidth));
}

/** Leading spaces as tabs, which the editor turns into the file's own indentation. */
function tabbed(line, width) {
  const spaces = /^ */.exec(line)[0].length;
  return "\t".repeat(Math.floor(spaces / width)) + " ".repeat(spaces % width) + line.slice(spaces);
}

/**
 * YAML's leading spaces as tabs, but for what hangs on a list's dash: its keys stand two columns after the dash,
 * whatever the file's indentation.
 */
function tabbedYaml(lines) {
  let dashes = [];
  return lines.map((line) => {
    const spaces = /^ */.exec(line)[0].length;
    dashes = dashes.filter((column) => column < spaces);
    let out = "";
    for (let column = 0; column < spaces; column += 2) out += dashes.includes(column) ? "  " : "\t";
    if (line.startsWith("- ", spaces)) dashes.push(spaces);
    return out + line.slice(spaces);
  });
}
