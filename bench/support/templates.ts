import { parseDocument } from "yaml";

/** One entry of about 20 lines each; identity is a third of what stands in a real template. */
const entries: readonly ((n: number) => string)[] = [
  (n) => `  Pool${n}:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: !Sub "\${AWS::StackName}-pool-${n}"
      MfaConfiguration: OPTIONAL
      EnabledMfas: [SOFTWARE_TOKEN_MFA]
      UsernameAttributes: [email]
      Policies:
        PasswordPolicy:
          MinimumLength: 12
          RequireLowercase: true
          RequireNumbers: true
      Schema:
        - Name: tenant${n}
          AttributeDataType: String
          Mutable: true

`,
  (n) => `  Role${n}:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              Service: lambda.amazonaws.com
            Action: sts:AssumeRole
      Policies:
        - PolicyName: read
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: [cognito-idp:ListUsers, s3:GetObject]
                Resource: !GetAtt Pool${n - (n % 3)}.Arn

`,
  (n) => `  Function${n}:
    Type: AWS::Lambda::Function
    Properties:
      Handler: index.handler
      Runtime: nodejs20.x
      Role: !GetAtt Role${n - (n % 3) + 1}.Arn
      MemorySize: 256
      Timeout: 10
      Environment:
        Variables:
          POOL: !Ref Pool${n - (n % 3)}
          TABLE: !Sub "\${AWS::StackName}-table"
          LOG_LEVEL: info
      Code:
        ZipFile: |
          exports.handler = async (event) => {
            return { statusCode: 200, body: "ok: " + event.path };
          };

`,
];

/** A template in YAML of about so many lines, the same on each call. */
export function templateOf(lines: number): string {
  let text = 'AWSTemplateFormatVersion: "2010-09-09"\nDescription: Made for measuring.\n\nResources:\n';
  let count = 4;
  for (let n = 0; count < lines; n++) {
    const entry = entries[n % entries.length]?.(n) ?? "";
    text += entry;
    count += entry.split("\n").length - 1;
  }
  return text;
}

/** The same template as JSON, half as many lines again; functions are lost in it, which costs nothing here. */
export const asJson = (yaml: string): string =>
  JSON.stringify(parseDocument(yaml, { logLevel: "silent" }).toJS(), undefined, 2);
