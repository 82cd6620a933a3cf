import type { CdkLanguage } from "../types.ts";

/** A snippet file under `snippets/`: JavaScript takes TypeScript's. */
export type SnippetLanguage = "yaml" | "json" | CdkLanguage;

/** One name that a CDK form needs: `name` as the code says it, `from` the module, class, namespace or package. */
export interface Import {
  readonly name: string;
  readonly from: string;
}

/** What `snippets/index.json` says of a set-up; generated from `scripts/snippets/setups`. */
export interface Setup {
  readonly id: string;
  readonly title: string;
  /** The job it does, one of the index's groups. */
  readonly group: string;
  /** The page that explains it. */
  readonly concept: string;
  readonly description: string;
  /** Why AWS has no way to make this, and the set-ups that come nearest. */
  readonly unavailable?: string;
  readonly instead?: readonly string[];
  /** The first tab stop: what its logical ids begin with. */
  readonly name?: string;
  /** Variables of the CDK forms, as TypeScript names them. */
  readonly variables?: readonly string[];
  /** By language; JavaScript takes TypeScript's. Absent where the CDK has no form. */
  readonly imports?: Readonly<Record<string, readonly Import[]>>;
}

export interface SetupIndex {
  readonly groups: readonly string[];
  readonly setups: readonly Setup[];
}

/** What goes into a document. `snippet` replaces `range`; `edits` are elsewhere and don't touch it. */
export interface Insertion {
  readonly range: { readonly start: number; readonly end: number };
  /** In the editor's snippet syntax, fully indented, with the document's line ends. */
  readonly snippet: string;
  readonly edits: readonly TextEdit[];
}

export interface TextEdit {
  readonly range: { readonly start: number; readonly end: number };
  readonly text: string;
}

/** A spot where a set-up may stand, and what has to be put around it there. */
export interface Place {
  readonly range: { readonly start: number; readonly end: number };
  /** Before the first line, which itself isn't indented: a line end, an indentation, a skeleton. */
  readonly before: string;
  readonly after: string;
  /** Of every line but the first. */
  readonly indent: string;
  /** One level. */
  readonly unit: string;
  readonly edits: readonly TextEdit[];
  /** CDK: what stands for the construct that owns new ones, when it isn't the form's own word. */
  readonly scope?: string;
}

/** Which of a document's lines end how; the first one decides. */
export const lineEnd = (text: string): string => (/\r?\n/.exec(text)?.[0] === "\r\n" ? "\r\n" : "\n");
