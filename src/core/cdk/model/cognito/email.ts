import { argumentsOf } from "../../pieces.ts";
import type { CallNode } from "../../syntax.ts";
import { entry, map, scalar } from "../build.ts";
import { fieldsOf } from "../fields.ts";
import { follow } from "../lower/follow.ts";
import { lower } from "../lower/lower.ts";
import { type Entries, type Props, renamed } from "../props.ts";

/** `UserPoolEmail.withSES({...})`, `UserPoolEmail.withCognito(replyTo)` */
export function emailConfiguration(p: Props): Entries {
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
