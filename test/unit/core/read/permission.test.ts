import assert from "node:assert/strict";
import { readStatement } from "../../../../src/core/read/index.ts";
import { parsePolicy } from "../../../../src/core/read/policy/parse.ts";
import { property } from "../../../../src/core/read/structure.ts";
import { plain } from "../../../../src/core/text.ts";
import type { PolicyUse } from "../../../../src/core/types.ts";
import { contextOf } from "../../../support/readings.ts";

/** The sentences of one statement of a policy with that use. */
function told(use: PolicyUse, statement: string): string[] {
  const context = contextOf(`Resources:
  Site: { Type: AWS::CloudFront::CloudFrontOriginAccessIdentity }
  P:
    Type: AWS::IAM::ManagedPolicy
    Properties: { PolicyDocument: { Statement: [${statement}] } }
`);
  const policy = parsePolicy(property(context.model.resources.get("P"), "PolicyDocument"), context);
  const node = policy?.statements[0]?.node;
  assert.ok(node, "the statement was not found");
  return readStatement(node, use, context).map(plain);
}

describe("permission statements", () => {
  const pass = (condition: string) =>
    told(
      "identity",
      `{ Effect: Allow, Action: iam:PassRole, Resource: "*", Condition: { ${condition} } }`,
    )[1];

  it("says which services a role can be handed to, and does not name those that are left out", () => {
    assert.match(pass("StringEquals: { iam:PassedToService: ec2.amazonaws.com }") ?? "", /to ec2\.amazonaws/);
    assert.match(
      pass("StringNotEquals: { iam:PassedToService: ec2.amazonaws.com }") ?? "",
      /to a service that the condition leaves, /,
    );
    assert.match(pass("Bool: { aws:SecureTransport: true }") ?? "", /to any service, /);
  });

  it("says that a negated condition also holds without its key", () => {
    const [sentence] = told(
      "identity",
      '{ Effect: Deny, Action: "*", Resource: "*", Condition: { StringNotEquals: { aws:RequestedRegion: eu-west-1 } } }',
    );
    assert.match(sentence ?? "", /if the Region of the request is not eu-west-1 \(or is absent\)\.$/);
  });

  it("takes a star in the policy of a resource for everyone, also without an account", () => {
    const [sentence] = told(
      "resource",
      '{ Effect: Allow, Principal: "*", Action: s3:GetObject, Resource: a }',
    );
    assert.match(sentence ?? "", /^Everyone may do s3:GetObject/);
  });

  it("knows CloudFront's identity by its canonical user id", () => {
    const who = "{ CanonicalUser: !GetAtt Site.S3CanonicalUserId }";
    const [sentence] = told(
      "resource",
      `{ Effect: Allow, Principal: ${who}, Action: s3:GetObject, Resource: a }`,
    );
    assert.match(sentence ?? "", /^The CloudFront origin access identity Site may do/);
  });

  it("says that nothing is left where every resource is left out", () => {
    const [sentence] = told("identity", '{ Effect: Allow, Action: s3:GetObject, NotResource: "*" }');
    assert.equal(sentence, "Allows s3:GetObject on nothing (NotResource is *).");
  });
});
