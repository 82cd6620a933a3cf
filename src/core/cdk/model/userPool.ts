import type { Value } from "../../types.ts";
import type { CallNode, Node } from "../syntax.ts";
import { entry, list, map, mapOf, scalar } from "./build.ts";
import { type Fields, fieldsOf } from "./fields.ts";
import { follow, type Lowering, lower, textOf } from "./lower.ts";
import {
  argumentsOf,
  convert,
  copy,
  durationIn,
  type Entries,
  enumValue,
  flag,
  flagged,
  memberOf,
  nest,
  nestedFields,
  type Props,
} from "./props.ts";

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

// ---------------------------------------------------------------- sign-in

const ALIASES = { email: "email", phone: "phone_number", preferredUsername: "preferred_username" };
const CONTACTS = { email: "email", phone: "phone_number" };

/** With `username: true` the others are aliases of it, without they are the user name. */
function signIn(p: Props): Entries {
  const { l } = p;
  const field = p.fields.get("signInAliases");
  const fields = nestedFields(p, "signInAliases");
  const range = field?.node?.range ?? p.range;
  const keyRange = field?.keyRange ?? p.range;
  const withUsername = !field || flag(fields.get("username"), l) === true;
  const names = flagged(l, fields, withUsername ? ALIASES : CONTACTS);
  const name = withUsername ? "AliasAttributes" : "UsernameAttributes";
  const entries = names.length > 0 || !withUsername ? [entry(name, list(names, range), keyRange)] : [];
  return [...entries, ...autoVerified(p, fields)];
}

function autoVerified(p: Props, aliases: Fields): Entries {
  const field = p.fields.get("autoVerify") ?? p.fields.get("signInAliases");
  const fields = p.fields.has("autoVerify") ? nestedFields(p, "autoVerify") : aliases;
  const names = flagged(p.l, fields, CONTACTS);
  if (!field || (names.length === 0 && !p.fields.has("autoVerify"))) return [];
  return [entry("AutoVerifiedAttributes", list(names, field.node?.range ?? p.range), field.keyRange)];
}

function usernameCase(p: Props): Entries {
  const field = p.fields.get("signInCaseSensitive");
  if (!field) return [];
  const value = field.node && lower(p.l, field.node);
  return [
    entry(
      "UsernameConfiguration",
      map([entry("CaseSensitive", value, field.keyRange)], field.node?.range ?? field.keyRange),
      field.keyRange,
    ),
  ];
}

/** Without `selfSignUpEnabled: true` only an administrator makes users. */
function adminCreateUser(p: Props): Entries {
  const field = p.fields.get("selfSignUpEnabled");
  const given = field?.node && lower(p.l, field.node);
  const range = field?.node?.range ?? p.range;
  const only =
    given === undefined
      ? scalar(true, range)
      : given.kind === "scalar" && typeof given.value === "boolean"
        ? scalar(!given.value, range)
        : given;
  const keyRange = field?.keyRange ?? p.range;
  const invitation = invite(p);
  return [
    entry(
      "AdminCreateUserConfig",
      map([entry("AllowAdminCreateUserOnly", only, keyRange), ...invitation], range),
      keyRange,
    ),
  ];
}

function invite(p: Props): Entries {
  const fields = nestedFields(p, "userInvitation");
  return nest(
    p,
    "userInvitation",
    "InviteMessageTemplate",
    renamed(p.l, fields, {
      emailBody: "EmailMessage",
      emailSubject: "EmailSubject",
      smsMessage: "SMSMessage",
    }),
  );
}

/** Fields under their CloudFormation names, in the order of the table. */
export function renamed(l: Lowering, fields: Fields, names: Readonly<Record<string, string>>): Entries {
  return Object.entries(names).flatMap(([prop, name]) => {
    const field = fields.get(prop);
    return field ? [entry(name, field.node && lower(l, field.node), field.keyRange)] : [];
  });
}

// ---------------------------------------------------------------- MFA, passwords, recovery

