import { Bench } from "tinybench";

/** Something to be timed. `before` makes what a call needs, once for each call, outside of the measured time. */
export interface Case {
  readonly run: () => unknown;
  readonly before?: () => void;
}

/** Milliseconds. */
export interface Times {
  readonly median: number;
  /** 95 % of the calls take no longer. */
  readonly p95: number;
}

/** One line of the table; empty cells where there is no such thing. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  /** What `ours` is held against; nothing fails where it isn't met. */
  readonly target?: string;
  readonly peer?: string;
  readonly ratio?: string;
}

/** Ours beside what another program takes for the same. */
export interface Comparison extends Case {
  readonly what: string;
  readonly target?: string;
  readonly peer?: Case & { readonly name: string };
}

/** What every `*.bench.ts` exports. */
export interface Section {
  readonly title: string;
  rows(): Promise<readonly Row[]>;
}

/** How long each case is called again and again, in milliseconds; half of it before, until it is compiled. */
const TIME = 240;
/** And so many times at least. */
const CALLS = 12;

/** A case that throws ends the run: an answer that isn't there would be measured as a very fast one. */
export async function timesOf(cases: readonly Case[]): Promise<readonly Times[]> {
  const bench = new Bench({
    ...{ time: TIME, iterations: CALLS, warmupTime: TIME / 2, warmupIterations: CALLS },
    ...{ retainSamples: true, throws: true },
  });
  cases.forEach(({ run, before }, index) => {
    bench.add(String(index), run, before ? { beforeEach: before } : {});
  });
  await bench.run();
  return bench.tasks.map(({ result }) => {
    if (!("latency" in result)) throw new Error("a case gave no result");
    return spread([...(result.latency.samples ?? [])]);
  });
}

export function spread(samples: readonly number[]): Times {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95) };
}

export async function compare(comparisons: readonly Comparison[]): Promise<readonly Row[]> {
  const rows: Row[] = [];
  // one after the other, so that what a case keeps doesn't weigh on the next but its peer
  for (const { what, target, peer, ...ours } of comparisons) {
    const [mine, other] = await timesOf(peer ? [ours, peer] : [ours]);
    if (mine) rows.push(row(what, target, mine, peer?.name, other));
  }
  return rows;
}

function row(
  what: string,
  target: string | undefined,
  ours: Times,
  name: string | undefined,
  peer: Times | undefined,
): Row {
  return {
    ...{ what, ours: shown(ours) },
    ...(target === undefined ? {} : { target }),
    ...(peer && name ? { peer: `${name} ${shown(peer)}`, ratio: ratio(peer.median, ours.median) } : {}),
  };
}

/** `0.21 / 0.84 ms`: median and 95 %. */
export const shown = ({ median, p95 }: Times): string => `${figures(median)} / ${figures(p95)} ms`;

/** With two or three figures that mean something. */
export const figures = (value: number): string =>
  value >= 10 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(value >= 0.1 ? 2 : 3);

/** `62 ×`: so many times what ours is. */
const ratio = (peer: number, ours: number): string => `${figures(peer / ours)} ×`;
