import type { TextDoc } from "../src/core/types.ts";
import type { Case } from "./support/case.ts";
import { newExplainer } from "./support/explainer.ts";
import { templateOf } from "./support/templates.ts";

/** An answer that isn't there would be measured as a very fast one. */
async function answered(hover: Promise<unknown>): Promise<void> {
  if ((await hover) === undefined) throw new Error("the hover said nothing");
}

/** Half way down: the value of a property of a user pool. */
const pointed = "OPTIONAL";

function casesFor(lines: number): Case[] {
  const text = templateOf(lines);
  const offset = text.indexOf(pointed, text.length / 2) + 2;
  const typed = `${text.slice(0, offset + 20)}x${text.slice(offset + 20)}`;
  const uri = "file:///template.yaml";
  let version = 1;
  const open: TextDoc = { uri, languageId: "yaml", version, text };
  const kept = newExplainer();
  const edited = newExplainer();
  let fresh = newExplainer();
  let next = open;
  const title = lines.toLocaleString("en");
  return [
    {
      name: `first hover in a file, ${title} lines`,
      before: () => {
        fresh = newExplainer();
      },
      run: () => answered(fresh.explainAt(open, offset)),
    },
    { name: `hover again, ${title} lines`, run: () => answered(kept.explainAt(open, offset)) },
    {
      name: `hover after a keystroke, ${title} lines`,
      before: () => {
        version += 1;
        // a key goes in and out in turn, in a value of the same entry
        next = { ...open, version, text: version % 2 ? text : typed };
      },
      run: () => answered(edited.explainAt(next, offset)),
    },
  ];
}

export const cases: readonly Case[] = [200, 2_000, 20_000].flatMap(casesFor);
