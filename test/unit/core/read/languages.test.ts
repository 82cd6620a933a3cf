import assert from "node:assert/strict";
import { createCdkLocator } from "../../../../src/core/cdk/locate.ts";
import type { CdkNamesData } from "../../../../src/core/cdk/names.ts";
import { type ReadContext, readResource } from "../../../../src/core/read/index.ts";
import { plain } from "../../../../src/core/text.ts";
import type { CdkLanguage } from "../../../../src/core/types.ts";
import { readPart } from "../../../support/knowledge.ts";
import { contextOf, someFacts } from "../../../support/readings.ts";

const locator = createCdkLocator(readPart("cdk-names") as CdkNamesData);
const ISSUER = "token.actions.githubusercontent.com";
const PROVIDER = `arn:aws:iam::111122223333:oidc-provider/${ISSUER}`;

/** The same roles, pool and client, all with the names `deploy`, `partner`, `worker`, `pool` and `web`. */
const YAML = `Resources:
  deploy:
    Type: AWS::IAM::Role
    Properties:
      MaxSessionDuration: 7200
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Federated: "${PROVIDER}" }
            Action: sts:AssumeRoleWithWebIdentity
            Condition:
              StringEquals:
                "${ISSUER}:aud": sts.amazonaws.com
                "${ISSUER}:sub": repo:acme/shop:ref:refs/heads/main
  partner:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::111122223333:root" }
            Action: sts:AssumeRole
            Condition: { StringEquals: { "sts:ExternalId": abc } }
  worker:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }
      ManagedPolicyArns: [!Sub "arn:\${AWS::Partition}:iam::aws:policy/ReadOnlyAccess"]
      Policies:
        - PolicyName: own
          PolicyDocument:
            Statement:
              - { Effect: Allow, Action: s3:GetObject, Resource: "arn:aws:s3:::b/*" }
  pool:
    Type: AWS::Cognito::UserPool
    Properties:
      UsernameAttributes: [email]
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true }
      MfaConfiguration: "ON"
      EnabledMfas: [SOFTWARE_TOKEN_MFA]
      Policies: { PasswordPolicy: { MinimumLength: 12, RequireLowercase: true, RequireUppercase: true, RequireNumbers: true, RequireSymbols: true } }
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: verified_phone_number, Priority: 1 }, { Name: verified_email, Priority: 2 }] }
      DeletionProtection: ACTIVE
  web:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref pool
      GenerateSecret: true
      ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]
      SupportedIdentityProviders: [COGNITO]
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthFlows: [code]
      AllowedOAuthScopes: [openid]
      CallbackURLs: ["https://app.example.com/cb"]
      AccessTokenValidity: 15
      TokenValidityUnits: { AccessToken: minutes }
`;

const TYPESCRIPT = `import { Duration, aws_cognito as cognito, aws_iam as iam } from "aws-cdk-lib";
const deploy = new iam.Role(this, "Deploy", {
  assumedBy: new iam.WebIdentityPrincipal("${PROVIDER}", {
    StringEquals: {
      "${ISSUER}:aud": "sts.amazonaws.com",
      "${ISSUER}:sub": "repo:acme/shop:ref:refs/heads/main",
    },
  }),
  maxSessionDuration: Duration.hours(2),
});
const partner = new iam.Role(this, "Partner", {
  assumedBy: new iam.AccountPrincipal("111122223333"),
  externalIds: ["abc"],
});
const worker = new iam.Role(this, "Worker", {
  assumedBy: new iam.ServicePrincipal("lambda.amazonaws.com"),
  managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName("ReadOnlyAccess")],
  inlinePolicies: {
    own: new iam.PolicyDocument({
      statements: [new iam.PolicyStatement({ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::b/*"] })],
    }),
  },
});
const pool = new cognito.UserPool(this, "Pool", {
  signInAliases: { email: true },
  selfSignUpEnabled: false,
  mfa: cognito.Mfa.REQUIRED,
  mfaSecondFactor: { otp: true, sms: false },
  passwordPolicy: { minLength: 12, requireLowercase: true, requireUppercase: true, requireDigits: true, requireSymbols: true },
  deletionProtection: true,
});
const web = new cognito.UserPoolClient(this, "Web", {
  userPool: pool,
  generateSecret: true,
  authFlows: { userSrp: true },
  supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
  oAuth: {
    flows: { authorizationCodeGrant: true },
    scopes: [cognito.OAuthScope.OPENID],
    callbackUrls: ["https://app.example.com/cb"],
  },
  accessTokenValidity: Duration.minutes(15),
});
`;

