/** What the extension and the page of the reference view say to each other. Types only; both sides import them. */
import type { Caution, FactLine, Rich } from "../../core/types.ts";
import type { Address, PageView, ResultGroup } from "../../reference/types.ts";

/** The page that comes with the view's HTML, so that it needs no way to the extension and back. */
export interface FirstPage {
  readonly address: Address;
  readonly view: PageView;
}

/** A place in a file; offsets are of the text as it was when the page was told of it. */
export interface FilePlace {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

/** A resource of the active file, for "In this file" on the start page and at the foot of a page. */
export interface FileUse extends FilePlace {
  readonly label: string;
  /** What it is: "User pool". */
  readonly kind: string;
  /** The page of its kind. */
  readonly concept: string | undefined;
}

/** The Explanation under the cursor; the page builds its elements from these words, they are never HTML. */
export interface HeadView {
  readonly title: string;
  readonly about: string;
  readonly meaning: Rich;
  readonly reading: readonly Rich[];
  readonly facts: readonly FactLine[];
  readonly cautions: readonly Pick<Caution, "severity" | "problem" | "remedy">[];
  readonly address: Address | undefined;
}

export type FollowMode = "live" | "sticky" | "off";

export type ToPage =
  | { readonly type: "navigate"; readonly address: Address }
  | { readonly type: "page"; readonly address: Address; readonly view: PageView }
  | { readonly type: "missing"; readonly address: Address }
  | { readonly type: "results"; readonly query: string; readonly groups: readonly ResultGroup[] }
  | { readonly type: "head"; readonly head: HeadView | undefined }
  | { readonly type: "uses"; readonly uses: readonly FileUse[] }
  | { readonly type: "focusSearch" }
  /** A setting changed what pages say. */
  | { readonly type: "refresh" };

export type FromPage =
  | { readonly type: "ready" }
  | { readonly type: "open"; readonly address: Address }
  | { readonly type: "search"; readonly query: string }
  | { readonly type: "copy"; readonly text: string }
  | { readonly type: "insert"; readonly text: string; readonly language: string }
  | { readonly type: "reveal"; readonly place: FilePlace }
  /** The cursor is followed again. */
  | { readonly type: "unpinned" };

/** The page's own words: labels of its buttons and headings. */
export type PageWords = Readonly<
  Record<
    | "back"
    | "forward"
    | "home"
    | "search"
    | "results"
    | "nothingFound"
    | "find"
    | "closeFind"
    | "noMatch"
    | "underCursor"
    | "pin"
    | "pinHint"
    | "readMore"
    | "fails"
    | "weakens"
    | "hint"
    | "onThisPage"
    | "related"
    | "sources"
    | "inThisFile"
    | "recent"
    | "copy"
    | "insert"
    | "missingTitle"
    | "missing",
    string
  >
>;
