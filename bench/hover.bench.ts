import type { TextDoc } from "../src/core/types.ts";
import { newExplainer } from "./support/explainer.ts";
import { type Comparison, compare, type Section } from "./support/measure.ts";
import { asJson, templateOf } from "./support/templates.ts";

/** An answer that isn't there would be measured as a very fast one. */
export async function answered(hover: Promise<unknown>): Promise<void> {
  if ((await hover) === undefined) throw new Error("the hover said nothing");
}

/** Targets by lines: hover again, after a keystroke. */
const TARGETS: Readonly<Record<number, readonly [again: string, typed: string]>> = {
  2000: ["0.2 / 1 ms", "1 / 3 ms"],
  20000: ["", "5 / 15 ms"],
};

function casesFor(lines: number, languageId: "yaml" | "json"): Comparison[] {
  const text = languageId === "yaml" ? templateOf(lines) : asJson(templateOf(lines));
  // half way down: the value of a property of a user pool
  const offset = text.indexOf("OPTIONAL", text.length / 2) + 2;
  // a key goes in and out in turn, in a value of the same entry
  const typed = text.indexOf("email", offset) + 2;
  const edits = [text, `${text.slice(0, typed)}x${text.slice(typed)}`];
  const open: TextDoc = { uri: "file:///template", languageId, version: 1, text };
  const kept = newExplainer();
  const edited = newExplainer();
  let fresh = kept;
  let next = open;
  const [again = "", keystroke = ""] = TARGETS[lines] ?? [];
  const title = `${languageId.toUpperCase()}, ${lines.toLocaleString("en")} lines`;
  return [
    {
      what: `${title}: first hover`,
      before: () => {
        fresh = newExplainer();
      },
      run: () => answered(fresh.explainAt(open, offset)),
    },
    { what: `${title}: hover again`, target: again, run: () => answered(kept.explainAt(open, offset)) },
    {
      what: `${title}: hover after a keystroke`,
      target: keystroke,
      before: () => {
        const version = next.version + 1;
        next = { ...open, version, text: edits[version % 2] ?? text };
      },
      run: () => answered(edited.explainAt(next, offset)),
    },
  ];
}

export const section: Section = {
  title: "Hover in templates",
  rows: () =>
    compare(
      (["yaml", "json"] as const).flatMap((syntax) =>
        [200, 2_000, 20_000].flatMap((lines) => casesFor(lines, syntax)),
      ),
    ),
};
