import { entry, list, map, mapOf } from "../build.ts";
import type { Fields } from "../fields.ts";
import { lower } from "../lower/lower.ts";
import { type Entries, flag, flagged, nestedFields, type Props } from "../props.ts";

const ALIASES = { email: "email", phone: "phone_number", preferredUsername: "preferred_username" };

const CONTACTS = { email: "email", phone: "phone_number" };

/** With `username: true` the others are aliases of it, without they are the user name. */
export function signIn(p: Props): Entries {
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

export function usernameCase(p: Props): Entries {
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

export function keepOriginal(p: Props): Entries {
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
