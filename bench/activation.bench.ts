import { measureStarts } from "./support/activation.ts";
import { build } from "./support/build.ts";
import { figures, type Row, type Section, shown, spread } from "./support/measure.ts";

const STARTS = 5;

async function rows(): Promise<readonly Row[]> {
  build();
  const starts = await measureStarts(STARTS);
  const above = spread(starts.map(({ ours, empty }) => ours - empty));
  const empty = spread(starts.map(({ empty }) => empty)).median;
  return [
    {
      what: "activation above an empty extension's",
      ours: shown(above),
      target: "30 ms",
      peer: `an empty extension ${figures(empty)} ms`,
    },
    {
      what: "from opening a file to its first hover, with activation",
      ours: shown(spread(starts.map(({ firstHover }) => firstHover))),
      target: "150 ms",
    },
  ];
}

export const section: Section = { title: `Start of VS Code, ${STARTS} times`, rows };
