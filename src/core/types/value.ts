import type { Range } from "./document.ts";

/**
 * A value as it stands in the source, the same for YAML, JSON and CDK. CDK source is brought into
 * CloudFormation's shape (a `Ref` for `pool.userPoolId`, `Fn::Join` for a template literal), so that
 * whoever reads values knows one form only.
 */
export type Value = ScalarValue | MapValue | ListValue | IntrinsicValue | UnknownValue;

export interface ScalarValue {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** The text inside its quotes. */
  readonly range: Range;
}

export interface MapEntry {
  readonly key: string;
  /** The key inside its quotes. */
  readonly keyRange: Range;
  /** Absent while it is still to be typed. */
  readonly value: Value | undefined;
}

export interface MapValue {
  readonly kind: "map";
  readonly entries: readonly MapEntry[];
  readonly range: Range;
}

export interface ListValue {
  readonly kind: "list";
  readonly items: readonly Value[];
  readonly range: Range;
}

/** `!Ref X`, `{"Fn::GetAtt": [...]}`, `!Sub ...`: always named by the long form, `Ref` or `Fn::...`. */
export interface IntrinsicValue {
  readonly kind: "intrinsic";
  readonly name: string;
  readonly argument: Value;
  readonly range: Range;
}

/** An expression that isn't followed: a call into other code, a value that only deployment knows. */
export interface UnknownValue {
  readonly kind: "unknown";
  /** As written, shortened; for a sentence that names what isn't known. */
  readonly text: string;
  readonly range: Range;
}
