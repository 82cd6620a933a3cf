import assert from "node:assert/strict";
import { readCondition } from "../../../../src/core/read/index.ts";
import { plain } from "../../../../src/core/text.ts";
import type { Value } from "../../../../src/core/types.ts";
import { contextOf } from "../../../support/readings.ts";

const range = { start: 0, end: 0 };
const scalar = (value: string | number | boolean): Value => ({ kind: "scalar", value, range });
const read = (operator: string, key: string, ...values: (string | number | boolean)[]) =>
  plain(
    readCondition(
      operator,
      key,
      { kind: "list", items: values.map(scalar), range },
      contextOf("Resources: {}"),
    ),
  );

describe("conditions", () => {
  const rows: readonly (readonly [
    operator: string,
    key: string,
    value: string | number | boolean,
    sentence: string,
  ])[] = [
    ["StringEquals", "aws:PrincipalOrgID", "o-abc", "Holds if the caller's organization is o-abc."],
    ["StringLike", "aws:userid", "AROA*", "Holds if the caller's unique id matches AROA*."],
    [
      "Bool",
      "aws:MultiFactorAuthPresent",
      true,
      "Holds if the caller signed in with multi-factor authentication.",
    ],
    [
      "NumericLessThan",
      "aws:MultiFactorAuthAge",
      3600,
      "Holds if the caller signed in with multi-factor authentication less than 1 hour ago.",
    ],
    ["Bool", "aws:SecureTransport", "false", "Holds if the request does not use TLS."],
    [
      "BoolIfExists",
      "aws:SecureTransport",
      "true",
      "Holds if the request uses TLS (or the request does not have it).",
    ],
    ["IpAddress", "aws:SourceIp", "10.0.0.0/8", "Holds if the caller's IP address is in 10.0.0.0/8."],
    ["Null", "aws:TokenIssueTime", true, "Holds if the request does not have aws:TokenIssueTime."],
    ["Null", "sts:ExternalId", "false", "Holds if the request has sts:ExternalId."],
    [
      "StringNotEquals",
      "aws:SourceVpc",
      "vpc-1",
      "Holds if the VPC that the request comes through is not vpc-1 (also when the request does not have it).",
    ],
    [
      "ArnLike",
      "aws:SourceArn",
      "arn:aws:s3:::b",
      "Holds if the resource that the service acts for matches arn:aws:s3:::b.",
    ],
    [
      "StringEquals",
      "aws:SourceAccount",
      "111122223333",
      "Holds if the account that the service acts for is account 1111-2222-3333.",
    ],
    ["StringEquals", "aws:PrincipalTag/team", "red", "Holds if the caller's tag team is red."],
    [
      "ForAllValues:StringEquals",
      "aws:TagKeys",
      "team",
      "Holds if each of the tag keys in the request is team (or there is none).",
    ],
    [
      "ForAnyValue:StringLike",
      "aws:PrincipalOrgPaths",
      "o-a/*",
      "Holds if at least one value of the caller's place in its organization matches o-a/*.",
    ],
    [
      "DateGreaterThan",
      "aws:CurrentTime",
      "2026-01-01T00:00:00Z",
      "Holds if the time of the request is after 2026-01-01T00:00:00Z.",
    ],
    ["StringEquals", "custom:Key", "x", "Holds if custom:Key is x."],
  ];
  for (const [operator, key, value, sentence] of rows)
    it(`reads ${operator} ${key}`, () => assert.equal(read(operator, key, value), sentence));

  it("joins the values of a list by or, also where none may fit", () => {
    assert.match(read("StringEquals", "aws:SourceVpc", "a", "b"), /is a or b\.$/);
    assert.match(read("StringNotEquals", "aws:SourceVpc", "a", "b"), /is not a or b /);
  });

  it("does not take a tag with a host in its name for a token's claim", () => {
    assert.match(
      read("StringEquals", "aws:ResourceTag/example.com:team", "a"),
      /^Holds if the resource's tag example\.com:team is a/,
    );
  });

  it("keeps an operator that it does not know by name", () => {
    assert.match(read("StringResembles", "aws:SourceVpc", "a"), /is compared by StringResembles with a\.$/);
  });

  it("says that a value is still to be written", () => {
    assert.match(read("StringEquals", "aws:SourceVpc"), /a value that is still to be written/);
  });
});
