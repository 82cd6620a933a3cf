import type { Dialect, Facts, Model } from "../types.ts";

/** What every reading is given: the file's declarations, AWS's facts, the language of the file. */
export interface ReadContext {
  readonly model: Model;
  readonly facts: Facts;
  readonly dialect: Dialect;
}
