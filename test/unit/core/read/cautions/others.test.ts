import { check } from "../../../../support/cautions.ts";

const of = (type: string, properties: string, others = "") => `Parameters:
  P: { Type: String }
  L: { Type: "List<AWS::EC2::Subnet::Id>" }
Resources:
  It: { Type: ${type}, Properties: { ${properties} } }
${others}`;
const role = (properties = "") =>
  `  R: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole }] }${properties} } }\n`;
const pods = (actions: string) =>
  `  R: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: pods.eks.amazonaws.com }, Action: ${actions} }] } } }\n`;
const profile = (properties: string, others = role()) =>
  of("AWS::RolesAnywhere::Profile", properties, others);
const directory = (properties: string) => of("AWS::DirectoryService::MicrosoftAD", properties);
const set = (properties: string) =>
  of("AWS::SSO::PermissionSet", `Name: n, InstanceArn: arn:a, ${properties}`);
const admin = "ManagedPolicies: [arn:aws:iam::aws:policy/AdministratorAccess]";
const assignment = (properties: string) =>
  of(
    "AWS::SSO::Assignment",
    properties,
    "  S: { Type: AWS::SSO::PermissionSet, Properties: { Name: n, InstanceArn: arn:one } }\n",
  );

describe("cautions on machines, directories and Identity Center", () => {
  check([
    {
      id: "roles-anywhere-duration",
      raises: [
        profile("DurationSeconds: 7200, RoleArns: [«!GetAtt R.Arn»]"),
        profile("DurationSeconds: 43200, RoleArns: [«!GetAtt R.Arn»]", role(", MaxSessionDuration: 7200")),
      ],
      right: [
        profile("RoleArns: [!GetAtt R.Arn]"),
        profile("DurationSeconds: 43200, RoleArns: [!GetAtt R.Arn]", role(", MaxSessionDuration: 43200")),
      ],
      unknown: [
        profile("DurationSeconds: !Ref P, RoleArns: [!GetAtt R.Arn]"),
        profile("DurationSeconds: 7200, RoleArns: [!Ref P]"),
        profile("DurationSeconds: 7200, RoleArns: [!GetAtt R.Arn]", role(", MaxSessionDuration: !Ref P")),
      ],
    },
    {
      id: "pod-identity-trust",
      raises: [
        of("AWS::EKS::PodIdentityAssociation", "RoleArn: «!GetAtt R.Arn»", role()),
        of("AWS::EKS::PodIdentityAssociation", "RoleArn: «!GetAtt R.Arn»", pods("sts:AssumeRole")),
      ],
      right: [
        of(
          "AWS::EKS::PodIdentityAssociation",
          "RoleArn: !GetAtt R.Arn",
          pods("[sts:AssumeRole, sts:TagSession]"),
        ),
      ],
      unknown: [of("AWS::EKS::PodIdentityAssociation", "RoleArn: !Ref P", role())],
    },
    {
      id: "directory-two-subnets",
      raises: [
        directory("VpcSettings: { VpcId: v, «SubnetIds»: [a] }"),
        directory("VpcSettings: { VpcId: v, «SubnetIds»: [a, b, !Ref P] }"),
      ],
      right: [directory("VpcSettings: { VpcId: v, SubnetIds: [a, !Ref P] }")],
      unknown: [
        directory("VpcSettings: { VpcId: v, SubnetIds: !Ref L }"),
        directory("VpcSettings: { VpcId: v, SubnetIds: [!Ref L] }"),
        directory("VpcSettings: { VpcId: v, SubnetIds: [!ImportValue x] }"),
      ],
    },
    {
      id: "secret-in-text",
      raises: [
        directory("Password: «Hunter2!aaaa»"),
        of("AWS::IAM::User", "LoginProfile: { Password: «Hunter2!aaaa» }"),
        of(
          "AWS::Cognito::UserPoolIdentityProvider",
          'ProviderDetails: { client_id: a, client_secret: "«abc»" }',
        ),
      ],
      right: [directory('Password: "{{resolve:secretsmanager:ad:SecretString:password}}"')],
      unknown: [directory("Password: !Ref P"), directory('Password: !Sub "{{resolve:secretsmanager:${P}}}"')],
    },
    {
      id: "permission-set-session-range",
      raises: [set("SessionDuration: «PT30M»"), set("SessionDuration: «PT13H»")],
      right: [
        set("SessionDuration: PT12H"),
        set("SessionDuration: PT480M"),
        set("SessionDuration: PT28800S"),
      ],
      unknown: [set("SessionDuration: !Ref P")],
    },
    {
      id: "permission-set-session-form",
      raises: [set("SessionDuration: «8h»"), set("SessionDuration: «3600»")],
      right: [set("SessionDuration: PT1H")],
      unknown: [set("SessionDuration: !Ref P")],
    },
    {
      id: "permission-set-admin-long",
      raises: [set(`SessionDuration: «PT12H», ${admin}`)],
      right: [set(`SessionDuration: PT4H, ${admin}`), set("SessionDuration: PT12H")],
      unknown: [
        set(`SessionDuration: !Ref P, ${admin}`),
        set("SessionDuration: PT12H, ManagedPolicies: !Ref P"),
      ],
    },
    {
      id: "permission-set-inline-size",
      raises: [
        set(
          `«InlinePolicy»: { Statement: [{ Effect: Allow, Resource: "*", Action: [${Array.from({ length: 500 }, (_, i) => `"s3:GetObjectNumber${i}"`).join(", ")}] }] }`,
        ),
      ],
      right: [set('InlinePolicy: { Statement: [{ Effect: Allow, Resource: "*", Action: "s3:*" }] }')],
      unknown: [set("InlinePolicy: !Ref P")],
    },
    {
      id: "permission-set-customer-policy",
      raises: [set("CustomerManagedPolicyReferences: [{ Name: «Base» }]")],
      right: [set(admin)],
      unknown: [set("CustomerManagedPolicyReferences: [{ Name: !Ref P }]")],
    },
    {
      id: "assignment-to-user",
      raises: [assignment("PrincipalType: «USER»")],
      right: [assignment("PrincipalType: GROUP")],
      unknown: [assignment("PrincipalType: !Ref P")],
    },
    {
      id: "assignment-other-instance",
      raises: [assignment("InstanceArn: «arn:two», PermissionSetArn: !GetAtt S.PermissionSetArn")],
      right: [assignment("InstanceArn: arn:one, PermissionSetArn: !GetAtt S.PermissionSetArn")],
      unknown: [assignment("InstanceArn: !Ref P, PermissionSetArn: !GetAtt S.PermissionSetArn")],
    },
  ]);
});
