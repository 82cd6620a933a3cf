import { parseJson } from "./json.ts";
import type { Node, ScalarNode } from "./nodes.ts";

/** Longer texts are programs and pages, not policies: the largest policy has 20 KB. */
const LONGEST = 200_000;

/**
 * JSON that stands as text in a scalar, with the offsets of the document. In plain, single-quoted and
 * block scalars JSON stands as it is, since it doesn't mind indentation and folding; in double quotes
 * it is unescaped first.
 */
export function embedded(scalar: ScalarNode, text: string): Node | undefined {
  const { start, end } = scalar.range;
  if (end - start > LONGEST || !/^\s*(?:\\[nrt]|\s)*\{/.test(text.slice(start, start + 200)))
    return undefined;
  const raw = text.slice(start, end);
  if (scalar.style !== "double") return parseJson(raw, (offset) => start + offset).root;
  const { decoded, at } = undoEscapes(raw);
  return parseJson(decoded, (offset) => start + (at[offset] ?? raw.length)).root;
}

const SHORT: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", "0": "\0" };

/** Undoes the escapes of a double-quoted string; `at[i]` is where the decoded character `i` is written. */
function undoEscapes(raw: string): { decoded: string; at: number[] } {
  const at: number[] = [];
  let decoded = "";
  for (let i = 0; i < raw.length; ) {
    at.push(i);
    const [char, length] = raw[i] === "\\" ? escapeAt(raw, i) : [raw[i] ?? "", 1];
    decoded += char;
    for (let k = 1; k < char.length; k++) at.push(i);
    if (char === "") at.pop();
    i += length;
  }
  return { decoded, at };
}

function escapeAt(raw: string, i: number): readonly [string, number] {
  const kind = raw[i + 1] ?? "";
  const digits = { u: 4, x: 2 }[kind];
  if (digits) {
    const code = Number.parseInt(raw.slice(i + 2, i + 2 + digits), 16);
    return [Number.isNaN(code) ? "" : String.fromCharCode(code), 2 + digits];
  }
  // YAML: an escaped line break joins the lines.
  if (kind === "\n" || kind === "\r") return ["", 2];
  return [SHORT[kind] ?? kind, 2];
}
