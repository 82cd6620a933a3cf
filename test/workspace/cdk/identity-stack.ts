import { Duration, Stack, type StackProps } from "aws-cdk-lib";
import * as cognito from "aws-cdk-lib/aws-cognito";
import * as iam from "aws-cdk-lib/aws-iam";
import * as sso from "aws-cdk-lib/aws-sso";
import type { Construct } from "constructs";

export class IdentityStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const customers = new cognito.UserPool(this, "Customers", {
      signInAliases: { email: true },
      selfSignUpEnabled: true,
      mfa: cognito.Mfa.OPTIONAL,
      mfaSecondFactor: { sms: false, otp: true },
      passwordPolicy: { minLength: 12, tempPasswordValidity: Duration.days(3) },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
    });
    const web = customers.addClient("Web", {
      authFlows: { userSrp: true },
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        callbackUrls: ["https://booking.example.com/signed-in"],
      },
    });

    const visitors = new cognito.CfnIdentityPool(this, "Visitors", {
      allowUnauthenticatedIdentities: false,
      cognitoIdentityProviders: [
        { clientId: web.userPoolClientId, providerName: customers.userPoolProviderName },
      ],
    });
    const signedIn = new iam.Role(this, "SignedIn", {
      assumedBy: new iam.WebIdentityPrincipal("cognito-identity.amazonaws.com", {
        StringEquals: { "cognito-identity.amazonaws.com:aud": visitors.ref },
        "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" },
      }),
      maxSessionDuration: Duration.hours(1),
    });
    new cognito.CfnIdentityPoolRoleAttachment(this, "Roles", {
      identityPoolId: visitors.ref,
      roles: { authenticated: signedIn.roleArn },
    });

    const partner = new iam.Role(this, "Partner", {
      assumedBy: new iam.AccountPrincipal("123456789012"),
      externalIds: ["7c1f0a52-booking"],
    });
    partner.addToPolicy(
      new iam.PolicyStatement({ actions: ["cognito-idp:ListUsers"], resources: [customers.userPoolArn] }),
    );

    new sso.CfnPermissionSet(this, "Developers", {
      instanceArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef",
      name: "Developers",
      sessionDuration: "PT8H",
      managedPolicies: ["arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"],
    });
  }
}
