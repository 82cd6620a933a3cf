/**
 * What a value comes to. References are followed within the file; what only deployment knows keeps its
 * name ("parameter `Owner`") and is never guessed.
 */
import type {
  IntrinsicValue,
  ListValue,
  MapValue,
  Model,
  Parameter,
  Range,
  Resource,
  Value,
} from "../types.ts";

export type Reference =
  | { readonly kind: "resource"; readonly resource: Resource; readonly attribute: string | undefined }
  | { readonly kind: "parameter"; readonly parameter: Parameter }
  | { readonly kind: "pseudo"; readonly name: string }
  | { readonly kind: "import"; readonly name: Text }
  | { readonly kind: "choice"; readonly condition: string; readonly yes: Text; readonly no: Text }
  /** `Fn::Select` and `Fn::Split` of what only deployment knows. */
  | { readonly kind: "part"; readonly of: Text; readonly all: boolean }
  | { readonly kind: "absent" }
  | { readonly kind: "unknown"; readonly text: string };

/**
 * A string whose parts may be references: each stands in `s` as one private-use character, whose code
 * point says its place in `refs`. So a text can be split and matched like any string, and its pieces still
 * know what they refer to.
 */
export interface Text {
  readonly s: string;
  readonly refs: readonly Reference[];
  readonly range: Range;
}

const FIRST = 0xe000;
const MAX_REFS = 6000;
const MARK = /[\ue000-\uf8ff]/u;
const MARKS = /[\ue000-\uf8ff]/gu;
const MAX_DEPTH = 24;

export const hasReference = (s: string): boolean => MARK.test(s);

/** The text when all of it is known; undefined when a part of it is not. */
export const literalOf = (text: Text | undefined): string | undefined =>
  text && !hasReference(text.s) ? text.s : undefined;

/** The reference that is the whole text. */
export function referenceOf(text: Text): Reference | undefined {
  return text.s.length === 1 && hasReference(text.s) ? refAt(text, text.s) : undefined;
}

export const refAt = (text: Text, mark: string): Reference | undefined =>
  text.refs[mark.charCodeAt(0) - FIRST];

/** A piece of a text, with the same references. */
export const piece = (text: Text, s: string): Text => ({ s, refs: text.refs, range: text.range });

export const replaceMarks = (text: Text, by: (reference: Reference | undefined) => string): string =>
  text.s.replace(MARKS, (mark) => by(refAt(text, mark)));

const literalText = (s: string, range: Range): Text => ({ s: s.replace(MARKS, "\ufffd"), refs: [], range });
const referenceText = (reference: Reference, range: Range): Text => ({
  s: String.fromCharCode(FIRST),
  refs: [reference],
  range,
});
const unknownText = (text: string, range: Range): Text => referenceText({ kind: "unknown", text }, range);

function concat(texts: readonly Text[], range: Range): Text {
  const refs: Reference[] = [];
  let s = "";
  for (const text of texts) {
    const base = refs.length;
    if (base + text.refs.length > MAX_REFS) break;
    refs.push(...text.refs);
    s += text.s.replace(MARKS, (mark) => String.fromCharCode(mark.charCodeAt(0) + base));
  }
  return { s, refs, range };
}

// ---------------------------------------------------------------- structure

export const entry = (map: MapValue, key: string): Value | undefined =>
  map.entries.find((e) => e.key === key)?.value;

/** The value under keys and list positions; undefined where the road ends or an intrinsic stands in the way. */
export function valueAt(value: Value | undefined, ...path: readonly (string | number)[]): Value | undefined {
  let at = value;
  for (const step of path) {
    if (at?.kind === "map" && typeof step === "string") at = entry(at, step);
    else if (at?.kind === "list" && typeof step === "number") at = at.items[step];
    else return undefined;
  }
  return at;
}

export const property = (
  resource: Resource | undefined,
  ...path: readonly (string | number)[]
): Value | undefined => valueAt(resource?.properties, ...path);

export const isNoValue = (value: Value): boolean =>
  value.kind === "intrinsic" &&
  value.name === "Ref" &&
  value.argument.kind === "scalar" &&
  value.argument.value === "AWS::NoValue";

/** One way a value can turn out; `when` names the conditions it hangs on. */
export interface Branch {
  readonly value: Value;
  readonly when: readonly string[];
}

/** A value without `Fn::If`: each branch, leaving out `AWS::NoValue`. */
export function branches(value: Value | undefined, when: readonly string[] = []): Branch[] {
  if (!value || isNoValue(value)) return [];
  const choice = ifOf(value);
  if (!choice || when.length > MAX_DEPTH) return [{ value, when }];
  return [
    ...branches(choice.yes, [...when, choice.condition]),
    ...branches(choice.no, [...when, `not ${choice.condition}`]),
  ];
}

/** A scalar, or each item of a list, with branches laid out. A half-typed value is no item. */
export function items(value: Value | undefined): Branch[] {
  return branches(value).flatMap(({ value: v, when }) =>
    v.kind === "list" ? v.items.flatMap((item) => branches(item, when)) : [{ value: v, when }],
  );
}

function ifOf(
  value: Value,
): { condition: string; yes: Value | undefined; no: Value | undefined } | undefined {
  if (value.kind !== "intrinsic" || value.name !== "Fn::If") return undefined;
  const [condition, yes, no] = value.argument.kind === "list" ? value.argument.items : [];
  if (condition?.kind !== "scalar") return undefined;
  return { condition: String(condition.value), yes, no };
}

// ---------------------------------------------------------------- resolving

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

// ---------------------------------------------------------------- shortcuts

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

/** What the CDK's own constructs set without a prop, or let be set by a later call. */
const MADE_BY_CONSTRUCTS = new Set(["SmsConfiguration", "LambdaConfig", "EmailConfiguration", "EnabledMfas"]);

const isOwnConstruct = ({ construct }: Resource): boolean =>
  construct !== undefined && !/\.Cfn\w+$/.test(construct);

/**
 * Is a property surely not set? Not when the properties are half known: an intrinsic or a call stands in
 * the place of the map, as with `Fn::Transform`.
 */
export function isUnset(resource: Resource, ...path: readonly string[]): boolean {
  if (isOwnConstruct(resource) && MADE_BY_CONSTRUCTS.has(path[0] ?? "")) return false;
  let at: Value | undefined = resource.properties;
  for (const key of path) {
    if (!at) return true;
    if (at.kind !== "map" || at.entries.some((e) => e.key.startsWith("Fn::"))) return false;
    const found: boolean = at.entries.some((e) => e.key === key);
    if (!found) return true;
    at = entry(at, key);
    if (!at) return false;
  }
  return false;
}

/** The resource whose text holds an offset. */
export function resourceAt(offset: number, model: Model): Resource | undefined {
  for (const resource of model.resources.values())
    if (resource.range.start <= offset && offset < resource.range.end) return resource;
  return undefined;
}

export const listOf = (value: Value | undefined): ListValue | undefined =>
  value?.kind === "list" ? value : undefined;
