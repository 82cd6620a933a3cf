import assert from "node:assert/strict";
import { readStatement, statementFacts } from "../../../../src/core/read/index.ts";
import { parsePolicy } from "../../../../src/core/read/policy/parse.ts";
import { property } from "../../../../src/core/read/structure.ts";
import { plain } from "../../../../src/core/text.ts";
import type { MapValue, PolicyUse, Value } from "../../../../src/core/types.ts";
import { contextOf } from "../../../support/readings.ts";

const STATEMENTS: readonly (readonly [PolicyUse, string])[] = [
  [
    "trust",
    "{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole', Condition: {StringEquals: {'aws:SourceAccount': '111122223333'}, ArnLike: {'aws:SourceArn': 'arn:aws:s3:::b'}}}",
  ],
  [
    "trust",
    "{Effect: Allow, Principal: {AWS: ['arn:aws:iam::111122223333:root', 'arn:aws:iam::444455556666:role/a/b']}, Action: ['sts:AssumeRole', 'sts:TagSession'], Condition: {StringEquals: {'sts:ExternalId': abc}, Bool: {'aws:MultiFactorAuthPresent': 'true'}, NumericLessThan: {'aws:MultiFactorAuthAge': 3600}}}",
  ],
  [
    "trust",
    "{Effect: Allow, Principal: {Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'}, Action: 'sts:AssumeRoleWithWebIdentity', Condition: {StringEquals: {'token.actions.githubusercontent.com:aud': sts.amazonaws.com}, StringLike: {'token.actions.githubusercontent.com:sub': ['repo:acme/shop:ref:refs/heads/main', 'repo:acme/web:environment:prod']}}}",
  ],
  [
    "trust",
    "{Effect: Allow, Principal: {Federated: cognito-identity.amazonaws.com}, Action: 'sts:AssumeRoleWithWebIdentity', Condition: {StringEquals: {'cognito-identity.amazonaws.com:aud': 'eu-west-1:abc'}, 'ForAnyValue:StringLike': {'cognito-identity.amazonaws.com:amr': authenticated}}}",
  ],
  [
    "trust",
    "{Effect: Allow, Principal: {Federated: 'arn:aws:iam::111122223333:saml-provider/Corp'}, Action: 'sts:AssumeRoleWithSAML', Condition: {StringEquals: {'SAML:aud': 'https://signin.aws.amazon.com/saml'}}}",
  ],
  [
    "trust",
    "{Effect: Deny, NotPrincipal: {AWS: '111122223333'}, NotAction: 'sts:AssumeRole', Condition: {IpAddress: {'aws:SourceIp': ['10.0.0.0/8', '192.0.2.0/24']}}}",
  ],
  [
    "identity",
    "{Effect: Allow, Action: ['s3:Get*', 'dynamodb:*', 'iam:PassRole', 'a:b', 'a:c', 'a:d', 'a:e', 'a:f', 'a:g', 'a:h', 'a:i'], Resource: ['arn:aws:s3:::x/*', 'arn:aws:iam::111122223333:role/y'], Condition: {StringEquals: {'iam:PassedToService': ecs.amazonaws.com}}}",
  ],
  [
    "identity",
    "{Effect: Deny, NotAction: ['iam:*', 'sts:*'], NotResource: ['r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8', 'r9', 'r10'], Condition: {StringNotLike: {'aws:PrincipalArn': ['arn:a', 'arn:b']}, 'ForAllValues:StringEquals': {'aws:TagKeys': [k1, k2]}, Null: {'aws:TokenIssueTime': 'true'}}}",
  ],
  [
    "resource",
    "{Effect: Allow, Principal: {Service: sns.amazonaws.com, CanonicalUser: abc}, Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west-1:111122223333:q'}",
  ],
  [
    "scp",
    "{Effect: Deny, Action: 'organizations:LeaveOrganization', Resource: '*', Condition: {DateGreaterThan: {'aws:CurrentTime': '2026-01-01T00:00:00Z'}}}",
  ],
];

function statement(text: string) {
  const context = contextOf(
    `Resources: {R: {Type: AWS::IAM::Role, Properties: {Doc: {Statement: [${text}]}}}}`,
  );
  const node = parsePolicy(property(context.model.resources.get("R"), "Doc"), context)?.statements[0]?.node;
  assert.ok(node);
  return { node, context };
}

/** Every variant of a value in which exactly one scalar is another. */
function* mutations(value: Value): Generator<Value> {
  if (value.kind === "scalar") {
    const text = String(value.value);
    const other =
      text === "Allow"
        ? "Deny"
        : text === "Deny"
          ? "Allow"
          : text === "*"
            ? "x"
            : text.replace(
                /([A-Za-z0-9])([^A-Za-z0-9]*)$/,
                (_, c, rest) => `${c === "7" ? "8" : "7"}${rest}`,
              );
    yield { ...value, value: other };
  } else if (value.kind === "list") {
    for (const [i, item] of value.items.entries())
      for (const m of mutations(item)) yield { ...value, items: value.items.with(i, m) };
  } else if (value.kind === "map") {
    for (const [i, e] of value.entries.entries())
      for (const m of e.value ? mutations(e.value) : [])
        yield { ...value, entries: value.entries.with(i, { ...e, value: m }) };
  }
}

describe("two statements that differ in one value", () => {
  for (const [use, text] of STATEMENTS)
    it(`never read alike: ${text.slice(0, 60)}…`, () => {
      const { node, context } = statement(text);
      const told = (value: MapValue) =>
        [...readStatement(value, use, context), ...statementFacts(value, context).map((f) => f.text)]
          .map(plain)
          .join("\n");
      const original = told(node);
      let count = 0;
      for (const mutant of mutations(node)) {
        count++;
        assert.notEqual(told(mutant as MapValue), original, JSON.stringify(mutant));
      }
      assert.ok(count > 3);
    });
});
