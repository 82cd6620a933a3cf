import type { Syntax } from "./split.ts";

/** What a line begins, as far as the line itself tells. Offsets count from its content. */
export interface Head {
  /** `key:`; `- item`; a bracket of JSON; a word that may become a key; something else. */
  readonly kind: "key" | "item" | "bracket" | "word" | "other";
  readonly key: string;
  readonly keyAt: number;
  /** Where the value begins, or what follows `- `. */
  readonly valueAt: number;
  /** Something stands behind the colon that isn't only a tag, an anchor or an opening bracket at its end. */
  readonly hasValue: boolean;
  /** The value is a quote, or a bracket with something in it, that goes on below: no layout to divide by. */
  readonly opensFlow: boolean;
  readonly tag: { readonly name: string; readonly at: number } | undefined;
}

const NOTHING: Omit<Head, "kind"> = {
  key: "",
  keyAt: 0,
  valueAt: 0,
  hasValue: false,
  opensFlow: false,
  tag: undefined,
};

const LONGEST_KEY = 300;

export function headOf(line: string, syntax: Syntax): Head {
  return syntax === "json" ? jsonHead(line) : yamlHead(line);
}

function yamlHead(line: string): Head {
  const item = /^-(?:\s+|$)/.exec(line);
  if (item) return { ...NOTHING, kind: "item", valueAt: item[0].length };
  const key = /^(["']?)((?:[^:"'#]|:(?=\S)|(?<=\S)#)+?)["']?\s*:(?:\s+|$)/.exec(line.slice(0, LONGEST_KEY));
  if (!key) return wordHead(line);
  const rest = line.slice(key[0].length);
  const tag = /^(![\w:]+)\s*(?:#.*)?$/.exec(rest)?.[1];
  return {
    kind: "key",
    key: key[2] ?? "",
    keyAt: key[1] ? 1 : 0,
    valueAt: key[0].length,
    hasValue: tag === undefined && !/^(?:&\S+\s*|[[{}\]]\s*)?(?:#.*)?$/.test(rest),
    opensFlow: /^(?:![\w:]+\s+)?[[{"'|>]/.test(rest) && !/^[[{]\s*$/.test(rest),
    tag: tag === undefined ? undefined : { name: tag, at: key[0].length },
  };
}

/** Text of JSON that begins with a key, also one whose colon is missing before another string or a bracket. */
export const beginsWithKey = (text: string): boolean => /^"(?:[^"\\]|\\.)*"\s*(?::|[[{]\s*\n|")/.test(text);

/** The same in a line, where the closing quote may be missing too. */
const JSON_KEY = /^"((?:[^"\\]|\\.)*)"?\s*(?::\s*|(?=[[{]\s*$)|(?<=\s)(?="))/;

function jsonHead(line: string): Head {
  if (/^[[{][[{\s]*$/.test(line)) return { ...NOTHING, kind: "bracket" };
  const key = JSON_KEY.exec(line.slice(0, LONGEST_KEY));
  if (!key) return wordHead(line.replace(/^"|[",\s]+$/g, ""), line.startsWith('"') ? 1 : 0);
  const rest = line.slice(key[0].length);
  return {
    ...NOTHING,
    kind: "key",
    key: key[1] ?? "",
    keyAt: 1,
    valueAt: key[0].length,
    hasValue: !/^[[{}\],\s]*$/.test(rest),
  };
}

/** `AssumeRolePo`: half of a key, or one whose colon is missing. */
function wordHead(line: string, keyAt = 0): Head {
  const word = /^[A-Za-z][\w:.-]*(?=\s*$)/.exec(line)?.[0];
  return word ? { ...NOTHING, kind: "word", key: word, keyAt } : { ...NOTHING, kind: "other" };
}
