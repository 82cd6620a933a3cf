/** One line of the table. `run` is timed; what it needs is made before, once for each call, by `before`. */
export interface Case {
  readonly name: string;
  readonly run: () => unknown;
  readonly before?: () => void;
}
