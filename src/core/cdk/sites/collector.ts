import type { Path, Site, Value } from "../../types.ts";
import type { PolicySpot } from "../model/iam/places.ts";
import type { Resolver } from "../resolve/meaning.ts";
import type { Node } from "../syntax.ts";

/** What the sites of a file need from the constructs it declares. */
export interface Instances {
  /** The resource that an expression makes, or that a variable or field holds. */
  resourceOf(node: Node): string | undefined;
  /** What a node is in CloudFormation's shape. */
  valueOf(node: Node): Value | undefined;
  /** How long `Duration.hours(12)` is; undefined for what isn't known or is no length of time. */
  secondsOf(node: Node): number | undefined;
  /** What a node is to a policy: its document, or a statement of it. */
  policyAt(node: Node, calledBy: string | undefined, isStatement: boolean): PolicySpot | undefined;
  /** The statement that conditions would stand in, where it isn't known which that is. */
  conditionsAlone(node: Node): PolicySpot;
}

/** Where in a construct's props an expression stands. */
export interface Place {
  readonly construct: string | undefined;
  readonly resource: string | undefined;
  readonly path: Path;
  /** The type that is expected here. */
  readonly type: string | undefined;
  /** The same as the file itself declares it. */
  readonly written: Node | undefined;
  readonly prop: { readonly fqn: string; readonly name: string } | undefined;
  /** The key, keyword or variable that the value is given to. */
  readonly named: string | undefined;
  readonly call: { readonly fqn: string; readonly name: string; readonly index: number } | undefined;
  /** The policy's statement that is being written. */
  readonly policy: PolicySpot | undefined;
}

export const DURATION = "aws-cdk-lib.Duration";

export const nowhere: Place = {
  construct: undefined,
  resource: undefined,
  path: [],
  type: undefined,
  written: undefined,
  prop: undefined,
  named: undefined,
  call: undefined,
  policy: undefined,
};

export interface Collector {
  readonly resolver: Resolver;
  readonly instances: Instances;
  readonly sites: Site[];
  readonly visited: Set<Node>;
  /** Variables that are being followed, one from within the other. */
  following: number;
}
