/** The hand-kept sentences as one part: `[text, source]` by name. */
import { readAuthored } from "./lib.mjs";

/** Entries are `{ text, source }`; a file's or a group's own `source` holds for those that name none. */
function entries(group, source) {
  const { source: own = source, ...rest } = group;
  return Object.fromEntries(
    Object.entries(rest).map(([name, entry]) => {
      if (typeof entry === "string") return [name, [entry, own]];
      if (typeof entry.text === "string") return [name, [entry.text, entry.source ?? own]];
      return [name, entries(entry, own)];
    }),
  );
}

/** Each as `[text, source, absent]`; `absent` is one of the two usual sentences by name, or a sentence of its own. */
const operators = ({ source, absent, operators }) =>
  Object.fromEntries(
    Object.entries(operators).map(([name, entry]) => [
      name,
      [entry.text, entry.source ?? source, absent[entry.absent] ?? entry.absent ?? ""],
    ]),
  );

const SEVERITIES = new Set(["fails", "weakens", "hint"]);

/** Each as `[severity, problem, remedy, source, concept]`; a missing part is an error here, not a blank hover. */
function cautions(entries) {
  return Object.fromEntries(
    Object.entries(entries).map(([id, { severity, problem, remedy, source, concept }]) => {
      if (!SEVERITIES.has(severity) || !problem || !remedy || !source?.startsWith("https://"))
        throw new Error(`cautions.yaml: ${id} lacks its severity, problem, remedy or source`);
      return [id, [severity, problem, remedy, source, concept ?? ""]];
    }),
  );
}

/** The files that this part is made of, and no other. */
export const wordFiles = [
  "values",
  "policy-elements",
  "operators",
  "resource-attributes",
  "cautions",
  "changes",
];

export function authoredPart() {
  const { attributes, samPolicyTemplates } = readAuthored("resource-attributes");
  return {
    values: entries(readAuthored("values")),
    elements: entries(readAuthored("policy-elements")),
    operators: operators(readAuthored("operators")),
    attributes: entries(attributes),
    samPolicyTemplates: entries(samPolicyTemplates),
    cautions: cautions(readAuthored("cautions")),
    changes: entries(readAuthored("changes")),
  };
}
