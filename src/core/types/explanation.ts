import type { ServiceId } from "./concept.ts";
import type { Range } from "./document.ts";
import type { Term } from "./term.ts";

/**
 * Words to show. Renderers escape every span, so text from a user's file can be put into one as it is.
 * Build them with `say` of `core/text.ts`.
 */
export type Rich = readonly Span[];
export interface Span {
  readonly text: string;
  readonly style?: "code" | "strong";
}

/** What is wrong or worth knowing. Findings are these at a place in the file. */
export interface Caution {
  /** Stable, kebab-case: `oidc-issuer-claim-missing`. Users silence a finding by it. */
  readonly id: string;
  /** `fails`: the deployment will be refused. `weakens`: security or correctness. `hint`: worth knowing. */
  readonly severity: "fails" | "weakens" | "hint";
  readonly problem: Rich;
  readonly remedy: Rich;
  /** AWS documentation that says so. */
  readonly source: string;
  /** The page to read on. */
  readonly concept: string | undefined;
}

export interface Finding extends Caution {
  readonly range: Range;
  /** A mend that is safe to make without asking further. */
  readonly fix?: {
    readonly title: string;
    readonly edits: readonly { readonly range: Range; readonly text: string }[];
  };
}

export interface FactLine {
  readonly label: string;
  readonly text: Rich;
}

export interface Link {
  readonly title: string;
  /** https address, from facts or pages, never from a user's file. */
  readonly url: string;
}

export interface ConceptRef {
  readonly id: string;
  readonly title: string;
  /** Heading anchor within the page. */
  readonly section?: string;
}

/** All that is said about one term. A hover, a sidebar head and an outline row render this and nothing else. */
export interface Explanation {
  readonly range: Range;
  readonly kind: Term["kind"];
  /** What a person calls it: "User pool", "MfaConfiguration". */
  readonly title: string;
  /** Its full AWS name: `AWS::Cognito::UserPool.MfaConfiguration`, `sts:AssumeRole`. */
  readonly about: string;
  /** One sentence, two at most. */
  readonly meaning: Rich;
  /** What this use of it means, in one or two sentences. */
  readonly reading: readonly Rich[];
  readonly facts: readonly FactLine[];
  /** The worst first. */
  readonly cautions: readonly Caution[];
  readonly concepts: readonly ConceptRef[];
  readonly links: readonly Link[];
  /** Nothing here that another extension's schema hover would not say: the editor may keep silent. */
  readonly schemaOnly: boolean;
}

/** A row of "In this file". */
export interface OutlineRow {
  readonly id: string;
  readonly service: ServiceId;
  readonly type: string;
  /** "User pool". */
  readonly kind: string;
  /** The page that explains the kind. */
  readonly concept: string | undefined;
  readonly summary: Rich;
  readonly range: Range;
  readonly children: readonly OutlineRow[];
}
