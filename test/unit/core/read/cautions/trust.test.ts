import { check } from "../../../../support/cautions.ts";

const role = (statement: string, others = "") => `Parameters:
  P: { Type: String }
Conditions:
  C: !Equals [!Ref P, x]
Resources:
  R:
    Type: AWS::IAM::Role
    Properties:
      ${others}
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - ${statement}
`;
const allow = (principal: string, action = "sts:AssumeRole", condition = "") =>
  role(
    `{ Effect: Allow, Principal: ${principal}, Action: ${action}${condition ? `, Condition: ${condition}` : ""} }`,
  );
const web = "sts:AssumeRoleWithWebIdentity";
const provider = (issuer: string) => `"arn:aws:iam::111122223333:oidc-provider/${issuer}"`;
const GITHUB = provider("token.actions.githubusercontent.com");
const github = (sub: string, operator = "StringLike", more = "") =>
  allow(
    `{ Federated: ${GITHUB} }`,
    web,
    `{ ${operator}: { "token.actions.githubusercontent.com:sub": ${sub}${more} } }`,
  );

describe("cautions on trust policies", () => {
  check([
    {
      id: "oidc-issuer-claim-missing",
      raises: [
        allow(
          `{ Federated: «${GITHUB.slice(1, -1)}» }`,
          web,
          '{ StringEquals: { "token.actions.githubusercontent.com:aud": sts.amazonaws.com } }',
        ),
        allow(`{ Federated: «arn:aws:iam::111122223333:oidc-provider/gitlab.com» }`, web),
        `${allow("{ Federated: «!Ref G» }", web)}  G: { Type: AWS::IAM::OIDCProvider, Properties: { Url: "https://token.actions.githubusercontent.com" } }\n`,
      ],
      right: [
        github("repo:a/b:*"),
        allow(
          `{ Federated: ${GITHUB} }`,
          web,
          '{ StringLike: { "token.actions.githubusercontent.com:JOB_WORKFLOW_REF": "a/b/.github/workflows/x@*" } }',
        ),
        allow(`{ Federated: ${provider("idp.example.com")} }`, web),
        role(`{ Effect: Deny, Principal: { Federated: ${GITHUB} }, Action: ${web} }`),
      ],
      unknown: [
        allow(`{ Federated: !Ref P }`, web),
        allow(`{ Federated: ${GITHUB} }`, web, "!If [C, { StringLike: {} }, { StringLike: {} }]"),
        allow(`{ Federated: !Sub "arn:aws:iam::111122223333:oidc-provider/\${P}" }`, web),
      ],
    },
    {
      id: "oidc-no-claim-condition",
      raises: [allow("{ Federated: «arn:aws:iam::111122223333:oidc-provider/idp.example.com» }", web)],
      right: [
        allow(
          `{ Federated: ${provider("idp.example.com")} }`,
          web,
          '{ StringEquals: { "idp.example.com:aud": app } }',
        ),
        allow('{ Federated: "arn:aws:iam::111122223333:saml-provider/x" }', "sts:AssumeRoleWithSAML"),
      ],
      unknown: [allow(`{ Federated: !Sub "arn:aws:iam::111122223333:oidc-provider/\${P}" }`, web)],
    },
    {
      id: "github-subject-too-wide",
      raises: [
        github('"«*»"'),
        github('"«repo:*»"'),
        github('"«repo:acme*/shop:*»"'),
        // any repository can have an environment of that name
        github('"«repo:*»"', "StringLike", ', "token.actions.githubusercontent.com:environment": "prod"'),
      ],
      right: [github("repo:acme/shop:*"), github("repo:acme/*"), github("repo:acme/sh*:ref:refs/heads/main")],
      unknown: [github("!Ref P"), github('!Sub "repo:${P}*/x:*"')],
    },
    {
      id: "github-subject-whole-owner",
      raises: [github('"«repo:acme/*»"'), github('"«repo:acme/*:*»"')],
      right: [
        github("repo:acme/shop:*"),
        github("repo:acme/*", "StringLike", ', "token.actions.githubusercontent.com:repository_id": "12"'),
      ],
      unknown: [github('!Sub "repo:${P}/*"')],
    },
    {
      id: "github-subject-any-ref",
      raises: [github('"«repo:acme/shop:*»"')],
      right: [github("repo:acme/shop:ref:refs/heads/main"), github("repo:acme/shop:environment:prod")],
      unknown: [github('!Sub "repo:acme/shop:${P}"')],
    },
    {
      id: "github-subject-without-context",
      raises: [github('"«repo:acme/shop»"'), github('"«repo:acme/shop»"', "StringEquals")],
      right: [github('"repo:acme/shop*"'), github('"repo:acme/*"'), github('"repo:acme/shop:pull_request"')],
      unknown: [github('!Sub "repo:acme/shop${P}"')],
    },
    {
      id: "oidc-claim-not-taken",
      raises: [
        github(
          '"repo:a/b:x"',
          "StringLike",
          ', «token.actions.githubusercontent.com:repository_owner»: "acme"',
        ),
        github(
          '"repo:a/b:x"',
          "StringLikeIfExists",
          ', «token.actions.githubusercontent.com:event_name»: "push"',
        ),
      ],
      right: [
        github('"repo:a/b:x"', "StringLike", ', token.actions.githubusercontent.com:repository_id: "12"'),
        allow(
          `{ Federated: ${provider("idp.example.com")} }`,
          web,
          '{ StringEquals: { "idp.example.com:team": x } }',
        ),
      ],
      unknown: [allow(`{ Federated: ${GITHUB} }`, web, "!Ref P")],
    },
    {
      id: "trust-principal-wildcard",
      raises: [allow('{ AWS: "«arn:aws:iam::111122223333:role/*»" }')],
      right: [allow('{ AWS: "*" }'), allow('{ AWS: "arn:aws:iam::111122223333:role/a" }')],
      unknown: [allow("{ AWS: !Ref P }")],
    },
    {
      id: "trust-other-action",
      raises: [allow("{ Service: ec2.amazonaws.com }", "[sts:AssumeRole, «s3:GetObject»]")],
      right: [
        allow("{ Service: ec2.amazonaws.com }"),
        allow("{ Service: ec2.amazonaws.com }", '"sts:*"'),
        allow("{ Service: ec2.amazonaws.com }", '"*"'),
      ],
      unknown: [allow("{ Service: ec2.amazonaws.com }", "!Ref P")],
    },
    {
      id: "oidc-audience-missing",
      raises: [
        allow(
          "{ Federated: «arn:aws:iam::111122223333:oidc-provider/idp.example.com» }",
          web,
          '{ StringEquals: { "idp.example.com:sub": x } }',
        ),
      ],
      right: [
        allow(
          `{ Federated: ${provider("idp.example.com")} }`,
          web,
          '{ StringEquals: { "idp.example.com:sub": x, "idp.example.com:aud": y } }',
        ),
        `${allow("{ Federated: !Ref G }", web, '{ StringEquals: { "idp.example.com:sub": x } }')}  G: { Type: AWS::IAM::OIDCProvider, Properties: { Url: "https://idp.example.com", ClientIdList: [one] } }\n`,
      ],
      unknown: [
        `${allow("{ Federated: !Ref G }", web, '{ StringEquals: { "idp.example.com:sub": x } }')}  G: { Type: AWS::IAM::OIDCProvider, Properties: { Url: "https://idp.example.com", ClientIdList: !Ref P } }\n`,
      ],
    },
    {
      id: "cognito-audience-missing",
      raises: [
        allow("{ Federated: «cognito-identity.amazonaws.com» }", web),
        allow(
          "{ Federated: «cognito-identity.amazonaws.com» }",
          web,
          '{ "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": authenticated } }',
        ),
      ],
      right: [
        allow(
          "{ Federated: cognito-identity.amazonaws.com }",
          web,
          '{ StringEquals: { "cognito-identity.amazonaws.com:aud": !Ref P } }',
        ),
        allow("{ Federated: www.amazon.com }", web, '{ StringEquals: { "www.amazon.com:app_id": x } }'),
      ],
      unknown: [allow("{ Federated: cognito-identity.amazonaws.com }", web, "!Ref P")],
    },
    {
      id: "wildcard-taken-literally",
      raises: [
        github('"«repo:acme/shop:*»"', "StringEquals"),
        allow(
          '{ AWS: "*" }',
          "sts:AssumeRole",
          '{ StringEquals: { "aws:PrincipalArn": "«arn:aws:iam::111122223333:role/*»" } }',
        ),
      ],
      right: [
        github("repo:acme/shop:*"),
        allow(
          '{ AWS: "*" }',
          "sts:AssumeRole",
          '{ ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/*" } }',
        ),
        allow('{ AWS: "*" }', "sts:AssumeRole", '{ StringEquals: { "aws:PrincipalTag/x": "*" } }'),
      ],
      unknown: [github("!Ref P", "StringEquals")],
    },
    {
      id: "for-all-values-in-allow",
      raises: [
        allow(
          '{ AWS: "*" }',
          "sts:AssumeRole",
          '{ "ForAllValues:StringEquals": { "«aws:PrincipalOrgID»": o-a } }',
        ),
      ],
      right: [
        allow('{ AWS: "*" }', "sts:AssumeRole", '{ "ForAllValues:StringEquals": { "aws:TagKeys": [a] } }'),
        allow(
          '{ AWS: "*" }',
          "sts:AssumeRole",
          '{ "ForAllValues:StringEquals": { "aws:PrincipalOrgID": o-a }, Null: { "aws:PrincipalOrgID": "false" } }',
        ),
        role(
          '{ Effect: Deny, Principal: "*", Action: sts:AssumeRole, Condition: { "ForAllValues:StringEquals": { "aws:PrincipalOrgID": o-a } } }',
        ),
      ],
      unknown: [allow('{ AWS: "*" }', "sts:AssumeRole", "!Ref P")],
    },
    {
      id: "trust-anyone",
      raises: [
        allow('"«*»"'),
        allow('{ AWS: "«*»" }'),
        allow('{ AWS: "«*»" }', "sts:AssumeRole", "{ StringEquals: { sts:ExternalId: abc } }"),
      ],
      right: [
        allow('{ AWS: "*" }', "sts:AssumeRole", "{ StringEquals: { aws:PrincipalOrgID: o-a } }"),
        role('{ Effect: Deny, Principal: "*", Action: sts:AssumeRole }'),
        allow('{ AWS: "111122223333" }'),
      ],
      unknown: [
        allow("{ AWS: !Ref P }"),
        allow(
          '{ AWS: "*" }',
          "sts:AssumeRole",
          "!If [C, { StringEquals: { aws:PrincipalOrgID: o } }, !Ref AWS::NoValue]",
        ),
      ],
    },
    {
      id: "trust-not-principal",
      raises: [role('{ Effect: Allow, «NotPrincipal»: { AWS: "111122223333" }, Action: sts:AssumeRole }')],
      right: [role('{ Effect: Deny, NotPrincipal: { AWS: "111122223333" }, Action: sts:AssumeRole }')],
      unknown: [role('{ Effect: !Ref P, NotPrincipal: { AWS: "111122223333" }, Action: sts:AssumeRole }')],
    },
    {
      id: "trust-not-action",
      raises: [role('{ Effect: Allow, Principal: { AWS: "111122223333" }, «NotAction»: sts:TagSession }')],
      right: [role('{ Effect: Deny, Principal: { AWS: "111122223333" }, NotAction: sts:AssumeRole }')],
      unknown: [role('{ Effect: !Ref P, Principal: { AWS: "111122223333" }, NotAction: sts:AssumeRole }')],
    },
    {
      id: "cross-account-without-external-id",
      raises: [
        allow('{ AWS: "«arn:aws:iam::111122223333:root»" }'),
        allow('{ AWS: "«arn:aws:iam::111122223333:role/x»" }'),
        allow('{ AWS: "«111122223333»" }'),
      ],
      right: [
        allow('{ AWS: "111122223333" }', "sts:AssumeRole", "{ StringEquals: { sts:ExternalId: abc } }"),
        allow('{ AWS: "*" }', "sts:AssumeRole", "{ StringEquals: { aws:PrincipalOrgID: o-a } }"),
        allow('{ AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root" }'),
        allow("{ AWS: !Ref AWS::AccountId }"),
        allow('{ AWS: "111122223333" }', "sts:TagSession"),
        allow(
          '{ AWS: "111122223333" }',
          "sts:AssumeRole",
          '{ Bool: { aws:MultiFactorAuthPresent: "true" } }',
        ),
      ],
      unknown: [allow('{ AWS: !Sub "arn:aws:iam::${P}:root" }'), allow("{ AWS: !Ref P }")],
    },
    {
      id: "service-without-source",
      raises: [allow("{ Service: «scheduler.amazonaws.com» }")],
      right: [
        allow("{ Service: lambda.amazonaws.com }"),
        allow(
          "{ Service: scheduler.amazonaws.com }",
          "sts:AssumeRole",
          "{ StringEquals: { aws:SourceAccount: !Ref AWS::AccountId } }",
        ),
      ],
      unknown: [
        allow("{ Service: !Ref P }"),
        allow("{ Service: scheduler.amazonaws.com }", "sts:AssumeRole", "!Ref P"),
      ],
    },
    {
      id: "saml-audience-missing",
      raises: [
        allow('{ Federated: "«arn:aws:iam::111122223333:saml-provider/x»" }', "sts:AssumeRoleWithSAML"),
      ],
      right: [
        allow(
          '{ Federated: "arn:aws:iam::111122223333:saml-provider/x" }',
          "sts:AssumeRoleWithSAML",
          '{ StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } }',
        ),
      ],
      unknown: [allow("{ Federated: !Ref P }", "sts:AssumeRoleWithSAML")],
    },
    {
      id: "roles-anywhere-actions",
      raises: [
        role(
          "{ Effect: Allow, Principal: { Service: rolesanywhere.amazonaws.com }, «Action»: [sts:AssumeRole, sts:TagSession] }",
        ),
      ],
      right: [
        allow(
          "{ Service: rolesanywhere.amazonaws.com }",
          "[sts:AssumeRole, sts:TagSession, sts:SetSourceIdentity]",
        ),
        role(`{ Effect: Allow, Principal: { Service: rolesanywhere.amazonaws.com }, Action: sts:AssumeRole }
          - { Effect: Allow, Principal: { Service: rolesanywhere.amazonaws.com }, Action: [sts:TagSession, sts:SetSourceIdentity] }`),
      ],
      unknown: [allow("{ Service: rolesanywhere.amazonaws.com }", "[sts:AssumeRole, !Ref P]")],
    },
    {
      id: "roles-anywhere-any-certificate",
      raises: [
        allow(
          "{ Service: «rolesanywhere.amazonaws.com» }",
          "[sts:AssumeRole, sts:TagSession, sts:SetSourceIdentity]",
        ),
      ],
      right: [
        allow(
          "{ Service: rolesanywhere.amazonaws.com }",
          "sts:AssumeRole",
          "{ ArnEquals: { aws:SourceArn: !Ref P } }",
        ),
        allow(
          "{ Service: rolesanywhere.amazonaws.com }",
          "sts:AssumeRole",
          "{ StringEquals: { aws:PrincipalTag/x509Subject/CN: a } }",
        ),
      ],
      unknown: [allow("{ Service: rolesanywhere.amazonaws.com }", "sts:AssumeRole", "!Ref P")],
    },
    {
      id: "federated-wrong-action",
      raises: [
        role(`{ Effect: Allow, Principal: { Federated: ${GITHUB} }, «Action»: sts:AssumeRole }`),
        role(
          '{ Effect: Allow, Principal: { Federated: "arn:aws:iam::111122223333:saml-provider/x" }, «Action»: sts:AssumeRole }',
        ),
      ],
      right: [allow(`{ Federated: ${GITHUB} }`, web), allow("{ Service: ec2.amazonaws.com }")],
      unknown: [allow("{ Federated: !Ref P }")],
    },
    {
      id: "trust-policy-resource",
      raises: [
        role('{ Effect: Allow, Principal: { AWS: !Ref P }, Action: sts:AssumeRole, «Resource»: "*" }'),
      ],
      right: [allow("{ AWS: !Ref P }")],
      unknown: [role("!Ref P")],
    },
    {
      id: "trust-without-principal",
      raises: [role("{ «Effect»: Allow, Action: sts:AssumeRole }")],
      right: [allow("{ AWS: !Ref P }"), role("{ Effect: Allow }")],
      unknown: [role('{ "Fn::Transform": { Name: x }, Effect: Allow, Action: sts:AssumeRole }')],
    },
    {
      id: "role-session-range",
      raises: [
        role(
          "{ Effect: Allow, Principal: { AWS: !Ref P }, Action: sts:AssumeRole }",
          "MaxSessionDuration: «900»",
        ),
        role(
          "{ Effect: Allow, Principal: { AWS: !Ref P }, Action: sts:AssumeRole }",
          "MaxSessionDuration: «86400»",
        ),
      ],
      right: [
        role(
          "{ Effect: Allow, Principal: { AWS: !Ref P }, Action: sts:AssumeRole }",
          "MaxSessionDuration: 43200",
        ),
      ],
      unknown: [
        role(
          "{ Effect: Allow, Principal: { AWS: !Ref P }, Action: sts:AssumeRole }",
          "MaxSessionDuration: !Ref P",
        ),
      ],
    },
  ]);
});
