import { check } from "../../../../support/cautions.ts";

const policy = (statement: string, version = 'Version: "2012-10-17"') => `Parameters:
  P: { Type: String }
Resources:
  M:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        ${version}
        Statement:
          - ${statement}
`;
const mfa = (effect: string, condition: string) =>
  policy(`{ Effect: ${effect}, Action: "*", Resource: "*", Condition: ${condition} }`);
const organization = (type: string, statement: string) => `Parameters:
  P: { Type: String }
Resources:
  O:
    Type: AWS::Organizations::Policy
    Properties:
      Name: n
      Type: ${type}
      Content:
        Version: "2012-10-17"
        Statement:
          - ${statement}
`;
const scp = (statement: string) => organization("SERVICE_CONTROL_POLICY", statement);
const rcp = (statement: string) => organization("RESOURCE_CONTROL_POLICY", statement);
const long = (n: number) => `[${Array.from({ length: n }, (_, i) => `"s3:GetObjectNumber${i}"`).join(", ")}]`;

describe("cautions on permission policies", () => {
  check([
    {
      id: "pass-role-on-everything",
      raises: [
        policy('{ Effect: Allow, Action: "«iam:PassRole»", Resource: "*" }'),
        policy(
          '{ Effect: Allow, Action: [ec2:RunInstances, «iam:PassRole»], Resource: "arn:aws:iam::111122223333:role/*" }',
        ),
      ],
      right: [
        policy('{ Effect: Allow, Action: iam:PassRole, Resource: "arn:aws:iam::111122223333:role/app-*" }'),
        policy(
          '{ Effect: Allow, Action: iam:PassRole, Resource: "*", Condition: { StringEquals: { iam:PassedToService: ecs.amazonaws.com } } }',
        ),
        policy('{ Effect: Deny, Action: iam:PassRole, Resource: "*" }'),
        policy('{ Effect: Allow, Action: "*", Resource: "*" }'),
      ],
      unknown: [
        policy("{ Effect: Allow, Action: iam:PassRole, Resource: !Ref P }"),
        policy('{ Effect: Allow, Action: iam:PassRole, Resource: "*", Condition: !Ref P }'),
      ],
    },
    {
      id: "mfa-allow-if-exists",
      raises: [mfa("Allow", '{ BoolIfExists: { «aws:MultiFactorAuthPresent»: "true" } }')],
      right: [
        mfa("Allow", '{ Bool: { aws:MultiFactorAuthPresent: "true" } }'),
        mfa("Deny", '{ BoolIfExists: { aws:MultiFactorAuthPresent: "false" } }'),
      ],
      unknown: [mfa("Allow", "{ BoolIfExists: { aws:MultiFactorAuthPresent: !Ref P } }")],
    },
    {
      id: "mfa-deny-without-if-exists",
      raises: [mfa("Deny", '{ Bool: { «aws:MultiFactorAuthPresent»: "false" } }')],
      right: [
        mfa("Deny", '{ BoolIfExists: { aws:MultiFactorAuthPresent: "false" } }'),
        mfa("Deny", '{ Bool: { aws:MultiFactorAuthPresent: "true" } }'),
      ],
      unknown: [mfa("Deny", "{ Bool: { aws:MultiFactorAuthPresent: !Ref P } }")],
    },
    {
      id: "policy-with-principal",
      raises: [policy('{ Effect: Allow, «Principal»: "*", Action: s3:GetObject, Resource: "*" }')],
      right: [policy('{ Effect: Allow, Action: s3:GetObject, Resource: "*" }')],
      unknown: [policy("!Ref P")],
    },
    {
      id: "policy-without-resource",
      raises: [policy("{ Effect: Allow, «Action»: s3:GetObject }")],
      right: [policy("{ Effect: Allow, Action: s3:GetObject, NotResource: x }"), policy("{ Effect: Allow }")],
      unknown: [policy('{ Effect: Allow, Action: s3:GetObject, "Fn::Transform": { Name: x } }')],
    },
    {
      id: "policy-variable-without-version",
      raises: [
        policy(
          '{ Effect: Allow, Action: s3:GetObject, Resource: "«arn:aws:s3:::b/${aws:username}/*»" }',
          'Version: "2008-10-17"',
        ),
        policy(
          '{ Effect: Allow, Action: s3:GetObject, Resource: "«arn:aws:s3:::b/${aws:username}/*»" }',
          "Id: x",
        ),
      ],
      right: [
        policy('{ Effect: Allow, Action: s3:GetObject, Resource: "arn:aws:s3:::b/${aws:username}/*" }'),
        policy('{ Effect: Allow, Action: s3:GetObject, Resource: "arn:aws:s3:::b/*" }', "Id: x"),
      ],
      unknown: [
        policy(
          '{ Effect: Allow, Action: s3:GetObject, Resource: "arn:aws:s3:::b/${aws:username}" }',
          "Version: !Ref P",
        ),
      ],
    },
    {
      id: "policy-variable-in-sub",
      raises: [
        policy(
          '{ Effect: Allow, Action: s3:GetObject, Resource: «!Sub "arn:aws:s3:::b/${aws:username}/*»" }',
        ),
        policy(
          '{ Effect: Allow, Action: s3:GetObject, Resource: «!Sub "arn:aws:s3:::b/${cognito-identity.amazonaws.com:sub}/*»" }',
        ),
        `Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - AWSLambdaBasicExecutionRole
        - Statement:
            - { Effect: Allow, Action: s3:GetObject, Resource: «!Sub "arn:aws:s3:::b/\${aws:username}»" }
`,
      ],
      right: [
        policy('{ Effect: Allow, Action: s3:GetObject, Resource: !Sub "arn:aws:s3:::b/${!aws:username}/*" }'),
        policy('{ Effect: Allow, Action: s3:GetObject, Resource: "arn:aws:s3:::b/${aws:username}/*" }'),
        policy('{ Effect: Allow, Action: s3:GetObject, Resource: !Sub "arn:${AWS::Partition}:s3:::${P}" }'),
        // The Serverless Framework fills these in first.
        policy(
          '{ Effect: Allow, Action: s3:GetObject, Resource: !Sub "arn:aws:s3:::${self:custom.bucket}-${aws:accountId}" }',
        ),
      ],
      unknown: [policy('{ Effect: Allow, Action: s3:GetObject, Resource: !Sub "arn:aws:s3:::${Nowhere}" }')],
    },
    {
      id: "scp-without-resource",
      raises: [scp("{ «Effect»: Deny, Action: s3:GetObject }")],
      right: [
        scp('{ Effect: Deny, Action: s3:GetObject, Resource: "*" }'),
        rcp('{ Effect: Deny, Principal: "*", Action: s3:GetObject }'),
      ],
      unknown: [organization("!Ref P", "{ Effect: Deny, Action: s3:GetObject }")],
    },
    {
      id: "scp-with-principal",
      raises: [scp('{ Effect: Deny, «Principal»: "*", Action: s3:GetObject, Resource: "*" }')],
      right: [rcp('{ Effect: Deny, Principal: "*", Action: s3:GetObject, Resource: "*" }')],
      unknown: [
        organization("!Ref P", '{ Effect: Deny, Principal: "*", Action: s3:GetObject, Resource: "*" }'),
      ],
    },
    {
      id: "rcp-allow",
      raises: [rcp('{ «Effect»: Allow, Principal: "*", Action: "s3:*", Resource: "*" }')],
      right: [rcp('{ Effect: Deny, Principal: "*", Action: "s3:*", Resource: "*" }')],
      unknown: [rcp('{ Effect: !Ref P, Principal: "*", Action: "s3:*", Resource: "*" }')],
    },
    {
      id: "rcp-principal",
      raises: [rcp('{ Effect: Deny, Principal: { AWS: "«111122223333»" }, Action: "s3:*", Resource: "*" }')],
      right: [rcp('{ Effect: Deny, Principal: { AWS: "*" }, Action: "s3:*", Resource: "*" }')],
      unknown: [
        organization(
          "!Ref P",
          '{ Effect: Deny, Principal: { AWS: "111122223333" }, Action: "s3:*", Resource: "*" }',
        ),
      ],
    },
    {
      id: "rcp-every-action",
      raises: [rcp('{ Effect: Deny, Principal: "*", Action: "«*»", Resource: "*" }')],
      right: [
        rcp('{ Effect: Deny, Principal: "*", Action: "s3:*", Resource: "*" }'),
        scp('{ Effect: Deny, Action: "*", Resource: "*" }'),
      ],
      unknown: [organization("!Ref P", '{ Effect: Deny, Principal: "*", Action: "*", Resource: "*" }')],
    },
    {
      id: "rcp-element",
      raises: [
        rcp('{ Effect: Deny, Principal: "*", «NotAction»: "s3:GetObject", Resource: "*" }'),
        rcp('{ Effect: Deny, «NotPrincipal»: { AWS: "111122223333" }, Action: "s3:*", Resource: "*" }'),
      ],
      right: [scp('{ Effect: Deny, NotAction: "s3:*", Resource: "*" }')],
      unknown: [organization("!Ref P", '{ Effect: Deny, Principal: "*", NotAction: "s3:*", Resource: "*" }')],
    },
    {
      id: "organization-policy-size",
      raises: [
        scp(`{ Effect: Deny, Action: ${long(500)}, Resource: "*" }`).replace("Content:", "«Content»:"),
        rcp(`{ Effect: Deny, Principal: "*", Action: ${long(250)}, Resource: "*" }`).replace(
          "Content:",
          "«Content»:",
        ),
      ],
      right: [scp(`{ Effect: Deny, Action: ${long(250)}, Resource: "*" }`)],
      unknown: [scp(`{ Effect: Deny, Action: ${long(500)}, Resource: !Ref P }`)],
    },
  ]);
});
