import { entry, map, scalar } from "../build.ts";
import { lower } from "../lower/lower.ts";
import { convert, copy, type Entries, enumValue, nest, nestedFields, type Props, renamed } from "../props.ts";
import { schema } from "./attributes.ts";
import { emailConfiguration } from "./email.ts";
import { accountRecovery, enabledMfas, policies } from "./security.ts";
import { keepOriginal, signIn, usernameCase } from "./signIn.ts";
import { adminCreateUser } from "./signUp.ts";
import { lambdaConfig } from "./triggers.ts";

/** aws-cdk-lib's UserPool as `AWS::Cognito::UserPool`, with the defaults that its constructor adds. */
export function userPool(p: Props): Entries {
  return [
    ...copy(p, "userPoolName", "UserPoolName"),
    ...signIn(p),
    ...adminCreateUser(p),
    ...convert(p, "mfa", "MfaConfiguration", (node) => enumValue(p.l, node, { REQUIRED: "ON" })),
    ...enabledMfas(p),
    ...policies(p),
    ...accountRecovery(p),
    ...schema(p),
    ...lambdaConfig(p),
    ...usernameCase(p),
    ...deletionProtection(p),
    ...convert(p, "featurePlan", "UserPoolTier", (node) => enumValue(p.l, node, {})),
    ...addOns(p),
    ...emailConfiguration(p),
    ...deviceTracking(p),
    ...copy(p, "mfaMessage", "SmsAuthenticationMessage"),
    ...copy(p, "passkeyRelyingPartyId", "WebAuthnRelyingPartyID"),
    ...convert(p, "passkeyUserVerification", "WebAuthnUserVerification", (node) =>
      enumValue(p.l, node, { REQUIRED: "required", PREFERRED: "preferred" }),
    ),
    ...keepOriginal(p),
  ];
}

function deletionProtection(p: Props): Entries {
  return convert(p, "deletionProtection", "DeletionProtection", (node) => {
    const value = lower(p.l, node);
    if (value.kind !== "scalar" || typeof value.value !== "boolean") return value;
    return scalar(value.value ? "ACTIVE" : "INACTIVE", value.range);
  });
}

function addOns(p: Props): Entries {
  const modes = { FULL_FUNCTION: "ENFORCED", AUDIT_ONLY: "AUDIT", NO_ENFORCEMENT: "OFF" };
  const [mode] = ["advancedSecurityMode", "standardThreatProtectionMode"].flatMap((prop) =>
    convert(p, prop, "AdvancedSecurityMode", (node) => enumValue(p.l, node, modes)),
  );
  return mode
    ? [entry("UserPoolAddOns", map([mode], mode.value?.range ?? mode.keyRange), mode.keyRange)]
    : [];
}

function deviceTracking(p: Props): Entries {
  const names = {
    challengeRequiredOnNewDevice: "ChallengeRequiredOnNewDevice",
    deviceOnlyRememberedOnUserPrompt: "DeviceOnlyRememberedOnUserPrompt",
  };
  return nest(
    p,
    "deviceTracking",
    "DeviceConfiguration",
    renamed(p.l, nestedFields(p, "deviceTracking"), names),
  );
}
