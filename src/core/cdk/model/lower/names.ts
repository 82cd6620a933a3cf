import type { Range, Value } from "../../../types.ts";
import type { Node } from "../../syntax.ts";
import { getAtt, ref, scalar } from "../build.ts";
import { lower } from "./lower.ts";
import { type Lowering, sourceOf } from "./lowering.ts";

const PSEUDO: Readonly<Record<string, string>> = {
  "Aws.ACCOUNT_ID": "AWS::AccountId",
  "Aws.REGION": "AWS::Region",
  "Aws.PARTITION": "AWS::Partition",
  "Aws.STACK_ID": "AWS::StackId",
  "Aws.STACK_NAME": "AWS::StackName",
  "Aws.URL_SUFFIX": "AWS::URLSuffix",
  "Aws.NO_VALUE": "AWS::NoValue",
  "Stack.account": "AWS::AccountId",
  "Stack.region": "AWS::Region",
  "Stack.partition": "AWS::Partition",
  "Stack.stackId": "AWS::StackId",
  "Stack.stackName": "AWS::StackName",
  "Stack.urlSuffix": "AWS::URLSuffix",
};

/** Enums whose members are written otherwise in a policy. */
const EFFECTS: Readonly<Record<string, string>> = { ALLOW: "Allow", DENY: "Deny" };

const enumText = ({ owner, name }: { owner: { fqn: string }; name: string }): string =>
  (owner.fqn === "aws-cdk-lib.aws_iam.Effect" ? EFFECTS[name] : undefined) ?? name;

export function lowerName(l: Lowering, node: Node & { kind: "name" | "member" }): Value {
  const meaning = l.resolver.meaning(node);
  const member = meaning?.kind === "value" ? meaning.member : undefined;
  if (member && node.kind === "member") {
    const pseudo = PSEUDO[`${member.owner.fqn.replace("aws-cdk-lib.", "")}.${member.name}`];
    if (pseudo !== undefined) return ref(pseudo, node.range);
    if (member.kind === "enum" || member.kind === "static") return scalar(enumText(member), node.nameRange);
    const read = attributeOf(l, node.object, member.owner.type.attributes?.[member.name], node.range);
    if (read) return read;
  }
  const instance = l.instances.find(node);
  if (instance) return ref(instance.id, node.range);
  const binding = l.resolver.binding(node);
  const value = l.resolver.value(node) ?? (binding?.item ? binding.value : undefined);
  return value ? lower(l, value) : sourceOf(l, node);
}

function attributeOf(
  l: Lowering,
  object: Node,
  attribute: string | undefined,
  range: Range,
): Value | undefined {
  const instance = attribute === undefined ? undefined : l.instances.find(object);
  if (!instance || attribute === undefined) return undefined;
  return attribute === "Ref" ? ref(instance.id, range) : getAtt(instance.id, attribute, range);
}
