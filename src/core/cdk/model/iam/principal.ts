import type { MapEntry, MapValue, Range, Value } from "../../../types.ts";
import { argumentsOf } from "../../pieces.ts";
import type { CallNode, Node } from "../../syntax.ts";
import { entry, getAtt, join, list, map, mapOf, partitionArn, ref, scalar } from "../build.ts";
import { givenTo } from "../fields.ts";
import { follow } from "../lower/follow.ts";
import { lower } from "../lower/lower.ts";
import { enter, type Lowering, sourceOf } from "../lower/lowering.ts";
import { flatItems } from "../props.ts";

/** Who a principal object lets in, as the CDK writes it into a statement. */
export interface Principal {
  /** `Service`, `AWS`, `Federated`, `CanonicalUser`; `*` is the bare star. */
  readonly kind: string;
  readonly value: Value;
  readonly conditions: readonly Value[];
  /** What a trust policy allows it to do. */
  readonly actions: readonly string[];
  readonly range: Range;
}

const MODULE = "aws-cdk-lib.aws_iam.";

/** The principals of an expression: one, or several of a CompositePrincipal. */
export function principalsOf(l: Lowering, node: Node): readonly Principal[] {
  if (!enter(l)) return [principal("AWS", sourceOf(l, node), node.range)];
  const principals = principalsFrom(l, node);
  l.depth--;
  return principals;
}

function principalsFrom(l: Lowering, node: Node): readonly Principal[] {
  const made = follow(l, node);
  const meaning = l.resolver.meaning(made);
  const fqn = meaning?.kind === "value" ? meaning.type : "";
  if (made.kind === "call" && fqn.startsWith(MODULE)) {
    const found = classPrincipals(l, made, fqn.slice(MODULE.length));
    if (found) return found;
  }
  return [identity(l, node)];
}

const principal = (kind: string, value: Value, range: Range, more: Partial<Principal> = {}): Principal => ({
  kind,
  value,
  range,
  conditions: [],
  actions: ["sts:AssumeRole"],
  ...more,
});

/** A role, user or group as principal: its ARN. */
function identity(l: Lowering, node: Node): Principal {
  const instance = l.instances.find(node);
  const value = instance ? getAtt(instance.id, "Arn", node.range) : lower(l, node);
  return principal("AWS", value, node.range);
}

function classPrincipals(l: Lowering, node: CallNode, name: string): readonly Principal[] | undefined {
  const method = methodOn(l, node);
  if (method) return wrapped(l, node, method);
  const { positional } = givenTo(l.resolver, node, `${MODULE}${name}`);
  const [first, second, third] = positional;
  const { range } = node;
  const given = first ? lower(l, first) : sourceOf(l, node);
  const conditions = second ? conditionsOf(l, second) : [];
  switch (name) {
    case "ServicePrincipal":
      return [principal("Service", given, range, { conditions: optionConditions(l, node) })];
    case "AccountPrincipal":
      return [principal("AWS", accountRoot(given, range), range)];
    case "AccountRootPrincipal":
      return [principal("AWS", accountRoot(ref("AWS::AccountId", range), range), range)];
    case "ArnPrincipal":
      return [principal("AWS", given, range)];
    case "AnyPrincipal":
      return [principal("AWS", scalar("*", range), range)];
    case "StarPrincipal":
      return [principal("*", scalar("*", range), range)];
    case "CanonicalUserPrincipal":
      return [principal("CanonicalUser", given, range)];
    case "OrganizationPrincipal":
      return [principal("AWS", scalar("*", range), range, { conditions: [organisation(given, range)] })];
    case "FederatedPrincipal": {
      const action = third ? lower(l, third) : undefined;
      const actions = action?.kind === "scalar" ? [String(action.value)] : ["sts:AssumeRole"];
      return [principal("Federated", given, range, { conditions, actions })];
    }
    case "WebIdentityPrincipal":
      return [
        principal("Federated", given, range, { conditions, actions: ["sts:AssumeRoleWithWebIdentity"] }),
      ];
    case "OpenIdConnectPrincipal":
      return [
        principal("Federated", providerArn(l, first, node), range, {
          conditions,
          actions: ["sts:AssumeRoleWithWebIdentity"],
        }),
      ];
    case "SamlPrincipal":
    case "SamlConsolePrincipal": {
      const console_ = name === "SamlConsolePrincipal" ? [consoleAudience(range)] : [];
      const actions = ["sts:AssumeRoleWithSAML"];
      return [
        principal("Federated", providerArn(l, first, node), range, {
          conditions: [...console_, ...conditions],
          actions,
        }),
      ];
    }
    case "CompositePrincipal":
      return compositeParts(l, node).flatMap((part) => principalsOf(l, part));
    case "PrincipalWithConditions":
      return first
        ? principalsOf(l, first).map((p) => ({ ...p, conditions: [...p.conditions, ...conditions] }))
        : undefined;
    case "SessionTagsPrincipal":
      return first ? principalsOf(l, first).map(taggable) : undefined;
    default:
      return name.endsWith("Principal") ? [principal("AWS", sourceOf(l, node), range)] : undefined;
  }
}

