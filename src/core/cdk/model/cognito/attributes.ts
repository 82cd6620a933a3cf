import type { Value } from "../../../types.ts";
import type { Node } from "../../syntax.ts";
import { entry, list, map, mapOf, scalar } from "../build.ts";
import { fieldsOf } from "../fields.ts";
import { follow } from "../lower/follow.ts";
import { lower, textOf } from "../lower/lower.ts";
import { type Entries, nestedFields, type Props, renamed } from "../props.ts";

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

export function schema(p: Props): Entries {
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
