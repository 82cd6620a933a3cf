/** Template text to a Model, and facts that know enough for readings. */
import {
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type Scalar as YamlScalar,
} from "yaml";
import type { ReadContext } from "../../src/core/read/context.ts";
import type {
  ActionFact,
  Facts,
  MapEntry,
  MapValue,
  Model,
  Parameter,
  Range,
  Resource,
  Value,
} from "../../src/core/types.ts";

const SHORT = [
  "Ref",
  "Condition",
  "Sub",
  "GetAtt",
  "Join",
  "If",
  "FindInMap",
  "ImportValue",
  "Select",
  "Split",
];
const customTags = SHORT.flatMap((name) =>
  (["scalar", "map", "seq"] as const).map((collection) => ({
    tag: `!${name}`,
    ...(collection === "scalar" ? { resolve: (s: string) => s } : { collection, nodeClass: undefined }),
  })),
);

const rangeOf = (node: Node): Range => ({ start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 });

function toValue(node: Node): Value {
  const range = rangeOf(node);
  const tag = node.tag?.startsWith("!") && !node.tag.startsWith("!!") ? node.tag.slice(1) : undefined;
  const bare = bareValue(node, range);
  if (tag) {
    const name = tag === "Ref" || tag === "Condition" ? tag : `Fn::${tag}`;
    return { kind: "intrinsic", name, argument: bare, range };
  }
  if (bare.kind === "map" && bare.entries.length === 1) {
    const only = bare.entries[0] as MapEntry;
    if ((only.key === "Ref" || only.key.startsWith("Fn::")) && only.value)
      return { kind: "intrinsic", name: only.key, argument: only.value, range };
  }
  return bare;
}

function bareValue(node: Node, range: Range): Value {
  if (isMap(node)) return { kind: "map", entries: node.items.map((p) => toEntry(p as Pair)), range };
  if (isSeq(node)) return { kind: "list", items: node.items.map((n) => toValue(n as Node)), range };
  const value = isScalar(node) ? (node as YamlScalar).value : String(node);
  const plain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return { kind: "scalar", value: plain ? value : value === null ? null : String(value), range };
}

function toEntry(pair: Pair): MapEntry {
  const key = pair.key as YamlScalar;
  const value = pair.value as Node | null;
  const empty = !value || (isScalar(value) && value.value === null && !value.source);
  return { key: String(key.value), keyRange: rangeOf(key), value: empty ? undefined : toValue(value) };
}

const section = (top: Value, name: string): readonly MapEntry[] => {
  const found = top.kind === "map" ? top.entries.find((e) => e.key === name)?.value : undefined;
  return found?.kind === "map" ? found.entries : [];
};

const child = (value: Value | undefined, name: string): Value | undefined =>
  value?.kind === "map" ? value.entries.find((e) => e.key === name)?.value : undefined;

const text = (value: Value | undefined): string => (value?.kind === "scalar" ? String(value.value) : "");

function toResource(entry: MapEntry): Resource {
  const type = child(entry.value, "Type");
  const properties = child(entry.value, "Properties");
  const attributes = entry.value?.kind === "map" ? entry.value.entries : [];
  return {
    id: entry.key,
    idRange: entry.keyRange,
    type: text(type),
    typeRange: type?.range,
    properties: properties?.kind === "map" ? (properties as MapValue) : undefined,
    attributes: attributes.filter((e) => e.key !== "Type" && e.key !== "Properties"),
    range: { start: entry.keyRange.start, end: entry.value?.range.end ?? entry.keyRange.end },
  };
}

function toParameter(entry: MapEntry): Parameter {
  const allowed = child(entry.value, "AllowedValues");
  return {
    id: entry.key,
    idRange: entry.keyRange,
    type: text(child(entry.value, "Type")),
    default: child(entry.value, "Default"),
    allowedValues: allowed?.kind === "list" ? allowed.items : [],
    noEcho: text(child(entry.value, "NoEcho")) === "true",
  };
}

export function modelOf(source: string): Model {
  // biome-ignore lint/suspicious/noExplicitAny: the library's tag type is wider than what is given here
  const document = parseDocument(source, { customTags: customTags as any, logLevel: "silent" });
  const top = toValue(document.contents as YAMLMap);
  const map = <T>(name: string, make: (e: MapEntry) => T) =>
    new Map(section(top, name).map((e) => [e.key, make(e)]));
  return {
    resources: map("Resources", toResource),
    parameters: map("Parameters", toParameter),
    mappings: map("Mappings", (e) => e.value as Value),
    conditions: map("Conditions", (e) => e.value as Value),
  };
}

const ACTIONS: readonly [string, ActionFact["access"]][] = [
  ["dynamodb:GetItem", "Read"],
  ["dynamodb:PutItem", "Write"],
  ["dynamodb:Query", "Read"],
  ["iam:CreateRole", "Write"],
  ["iam:GetRole", "Read"],
  ["iam:PassRole", "Write"],
  ["iam:PutRolePolicy", "Permissions management"],
  ["s3:GetObject", "Read"],
  ["s3:ListBucket", "List"],
  ["s3:PutObject", "Write"],
  ["sts:AssumeRole", "Write"],
];

const SERVICES: Readonly<Record<string, string>> = {
  "lambda.amazonaws.com": "AWS Lambda",
  "ec2.amazonaws.com": "Amazon EC2",
};

const fact = ([action, access]: readonly [string, ActionFact["access"]]): ActionFact => ({
  action,
  access,
  doc: undefined,
  resources: [],
  conditionKeys: [],
  url: undefined,
});

const KNOWN: Partial<Facts> = {
  action: (name) => {
    const found = ACTIONS.find(([a]) => a.toLowerCase() === name.toLowerCase());
    return found && fact(found);
  },
  actionsMatching: (pattern) => {
    const service = pattern.split(":")[0];
    if (!ACTIONS.some(([a]) => a.startsWith(`${service}:`))) return undefined;
    const regex = new RegExp(`^${pattern.replaceAll("*", ".*")}$`, "i");
    return ACTIONS.filter(([a]) => regex.test(a)).map(fact);
  },
  servicePrincipal: (principal) => {
    const service = SERVICES[principal];
    return service ? { principal, service } : undefined;
  },
};

/** A few facts, enough for words; every other question has no answer. */
export const someFacts = new Proxy(KNOWN, {
  get: (known, name) => known[name as keyof Facts] ?? (() => undefined),
}) as Facts;

export const contextOf = (source: string): ReadContext => ({
  model: modelOf(source),
  facts: someFacts,
  dialect: { kind: "template", syntax: "yaml" },
});
