import type { ServiceId } from "../core/types.ts";

/** What AWS calls its services, for people. */
export const SERVICE_TITLES: Readonly<Record<ServiceId, string>> = {
  iam: "AWS Identity and Access Management",
  organizations: "AWS Organizations",
  sts: "AWS Security Token Service",
  cognito: "Amazon Cognito",
  "directory-service": "AWS Directory Service",
  "identity-center": "AWS IAM Identity Center",
  "verified-permissions": "Amazon Verified Permissions",
  start: "Start",
  other: "AWS identity",
};
