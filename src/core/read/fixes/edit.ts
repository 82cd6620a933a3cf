/**
 * Small safe edits of a template's text, in block YAML, flow YAML and JSON alike: everything is put in before
 * a key that is there, whose place and indentation are known.
 */
import type { Dialect, MapEntry, MapValue, Range, ScalarValue, Value } from "../../types.ts";

export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** The text to be edited, and how it is written. */
export interface Source {
  readonly text: string;
  readonly dialect: Dialect;
}

/** What to write: a nested map, a string, or a `Ref`. */
export type Content = string | boolean | { readonly ref: string } | readonly (readonly [string, Content])[];

const isJson = ({ dialect }: Source): boolean => dialect.kind !== "cdk" && dialect.syntax === "json";

/** Where a key begins, its quote included. */
function keyStart({ text }: Source, { keyRange }: MapEntry): number {
  const before = text[keyRange.start - 1];
  return before === '"' || before === "'" ? keyRange.start - 1 : keyRange.start;
}

/** Does the key stand in the text where it says? Not so inside a policy that is itself a string. */
const stands = ({ text }: Source, { key, keyRange }: MapEntry): boolean =>
  text.slice(keyRange.start, keyRange.end) === key;

/** A flow map or JSON object, whose entries are parted by commas. */
function isFlow(source: Source, map: MapValue): boolean {
  return isJson(source) || source.text[map.range.start] === "{";
}

/** Puts an entry before another of the same map; nothing where that one is not really there. */
export function insertBefore(
  source: Source,
  map: MapValue,
  next: MapEntry | undefined,
  key: string,
  content: Content,
): Edit | undefined {
  if (!next || !stands(source, next)) return undefined;
  const start = keyStart(source, next);
  const lead = source.text.slice(source.text.lastIndexOf("\n", start - 1) + 1, start);
  const text = isFlow(source, map)
    ? `${flowKey(source, key)}: ${flow(source, content)},${/\S/.test(lead) ? " " : `\n${lead}`}`
    : `${block(source, key, content, lead.length)}\n${" ".repeat(lead.length)}`;
  return { range: { start, end: start }, text };
}

/** Spaces of one level: the first indented line below a key says. */
const stepOf = ({ text }: Source): number => /:[ \t]*\r?\n( +)\S/.exec(text)?.[1]?.length ?? 2;

const plainKey = /^[A-Za-z][\w.:/-]*$/;
const quoted = (text: string): string => JSON.stringify(text);

/** Flow maps read `a:b` as one scalar, so a key with a colon is quoted there. */
const flowKey = (source: Source, key: string): string =>
  isJson(source) || !/^\w+$/.test(key) ? quoted(key) : key;

function flow(source: Source, content: Content): string {
  if (typeof content === "boolean") return String(content);
  if (typeof content === "string")
    return isJson(source) || !/^\w+$/.test(content) ? quoted(content) : content;
  if ("ref" in content) {
    const ref = !isJson(source) && /^\w+$/.test(content.ref) ? content.ref : quoted(content.ref);
    return isJson(source) ? `{ "Ref": ${ref} }` : `!Ref ${ref}`;
  }
  const entries = content.map(([key, value]) => `${flowKey(source, key)}: ${flow(source, value)}`);
  return `{ ${entries.join(", ")} }`;
}

function block(source: Source, key: string, content: Content, column: number): string {
  const name = plainKey.test(key) ? key : quoted(key);
  if (!Array.isArray(content)) return `${name}: ${scalar(content as Exclude<Content, readonly unknown[]>)}`;
  const level = column + stepOf(source);
  const inner = (content as readonly (readonly [string, Content])[])
    .map(([k, v]) => `\n${" ".repeat(level)}${block(source, k, v, level)}`)
    .join("");
  return `${name}:${inner}`;
}

function scalar(content: string | boolean | { readonly ref: string }): string {
  if (typeof content === "object") return `!Ref ${content.ref}`;
  if (typeof content === "boolean") return String(content);
  return plainKey.test(content) && !/:$/.test(content) ? content : quoted(content);
}

/** Another value in the place of a scalar, its quotes included. */
export function replaceScalar(source: Source, value: Value | undefined, text: string): Edit | undefined {
  if (value?.kind !== "scalar") return undefined;
  const quote = quoteOf(source, value);
  const { start, end } = value.range;
  if (quote) return { range: { start, end }, text };
  return { range: { start, end }, text: isJson(source) || !/^[\w-]+$/.test(text) ? quoted(text) : text };
}

function quoteOf({ text }: Source, { range }: ScalarValue): string | undefined {
  const before = text[range.start - 1];
  return (before === '"' || before === "'") && text[range.end] === before ? before : undefined;
}
