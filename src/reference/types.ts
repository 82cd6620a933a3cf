/** What the reference shows: an address, the page that stands there, what a search finds. Types only. */

/** What can be looked up. Kept in the view's history and state, so it must stay plain JSON. */
export type Address =
  | { readonly kind: "start" }
  | { readonly kind: "concept"; readonly id: string; readonly section?: string }
  | { readonly kind: "type"; readonly name: string }
  | { readonly kind: "action"; readonly name: string }
  | { readonly kind: "key"; readonly name: string }
  | { readonly kind: "construct"; readonly name: string }
  /** Not a page: opening one inserts the snippet into the active file. */
  | { readonly kind: "snippet"; readonly name: string };

/** A page ready to show. `html` comes from our own pages and facts, never from a user's file. */
export interface PageView {
  readonly title: string;
  /** Above the title: "Amazon Cognito", "Resource type". */
  readonly kicker: string;
  readonly html: string;
  readonly sections: readonly { readonly anchor: string; readonly title: string }[];
  readonly related: readonly Target[];
  /** What else can be looked up about it: "Resource types", "Actions", "CDK constructs". */
  readonly names: readonly ResultGroup[];
  readonly sources: readonly { readonly title: string; readonly url: string }[];
}

export interface Target {
  readonly title: string;
  readonly detail: string;
  readonly address: Address;
}

export interface ResultGroup {
  readonly title: string;
  readonly results: readonly Target[];
}
