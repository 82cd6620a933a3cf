/**
 * What a value comes to. References are followed within the file; what only deployment knows keeps its
 * name ("parameter `Owner`") and is never guessed.
 */
import type { IntrinsicValue, Model, Range, Resource, Value } from "../types.ts";
import { entry, ifOf, valueAt } from "./structure.ts";
import {
  concat,
  hasReference,
  literalOf,
  literalText,
  referenceOf,
  referenceText,
  type Text,
  unknownText,
} from "./text.ts";

const MAX_DEPTH = 24;

/** Never throws; what can't be followed becomes a named unknown. */
export function resolve(value: Value, model: Model, depth = 0): Text {
  if (depth > MAX_DEPTH) return unknownText("…", value.range);
  switch (value.kind) {
    case "scalar":
      return literalText(value.value === null ? "" : String(value.value), value.range);
    case "unknown":
      return unknownText(value.text, value.range);
    case "intrinsic":
      return resolveIntrinsic(value, model, depth + 1);
    default:
      return unknownText(value.kind === "map" ? "{…}" : "[…]", value.range);
  }
}

function resolveIntrinsic(value: IntrinsicValue, model: Model, depth: number): Text {
  const { argument, range } = value;
  const args: readonly Value[] = argument.kind === "list" ? argument.items : [argument];
  switch (value.name) {
    case "Ref":
      return resolveRef(scalarText(argument), range, model);
    case "Fn::GetAtt":
      return resolveGetAtt(args, range, model);
    case "Fn::Sub":
      return resolveSub(args, range, model, depth);
    case "Fn::Join":
      return resolveJoin(args, range, model, depth);
    case "Fn::If":
      return resolveIf(value, model, depth);
    case "Fn::FindInMap":
      return resolveMapping(args, range, model, depth);
    case "Fn::ImportValue":
      return referenceText({ kind: "import", name: resolve(argument, model, depth) }, range);
    case "Fn::Select":
      return resolveSelect(args, range, model, depth);
    case "Fn::Split":
      return resolveSplit(args, range, model, depth);
    default:
      return unknownText(value.name.replace("Fn::", "!"), range);
  }
}

const scalarText = (value: Value | undefined): string =>
  value?.kind === "scalar" && value.value !== null ? String(value.value) : "";

function resolveRef(name: string, range: Range, model: Model): Text {
  if (name === "AWS::NoValue") return referenceText({ kind: "absent" }, range);
  if (name === "AWS::Partition") return literalText("aws", range);
  if (name.startsWith("AWS::")) return referenceText({ kind: "pseudo", name }, range);
  const parameter = model.parameters.get(name);
  if (parameter) return referenceText({ kind: "parameter", parameter }, range);
  const resource = model.resources.get(name);
  if (resource) return referenceText({ kind: "resource", resource, attribute: undefined }, range);
  return unknownText(name || "…", range);
}

function resolveGetAtt(args: readonly Value[], range: Range, model: Model): Text {
  const dotted = args.map(scalarText).filter(Boolean).join(".");
  const dot = dotted.indexOf(".");
  const resource = model.resources.get(dot < 0 ? dotted : dotted.slice(0, dot));
  if (!resource || dot < 0) return unknownText(dotted || "…", range);
  return referenceText({ kind: "resource", resource, attribute: dotted.slice(dot + 1) }, range);
}

function resolveSub(args: readonly Value[], range: Range, model: Model, depth: number): Text {
  const [template, variables] = args;
  if (template?.kind !== "scalar") return unknownText("!Sub", range);
  const parts: Text[] = [];
  const text = scalarText(template);
  const pattern = /\$\{([^{}]*)\}/g;
  let last = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(literalText(text.slice(last, match.index), range));
    parts.push(resolveVariable((match[1] ?? "").trim(), variables, range, model, depth));
    last = match.index + match[0].length;
  }
  parts.push(literalText(text.slice(last), range));
  return concat(parts, range);
}

function resolveVariable(
  name: string,
  variables: Value | undefined,
  range: Range,
  model: Model,
  depth: number,
): Text {
  if (name.startsWith("!")) return literalText(`\${${name.slice(1)}}`, range);
  const own = variables?.kind === "map" ? entry(variables, name) : undefined;
  if (own) return resolve(own, model, depth);
  if (!name.includes(".")) return resolveRef(name, range, model);
  return resolveGetAtt([{ kind: "scalar", value: name, range }], range, model);
}