/** Without a second factor being named, a text message is it. */
function enabledMfas(p: Props): Entries {
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

function policies(p: Props): Entries {
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

function accountRecovery(p: Props): Entries {
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

// ---------------------------------------------------------------- attributes

const STANDARD: Readonly<Record<string, string>> = {
  address: "address",
  birthdate: "birthdate",
  email: "email",
  familyName: "family_name",
  gender: "gender",
  givenName: "given_name",
  locale: "locale",
  middleName: "middle_name",
  fullname: "name",
  nickname: "nickname",
  phoneNumber: "phone_number",
  profilePicture: "picture",
  preferredUsername: "preferred_username",
  profilePage: "profile",
  timezone: "zoneinfo",
  lastUpdateTime: "updated_at",
  website: "website",
  emailVerified: "email_verified",
  phoneNumberVerified: "phone_number_verified",
};

function schema(p: Props): Entries {
  const standard = standardAttributes(p);
  const custom = customAttributes(p);
  const field = p.fields.get("standardAttributes") ?? p.fields.get("customAttributes");
  if (!field || standard.length + custom.length === 0) return [];
  return [
    entry("Schema", list([...standard, ...custom], field.node?.range ?? field.keyRange), field.keyRange),
  ];
}

function standardAttributes(p: Props): readonly Value[] {
  return [...nestedFields(p, "standardAttributes")].map(([prop, { keyRange, node }]) => {
    const own = fieldsOf(p.l.resolver, node, "aws-cdk-lib.aws_cognito.StandardAttribute");
    const value = (name: string, otherwiseIs: boolean): Value => {
      const given = own.get(name)?.node;
      return given ? lower(p.l, given) : scalar(otherwiseIs, keyRange);
    };
    return mapOf(
      {
        Mutable: value("mutable", true),
        Name: scalar(STANDARD[prop] ?? prop, keyRange),
        Required: value("required", false),
      },
      node?.range ?? keyRange,
    );
  });
}

const DATA_TYPES: Readonly<Record<string, string>> = {
  StringAttribute: "String",
  NumberAttribute: "Number",
  BooleanAttribute: "Boolean",
  DateTimeAttribute: "DateTime",
};

function customAttributes(p: Props): readonly Value[] {
  const field = p.fields.get("customAttributes");
  const made = field?.node && follow(p.l, field.node);
  if (made?.kind !== "map") return [];
  return made.entries.map(({ key, keyNode, value }) =>
    customAttribute(p, key ?? textOf(lower(p.l, keyNode)) ?? "", keyNode, value),
  );
}

function customAttribute(p: Props, name: string, keyNode: Node, node: Node | undefined): Value {
  const meaning = node && p.l.resolver.meaning(node);
  const fqn = meaning?.kind === "value" ? meaning.type : "";
  const type = DATA_TYPES[fqn.slice(fqn.lastIndexOf(".") + 1)];
  const made = node && follow(p.l, node);
  const given = made?.kind === "call" ? made.arguments[0]?.value : undefined;
  const struct = "aws-cdk-lib.aws_cognito.CustomAttributeProps";
  const keywords = fieldsOf(p.l.resolver, made, struct);
  const fields = keywords.size > 0 ? keywords : fieldsOf(p.l.resolver, given, struct);
  return map(
    [
      ...(type ? [entry("AttributeDataType", scalar(type, keyNode.range), keyNode.range)] : []),
      ...renamed(p.l, fields, { mutable: "Mutable" }),
      entry("Name", scalar(name, keyNode.range), keyNode.range),
    ],
    node?.range ?? keyNode.range,
  );
}

// ---------------------------------------------------------------- the rest

function lambdaConfig(p: Props): Entries {
  const fields = nestedFields(p, "lambdaTriggers");
  const triggers = [...fields].map(([prop, { keyRange, node }]) =>
    entry(triggerName(prop), node && lower(p.l, node), keyRange),
  );
  const added = p.l.calls.on(p.instance.node, "addTrigger").flatMap((call): Entries => {
    const [operation, fn] = call.arguments;
    const name = operation?.value && memberOf(p.l, operation.value);
    if (name === undefined || !operation?.value) return [];
    return [entry(triggerName(camel(name)), fn?.value && lower(p.l, fn.value), operation.value.range)];
  });
  return nest(p, "lambdaTriggers", "LambdaConfig", [...triggers, ...added]);
}

const triggerName = (prop: string): string =>
  prop === "customSmsSender" ? "CustomSMSSender" : prop.charAt(0).toUpperCase() + prop.slice(1);

const camel = (name: string): string =>
  name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

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

/** `UserPoolEmail.withSES({...})`, `UserPoolEmail.withCognito(replyTo)` */
function emailConfiguration(p: Props): Entries {
  const field = p.fields.get("email");
  const made = field?.node && follow(p.l, field.node);
  const callee = made?.kind === "call" ? p.l.resolver.meaning(made.callee) : undefined;
  if (!field || made?.kind !== "call" || callee?.kind !== "method") return [];
  const isSes = callee.member.name === "withSES";
  const account = entry(
    "EmailSendingAccount",
    scalar(isSes ? "DEVELOPER" : "COGNITO_DEFAULT", made.range),
    made.range,
  );
  const struct = "aws-cdk-lib.aws_cognito.UserPoolSESOptions";
  const keywords = fieldsOf(p.l.resolver, made, struct);
  const fields = keywords.size > 0 ? keywords : fieldsOf(p.l.resolver, made.arguments[0]?.value, struct);
  const named = renamed(p.l, fields, {
    configurationSetName: "ConfigurationSet",
    fromEmail: "From",
    replyTo: "ReplyToEmailAddress",
  });
  return [
    entry(
      "EmailConfiguration",
      map([account, ...(isSes ? named : replyTo(p, made))], made.range),
      field.keyRange,
    ),
  ];
}

function replyTo(p: Props, call: CallNode): Entries {
  const [first] = argumentsOf(call);
  return first ? [entry("ReplyToEmailAddress", lower(p.l, first), first.range)] : [];
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

function keepOriginal(p: Props): Entries {
  const field = p.fields.get("keepOriginal");
  const names = flagged(p.l, nestedFields(p, "keepOriginal"), CONTACTS);
  if (!field) return [];
  const range = field.node?.range ?? field.keyRange;
  return [
    entry(
      "UserAttributeUpdateSettings",
      mapOf({ AttributesRequireVerificationBeforeUpdate: list(names, range) }, range),
      field.keyRange,
    ),
  ];
}
