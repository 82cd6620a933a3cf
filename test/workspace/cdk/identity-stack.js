const { Stack } = require("aws-cdk-lib");
const cognito = require("aws-cdk-lib/aws-cognito");
const iam = require("aws-cdk-lib/aws-iam");

class IdentityStack extends Stack {
  constructor(scope, id, props) {
    super(scope, id, props);

    const members = new cognito.UserPool(this, "Members", {
      signInAliases: { email: true },
      mfa: cognito.Mfa.REQUIRED,
      mfaSecondFactor: { sms: false, otp: true },
    });

    const auditor = new iam.Role(this, "Auditor", {
      assumedBy: new iam.AccountPrincipal("123456789012").withConditions({
        Bool: { "aws:MultiFactorAuthPresent": "true" },
      }),
    });
    auditor.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName("SecurityAudit"));
    members.grant(auditor, "cognito-idp:ListUsers");
  }
}

module.exports = { IdentityStack };