const PYTHON = `from aws_cdk import Duration, aws_cognito as cognito, aws_iam as iam

deploy = iam.Role(self, "Deploy",
    assumed_by=iam.WebIdentityPrincipal("${PROVIDER}", {
        "StringEquals": {
            "${ISSUER}:aud": "sts.amazonaws.com",
            "${ISSUER}:sub": "repo:acme/shop:ref:refs/heads/main",
        },
    }),
    max_session_duration=Duration.hours(2),
)
partner = iam.Role(self, "Partner",
    assumed_by=iam.AccountPrincipal("111122223333"),
    external_ids=["abc"],
)
worker = iam.Role(self, "Worker",
    assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"),
    managed_policies=[iam.ManagedPolicy.from_aws_managed_policy_name("ReadOnlyAccess")],
    inline_policies={
        "own": iam.PolicyDocument(
            statements=[iam.PolicyStatement(actions=["s3:GetObject"], resources=["arn:aws:s3:::b/*"])]
        )
    },
)
pool = cognito.UserPool(self, "Pool",
    sign_in_aliases=cognito.SignInAliases(email=True),
    self_sign_up_enabled=False,
    mfa=cognito.Mfa.REQUIRED,
    mfa_second_factor=cognito.MfaSecondFactor(otp=True, sms=False),
    password_policy=cognito.PasswordPolicy(min_length=12, require_lowercase=True, require_uppercase=True, require_digits=True, require_symbols=True),
    deletion_protection=True,
)
web = cognito.UserPoolClient(self, "Web",
    user_pool=pool,
    generate_secret=True,
    auth_flows=cognito.AuthFlow(user_srp=True),
    supported_identity_providers=[cognito.UserPoolClientIdentityProvider.COGNITO],
    o_auth=cognito.OAuthSettings(
        flows=cognito.OAuthFlows(authorization_code_grant=True),
        scopes=[cognito.OAuthScope.OPENID],
        callback_urls=["https://app.example.com/cb"],
    ),
    access_token_validity=Duration.minutes(15),
)
`;

const JAVA = `import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cognito.*;
import software.amazon.awscdk.services.iam.*;

class S {
  void make() {
    Role deploy = Role.Builder.create(this, "Deploy")
        .assumedBy(new WebIdentityPrincipal("${PROVIDER}", Map.of(
            "StringEquals", Map.of(
                "${ISSUER}:aud", "sts.amazonaws.com",
                "${ISSUER}:sub", "repo:acme/shop:ref:refs/heads/main"))))
        .maxSessionDuration(Duration.hours(2))
        .build();
    Role partner = Role.Builder.create(this, "Partner")
        .assumedBy(new AccountPrincipal("111122223333"))
        .externalIds(List.of("abc"))
        .build();
    Role worker = Role.Builder.create(this, "Worker")
        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
        .managedPolicies(List.of(ManagedPolicy.fromAwsManagedPolicyName("ReadOnlyAccess")))
        .inlinePolicies(Map.of("own", PolicyDocument.Builder.create()
            .statements(List.of(PolicyStatement.Builder.create()
                .actions(List.of("s3:GetObject"))
                .resources(List.of("arn:aws:s3:::b/*"))
                .build()))
            .build()))
        .build();
    UserPool pool = UserPool.Builder.create(this, "Pool")
        .signInAliases(SignInAliases.builder().email(true).build())
        .selfSignUpEnabled(false)
        .mfa(Mfa.REQUIRED)
        .mfaSecondFactor(MfaSecondFactor.builder().otp(true).sms(false).build())
        .passwordPolicy(PasswordPolicy.builder().minLength(12).requireLowercase(true).requireUppercase(true).requireDigits(true).requireSymbols(true).build())
        .deletionProtection(true)
        .build();
    UserPoolClient web = UserPoolClient.Builder.create(this, "Web")
        .userPool(pool)
        .generateSecret(true)
        .authFlows(AuthFlow.builder().userSrp(true).build())
        .supportedIdentityProviders(List.of(UserPoolClientIdentityProvider.COGNITO))
        .oAuth(OAuthSettings.builder()
            .flows(OAuthFlows.builder().authorizationCodeGrant(true).build())
            .scopes(List.of(OAuthScope.OPENID))
            .callbackUrls(List.of("https://app.example.com/cb"))
            .build())
        .accessTokenValidity(Duration.minutes(15))
        .build();
  }
}
`;

