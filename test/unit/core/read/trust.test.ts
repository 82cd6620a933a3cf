import assert from "node:assert/strict";
import { readStatement } from "../../../../src/core/read/index.ts";
import { parsePolicy } from "../../../../src/core/read/policy/parse.ts";
import { property } from "../../../../src/core/read/structure.ts";
import { plain } from "../../../../src/core/text.ts";
import { contextOf } from "../../../support/readings.ts";

const DECLARED = `
Parameters:
  PartnerId: { Type: String }
  Owner: { Type: String, Default: acme }
  Stage: { Type: String, Default: dev, AllowedValues: [dev, prod] }
Mappings:
  Accounts: { prod: { id: "999988887777" } }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
`;
const OTHERS = `
  GitHub: { Type: AWS::IAM::OIDCProvider, Properties: { Url: "https://token.actions.githubusercontent.com" } }
  Corp: { Type: AWS::IAM::SAMLProvider, Properties: { Name: corp } }
  AppPool: { Type: AWS::Cognito::IdentityPool }
  Caller: { Type: AWS::IAM::Role }
  Anchor: { Type: AWS::RolesAnywhere::TrustAnchor }
`;

/** The reading of one trust statement, written as flow or block YAML. */
export function trust(statement: string, properties = ""): string {
  const block = statement.trim().split("\n").join("\n            ");
  const context = contextOf(`${DECLARED}Resources:${OTHERS}  Target:
    Type: AWS::IAM::Role
    Properties:
      ${properties}
      AssumeRolePolicyDocument:
        Statement:
          - ${block}
`);
  const role = context.model.resources.get("Target");
  const policy = parsePolicy(property(role, "AssumeRolePolicyDocument"), context);
  const node = policy?.statements[0]?.node;
  assert.ok(node, "the statement was not found");
  return readStatement(node, "trust", context).map(plain).join(" ");
}

const github = (sub: string, operator = "StringEquals") => `Effect: Allow
Principal: { Federated: !Ref GitHub }
Action: sts:AssumeRoleWithWebIdentity
Condition:
  ${operator}:
    token.actions.githubusercontent.com:aud: sts.amazonaws.com
    token.actions.githubusercontent.com:sub: ${sub}`;

