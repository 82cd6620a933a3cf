/**
 * The tags of a template language in YAML (Jinja's, Go's and Helm's, Handlebars'): what only steers becomes
 * blank, and a name that begins with a tag becomes one that YAML can read. Every offset stays.
 */
export const withoutTags = (text: string): string =>
  HAS_TAG.test(text) ? text.replace(STEERING, blank).replace(NAME, readable) : text;

/** CloudFormation's own `{{resolve:ssm:...}}` is none. */
const HAS_TAG = /\{(?:%|#|\{(?!resolve:))/;

const WORDS = "if|else|elif|end\\w*|range|for|with|define|template|block|include|set|break|continue";

/** What stands in a tag never opens another of its kind, so that a text full of open ones is read but once. */
const STEERING = new RegExp(
  [
    String.raw`\{%(?:[^{%]|\{(?!%)|%(?!\})){0,2000}%\}`,
    String.raw`\{#(?:[^{#]|\{(?!#)|#(?!\})){0,2000}#\}`,
    String.raw`\{\{-?\s*/\*(?:[^{*]|\{(?!\{)|\*(?!/)){0,2000}\*/\s*-?\}\}`,
    String.raw`\{\{-?\s*(?:[#/]\w|(?:${WORDS})\b|\$\w+\s*:?=)[^{}]*\}\}`,
  ].join("|"),
  "g",
);

/** A key, or where `Ref` and its like lead: `{{ .Name }}Role:`, `!Ref {{ .Name }}Role`. */
const NAME =
  /(?=\{\{)(?:(?<=^[ ]*(?:- )?)(?:\{\{[^{}\n]*\}\}|[\w.-])+(?=[ ]*:(?:\s|$))|(?<=(?:!(?:Ref|GetAtt)|\bRef:)[ ]+)(?:\{\{[^{}\n]*\}\}|[\w.-])+)/gm;

const blank = (tag: string): string => tag.replace(/[^\n]/g, " ");

/** Brackets that look the same, and nothing else that YAML has a use for. */
const readable = (name: string): string =>
  name
    .replaceAll("{", "\u2774")
    .replaceAll("}", "\u2775")
    .replace(/[:#"'`,&*!|>%@]/g, "_");

/** The lines below the one that ends at `end` that aren't blank, as far as they tell what that line begins. */
export function* linesBelow(text: string, end: number): Generator<string> {
  const most = Math.min(text.length, end + 2000);
  for (let start = end + 1; start < most; ) {
    const newline = text.indexOf("\n", start);
    const stop = newline < 0 ? most : newline;
    const line = text.slice(start, Math.min(stop, start + 300));
    if (/\S/.test(line)) yield line;
    start = stop + 1;
  }
}

/** A resource's type stands at the indent of what hangs on the line that ends at `end`. */
export function holdsType(text: string, end: number, indent: number): boolean {
  let own = -1;
  for (const line of linesBelow(text, end)) {
    const at = line.search(/\S/);
    if (at <= indent || at < own) return false;
    if (own < 0) own = at;
    if (at === own && TYPE.test(line)) return true;
  }
  return false;
}

const TYPE = /^\s*["']?Type["']?\s*:\s*["']?\w+::\w+/;
