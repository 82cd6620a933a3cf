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

export function authoredPart() {
  const { attributes, samPolicyTemplates } = readAuthored("resource-attributes");
  return {
    values: entries(readAuthored("values")),
    elements: entries(readAuthored("policy-elements")),
    operators: entries(readAuthored("operators")),
    attributes: entries(attributes),
    samPolicyTemplates: entries(samPolicyTemplates),
    intrinsics: entries(readAuthored("intrinsics")),
  };
}
