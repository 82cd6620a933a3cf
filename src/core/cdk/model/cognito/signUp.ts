import { entry, map, scalar } from "../build.ts";
import { lower } from "../lower/lower.ts";
import { type Entries, nest, nestedFields, type Props, renamed } from "../props.ts";

/** Without `selfSignUpEnabled: true` only an administrator makes users. */
export function adminCreateUser(p: Props): Entries {
  const field = p.fields.get("selfSignUpEnabled");
  const given = field?.node && lower(p.l, field.node);
  const range = field?.node?.range ?? p.range;
  const only =
    given === undefined
      ? scalar(true, range)
      : given.kind === "scalar" && typeof given.value === "boolean"
        ? scalar(!given.value, range)
        : { kind: "unknown" as const, text: `!(${p.l.text.slice(range.start, range.end)})`, range };
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
