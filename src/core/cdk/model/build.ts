import type {
  IntrinsicValue,
  ListValue,
  MapEntry,
  MapValue,
  Range,
  ScalarValue,
  UnknownValue,
  Value,
} from "../../types.ts";

/** Values in CloudFormation's shape. Ranges are those of the source that says so. */
export const scalar = (value: ScalarValue["value"], range: Range): ScalarValue => ({
  kind: "scalar",
  value,
  range,
});

export const list = (items: readonly Value[], range: Range): ListValue => ({ kind: "list", items, range });

export const map = (entries: readonly MapEntry[], range: Range): MapValue => ({
  kind: "map",
  entries,
  range,
});

export const entry = (key: string, value: Value | undefined, keyRange: Range): MapEntry => ({
  key,
  keyRange,
  value,
});

/** A map whose keys all stand for the same source. */
export const mapOf = (values: Readonly<Record<string, Value | undefined>>, range: Range): MapValue =>
  map(
    Object.entries(values).flatMap(([key, value]) => (value ? [entry(key, value, range)] : [])),
    range,
  );

export const intrinsic = (name: string, argument: Value, range: Range): IntrinsicValue => ({
  kind: "intrinsic",
  name,
  argument,
  range,
});

export const ref = (id: string, range: Range): IntrinsicValue => intrinsic("Ref", scalar(id, range), range);

export const getAtt = (id: string, attribute: string, range: Range): IntrinsicValue =>
  intrinsic("Fn::GetAtt", list([scalar(id, range), scalar(attribute, range)], range), range);

export const join = (parts: readonly Value[], range: Range): Value =>
  intrinsic("Fn::Join", list([scalar("", range), list(parts, range)], range), range);

const LONGEST = 60;

/** Something that isn't followed, with its text on one line. */
export function unknown(text: string, range: Range): UnknownValue {
  const line = text.replace(/\s+/g, " ").trim();
  return { kind: "unknown", text: line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line, range };
}

/** `arn:<partition>:iam::aws:policy/<name>` */
export const partitionArn = (rest: string, range: Range): Value =>
  join([scalar("arn:", range), ref("AWS::Partition", range), scalar(rest, range)], range);

/** One value as it is, several as a list: as the CDK writes actions and resources. */
export const oneOrMany = (values: readonly Value[], range: Range): Value | undefined =>
  values.length === 0 ? undefined : values.length === 1 ? values[0] : list(values, range);
