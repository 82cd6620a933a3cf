import type { Part } from "../core/types.ts";

/** Reads one part of `generated/` by its name, parsed: `types-Cognito` is `types-Cognito.json`. */
export type ReadPart = (part: Part) => Promise<unknown>;

export type Log = (message: string) => void;

/** A part as parsed: an object of unknown fields, looked into with `field`. */
export type PartData = Readonly<Record<string, unknown>>;

/** Parts read so far. A part that is missing or damaged is logged once and stays empty. */
export interface PartStore {
  get(part: Part): PartData | undefined;
  /** Parts of `wanted` that are still to be read. */
  missing(wanted: readonly Part[]): readonly Part[];
  load(parts: readonly Part[]): Promise<void>;
}

export function createPartStore(known: readonly Part[], read: ReadPart, log: Log): PartStore {
  const parts = new Set(known);
  const loaded = new Map<Part, PartData>();
  const underway = new Map<Part, Promise<void>>();

  async function loadOne(part: Part): Promise<void> {
    try {
      loaded.set(part, checked(await read(part)));
    } catch (error) {
      loaded.set(part, {});
      log(`The facts in ${part}.json can't be read (${messageOf(error)}). Hovers go on without them.`);
    }
  }

  function once(part: Part): Promise<void> {
    const running = underway.get(part) ?? loadOne(part);
    underway.set(part, running);
    return running;
  }

  return {
    get: (part) => loaded.get(part),
    missing: (wanted) => [...new Set(wanted)].filter((part) => parts.has(part) && !loaded.has(part)),
    load: async (wanted) => {
      await Promise.all(wanted.map(once));
    },
  };
}

function checked(data: unknown): PartData {
  if (!isRecord(data)) throw new Error("it is not a JSON object");
  return data;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Own fields only: what is looked up comes from a user's file and may be `constructor`. */
export const field = (record: unknown, key: string): unknown =>
  isRecord(record) && Object.hasOwn(record, key) ? record[key] : undefined;

export const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

export const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];

export const keys = (value: unknown): readonly string[] => (isRecord(value) ? Object.keys(value) : []);