function resolveJoin(args: readonly Value[], range: Range, model: Model, depth: number): Text {
  const [delimiter, list] = args;
  if (delimiter?.kind !== "scalar" || list?.kind !== "list") return unknownText("!Join", range);
  const between = literalText(scalarText(delimiter), range);
  const parts = list.items.flatMap((item, i) => {
    const text = resolve(item, model, depth);
    return i ? [between, text] : [text];
  });
  return concat(parts, range);
}

function resolveIf(value: IntrinsicValue, model: Model, depth: number): Text {
  const choice = ifOf(value);
  if (!choice?.yes || !choice.no) return unknownText("!If", value.range);
  const yes = resolve(choice.yes, model, depth);
  const no = resolve(choice.no, model, depth);
  if (yes.s === no.s && !hasReference(yes.s)) return yes;
  return referenceText({ kind: "choice", condition: choice.condition, yes, no }, value.range);
}

function resolveMapping(args: readonly Value[], range: Range, model: Model, depth: number): Text {
  const [name, first, second] = args.slice(0, 3).map((arg) => resolve(arg, model, depth));
  const keys = [name, first, second].map((text) => (text ? literalOf(text) : undefined));
  const found =
    keys[0] !== undefined && keys[1] !== undefined && keys[2] !== undefined
      ? valueAt(model.mappings.get(keys[0]), keys[1], keys[2])
      : undefined;
  if (found?.kind === "scalar") return resolve(found, model, depth);
  return unknownText(`mapping ${keys[0] ?? "…"}`, range);
}

function resolveSelect(args: readonly Value[], range: Range, model: Model, depth: number): Text {
  const [index, list] = args;
  const at = Number(scalarText(index));
  if (!list || scalarText(index) === "" || !Number.isInteger(at)) return unknownText("!Select", range);
  const item = list.kind === "list" ? list.items[at] : undefined;
  if (item) return resolve(item, model, depth);
  const parts = splitParts(list, model, depth)?.[at];
  if (parts !== undefined) return literalText(parts, range);
  const of = list.kind === "intrinsic" ? splitSource(list, model, depth) : undefined;
  return of ? referenceText({ kind: "part", of, all: false }, range) : unknownText("!Select", range);
}

function resolveSplit(args: readonly Value[], range: Range, model: Model, depth: number): Text {
  const source = args[1];
  return source
    ? referenceText({ kind: "part", of: resolve(source, model, depth), all: true }, range)
    : unknownText("!Split", range);
}

/** What is split, or the list itself that a part is taken from. */
function splitSource(list: IntrinsicValue, model: Model, depth: number): Text {
  const source =
    list.name === "Fn::Split" && list.argument.kind === "list" ? list.argument.items[1] : undefined;
  return resolve(source ?? list, model, depth);
}

/** The pieces of a `Fn::Split` whose text is known. */
function splitParts(list: Value, model: Model, depth: number): string[] | undefined {
  if (list.kind !== "intrinsic" || list.name !== "Fn::Split" || list.argument.kind !== "list")
    return undefined;
  const [delimiter, source] = list.argument.items;
  const text = source && literalOf(resolve(source, model, depth));
  const by = scalarText(delimiter);
  return text === undefined || by === "" ? undefined : text.split(by);
}

/** The literal text of a value, for checks: nothing when any part of it is unknown. */
export function known(value: Value | undefined, model: Model): string | undefined {
  return value && value.kind !== "map" && value.kind !== "list"
    ? literalOf(resolve(value, model))
    : undefined;
}

/** The resource that a value refers to as a whole. */
export function resourceOf(value: Value | undefined, model: Model): Resource | undefined {
  if (!value) return undefined;
  const reference = referenceOf(resolve(value, model));
  return reference?.kind === "resource" ? reference.resource : undefined;
}

export const numberOf = (value: Value | undefined, model: Model): number | undefined => {
  const text = known(value, model);
  return text !== undefined && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
};

export const booleanOf = (value: Value | undefined, model: Model): boolean | undefined => {
  const text = known(value, model)?.toLowerCase();
  return text === "true" ? true : text === "false" ? false : undefined;
};
