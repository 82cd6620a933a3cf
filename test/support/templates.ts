/** A template that has of everything a little: what a random edit meets. */
export const YAML_TEMPLATE = `AWSTemplateFormatVersion: "2010-09-09"
Description: A user pool and who may use it # the comment
Parameters:
  Stage:
    Type: String
    Default: dev
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
x-shared: &shared
  PasswordPolicy: {MinimumLength: 12}
Resources:
  Pool:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: !Sub "\${AWS::StackName}-\${Stage}"
      MfaConfiguration: OPTIONAL
      Policies: *shared
  Role:
    Type: AWS::IAM::Role
    DependsOn: [Pool]
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: {Service: [lambda.amazonaws.com, !Ref Stage]}
            Action: sts:AssumeRole
            Condition:
              StringEquals:
                aws:SourceAccount: !Ref AWS::AccountId
      Policies:
        - !If
          - IsProd
          - PolicyName: read
            PolicyDocument: !Sub |
              {"Version": "2012-10-17",
               "Statement": [{"Effect": "Allow", "Action": "cognito-idp:List*", "Resource": "\${Pool.Arn}"}]}
          - !Ref AWS::NoValue
  'Fn::ForEach::Groups':
    - Name
    - [Admins, Users]
    - Group\${Name}:
        Type: AWS::Cognito::UserPoolGroup
        Properties:
          UserPoolId: {"Fn::GetAtt": [Pool, UserPoolId]}
Outputs:
  PoolId:
    Description: The pool
    Value: !GetAtt Pool.Arn
`;

export const JSON_TEMPLATE = `{
  "AWSTemplateFormatVersion": "2010-09-09",
  "Parameters": {
    "Stage": { "Type": "String", "Default": "dev" }
  },
  "Resources": {
    "Pool": {
      "Type": "AWS::Cognito::UserPool",
      "Properties": { "MfaConfiguration": "OPTIONAL" }
    },
    "Role": {
      "Type": "AWS::IAM::Role",
      "DependsOn": "Pool",
      "Properties": {
        "AssumeRolePolicyDocument": {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Principal": { "Service": "lambda.amazonaws.com" },
              "Action": ["sts:AssumeRole", "sts:TagSession"]
            }
          ]
        },
        "RoleName": { "Fn::Sub": "\${AWS::StackName}-\${Pool.Arn}" }
      }
    },
    "Key": {
      "Type": "AWS::KMS::Key",
      "Properties": {
        "KeyPolicy": "{\\"Version\\": \\"2012-10-17\\", \\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Action\\": \\"kms:*\\"}]}"
      }
    }
  },
  "Outputs": { "Id": { "Value": { "Fn::GetAtt": ["Pool", "Arn"] } } }
}
`;

export const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Deny", "Action": ["iam:*"], "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "false" } } }
  ]
}
`;
