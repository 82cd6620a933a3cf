import type { OutlineRow, ServiceId } from "../../core/types.ts";

/** A line of the tree: a service, a resource, or a statement of one. */
export type Line =
  | { readonly kind: "service"; readonly service: ServiceId; readonly count: number }
  | { readonly kind: "resource" | "statement"; readonly row: OutlineRow };

/** The tree by key. Keys stay the same over edits, so that what was folded open stays so. */
export interface Lines {
  get(key: string): Line | undefined;
  /** Of the top without a key. */
  below(key?: string): readonly string[];
}

/** Rows by service, in the order of the file, and below each what it holds. */
export function linesOf(rows: readonly OutlineRow[]): Lines {
  const lines = new Map<string, Line>();
  const below = new Map<string, string[]>();
  const add = (parent: string, key: string, line: Line): void => {
    if (lines.has(key)) return; // a key written twice is one resource
    lines.set(key, line);
    below.set(parent, [...(below.get(parent) ?? []), key]);
  };
  for (const [service, own] of byService(rows)) {
    add("", service, { kind: "service", service, count: own.length });
    for (const row of own) {
      const key = `${service}/${row.type}/${row.id}`;
      add(service, key, { kind: "resource", row });
      row.children.forEach((child, i) => {
        add(key, `${key}/${i}`, { kind: "statement", row: child });
      });
    }
  }
  return { get: (key) => lines.get(key), below: (key = "") => below.get(key) ?? [] };
}

function byService(rows: readonly OutlineRow[]): ReadonlyMap<ServiceId, readonly OutlineRow[]> {
  const found = new Map<ServiceId, OutlineRow[]>();
  for (const row of rows) {
    const own = found.get(row.service);
    if (own) own.push(row);
    else found.set(row.service, [row]);
  }
  return found;
}

/** Do two lists look the same? Ranges are left out: a click reads them when it comes. */
export const looksAs = (a: readonly OutlineRow[], b: readonly OutlineRow[]): boolean =>
  a.length === b.length && looks(a) === looks(b);

const looks = (rows: readonly OutlineRow[]): string =>
  JSON.stringify(rows, (key, value: unknown) => (key === "range" ? undefined : value));
