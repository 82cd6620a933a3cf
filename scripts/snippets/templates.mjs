// The template forms: YAML as it is written in the source, JSON made from it.
import { parseDocument } from "yaml";
import { marked, toBody } from "./sources.mjs";

const tags = [
  "Ref",
  "GetAtt",
  "Sub",
  "Join",
  "Select",
  "Split",
  "If",
  "Equals",
  "Not",
  "And",
  "Or",
  "Base64",
  "Cidr",
  "GetAZs",
  "ImportValue",
  "FindInMap",
  "Condition",
];
const longForm = (name) => (name === "Ref" || name === "Condition" ? name : `Fn::${name}`);

const customTags = tags.flatMap((name) =>
  ["scalar", "seq", "map"].map((kind) => ({
    tag: `!${name}`,
    ...(kind === "scalar" ? {} : { collection: kind }),
    resolve: (node) => {
      if (kind !== "scalar") return { [longForm(name)]: node.toJSON() };
      return { [longForm(name)]: name === "GetAtt" ? splitAttribute(node) : node };
    },
  })),
);
const splitAttribute = (text) => [text.slice(0, text.indexOf(".")), text.slice(text.indexOf(".") + 1)];

/** A YAML template, its short forms as long ones, as plain data. */
export function readTemplate(text) {
  const doc = parseDocument(text, { customTags, schema: "core", merge: false });
  if (doc.errors.length) throw doc.errors[0];
  return JSON.parse(JSON.stringify(doc.toJS()));
}

export const yamlBody = (setup) => toBody(setup, marked(setup, setup.template), "yaml");

/** The resources as JSON object members, without the braces around them. */
export function jsonBody(setup) {
  const text = JSON.stringify(readTemplate(marked(setup, setup.template)), null, 2);
  const members = text
    .split("\n")
    .slice(1, -1)
    .map((line) => line.slice(2));
  return toBody(setup, members.join("\n"), 2);
}