describe("trust statements", () => {
  it("names the GitHub repository and branch", () => {
    assert.equal(
      trust(github("repo:acme/shop:ref:refs/heads/main")),
      "Workflows of the GitHub repository acme/shop on branch main may take this role's temporary credentials, for up to 1 hour.",
    );
  });

  const subjects: readonly (readonly [sub: string, words: string])[] = [
    ["repo:acme/shop:ref:refs/tags/v1", "the GitHub repository acme/shop on tag v1"],
    ["repo:acme/shop:environment:prod", "the GitHub repository acme/shop in environment prod"],
    ["repo:acme/shop:pull_request", "the GitHub repository acme/shop for pull requests"],
    ["repo:acme/shop:*", "the GitHub repository acme/shop, on any branch, tag, environment or pull request"],
    ["repo:*", "any GitHub repository (subject repo:*)"],
    ['"*"', "any GitHub repository (subject *)"],
    ["repo:acme/*", "every GitHub repository of acme, on any branch, tag, environment or pull request"],
    ["repo:acme@12/shop@34:ref:refs/heads/main", "the GitHub repository acme@12/shop@34 on branch main"],
    ['!Sub "repo:${Owner}/shop:ref:refs/heads/main"', "the GitHub repository ${Owner}/shop on branch main"],
    [
      "[repo:a/b:ref:refs/heads/x, repo:a/c:pull_request]",
      "the GitHub repository a/b on branch x or workflows of the GitHub repository a/c for pull requests",
    ],
  ];
  for (const [sub, words] of subjects)
    it(`reads the GitHub subject ${sub}`, () => {
      assert.match(trust(github(sub, "StringLike")), new RegExp(`^Workflows of ${escaped(words)} may `));
    });

  it("does not take a wildcard under StringEquals for a pattern", () => {
    assert.match(
      trust(github("repo:acme/shop:*")),
      /^Any GitHub Actions workflow of any repository may .* only if the subject \(token.*:sub\) of the token is repo:acme\/shop:\*\.$/,
    );
  });

  it("says that any workflow may come in when no subject is asked for", () => {
    assert.equal(
      trust(`Effect: Allow
Principal: { Federated: !Ref GitHub }
Action: sts:AssumeRoleWithWebIdentity`),
      "Any GitHub Actions workflow of any repository may take this role's temporary credentials, for up to 1 hour.",
    );
  });

  it("tells signed-in users from guests of an identity pool", () => {
    const cognito = (amr: string) => `Effect: Allow
Principal: { Federated: cognito-identity.amazonaws.com }
Action: sts:AssumeRoleWithWebIdentity
Condition:
  StringEquals: { "cognito-identity.amazonaws.com:aud": !Ref AppPool }
  ForAnyValue:StringLike: { "cognito-identity.amazonaws.com:amr": ${amr} }`;
    assert.equal(
      trust(cognito("authenticated")),
      "Signed-in users of the identity pool AppPool may take this role's temporary credentials.",
    );
    assert.match(
      trust(cognito("unauthenticated")),
      /^Guests \(users who are not signed in\) of the identity pool AppPool/,
    );
  });

  it("says that a role without an audience is open to every identity pool", () => {
    assert.match(
      trust(`Effect: Allow
Principal: { Federated: cognito-identity.amazonaws.com }
Action: sts:AssumeRoleWithWebIdentity`),
      /^Users, signed in or guests, of any identity pool, of any account may/,
    );
  });

  it("names a service and leaves out a length that does not bound it", () => {
    assert.equal(
      trust("{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }"),
      "The AWS Lambda service (lambda.amazonaws.com) may take this role's temporary credentials.",
    );
    assert.match(
      trust(
        '{ Effect: Allow, Principal: { Service: !Sub "ec2.${AWS::URLSuffix}" }, Action: sts:AssumeRole }',
      ),
      /^EC2 instances with an instance profile of this role/,
    );
  });

  it("names another account and the external ID from a parameter", () => {
    assert.equal(
      trust(`Effect: Allow
Principal: { AWS: "arn:aws:iam::111122223333:root" }
Action: sts:AssumeRole
Condition: { StringEquals: { "sts:ExternalId": !Ref PartnerId } }`),
      "Any principal of account 1111-2222-3333 that its own administrators allow, with the external ID from parameter PartnerId, may take this role's temporary credentials, for up to 1 hour.",
    );
  });

  it("names what it can't know and does not guess", () => {
    assert.match(
      trust(
        '{ Effect: Allow, Principal: { AWS: !Sub "arn:aws:iam::${Nowhere}:root" }, Action: sts:AssumeRole }',
      ),
      /^Any principal of the account in Nowhere that/,
    );
    assert.match(
      trust("{ Effect: Allow, Principal: { AWS: !FindInMap [Accounts, prod, id] }, Action: sts:AssumeRole }"),
      /^Any principal of account 9999-8888-7777 that/,
    );
  });

  it("reads both branches of a condition", () => {
    assert.match(
      trust(
        '{ Effect: Allow, Principal: { AWS: !If [IsProd, "111122223333", !Ref "AWS::AccountId"] }, Action: sts:AssumeRole }',
      ),
      /^Any principal of account 1111-2222-3333 .*\(if IsProd holds\) and any principal of this account .*\(if IsProd does not hold\) may/,
    );
  });

  it("names a role of this file, a role elsewhere, a user and a session", () => {
    const by = (principal: string) =>
      trust(`{ Effect: Allow, Principal: { AWS: ${principal} }, Action: sts:AssumeRole }`);
    assert.match(by("!GetAtt Caller.Arn"), /^The role Caller may/);
    assert.match(
      by('"arn:aws:iam::111122223333:role/team/ci"'),
      /^The role ci of account 1111-2222-3333 under the path \/team\/ may/,
    );
    assert.match(
      by('"arn:aws:iam::111122223333:user/ann"'),
      /^The IAM user ann of account 1111-2222-3333 may/,
    );
    assert.match(
      by('"arn:aws:sts::111122223333:assumed-role/ci/build"'),
      /^The session build of the role ci in account/,
    );
  });

  it("says who comes in over SAML, and to where", () => {
    assert.equal(
      trust(
        `Effect: Allow
Principal: { Federated: !Ref Corp }
Action: sts:AssumeRoleWithSAML
Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } }`,
        "MaxSessionDuration: 43200",
      ),
      "Users who sign in through the SAML provider Corp, to the console, may take this role's temporary credentials, for up to 12 hours.",
    );
  });

  it("reads Roles Anywhere by its trust anchor", () => {
    assert.equal(
      trust(`Effect: Allow
Principal: { Service: rolesanywhere.amazonaws.com }
Action: [sts:AssumeRole, sts:TagSession, sts:SetSourceIdentity]
Condition: { ArnEquals: { "aws:SourceArn": !GetAtt Anchor.TrustAnchorArn } }`),
      "Holders of an X.509 certificate that the Roles Anywhere trust anchor Anchor accepts may take this role's temporary credentials, pass session tags and set a source identity, for up to 1 hour.",
    );
  });

  it("reads a service account of an EKS cluster", () => {
    assert.match(
      trust(`Effect: Allow
Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC" }
Action: sts:AssumeRoleWithWebIdentity
Condition: { StringEquals: { "oidc.eks.eu-west-1.amazonaws.com/id/ABC:sub": "system:serviceaccount:shop:api" } }`),
      /^Pods with the service account api in namespace shop of the cluster of oidc\.eks/,
    );
  });

  it("turns a Deny round and says when", () => {
    assert.equal(
      trust(`Effect: Deny
Principal: "*"
Action: sts:AssumeRole
Condition: { StringNotEquals: { "aws:PrincipalOrgID": o-abc } }`),
      "Anyone in any AWS account may not take this role's temporary credentials, if the caller's organization is not o-abc (or is absent).",
    );
  });

  const principal = (who: string, rest = "Action: sts:AssumeRole") =>
    `Effect: Allow\nPrincipal: ${who}\n${rest}`;

  it("gives a role that takes another no more than an hour", () => {
    const long = "MaxSessionDuration: 43200";
    const chained =
      / may take this role's temporary credentials, for up to 1 hour \(a role that takes another gets no more\)\.$/;
    assert.match(trust(principal("{ AWS: !GetAtt Caller.Arn }"), long), chained);
    assert.match(trust(principal("{ AWS: 'arn:aws:iam::111122223333:role/a' }"), long), chained);
    assert.match(trust(principal("{ AWS: '111122223333' }"), long), /, for up to 12 hours\.$/);
  });

  it("says how long only where the role is taken", () => {
    assert.match(
      trust(principal("{ AWS: '111122223333' }", "Action: sts:TagSession")),
      /allow may pass session tags\.$/,
    );
    assert.match(
      trust(principal("{ AWS: '111122223333' }", 'Action: "sts:*"')),
      /credentials by sts:\*, for up to 1 hour/,
    );
  });

  it("names once who is named twice, or whether a condition holds or not", () => {
    const lambda =
      "The AWS Lambda service (lambda.amazonaws.com) may take this role's temporary credentials.";
    assert.equal(trust(principal("{ Service: [lambda.amazonaws.com, lambda.amazonaws.com] }")), lambda);
    assert.equal(
      trust(principal("{ Service: !If [IsProd, lambda.amazonaws.com, lambda.amazonaws.com] }")),
      lambda,
    );
  });

  it("reads principals and conditions that hang on a condition", () => {
    const either = principal(
      "!If [IsProd, { Service: lambda.amazonaws.com }, { Service: ec2.amazonaws.com }]",
    );
    assert.match(
      trust(either),
      /\(if IsProd holds\) and EC2 .*\(if IsProd does not hold\) may take [^(]*credentials\.$/,
    );
    const external =
      'Action: sts:AssumeRole\nCondition: !If [IsProd, { StringEquals: { "sts:ExternalId": x } }, !Ref AWS::NoValue]';
    assert.match(
      trust(principal("{ AWS: '111122223333' }", external)),
      /allow may take .*, only if the external ID is x \(if IsProd holds\)\.$/,
    );
  });

  it("says of an effect that is known at deployment only whose it is", () => {
    assert.match(
      trust(principal("{ Service: lambda.amazonaws.com }").replace("Allow", "!Ref Owner")),
      /\(with the effect parameter Owner \(default acme\)\) may take/,
    );
  });

  it("says what names a role, a branch, a principal", () => {
    const role = "arn:aws:iam::111122223333:role/${Owner}";
    assert.match(
      trust(principal(`{ AWS: !Sub "${role}" }`)),
      /^The role of account 1111-2222-3333 that parameter Owner \(default acme\) names may/,
    );
    assert.match(
      trust(github('!Sub "repo:a/b:ref:refs/heads/${Owner}"')),
      /a\/b on the branch that parameter Owner \(default acme\) names may/,
    );
    assert.match(trust(principal("{ AWS: !Select [0, !Ref PartnerId] }")), /^Whoever is named by a part of/);
    assert.match(
      trust(principal("{ Federated: !Ref PartnerId }")),
      /^Users of the identity provider that parameter PartnerId names may/,
    );
  });

  it("does not take a GitHub subject without a context for the whole repository", () => {
    assert.match(
      trust(github("repo:acme/shop")),
      /repository acme\/shop, where the subject ends with it, may/,
    );
  });

  it("tells whom a token is for", () => {
    const other = "{ Federated: 'arn:aws:iam::111122223333:oidc-provider/idp.example.com' }";
    const web = (claims: string) =>
      trust(
        principal(other, `Action: sts:AssumeRoleWithWebIdentity\nCondition: { StringEquals: { ${claims} } }`),
      );
    assert.match(
      web("'idp.example.com:aud': app"),
      /^Holders of any token for app from idp\.example\.com of/,
    );
    assert.match(
      web("'idp.example.com:aud': app, 'idp.example.com:sub': joe"),
      /whose subject is joe and whose audience is app may/,
    );
  });

  it("says everyone except for NotPrincipal", () => {
    assert.match(
      trust('{ Effect: Deny, NotPrincipal: { AWS: "111122223333" }, Action: sts:AssumeRole }'),
      /^Everyone except any principal of account 1111-2222-3333 .* may not take/,
    );
  });

  it("knows a trust policy that stands in a file of its own", () => {
    const context = contextOf("Resources: {}");
    const own = contextOf(
      "Resources:\n  R: { Type: X, Properties: { D: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] } } }",
    );
    const node = parsePolicy(property(own.model.resources.get("R"), "D"), own)?.statements[0]?.node;
    assert.ok(node);
    const told = (use: "unknown" | "resource") => readStatement(node, use, context).map(plain).join(" ");
    assert.match(told("unknown"), /may take this role's temporary credentials\.$/);
    assert.match(told("resource"), /may do sts:AssumeRole\.$/);
  });

  it("stays useful while a statement is half typed", () => {
    assert.equal(trust("{ Effect: Allow }"), "Nobody yet: the principal is still to be written.");
    assert.match(trust("{ Effect: Allow, Principal: { AWS: '*' } }"), /may do nothing yet/);
    assert.match(trust("{ Principal: { AWS: '*' }, Action: sts:AssumeRole }"), /with no effect written yet/);
  });
});

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
