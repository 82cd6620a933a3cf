import type { Member } from "../names.ts";

export const cfnName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Props of generated (L1) classes whose property has capitals that no rule tells. */
const IRREGULAR: Readonly<Record<string, string>> = {
  "CfnAuthorizerProps.providerArns": "ProviderARNs",
  "CfnIdentityPoolProps.openIdConnectProviderArns": "OpenIdConnectProviderARNs",
  "CfnIdentityPoolProps.samlProviderArns": "SamlProviderARNs",
  "CfnIdentityPoolRoleAttachment.MappingRuleProperty.roleArn": "RoleARN",
  "CfnUserPool.InviteMessageTemplateProperty.smsMessage": "SMSMessage",
  "CfnUserPool.LambdaConfigProperty.customSmsSender": "CustomSMSSender",
  "CfnUserPool.LambdaConfigProperty.kmsKeyId": "KMSKeyID",
  "CfnUserPoolClientProps.callbackUrLs": "CallbackURLs",
  "CfnUserPoolClientProps.defaultRedirectUri": "DefaultRedirectURI",
  "CfnUserPoolClientProps.logoutUrLs": "LogoutURLs",
  "CfnUserPoolProps.webAuthnRelyingPartyId": "WebAuthnRelyingPartyID",
  "CfnUserPoolRegionalConfigurationAttachment.LambdaConfigProperty.customSmsSender": "CustomSMSSender",
  "CfnUserPoolRegionalConfigurationAttachment.LambdaConfigProperty.kmsKeyId": "KMSKeyID",
  "CfnUserPoolRiskConfigurationAttachment.RiskExceptionConfigurationTypeProperty.blockedIpRangeList":
    "BlockedIPRangeList",
  "CfnUserPoolRiskConfigurationAttachment.RiskExceptionConfigurationTypeProperty.skippedIpRangeList":
    "SkippedIPRangeList",
  "CfnUserPoolUICustomizationAttachmentProps.css": "CSS",
  "CfnServiceLinkedRoleProps.awsServiceName": "AWSServiceName",
};

/** The property that a prop of a generated class is. */
export const cfnNameOf = ({ owner, name }: Member): string =>
  IRREGULAR[`${owner.fqn.slice(owner.module.length + 1)}.${name}`] ?? cfnName(name);
