export type ServiceId =
  /** The page to begin with, which compares the services. */
  | "start"
  | "sts"
  | "iam"
  | "organizations"
  | "cognito"
  | "directory-service"
  | "identity-center"
  | "verified-permissions"
  | "other";

/** One page of the reference, without its body. `media/concepts/<id>.md`. */
export interface Concept {
  /** `cognito/user-pool`: its path under media/concepts. */
  readonly id: string;
  readonly title: string;
  readonly service: ServiceId;
  /** The first paragraph, with `code` in backticks. */
  readonly summary: string;
  readonly related: readonly string[];
  readonly sources: readonly string[];
  /** Anchors of its sections, in order. */
  readonly sections: readonly { readonly anchor: string; readonly title: string }[];
}
