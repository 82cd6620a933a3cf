import type { MapValue, Model, Parameter, Range, Resource } from "../../types.ts";
import { indexGiven } from "../resolve/functions.ts";
import { type Instance, indexInstances } from "../resolve/instances.ts";
import type { Resolver } from "../resolve/meaning.ts";
import type { Node, Syntax } from "../syntax.ts";
import { indexAdditions } from "./additions.ts";
import { map } from "./build.ts";
import { indexCalls } from "./calls.ts";
import { cognitoConstructs } from "./cognito/cognito.ts";
import { identityPoolConstructs } from "./cognito/identityPool.ts";
import { identityPoolRoles } from "./cognito/identityPoolRoles.ts";
import { iamConstructs } from "./iam/iam.ts";
import { addedPolicy } from "./iam/policies.ts";
import { type Lowering, openEntry } from "./lower/lowering.ts";
import { lowerFields } from "./lower/structs.ts";
import { openIn } from "./open.ts";
import { indexOverrides, overridden } from "./overrides.ts";
import { type Entries, type Props, propsOf } from "./props.ts";
import { removalAttributes } from "./removal.ts";

const constructs: Readonly<Record<string, Readonly<Record<string, (p: Props) => Entries>>>> = {
  "aws-cdk-lib.aws_iam": iamConstructs,
  "aws-cdk-lib.aws_cognito": cognitoConstructs,
  "aws-cdk-lib.aws_cognito_identitypool": identityPoolConstructs,
};

export function createLowering(text: string, syntax: Syntax, resolver: Resolver): Lowering {
  const given = indexGiven(syntax, resolver);
  const instances = indexInstances(syntax, resolver, given);
  const calls = indexCalls(syntax, resolver, given);
  const additions = indexAdditions(syntax, resolver, instances);
  const overrides = indexOverrides(syntax, resolver, instances);
  return { text, resolver, instances, calls, additions, overrides, depth: 0, work: 0 };
}

/**
 * The constructs of a file as the resources that `cdk synth` would make of them, as far as the source says.
 * Ids are the names the code knows them by. What can't be followed is `unknown` with its text.
 */
export function lowerModel(l: Lowering): Model {
  const resources = new Map<string, Resource>();
  for (const instance of l.instances.all) {
    l.depth = 0;
    const resource = resourceOf(l, instance);
    if (!resource) continue;
    resources.set(resource.id, resource);
    const policy = addedPolicy(l, instance);
    for (const made of identityPoolRoles(propsOf(l, instance), resource)) resources.set(made.id, made);
    if (policy) resources.set(`${resource.id}DefaultPolicy`, policyResource(resource, policy));
  }
  return { resources, parameters: new Map<string, Parameter>(), mappings: new Map(), conditions: new Map() };
}

function resourceOf(l: Lowering, instance: Instance): Resource | undefined {
  const { fqn, id, node, target } = instance;
  const type = l.resolver.names.type(fqn)?.type.cfn;
  if (type === undefined) return undefined;
  const idRange =
    target?.kind === "member" ? target.nameRange : target?.kind === "name" ? target.range : node.callee.range;
  return {
    id,
    idRange,
    type,
    typeRange: node.callee.kind === "member" ? node.callee.nameRange : node.callee.range,
    properties: properties(l, instance),
    attributes: removalAttributes(propsOf(l, instance)),
    range: node.range,
    construct: fqn,
  };
}

function properties(l: Lowering, instance: Instance): MapValue | undefined {
  const dot = instance.fqn.lastIndexOf(".");
  const give = constructs[instance.fqn.slice(0, dot)]?.[instance.fqn.slice(dot + 1)];
  const p = propsOf(l, instance);
  const { range } = instance.node;
  const overrides = l.overrides(instance.node);
  if (give) return map(overridden(l, withOpen(p, give(p)), overrides), range);
  // A generated (L1) class: its props are the properties.
  return /\.Cfn\w+$/.test(instance.fqn)
    ? map(overridden(l, withOpen(p, lowerFields(l, p.fields, range).entries), overrides), range)
    : undefined;
}

/** Where props aren't followed, no default of the CDK is sure, and more may be set: `Fn::Transform` says so. */
function withOpen(p: Props, entries: Entries): Entries {
  const fields = openFields(p);
  if (p.open.length + fields.length === 0) return entries;
  const unsure = new Set([...(p.open.length ? [p.range] : []), ...fields.map(({ keyRange }) => keyRange)]);
  return [
    ...entries.filter(({ keyRange }) => !unsure.has(keyRange)),
    ...[...p.open, ...fields.map(({ node }) => node)].map((node) => openEntry(p.l, node)),
  ];
}

/** The struct-typed props whose value isn't followed. */
function openFields({ l, fields }: Props): { readonly keyRange: Range; readonly node: Node }[] {
  return [...fields.values()].flatMap(({ prop, keyRange, node }) => {
    const struct = prop.type.split("|").some((part) => l.resolver.names.type(part)?.type.kind === "struct");
    return struct ? openIn(l.resolver, node).map((open) => ({ keyRange, node: open })) : [];
  });
}

function policyResource(holder: Resource, entries: Entries): Resource {
  return {
    id: `${holder.id}DefaultPolicy`,
    idRange: entries[0]?.keyRange ?? holder.idRange,
    type: "AWS::IAM::Policy",
    typeRange: undefined,
    properties: map(entries, entries[0]?.keyRange ?? holder.range),
    attributes: [],
    range: entries[0]?.keyRange ?? holder.range,
    construct: "aws-cdk-lib.aws_iam.Policy",
  };
}
