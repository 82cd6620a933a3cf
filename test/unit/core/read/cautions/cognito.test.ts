import { check } from "../../../../support/cautions.ts";

const pool = (properties: string, others = "") => `Parameters:
  P: { Type: String }
Resources:
  U:
    Type: AWS::Cognito::UserPool
    Properties: { UserPoolName: n, ${properties} }
${others}`;
const client = (properties: string, poolProperties = "", others = "") =>
  pool(
    poolProperties,
    `  A:
    Type: AWS::Cognito::UserPoolClient
    Properties: { UserPoolId: !Ref U, ${properties} }
${others}`,
  );
const idp =
  "  Corp: { Type: AWS::Cognito::UserPoolIdentityProvider, Properties: { UserPoolId: !Ref U, ProviderName: CorpSaml, ProviderType: SAML } }\n";

describe("cautions on user pools and app clients", () => {
  check([
    {
      id: "user-pool-mfa-off",
      raises: [pool('MfaConfiguration: "«OFF»"')],
      right: [pool('MfaConfiguration: "ON", EnabledMfas: [SOFTWARE_TOKEN_MFA]'), pool("")],
      unknown: [pool("MfaConfiguration: !Ref P")],
    },
    {
      id: "user-pool-mfa-without-factor",
      raises: [pool('MfaConfiguration: "«ON»"'), pool("MfaConfiguration: «OPTIONAL»")],
      right: [
        pool('MfaConfiguration: "ON", EnabledMfas: [SOFTWARE_TOKEN_MFA]'),
        pool('MfaConfiguration: "ON", SmsConfiguration: { SnsCallerArn: x }'),
      ],
      unknown: [pool("MfaConfiguration: !Ref P"), pool('MfaConfiguration: "ON", EnabledMfas: !Ref P')],
    },
    {
      id: "user-pool-sms-without-configuration",
      raises: [pool('MfaConfiguration: "ON", EnabledMfas: [«SMS_MFA»]')],
      right: [
        pool('MfaConfiguration: "ON", EnabledMfas: [SMS_MFA], SmsConfiguration: { SnsCallerArn: x }'),
        pool("EnabledMfas: [SMS_MFA]"),
      ],
      unknown: [
        pool('MfaConfiguration: "ON", EnabledMfas: [!Ref P]'),
        pool("MfaConfiguration: !Ref P, EnabledMfas: [SMS_MFA], SmsConfiguration: !Ref P"),
      ],
    },
    {
      id: "user-pool-email-otp-without-ses",
      raises: [
        pool('MfaConfiguration: "ON", EnabledMfas: [«EMAIL_OTP»]'),
        pool(
          'MfaConfiguration: "ON", EnabledMfas: [«EMAIL_OTP»], EmailConfiguration: { EmailSendingAccount: COGNITO_DEFAULT }',
        ),
      ],
      right: [
        pool(
          'MfaConfiguration: "ON", EnabledMfas: [EMAIL_OTP], EmailConfiguration: { EmailSendingAccount: DEVELOPER, SourceArn: x }',
        ),
      ],
      unknown: [
        pool(
          'MfaConfiguration: "ON", EnabledMfas: [EMAIL_OTP], EmailConfiguration: { EmailSendingAccount: !Ref P }',
        ),
      ],
    },
    {
      id: "user-pool-plan-too-small",
      raises: [
        pool(
          "UserPoolTier: LITE, Policies: { SignInPolicy: { AllowedFirstAuthFactors: «[PASSWORD, EMAIL_OTP]» } }",
        ),
        pool(
          "UserPoolTier: LITE, LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: x, LambdaVersion: «V2_0» } }",
        ),
        pool("UserPoolTier: ESSENTIALS, UserPoolAddOns: { AdvancedSecurityMode: «ENFORCED» }"),
        pool(
          "UserPoolTier: LITE",
          "  D: { Type: AWS::Cognito::UserPoolDomain, Properties: { UserPoolId: !Ref U, Domain: d, ManagedLoginVersion: «2» } }\n",
        ),
      ],
      right: [
        pool(
          "UserPoolTier: ESSENTIALS, Policies: { SignInPolicy: { AllowedFirstAuthFactors: [PASSWORD, EMAIL_OTP] } }",
        ),
        pool("Policies: { SignInPolicy: { AllowedFirstAuthFactors: [PASSWORD, EMAIL_OTP] } }"),
        pool("UserPoolAddOns: { AdvancedSecurityMode: ENFORCED }"),
        pool("UserPoolTier: LITE, UserPoolAddOns: { AdvancedSecurityMode: OFF }"),
      ],
      unknown: [
        pool("UserPoolTier: !Ref P, UserPoolAddOns: { AdvancedSecurityMode: ENFORCED }"),
        pool("UserPoolTier: LITE, UserPoolAddOns: { AdvancedSecurityMode: !Ref P }"),
      ],
    },
    {
      id: "user-pool-deletion-unprotected",
      raises: [pool("UserPoolTier: PLUS").replace("AWS::Cognito::UserPool\n", "«AWS::Cognito::UserPool»\n")],
      right: [
        pool("UserPoolTier: PLUS, DeletionProtection: ACTIVE"),
        pool("UserPoolTier: PLUS").replace("    Properties", "    DeletionPolicy: Retain\n    Properties"),
        pool(""),
      ],
      unknown: [pool("UserPoolTier: PLUS, DeletionProtection: !Ref P")],
    },
    {
      id: "client-rotation-with-refresh-flow",
      raises: [
        client("RefreshTokenRotation: { Feature: «ENABLED» }"),
        client("RefreshTokenRotation: { Feature: «ENABLED» }, ExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH]"),
      ],
      right: [
        client("RefreshTokenRotation: { Feature: ENABLED }, ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]"),
        client("RefreshTokenRotation: { Feature: DISABLED }"),
      ],
      unknown: [
        client("RefreshTokenRotation: { Feature: !Ref P }"),
        client("RefreshTokenRotation: { Feature: ENABLED }, ExplicitAuthFlows: !Ref P"),
      ],
    },
    {
      id: "client-implicit-flow",
      raises: [client("AllowedOAuthFlows: [code, «implicit»]")],
      right: [client("AllowedOAuthFlows: [code]")],
      unknown: [client("AllowedOAuthFlows: [!Ref P]")],
    },
    {
      id: "client-credentials-mixed",
      raises: [client("GenerateSecret: true, AllowedOAuthFlows: [code, «client_credentials»]")],
      right: [client("GenerateSecret: true, AllowedOAuthFlows: [client_credentials]")],
      unknown: [client("GenerateSecret: true, AllowedOAuthFlows: [!Ref P, client_credentials]")],
    },
    {
      id: "client-credentials-without-secret",
      raises: [
        client("AllowedOAuthFlows: [«client_credentials»]"),
        client("GenerateSecret: false, AllowedOAuthFlows: [«client_credentials»]"),
      ],
      right: [client("GenerateSecret: true, AllowedOAuthFlows: [client_credentials]")],
      unknown: [client("GenerateSecret: !Ref P, AllowedOAuthFlows: [client_credentials]")],
    },
    {
      id: "client-callback-http",
      raises: [client('CallbackURLs: ["«http://app.example.com/cb»"]')],
      right: [client('CallbackURLs: ["https://app.example.com", "http://localhost:3000/cb", "myapp://cb"]')],
      unknown: [client('CallbackURLs: [!Sub "http://${P}/cb"]')],
    },
    {
      id: "client-user-existence",
      raises: [client("PreventUserExistenceErrors: «LEGACY»")],
      right: [client("PreventUserExistenceErrors: ENABLED"), client("")],
      unknown: [client("PreventUserExistenceErrors: !Ref P")],
    },
    {
      id: "client-plain-password",
      raises: [client("ExplicitAuthFlows: [«ALLOW_USER_PASSWORD_AUTH»]")],
      right: [
        client("ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]"),
        client("GenerateSecret: true, ExplicitAuthFlows: [ALLOW_USER_PASSWORD_AUTH]"),
        client("ExplicitAuthFlows: [ALLOW_USER_PASSWORD_AUTH]", "LambdaConfig: { UserMigration: x }"),
      ],
      unknown: [
        client("ExplicitAuthFlows: [!Ref P]"),
        client("ExplicitAuthFlows: [ALLOW_USER_PASSWORD_AUTH]", "LambdaConfig: !Ref P"),
      ],
    },
    {
      id: "client-oauth-off",
      raises: [client("«AllowedOAuthFlows»: [code]")],
      right: [client("AllowedOAuthFlows: [code], AllowedOAuthFlowsUserPoolClient: true"), client("")],
      unknown: [client("AllowedOAuthFlows: [code], AllowedOAuthFlowsUserPoolClient: !Ref P")],
    },
    {
      id: "client-provider-missing",
      raises: [client("SupportedIdentityProviders: [COGNITO, «Okta»]", "", idp)],
      right: [
        client("SupportedIdentityProviders: [COGNITO]", "", idp),
        client("SupportedIdentityProviders: [!Ref Corp]", "", idp),
      ],
      unknown: [
        client("SupportedIdentityProviders: [!Ref P]", "", idp),
        client("SupportedIdentityProviders: [Okta]", "", idp.replace("CorpSaml", "!Ref P")),
        client("SupportedIdentityProviders: [Okta]").replace("!Ref U", "!Ref P"),
      ],
    },
    {
      id: "client-provider-order",
      raises: [client("SupportedIdentityProviders: [«CorpSaml»]", "", idp)],
      right: [
        client("SupportedIdentityProviders: [!Ref Corp]", "", idp),
        client("SupportedIdentityProviders: [CorpSaml]", "", idp).replace(
          "    Properties: { UserPoolId",
          "    DependsOn: Corp\n    Properties: { UserPoolId",
        ),
      ],
      unknown: [client("SupportedIdentityProviders: [CorpSaml]", "", idp.replace("CorpSaml", "!Ref P"))],
    },
    {
      id: "client-token-range",
      raises: [
        client("AccessTokenValidity: «2», TokenValidityUnits: { AccessToken: days }"),
        client("IdTokenValidity: «2», TokenValidityUnits: { IdToken: minutes }"),
        client("RefreshTokenValidity: «4000»"),
      ],
      right: [
        client("AccessTokenValidity: 24"),
        client(
          "RefreshTokenValidity: 30, AccessTokenValidity: 5, TokenValidityUnits: { AccessToken: minutes }",
        ),
      ],
      unknown: [
        client("AccessTokenValidity: 60, TokenValidityUnits: { AccessToken: !Ref P }"),
        client("RefreshTokenValidity: !Ref P"),
      ],
    },
  ]);
});
