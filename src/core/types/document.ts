export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface TextDoc {
  readonly uri: string;
  /** The editor's language id: `yaml`, `json`, `cloudformation`, `typescript`, `python`, ... */
  readonly languageId: string;
  /** Grows with each edit. The same uri and version always mean the same text. */
  readonly version: number;
  readonly text: string;
}

export type CdkLanguage = "typescript" | "javascript" | "python" | "java" | "csharp" | "go";

/** What a document is written in, or nothing that concerns us (then `detect` gives undefined). */
export type Dialect =
  | { readonly kind: "template"; readonly syntax: "yaml" | "json" }
  | { readonly kind: "policy"; readonly syntax: "yaml" | "json" }
  | { readonly kind: "cdk"; readonly language: CdkLanguage };
