import type { Setup, SnippetLanguage } from "./setups.ts";

const NAME_STOP = /\$\{1:([^}]*)\}/;

/** Every word of a text: what a new name may not be. Those of comments and strings too, which does no harm. */
export const wordsOf = (text: string): ReadonlySet<string> => new Set(text.match(/\w+/g));

/** The body with names that the document doesn't have yet. */
export function freshNames(
  setup: Setup,
  body: string,
  text: string,
  words: ReadonlySet<string>,
  language: SnippetLanguage,
): string {
  const named = freshIds(setup, body, words);
  if (language === "yaml" || language === "json") return named;
  return (setup.variables ?? []).reduce(
    (out, variable) => freshVariable(variable, out, text, words, language),
    named,
  );
}

/** Another default for the first tab stop, what all logical ids begin with, when one is taken: `Service2`. */
function freshIds(setup: Setup, body: string, words: ReadonlySet<string>): string {
  const name = setup.name ?? "";
  const endings = [...body.matchAll(/\$\{1(?::[^}]*)?\}(\w*)/g)].map((match) => match[1] ?? "");
  let free = name;
  for (let n = 2; endings.some((ending) => words.has(free + ending)); n++) free = `${name}${n}`;
  return free === name ? body : body.replace(NAME_STOP, `\${1:${free}}`);
}

function freshVariable(
  variable: string,
  body: string,
  text: string,
  words: ReadonlySet<string>,
  language: SnippetLanguage,
): string {
  const python = language === "python";
  const name = python ? snakeCase(variable) : variable;
  let free = name;
  for (let n = 2; words.has(free) && declares(text, free); n++) free = `${name}${python ? "_" : ""}${n}`;
  return free === name ? body : body.replace(use(name), free);
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Does the text assign or declare it? `pool = ...`, `pool := ...`, `Role pool;`, a parameter of that name. */
const declares = (text: string, name: string): boolean =>
  new RegExp(`(?<![.\\w])${name}\\s*(?::?=(?![=>])|[;:,)])`).test(text);

/** Uses of a variable, not a member, a key or a keyword argument of the same name. */
const use = (name: string): RegExp => new RegExp(`(?<![.\\w])${name}(?!\\w|:(?!=)|=)`, "g");
