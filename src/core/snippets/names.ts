import type { Setup, SnippetLanguage } from "./setups.ts";

const NAME_STOP = /\$\{1:([^}]*)\}/;

/**
 * The body with a default for its first tab stop, what all its logical ids begin with, that makes none of them
 * a word of the document: `Service`, `Service2`, ... Words in comments and strings count too: one number too many
 * does no harm.
 */
export function freshName(setup: Setup, body: string, text: string): string {
  const name = setup.name ?? "";
  const endings = [...body.matchAll(/\$\{1(?::[^}]*)?\}(\w*)/g)].map((match) => match[1] ?? "");
  const words = new Set(text.match(/\w+/g));
  let free = name;
  for (let n = 2; endings.some((ending) => words.has(free + ending)); n++) free = `${name}${n}`;
  return body.replace(NAME_STOP, `\${1:${free}}`);
}

/** The body with its variables renamed where the document already has one of that name. */
export function freshVariables(setup: Setup, body: string, text: string, language: SnippetLanguage): string {
  if (language === "yaml" || language === "json") return body;
  let out = body;
  for (const variable of setup.variables ?? []) {
    const name = language === "python" ? snakeCase(variable) : variable;
    let free = name;
    for (let n = 2; declares(text, free); n++) free = `${name}${language === "python" ? "_" : ""}${n}`;
    if (free !== name) out = out.replace(use(name), free);
  }
  return out;
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Does the text assign or declare it? `pool = ...`, `pool := ...`, `Role pool;`, a parameter of that name. */
const declares = (text: string, name: string): boolean =>
  new RegExp(`(?<![.\\w])${name}\\s*(?::?=(?![=>])|[;:,)])`).test(text);

/** Uses of a variable, not a member, a key or a keyword argument of the same name. */
const use = (name: string): RegExp => new RegExp(`(?<![.\\w])${name}(?!\\w|:|=)`, "g");
