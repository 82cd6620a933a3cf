using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Booking
{
    public class IdentityStack : Stack
    {
        public IdentityStack(Construct scope, string id, IStackProps props = null) : base(scope, id, props)
        {
            var customers = new UserPool(this, "Customers", new UserPoolProps
            {
                SignInAliases = new SignInAliases { Email = true },
                Mfa = Mfa.OPTIONAL,
                MfaSecondFactor = new MfaSecondFactor { Sms = false, Otp = true }
            });

            var partner = new Role(this, "Partner", new RoleProps
            {
                AssumedBy = new AccountPrincipal("123456789012"),
                ExternalIds = new[] { "7c1f0a52-booking" },
                MaxSessionDuration = Duration.Hours(1)
            });

            partner.AddToPolicy(new PolicyStatement(new PolicyStatementProps
            {
                Actions = new[] { "cognito-idp:ListUsers" },
                Resources = new[] { customers.UserPoolArn }
            }));
        }
    }
}
