package booking

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awscognito"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
)

func NewIdentityStack(scope constructs.Construct, id string, props *awscdk.StackProps) awscdk.Stack {
	stack := awscdk.NewStack(scope, &id, props)

	customers := awscognito.NewUserPool(stack, jsii.String("Customers"), &awscognito.UserPoolProps{
		SignInAliases: &awscognito.SignInAliases{Email: jsii.Bool(true)},
		Mfa:           awscognito.Mfa_OPTIONAL,
		MfaSecondFactor: &awscognito.MfaSecondFactor{
			Sms: jsii.Bool(false),
			Otp: jsii.Bool(true),
		},
	})

	partner := awsiam.NewRole(stack, jsii.String("Partner"), &awsiam.RoleProps{
		AssumedBy:          awsiam.NewAccountPrincipal(jsii.String("123456789012")),
		ExternalIds:        jsii.Strings("7c1f0a52-booking"),
		MaxSessionDuration: awscdk.Duration_Hours(jsii.Number(1)),
	})
	partner.AddToPolicy(awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{
		Actions:   jsii.Strings("cognito-idp:ListUsers"),
		Resources: jsii.Strings(*customers.UserPoolArn()),
	}))

	return stack
}
