import { measureStarts } from "./support/activation.ts";
import { build } from "./support/build.ts";
import { type Row, type Section, shown, spread } from "./support/measure.ts";

const STARTS = 5;

async function rows(): Promise<readonly Row[]> {
  build();
  const starts = await measureStarts(STARTS);
  const above = spread(starts.map(({ ours, empty }) => ours - empty));
  const empty = spread(starts.map(({ empty }) => empty)).median;
  const first = spread(starts.map(({ firstHover }) => firstHover));
  const fixed = spread(starts.map(({ fixedHover }) => fixedHover));
  const firstAbove = spread(starts.map(({ firstHover, fixedHover }) => firstHover - fixedHover));
  return [
    {
      what: "activation above an extension's that gives one fixed hover",
      ours: shown(above),
      target: "30 ms",
      peer: `that one ${Math.round(empty)} ms`,
    },
    {
      what: "from opening a file to its first hover, with activation",
      ours: shown(first),
      target: "150 ms",
      peer: `that one ${shown(fixed)}`,
    },
    { what: "the same, above that one's of the same start", ours: shown(firstAbove) },
  ];
}

export const section: Section = { title: `Start of VS Code, ${STARTS} times`, rows };
