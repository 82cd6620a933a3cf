import type { ConceptIndex } from "../../src/knowledge/concepts.ts";

export interface PagePart {
  readonly value: string;
  readonly line: number;
}

/** A page as it stands, for tests that look into it. */
export interface Page {
  readonly id: string;
  readonly path: string;
  readonly title: string | undefined;
  readonly body: string;
  readonly terms: readonly PagePart[];
  readonly sources: readonly PagePart[];
  readonly sections: readonly {
    readonly title: string;
    readonly anchor: string;
    readonly level: number;
    readonly line: number;
  }[];
  readonly fences: readonly { readonly language: string; readonly text: string; readonly line: number }[];
}

export function buildConceptIndex(root: string): {
  readonly index: ConceptIndex;
  readonly pages: readonly Page[];
  readonly problems: readonly string[];
};
