export interface Manifest {
  /** Digest of each hand-kept file. */
  readonly authored: Readonly<Record<string, string>>;
  /** Six letters of digest for each entry of each part, in the part's order. */
  readonly parts: Readonly<Record<string, string>>;
}

/** Problems ready to print, each with file, key and remedy; none when `directory` is as generated. */
export function integrity(directory?: string, manifest?: Manifest): readonly string[];
