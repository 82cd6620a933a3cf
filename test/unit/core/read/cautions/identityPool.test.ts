import { check } from "../../../../support/cautions.ts";

const trust = (conditions: string, action = "sts:AssumeRoleWithWebIdentity") =>
  `{ Statement: [{ Effect: Allow, Principal: { Federated: cognito-identity.amazonaws.com }, Action: ${action}, Condition: ${conditions} }] }`;
const users = (amr: string, aud = "!Ref Pool") =>
  `{ StringEquals: { "cognito-identity.amazonaws.com:aud": ${aud} }, "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": ${amr} } }`;
const anyone = '{ StringEquals: { "cognito-identity.amazonaws.com:aud": !Ref Pool } }';

const file = (roles: string, trustPolicy: string, policies = "", others = "") => `Parameters:
  P: { Type: String }
Resources:
  Pool: { Type: AWS::Cognito::IdentityPool, Properties: { AllowUnauthenticatedIdentities: false } }
  Other: { Type: AWS::Cognito::IdentityPool, Properties: { AllowUnauthenticatedIdentities: false } }
  R: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: ${trustPolicy}${policies} } }
  Attach: { Type: AWS::Cognito::IdentityPoolRoleAttachment, Properties: { IdentityPoolId: !Ref Pool, Roles: ${roles} } }
${others}`;
const signedIn = "{ authenticated: !GetAtt R.Arn }";
const marked = "{ authenticated: «!GetAtt R.Arn» }";
const pool = (properties: string) => `Parameters:
  P: { Type: String }
Resources:
  Pool: { Type: AWS::Cognito::IdentityPool, Properties: { ${properties} } }
`;
const may = (action: string, resource = '"*"') =>
  `, Policies: [{ PolicyName: p, PolicyDocument: { Statement: [{ Effect: Allow, Action: ${action}, Resource: ${resource} }] } }]`;
const tag = (type = "AWS::Cognito::IdentityPoolPrincipalTag") =>
  `  T: { Type: ${type}, Properties: { IdentityPoolId: !Ref Pool, IdentityProviderName: x, PrincipalTags: { a: b } } }\n`;

describe("cautions on identity pools and their roles", () => {
  check([
    {
      id: "identity-pool-guests",
      raises: [pool("AllowUnauthenticatedIdentities: «true»")],
      right: [pool("AllowUnauthenticatedIdentities: false")],
      unknown: [pool("AllowUnauthenticatedIdentities: !Ref P")],
    },
    {
      id: "identity-pool-classic-flow",
      raises: [pool("AllowUnauthenticatedIdentities: false, AllowClassicFlow: «true»")],
      right: [pool("AllowUnauthenticatedIdentities: false")],
      unknown: [pool("AllowUnauthenticatedIdentities: false, AllowClassicFlow: !Ref P")],
    },
    {
      id: "identity-pool-role-no-trust",
      raises: [
        file(
          marked,
          "{ Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }",
        ),
      ],
      right: [file(signedIn, trust(users("authenticated")))],
      unknown: [
        file("{ authenticated: !Ref P }", trust(anyone)),
        file(
          signedIn,
          "{ Statement: [{ Effect: Allow, Principal: { Federated: !Ref P }, Action: sts:AssumeRoleWithWebIdentity }] }",
        ),
        file(signedIn, "!Ref P"),
      ],
    },
    {
      id: "identity-pool-role-any-user",
      raises: [file(marked, trust(anyone))],
      right: [
        file(signedIn, trust(users("authenticated"))),
        file(signedIn, trust(users("graph.facebook.com"))),
      ],
      unknown: [file("{ authenticated: !Ref P }", trust(anyone)), file(signedIn, trust("!Ref P"))],
    },
    {
      id: "identity-pool-role-wrong-users",
      raises: [
        file(marked, trust(users("unauthenticated"))),
        file("{ unauthenticated: «!GetAtt R.Arn» }", trust(users("authenticated"))),
      ],
      right: [
        file(signedIn, trust(users("[authenticated, unauthenticated]"))),
        file(signedIn, trust(users("graph.facebook.com"))),
        file("{ unauthenticated: !GetAtt R.Arn }", trust(users("unauthenticated"))),
      ],
      unknown: [file(signedIn, trust(users("!Ref P")))],
    },
    {
      id: "identity-pool-role-other-pool",
      raises: [file(marked, trust(users("authenticated", "!Ref Other")))],
      right: [
        file(signedIn, trust(users("authenticated"))),
        file(signedIn, trust(users("authenticated", "[!Ref Other, !Ref Pool]"))),
      ],
      unknown: [file(signedIn, trust(users("authenticated", "!Ref P")))],
    },
    {
      id: "identity-pool-guest-power",
      raises: [file("{ unauthenticated: «!GetAtt R.Arn» }", trust(users("unauthenticated")), may('"s3:*"'))],
      right: [
        file(signedIn, trust(users("authenticated")), may('"s3:*"')),
        file("{ unauthenticated: !GetAtt R.Arn }", trust(users("unauthenticated")), may('"rum:*"')),
        file(
          "{ unauthenticated: !GetAtt R.Arn }",
          trust(users("unauthenticated")),
          may('"s3:*"', "arn:aws:s3:::b/*"),
        ),
      ],
      unknown: [file("{ unauthenticated: !GetAtt R.Arn }", trust(users("unauthenticated")), may("!Ref P"))],
    },
    {
      id: "role-mapping-ambiguous",
      raises: [
        file(signedIn, trust(users("authenticated"))).replace(
          "Roles: {",
          "RoleMappings: { m: { IdentityProvider: x, Type: «Token» } }, Roles: {",
        ),
      ],
      right: [
        file(signedIn, trust(users("authenticated"))).replace(
          "Roles: {",
          "RoleMappings: { m: { IdentityProvider: x, Type: Token, AmbiguousRoleResolution: Deny } }, Roles: {",
        ),
      ],
      unknown: [
        file(signedIn, trust(users("authenticated"))).replace(
          "Roles: {",
          "RoleMappings: { m: { Type: !Ref P } }, Roles: {",
        ),
      ],
    },
    {
      id: "principal-tag-without-tag-session",
      raises: [
        file(signedIn, trust(users("authenticated")), "", tag("«AWS::Cognito::IdentityPoolPrincipalTag»")),
      ],
      right: [
        file(
          signedIn,
          trust(users("authenticated"), "[sts:AssumeRoleWithWebIdentity, sts:TagSession]"),
          "",
          tag(),
        ),
        file(signedIn, trust(users("authenticated"))),
      ],
      unknown: [file("{ authenticated: !Ref P }", trust(users("authenticated")), "", tag())],
    },
  ]);
});
