import type { TextDoc } from "./types.ts";

/** What was read of documents, of each its last version that anyone asked for. */
export interface Latest<T> {
  of(doc: TextDoc): Promise<T>;
  forget(uri: string): void;
}

/**
 * Kept from the moment it is asked for: who asks at once shares one reading, and what is forgotten meanwhile doesn't
 * come back. After a failure the next who asks tries again.
 */
export function keepLatest<T>(read: (doc: TextDoc) => Promise<T>): Latest<T> {
  const kept = new Map<string, { readonly version: number; readonly given: Promise<T> }>();
  return {
    of(doc) {
      const known = kept.get(doc.uri);
      if (known?.version === doc.version) return known.given;
      const fresh = { version: doc.version, given: read(doc) };
      kept.set(doc.uri, fresh);
      fresh.given.catch(() => kept.get(doc.uri) === fresh && kept.delete(doc.uri));
      return fresh.given;
    },
    forget(uri) {
      kept.delete(uri);
    },
  };
}