const CSHARP = `using System.Collections.Generic;
using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.IAM;

class S : Stack
{
    void Make()
    {
        var deploy = new Role(this, "Deploy", new RoleProps
        {
            AssumedBy = new WebIdentityPrincipal("${PROVIDER}", new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, string>
                {
                    ["${ISSUER}:aud"] = "sts.amazonaws.com",
                    ["${ISSUER}:sub"] = "repo:acme/shop:ref:refs/heads/main",
                },
            }),
            MaxSessionDuration = Duration.Hours(2),
        });
        var partner = new Role(this, "Partner", new RoleProps
        {
            AssumedBy = new AccountPrincipal("111122223333"),
            ExternalIds = new[] { "abc" },
        });
        var worker = new Role(this, "Worker", new RoleProps
        {
            AssumedBy = new ServicePrincipal("lambda.amazonaws.com"),
            ManagedPolicies = new[] { ManagedPolicy.FromAwsManagedPolicyName("ReadOnlyAccess") },
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                ["own"] = new PolicyDocument(new PolicyDocumentProps
                {
                    Statements = new[]
                    {
                        new PolicyStatement(new PolicyStatementProps
                        {
                            Actions = new[] { "s3:GetObject" },
                            Resources = new[] { "arn:aws:s3:::b/*" },
                        }),
                    },
                }),
            },
        });
        var pool = new UserPool(this, "Pool", new UserPoolProps
        {
            SignInAliases = new SignInAliases { Email = true },
            SelfSignUpEnabled = false,
            Mfa = Mfa.REQUIRED,
            MfaSecondFactor = new MfaSecondFactor { Otp = true, Sms = false },
            PasswordPolicy = new PasswordPolicy { MinLength = 12, RequireLowercase = true, RequireUppercase = true, RequireDigits = true, RequireSymbols = true },
            DeletionProtection = true,
        });
        var web = new UserPoolClient(this, "Web", new UserPoolClientProps
        {
            UserPool = pool,
            GenerateSecret = true,
            AuthFlows = new AuthFlow { UserSrp = true },
            SupportedIdentityProviders = new[] { UserPoolClientIdentityProvider.COGNITO },
            OAuth = new OAuthSettings
            {
                Flows = new OAuthFlows { AuthorizationCodeGrant = true },
                Scopes = new[] { OAuthScope.OPENID },
                CallbackUrls = new[] { "https://app.example.com/cb" },
            },
            AccessTokenValidity = Duration.Minutes(15),
        });
    }
}
`;

const GO = `package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awscognito"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/jsii-runtime-go"
)

func make(stack awscdk.Stack) {
	deploy := awsiam.NewRole(stack, jsii.String("Deploy"), &awsiam.RoleProps{
		AssumedBy: awsiam.NewWebIdentityPrincipal(jsii.String("${PROVIDER}"), &map[string]interface{}{
			"StringEquals": map[string]interface{}{
				"${ISSUER}:aud": "sts.amazonaws.com",
				"${ISSUER}:sub": "repo:acme/shop:ref:refs/heads/main",
			},
		}),
		MaxSessionDuration: awscdk.Duration_Hours(jsii.Number(2)),
	})
	partner := awsiam.NewRole(stack, jsii.String("Partner"), &awsiam.RoleProps{
		AssumedBy:   awsiam.NewAccountPrincipal(jsii.String("111122223333")),
		ExternalIds: jsii.Strings("abc"),
	})
	worker := awsiam.NewRole(stack, jsii.String("Worker"), &awsiam.RoleProps{
		AssumedBy:       awsiam.NewServicePrincipal(jsii.String("lambda.amazonaws.com"), nil),
		ManagedPolicies: &[]awsiam.IManagedPolicy{awsiam.ManagedPolicy_FromAwsManagedPolicyName(jsii.String("ReadOnlyAccess"))},
		InlinePolicies: &map[string]awsiam.PolicyDocument{
			"own": awsiam.NewPolicyDocument(&awsiam.PolicyDocumentProps{
				Statements: &[]awsiam.PolicyStatement{
					awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{
						Actions:   jsii.Strings("s3:GetObject"),
						Resources: jsii.Strings("arn:aws:s3:::b/*"),
					}),
				},
			}),
		},
	})
	pool := awscognito.NewUserPool(stack, jsii.String("Pool"), &awscognito.UserPoolProps{
		SignInAliases:      &awscognito.SignInAliases{Email: jsii.Bool(true)},
		SelfSignUpEnabled:  jsii.Bool(false),
		Mfa:                awscognito.Mfa_REQUIRED,
		MfaSecondFactor:    &awscognito.MfaSecondFactor{Otp: jsii.Bool(true), Sms: jsii.Bool(false)},
		PasswordPolicy:     &awscognito.PasswordPolicy{MinLength: jsii.Number(12), RequireLowercase: jsii.Bool(true), RequireUppercase: jsii.Bool(true), RequireDigits: jsii.Bool(true), RequireSymbols: jsii.Bool(true)},
		DeletionProtection: jsii.Bool(true),
	})
	web := awscognito.NewUserPoolClient(stack, jsii.String("Web"), &awscognito.UserPoolClientProps{
		UserPool:                   pool,
		GenerateSecret:             jsii.Bool(true),
		AuthFlows:                  &awscognito.AuthFlow{UserSrp: jsii.Bool(true)},
		SupportedIdentityProviders: &[]awscognito.UserPoolClientIdentityProvider{awscognito.UserPoolClientIdentityProvider_COGNITO()},
		OAuth: &awscognito.OAuthSettings{
			Flows:        &awscognito.OAuthFlows{AuthorizationCodeGrant: jsii.Bool(true)},
			Scopes:       &[]awscognito.OAuthScope{awscognito.OAuthScope_OPENID()},
			CallbackUrls: jsii.Strings("https://app.example.com/cb"),
		},
		AccessTokenValidity: awscdk.Duration_Minutes(jsii.Number(15)),
	})
}
`;

