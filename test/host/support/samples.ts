/** The same four resources as a template in YAML and in JSON. */

export const yamlTemplate = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Customers:
    Type: AWS::Cognito::UserPool
  Developers:
    Type: AWS::SSO::PermissionSet
    Properties:
      Name: Developers
  BackOffice:
    Type: AWS::DirectoryService::MicrosoftAD
    Properties:
      Name: corp.example.com
  SignedIn:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              Federated: cognito-identity.amazonaws.com
            Action: sts:AssumeRoleWithWebIdentity
`;

export const jsonTemplate = JSON.stringify(
  {
    AWSTemplateFormatVersion: "2010-09-09",
    Resources: {
      Customers: { Type: "AWS::Cognito::UserPool" },
      Developers: { Type: "AWS::SSO::PermissionSet", Properties: { Name: "Developers" } },
      BackOffice: { Type: "AWS::DirectoryService::MicrosoftAD", Properties: { Name: "corp.example.com" } },
      SignedIn: {
        Type: "AWS::IAM::Role",
        Properties: {
          AssumeRolePolicyDocument: {
            Version: "2012-10-17",
            Statement: [
              {
                Effect: "Allow",
                Principal: { Federated: "cognito-identity.amazonaws.com" },
                Action: "sts:AssumeRoleWithWebIdentity",
              },
            ],
          },
        },
      },
    },
  },
  null,
  2,
);

/** Each word that the hovers have to know, and what has to stand in the answer. */
export const words: readonly (readonly [word: string, answer: RegExp])[] = [
  ["AWS::Cognito::UserPool", /user pool/i],
  ["AWS::SSO::PermissionSet", /permission set/i],
  ["AWS::DirectoryService::MicrosoftAD", /managed microsoft ad/i],
  ["sts:AssumeRoleWithWebIdentity", /token .*temporary credentials/i],
];

const all = words.map(([word]) => word);

/** Files that hold the same words and are none of ours. */
export const strangers: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: "deployment.yaml",
    text: `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: words\ndata:\n${all.map((w, i) => `  w${i}: "${w}"`).join("\n")}\n`,
  },
  {
    name: ".github/workflows/deploy.yml",
    text: `name: deploy\non: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n${all.map((w) => `      - run: echo "${w}"`).join("\n")}\n`,
  },
  { name: "words.json", text: JSON.stringify({ name: "words", Type: all }, null, 2) },
  { name: "words.md", text: `# Words\n\n${all.map((w) => `- \`${w}\``).join("\n")}\n` },
];
