/** Scalars whose unit is not in the value: seconds, ISO 8601 durations, token lifetimes. */
import { code, say } from "../text.ts";
import type { Path, Rich, Value } from "../types.ts";
import type { ReadContext } from "./context.ts";
import { account, duration, inline, isoSeconds, plural } from "./phrase.ts";
import { resolve } from "./resolve.ts";

/** Properties in seconds, by `Type.Property`. */
const SECONDS = new Set([
  "AWS::IAM::Role.MaxSessionDuration",
  "AWS::RolesAnywhere::Profile.DurationSeconds",
  "AWS::Cognito::UserPoolClient.RefreshTokenRotation.RetryGracePeriodSeconds",
]);
const ISO = new Set(["AWS::SSO::PermissionSet.SessionDuration"]);
const MINUTES = new Set(["AWS::Cognito::UserPoolClient.AuthSessionValidity"]);
const DAYS = new Set([
  "AWS::Cognito::UserPool.Policies.PasswordPolicy.TemporaryPasswordValidityDays",
  "AWS::Cognito::UserPool.AdminCreateUserConfig.UnusedAccountValidityDays",
]);
const ACCOUNTS = new Set(["AWS::SSO::Assignment.TargetId"]);

/** A value as one text, with `${Name}` for what only deployment knows: `arn:aws:s3:::${Bucket}/*`. */
export const readText = (value: Value, context: ReadContext): string => inline(resolve(value, context.model));

/** A scalar in words: `PT8H` is "8 hours", 43200 "12 hours". Nothing where its text already says it. */
export function readValue(type: string, path: Path, value: Value): Rich | undefined {
  if (value.kind !== "scalar" || value.value === null) return undefined;
  const name = `${type}.${path.filter((step) => typeof step === "string").join(".")}`;
  const text = String(value.value);
  const n = /^\d+$/.test(text) ? Number(text) : undefined;
  if (ISO.has(name)) {
    const seconds = isoSeconds(text);
    return seconds === undefined ? undefined : say`${code(text)} is ${duration(seconds)}.`;
  }
  if (n === undefined) return undefined;
  if (SECONDS.has(name)) return say`${code(text)} seconds are ${duration(n)}.`;
  if (MINUTES.has(name)) return say`${code(text)} is ${duration(n * 60)}.`;
  if (DAYS.has(name)) return say`${code(text)} is ${plural(n, "day")}.`;
  if (ACCOUNTS.has(name) && text.length === 12) return say`Account ${account(text)}.`;
  return undefined;
}