/** The parts that are given at once, and those that `addPrincipals` adds. */
function compositeParts(l: Lowering, node: CallNode): readonly Node[] {
  const later = l.calls.on(node, "addPrincipals").flatMap(argumentsOf);
  return flatItems(l, [...argumentsOf(node), ...later]);
}

/** `principal.withConditions({...})`, `.withSessionTags()` */
function methodOn(l: Lowering, node: CallNode): string | undefined {
  const callee = l.resolver.meaning(node.callee);
  return callee?.kind === "method" && callee.member.kind === "method" ? callee.member.name : undefined;
}

function wrapped(l: Lowering, node: CallNode, method: string): readonly Principal[] | undefined {
  if (node.callee.kind !== "member") return undefined;
  const inner = principalsOf(l, node.callee.object);
  const [first] = argumentsOf(node);
  const conditions = first ? conditionsOf(l, first) : [];
  if (method === "withConditions")
    return inner.map((p) => ({ ...p, conditions: [...p.conditions, ...conditions] }));
  return method === "withSessionTags" ? inner.map(taggable) : inner;
}

const taggable = (p: Principal): Principal => ({ ...p, actions: [...p.actions, "sts:TagSession"] });

const conditionsOf = (l: Lowering, node: Node): readonly Value[] => {
  const value = lower(l, follow(l, node));
  return value.kind === "map" && value.entries.length === 0 ? [] : [value];
};

/** `new ServicePrincipal("x", { conditions: {...} })`, in each language's form. */
function optionConditions(l: Lowering, node: CallNode): readonly Value[] {
  const { fields, open } = givenTo(l.resolver, node, `${MODULE}ServicePrincipal`);
  const value = fields.get("conditions")?.node;
  return [...(value ? conditionsOf(l, value) : []), ...open.map((part) => sourceOf(l, part))];
}

const accountRoot = (account: Value, range: Range): Value => {
  if (account.kind === "scalar") return partitionArn(`:iam::${account.value}:root`, account.range);
  return join(
    [
      scalar("arn:", range),
      ref("AWS::Partition", range),
      scalar(":iam::", range),
      account,
      scalar(":root", range),
    ],
    range,
  );
};

const condition = (operator: string, key: string, value: Value, range: Range): MapValue =>
  mapOf({ [operator]: mapOf({ [key]: value }, range) }, range);

const organisation = (id: Value, range: Range): MapValue =>
  condition("StringEquals", "aws:PrincipalOrgID", id, range);

const consoleAudience = (range: Range): MapValue =>
  condition("StringEquals", "SAML:aud", scalar("https://signin.aws.amazon.com/saml", range), range);

/** A provider's ARN, which is what `Ref` of it gives. */
function providerArn(l: Lowering, node: Node | undefined, whole: Node): Value {
  if (!node) return sourceOf(l, whole);
  const instance = l.instances.find(node);
  return instance ? ref(instance.id, node.range) : lower(l, node);
}

// ---------------------------------------------------------------- into statements

/** Several principals in one `Principal` element, those of a kind together. */
export function principalElement(principals: readonly Principal[], range: Range): Value | undefined {
  const [first] = principals;
  if (!first) return undefined;
  if (principals.some(({ kind }) => kind === "*")) return first.value;
  const kinds = new Map<string, Value[]>();
  for (const { kind, value } of principals) kinds.set(kind, [...(kinds.get(kind) ?? []), value]);
  const entries = [...kinds].map(([kind, values]): MapEntry => {
    const [only] = values;
    return entry(kind, values.length === 1 ? only : list(values, range), range);
  });
  return map(entries, range);
}

/** Conditions that must hold together: operators and keys of all of them. */
export function mergeConditions(conditions: readonly Value[], range: Range): Value | undefined {
  const [first, ...rest] = conditions;
  if (!first || rest.length === 0) return first;
  const operators = new Map<string, MapEntry>();
  for (const one of conditions) {
    if (one.kind !== "map") return one;
    for (const operator of one.entries)
      operators.set(operator.key, mergeOperator(operators.get(operator.key), operator));
  }
  return map([...operators.values()], range);
}

function mergeOperator(known: MapEntry | undefined, added: MapEntry): MapEntry {
  if (known?.value?.kind !== "map" || added.value?.kind !== "map") return added;
  return { ...known, value: map([...known.value.entries, ...added.value.entries], known.value.range) };
}

/** A trust policy's statement for each principal. */
export function trustStatements(principals: readonly Principal[]): readonly MapValue[] {
  return principals.map(({ kind, value, conditions, actions, range }) =>
    mapOf(
      {
        Action:
          actions.length === 1
            ? scalar(actions[0] ?? "", range)
            : list(
                actions.map((action) => scalar(action, range)),
                range,
              ),
        Condition: mergeConditions(conditions, range),
        Effect: scalar("Allow", range),
        Principal: kind === "*" ? value : map([entry(kind, value, range)], range),
      },
      range,
    ),
  );
}
