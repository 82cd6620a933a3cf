import { entry, list, map, mapOf, scalar } from "../build.ts";
import { durationIn } from "../durations.ts";
import { copy, type Entries, flagged, memberOf, nestedFields, type Props, renamed } from "../props.ts";

/** Without a second factor being named, a text message is it. */
export function enabledMfas(p: Props): Entries {
  const mfa = p.fields.get("mfa");
  const member = mfa?.node && memberOf(p.l, mfa.node);
  if (!mfa || member === undefined || member === "OFF") return [];
  const field = p.fields.get("mfaSecondFactor");
  const fields = nestedFields(p, "mfaSecondFactor");
  const named = flagged(p.l, fields, { sms: "SMS_MFA", otp: "SOFTWARE_TOKEN_MFA", email: "EMAIL_OTP" });
  const names = field ? named : [scalar("SMS_MFA", mfa.keyRange)];
  return [
    entry("EnabledMfas", list(names, field?.node?.range ?? mfa.keyRange), field?.keyRange ?? mfa.keyRange),
  ];
}

export function policies(p: Props): Entries {
  const password = nestedFields(p, "passwordPolicy");
  const field = p.fields.get("passwordPolicy");
  if (!field) return [];
  const range = field.node?.range ?? field.keyRange;
  const length = password.has("minLength") ? [] : [entry("MinimumLength", scalar(8, range), range)];
  const named = renamed(p.l, password, {
    minLength: "MinimumLength",
    requireLowercase: "RequireLowercase",
    requireUppercase: "RequireUppercase",
    requireDigits: "RequireNumbers",
    requireSymbols: "RequireSymbols",
    passwordHistorySize: "PasswordHistorySize",
  });
  const validity = password.get("tempPasswordValidity");
  const days = validity
    ? [
        entry(
          "TemporaryPasswordValidityDays",
          validity.node && durationIn(p.l, validity.node, "days"),
          validity.keyRange,
        ),
      ]
    : [];
  const policy = map([...length, ...named, ...days], range);
  return [entry("Policies", map([entry("PasswordPolicy", policy, field.keyRange)], range), field.keyRange)];
}

const RECOVERY: Readonly<Record<string, readonly string[]>> = {
  EMAIL_AND_PHONE_WITHOUT_MFA: ["verified_email", "verified_phone_number"],
  PHONE_WITHOUT_MFA_AND_EMAIL: ["verified_phone_number", "verified_email"],
  EMAIL_ONLY: ["verified_email"],
  PHONE_ONLY_WITHOUT_MFA: ["verified_phone_number"],
  NONE: ["admin_only"],
};

export function accountRecovery(p: Props): Entries {
  const field = p.fields.get("accountRecovery");
  const range = field?.node?.range ?? p.range;
  const member = field?.node ? memberOf(p.l, field.node) : "PHONE_WITHOUT_MFA_AND_EMAIL";
  if (member === "PHONE_AND_EMAIL") return [];
  const names = member === undefined ? undefined : RECOVERY[member];
  if (!names) return copy(p, "accountRecovery", "AccountRecoverySetting");
  const mechanisms = names.map((name, i) =>
    mapOf({ Name: scalar(name, range), Priority: scalar(i + 1, range) }, range),
  );
  return [
    entry(
      "AccountRecoverySetting",
      mapOf({ RecoveryMechanisms: list(mechanisms, range) }, range),
      field?.keyRange ?? p.range,
    ),
  ];
}
