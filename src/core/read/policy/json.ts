/** A policy that is written as a JSON string, at once or put together. */
import type { MapValue, Range, Value } from "../../types.ts";
import { hasReference } from "../text.ts";

/** Text, with a character in the place of each part that isn't, and how such a string is read. */
interface Written {
  readonly text: string;
  readonly range: Range;
  read(text: string): Value;
}

export function asMap(value: Value | undefined): MapValue | undefined {
  if (value?.kind === "map") return value;
  const written = value && writtenIn(value);
  return written && fromJson(written);
}

function writtenIn(value: Value): Written | undefined {
  const { range } = value;
  const scalar = (text: string): Value => ({ kind: "scalar", value: text, range });
  if (value.kind === "scalar" && typeof value.value === "string")
    return { text: value.value, range, read: scalar };
  if (value.kind !== "intrinsic") return undefined;
  const { name, argument } = value;
  if (name === "Fn::Join") return joined(argument, range);
  const template = argument.kind === "list" ? argument.items[0] : argument;
  if (name !== "Fn::Sub" || template?.kind !== "scalar") return undefined;
  const rest = argument.kind === "list" ? argument.items.slice(1) : [];
  const sub = (text: string): Value => ({
    kind: "intrinsic",
    name: "Fn::Sub",
    argument: rest.length ? { kind: "list", items: [scalar(text), ...rest], range } : scalar(text),
    range,
  });
  const read = (text: string) => (text.includes("${") ? sub(text) : scalar(text));
  return { text: String(template.value), range: template.range, read };
}

const FIRST = 0xe000;
const MOST = 6000;

const plainText = (value: unknown): string => String(value ?? "").replace(/[\ue000-\uf8ff]/gu, "\ufffd");

function joined(argument: Value, range: Range): Written | undefined {
  const [delimiter, list] = argument.kind === "list" ? argument.items : [];
  if (delimiter?.kind !== "scalar" || list?.kind !== "list" || list.items.length > MOST) return undefined;
  const { items } = list;
  const text = items
    .map((item, i) => (item.kind === "scalar" ? plainText(item.value) : String.fromCharCode(FIRST + i)))
    .join(String(delimiter.value ?? ""));
  const part = (piece: string): Value =>
    (hasReference(piece) ? items[piece.charCodeAt(0) - FIRST] : undefined) ?? {
      kind: "scalar",
      value: piece,
      range,
    };
  const read = (whole: string): Value => {
    const parts = whole
      .split(/([\ue000-\uf8ff])/u)
      .filter(Boolean)
      .map(part);
    const [only] = parts;
    if (parts.length < 2) return only ?? part("");
    const none: Value = { kind: "scalar", value: "", range };
    return {
      kind: "intrinsic",
      name: "Fn::Join",
      argument: { kind: "list", items: [none, { kind: "list", items: parts, range }], range },
      range,
    };
  };
  return { text, range, read };
}

/** Its parts all have the string's range. */
function fromJson(written: Written): MapValue | undefined {
  if (!written.text.trimStart().startsWith("{")) return undefined;
  try {
    const value = toValue(JSON.parse(written.text) as unknown, written, 0);
    return value.kind === "map" ? value : undefined;
  } catch {
    return undefined;
  }
}

function toValue(json: unknown, written: Written, depth: number): Value {
  const { range } = written;
  if (depth > 40) return { kind: "unknown", text: "…", range };
  if (Array.isArray(json))
    return { kind: "list", items: json.map((item) => toValue(item, written, depth + 1)), range };
  if (typeof json === "object" && json !== null) {
    const entries = Object.entries(json).map(([key, value]) => ({
      key,
      keyRange: range,
      value: toValue(value, written, depth + 1),
    }));
    return { kind: "map", entries, range };
  }
  if (typeof json === "string") return written.read(json);
  return { kind: "scalar", value: json as number | boolean | null, range };
}
