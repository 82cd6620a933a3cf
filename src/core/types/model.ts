import type { Dialect, Range } from "./document.ts";
import type { Site } from "./site.ts";
import type { MapEntry, MapValue, Value } from "./value.ts";

/** A resource in CloudFormation's shape, from a template or brought into that shape from a CDK construct. */
export interface Resource {
  /** Logical id; in CDK the name that the code knows it by (variable or field), else the construct id. */
  readonly id: string;
  readonly idRange: Range;
  /** `AWS::IAM::Role`. Empty while it is still to be typed. */
  readonly type: string;
  readonly typeRange: Range | undefined;
  readonly properties: MapValue | undefined;
  /** What stands beside `Properties`: `DependsOn`, `Condition`, `DeletionPolicy`, `Metadata`, ... */
  readonly attributes: readonly MapEntry[];
  readonly range: Range;
  /** CDK only: the construct class, `aws-cdk-lib.aws_iam.Role`. */
  readonly construct?: string;
}

export interface Parameter {
  readonly id: string;
  readonly idRange: Range;
  readonly type: string;
  readonly default: Value | undefined;
  readonly allowedValues: readonly Value[];
  readonly noEcho: boolean;
}

/** What a file declares, for whoever reads across it. Maps are keyed by id, in the order of the file. */
export interface Model {
  readonly resources: ReadonlyMap<string, Resource>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly mappings: ReadonlyMap<string, Value>;
  readonly conditions: ReadonlyMap<string, Value>;
}

/** What `locate` knows of one version of a document. Lazy: nothing is parsed that nobody asked about. */
export interface Located {
  readonly dialect: Dialect;
  siteAt(offset: number): Site | undefined;
  /** The template that stands there as a text, such as a StackSet's `TemplateBody`; offsets are the document's. */
  within?(offset: number): Located | undefined;
  sites(): Iterable<Site>;
  model(): Model;
  /** Reads what the model still needs, a piece with each step: for who lets others go first between them. */
  reading?(): Iterable<unknown>;
}