function cdkContext(language: CdkLanguage, text: string): ReadContext {
  const dialect = { kind: "cdk", language } as const;
  const doc = { uri: `file:///same.${language}`, languageId: language, version: 1, text };
  return { model: locator.locate(doc, dialect).model(), facts: someFacts, dialect };
}

const yaml = contextOf(YAML);
const written: Readonly<Record<string, ReadContext>> = {
  TypeScript: cdkContext("typescript", TYPESCRIPT),
  JavaScript: cdkContext("javascript", TYPESCRIPT),
  Python: cdkContext("python", PYTHON),
  Java: cdkContext("java", JAVA),
  "C#": cdkContext("csharp", CSHARP),
  Go: cdkContext("go", GO),
};

function told(context: ReadContext, id: string): string[] {
  const resource = context.model.resources.get(id);
  assert.ok(resource, `no ${id} among ${[...context.model.resources.keys()]}`);
  return readResource(resource, context).map(plain);
}

describe("the same set-up in six languages", () => {
  const sentences: Readonly<Record<string, readonly string[]>> = {
    deploy: [
      "Workflows of the GitHub repository acme/shop on branch main (through the provider of account 1111-2222-3333) may take this role's temporary credentials, for up to 2 hours.",
      "No permissions are given to it in this file.",
    ],
    partner: [
      "Any principal of account 1111-2222-3333 that its own administrators allow, with the external ID abc, may take this role's temporary credentials, for up to 1 hour.",
      "No permissions are given to it in this file.",
    ],
    worker: [
      "The AWS Lambda service (lambda.amazonaws.com) may take this role's temporary credentials.",
      "It has ReadOnlyAccess and 1 statement of its own: only reads s3.",
    ],
    pool: [
      "People sign in with their email address as username; only administrators make users.",
      "MFA is required by authenticator app; passwords of at least 12 characters with lowercase, uppercase, digits and symbols; recovery by verified phone number, then verified email; protected from deletion.",
      "What serves as username can never be changed, and attributes can only be added.",
    ],
    web: [
      "An app of the user pool pool, with a secret (for servers); it signs users in by SRP (the password never leaves the device), through the pool itself.",
      "OAuth by authorization code, scopes openid, back to https://app.example.com/cb.",
      "Tokens live: access 15 minutes, ID 1 hour and refresh 30 days.",
    ],
  };
  for (const [id, expected] of Object.entries(sentences)) {
    it(`reads ${id} in a template`, () => assert.deepEqual(told(yaml, id), expected));
    for (const [language, context] of Object.entries(written))
      it(`reads ${id} the same in ${language}`, () => assert.deepEqual(told(context, id), expected));
  }
});
