import type { MapValue, Range, Value } from "../../../types.ts";
import { argumentsOf } from "../../pieces.ts";
import type { CallNode, Node } from "../../syntax.ts";
import { join, mapOf, partitionArn, ref, scalar } from "../build.ts";
import { givenTo } from "../fields.ts";
import { lower } from "../lower/lower.ts";
import { type Lowering, sourceOf } from "../lower/lowering.ts";
import { flatItems } from "../props.ts";
import { conditionsOf, MODULE, type Principal, principal, principalsOf, taggable } from "./principal.ts";

/** How a class of principals is made. */
interface Making {
  readonly l: Lowering;
  readonly node: CallNode;
  readonly range: Range;
  readonly first: Node | undefined;
  readonly third: Node | undefined;
  /** The first argument. */
  readonly given: Value;
  /** The second, where that is conditions. */
  readonly conditions: readonly Value[];
}

const CLASSES: Readonly<Record<string, (m: Making) => readonly Principal[]>> = {
  ServicePrincipal: ({ l, node, given, range }) => [
    principal("Service", given, range, { conditions: optionConditions(l, node) }),
  ],
  AccountPrincipal: ({ given, range }) => [principal("AWS", accountRoot(given, range), range)],
  AccountRootPrincipal: ({ range }) => [
    principal("AWS", accountRoot(ref("AWS::AccountId", range), range), range),
  ],
  ArnPrincipal: ({ given, range }) => [principal("AWS", given, range)],
  AnyPrincipal: ({ range }) => [principal("AWS", scalar("*", range), range)],
  StarPrincipal: ({ range }) => [principal("*", scalar("*", range), range)],
  CanonicalUserPrincipal: ({ given, range }) => [principal("CanonicalUser", given, range)],
  OrganizationPrincipal: ({ given, range }) => [
    principal("AWS", scalar("*", range), range, { conditions: [organisation(given, range)] }),
  ],
  FederatedPrincipal: (m) => [federated(m, m.given, federatedAction(m))],
  WebIdentityPrincipal: (m) => [federated(m, m.given, "sts:AssumeRoleWithWebIdentity")],
  OpenIdConnectPrincipal: (m) => [federated(m, providerArn(m), "sts:AssumeRoleWithWebIdentity")],
  SamlPrincipal: (m) => [federated(m, providerArn(m), "sts:AssumeRoleWithSAML")],
  SamlConsolePrincipal: (m) => {
    const conditions = [consoleAudience(m.range), ...m.conditions];
    return [federated({ ...m, conditions }, providerArn(m), "sts:AssumeRoleWithSAML")];
  },
  CompositePrincipal: ({ l, node }) => compositeParts(l, node).flatMap((part) => principalsOf(l, part)),
};

/** What a class of principals takes as its first argument, and what it changes of it. */
const AROUND: Readonly<Record<string, (inner: Principal, m: Making) => Principal>> = {
  PrincipalWithConditions: (inner, { conditions }) => ({
    ...inner,
    conditions: [...inner.conditions, ...conditions],
  }),
  SessionTagsPrincipal: (inner) => taggable(inner),
};

/** Of an instance of the class `name` of aws_iam; undefined where that is no principal. */
export function classPrincipals(l: Lowering, node: CallNode, name: string): readonly Principal[] | undefined {
  const making = makingOf(l, node, name);
  const around = AROUND[name];
  if (around) return making.first && principalsOf(l, making.first).map((inner) => around(inner, making));
  const made = CLASSES[name]?.(making);
  if (made || !name.endsWith("Principal")) return made;
  return [principal("AWS", sourceOf(l, node), node.range)];
}

function makingOf(l: Lowering, node: CallNode, name: string): Making {
  const [first, second, third] = givenTo(l.resolver, node, `${MODULE}${name}`).positional;
  const given = first ? lower(l, first) : sourceOf(l, node);
  const conditions = second ? conditionsOf(l, second) : [];
  return { l, node, range: node.range, first, third, given, conditions };
}

const federated = ({ range, conditions }: Making, provider: Value, action: string): Principal =>
  principal("Federated", provider, range, { conditions, actions: [action] });

function federatedAction({ l, third }: Making): string {
  const action = third && lower(l, third);
  return action?.kind === "scalar" ? String(action.value) : "sts:AssumeRole";
}

/** The parts that are given at once, and those that `addPrincipals` adds. */
function compositeParts(l: Lowering, node: CallNode): readonly Node[] {
  const later = l.calls.on(node, "addPrincipals").flatMap(argumentsOf);
  return flatItems(l, [...argumentsOf(node), ...later]);
}

/** `new ServicePrincipal("x", { conditions: {...} })`, in each language's form. */
function optionConditions(l: Lowering, node: CallNode): readonly Value[] {
  const { fields, open } = givenTo(l.resolver, node, `${MODULE}ServicePrincipal`);
  const value = fields.get("conditions")?.node;
  return [...(value ? conditionsOf(l, value) : []), ...open.map((part) => sourceOf(l, part))];
}

function accountRoot(account: Value, range: Range): Value {
  if (account.kind === "scalar") return partitionArn(`:iam::${account.value}:root`, account.range);
  const text = (part: string): Value => scalar(part, range);
  return join([text("arn:"), ref("AWS::Partition", range), text(":iam::"), account, text(":root")], range);
}

const condition = (operator: string, key: string, value: Value, range: Range): MapValue =>
  mapOf({ [operator]: mapOf({ [key]: value }, range) }, range);

const organisation = (id: Value, range: Range): MapValue =>
  condition("StringEquals", "aws:PrincipalOrgID", id, range);

const consoleAudience = (range: Range): MapValue =>
  condition("StringEquals", "SAML:aud", scalar("https://signin.aws.amazon.com/saml", range), range);

/** A provider's ARN, which is what `Ref` of it gives. */
function providerArn({ l, first, given }: Making): Value {
  const instance = first && l.instances.find(first);
  return first && instance ? ref(instance.id, first.range) : given;
}
