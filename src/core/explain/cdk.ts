import { duration, property, readResource } from "../read/index.ts";
import { code, fromMarked, say } from "../text.ts";
import type {
  Authored,
  Concept,
  ConstructFact,
  Explanation,
  PolicyPlace,
  PropertyFact,
  PropFact,
  Rich,
} from "../types.ts";
import { cautionsAt, type ExplainContext, explanation, fact, link, pageOf, type TermOf } from "./context.ts";
import { readingAt } from "./policy.ts";
import { isPolicy, propertyFacts, readingOf } from "./property.ts";
import { typeFacts } from "./resource.ts";

const simpleName = (fqn: string): string => fqn.slice(fqn.lastIndexOf(".") + 1);
const moduleOf = (fqn: string): string => fqn.slice(0, fqn.lastIndexOf("."));

/** `user_pool_name`, `UserPoolName`: a name of the CDK as the file's language has it; Go puts a class before some. */
const inItsLanguage = ({ name, written = name }: TermOf<"prop" | "method">): string =>
  written.replaceAll("_", "").toLowerCase() === name.toLowerCase() ? written : name;

const docsUrl = (fqn: string): string | undefined =>
  fqn.startsWith("aws-cdk-lib.") ? `https://docs.aws.amazon.com/cdk/api/v2/docs/${fqn}.html` : undefined;

export function explainConstruct(term: TermOf<"construct">, c: ExplainContext): Explanation | undefined {
  const construct = c.facts.construct(term.fqn);
  if (!construct) return undefined;
  const type = construct.type === undefined ? undefined : c.facts.resourceType(construct.type);
  const concept =
    c.names.conceptOf(term.fqn) ??
    (construct.type === undefined ? undefined : c.names.conceptOf(construct.type)) ??
    c.names.conceptOf(moduleOf(term.fqn));
  const resource = term.resource === undefined ? undefined : c.model.resources.get(term.resource);
  return explanation(term, {
    title: simpleName(term.fqn),
    about: term.fqn,
    meaning: fromMarked(constructMeaning(construct, concept)),
    reading: resource ? readResource(resource, c) : statementReading(term.place, c),
    facts: [
      fact(
        "Makes",
        construct.type === undefined ? undefined : say`${code(construct.type)} in CloudFormation`,
      ),
      ...(type ? typeFacts(type).slice(1, 2) : []),
    ],
    cautions: term.resource === undefined ? [] : c.findingsOf(term.resource),
    concepts: [concept],
    links: [link("CDK reference", construct.url ?? docsUrl(term.fqn)), pageOf(concept)],
  });
}

/** What a statement says, once actions of it are in sight: code may add them elsewhere. */
function statementReading(place: PolicyPlace | undefined, c: ExplainContext): readonly Rich[] {
  const entries = place?.statement?.entries;
  const saysWhat = entries?.some(({ key, value }) => /^(Not)?Action$/.test(key) && value) ?? true;
  return saysWhat ? readingAt(place, c) : [];
}

/** What makes a resource is told by the resource's page; the CDK's own line ("Define a Cognito User Pool") says less. */
const constructMeaning = ({ type, doc }: ConstructFact, concept: Concept | undefined): string =>
  type !== undefined && concept ? concept.summary : doc || (concept?.summary ?? "");

export function explainProp(term: TermOf<"prop">, c: ExplainContext): Explanation | undefined {
  const prop = c.facts.prop(term.fqn, term.name);
  if (!prop) return undefined;
  const [type, path] = cfnOf(prop);
  const property = type === undefined ? undefined : c.facts.property(type, path);
  const concept =
    (prop.cfn === undefined ? undefined : c.names.conceptOf(prop.cfn)) ??
    c.names.conceptOf(term.construct ?? term.fqn) ??
    (type === undefined ? undefined : c.names.conceptOf(type));
  return explanation(term, {
    title: inItsLanguage(term),
    about: `${term.fqn}.${term.name}`,
    meaning: fromMarked(propMeaning(prop, property)),
    reading: propReading(term, prop, c),
    facts: propFacts(prop, property, type === undefined ? undefined : c.facts.changeMeaning(type, path)),
    cautions: cautionsAt(term, c),
    concepts: [concept],
    links: [link("CDK reference", docsUrl(prop.struct))],
  });
}

function propReading(term: TermOf<"prop">, prop: PropFact, c: ExplainContext): readonly Rich[] {
  const { value, seconds, place } = term;
  const [type, path] = cfnOf(prop);
  if (place) return statementReading(place, c);
  if (seconds !== undefined) return [say`${duration(seconds)}.`];
  if (type === undefined) return [];
  return isL1(prop) ? readingOf({ type, path, value }, c) : madeReading(term.resource, type, path, c);
}

/** What an L2 prop comes to: the meaning of the property that is made of it, whose value the source doesn't say itself. */
function madeReading(
  resource: string | undefined,
  type: string,
  path: readonly string[],
  c: ExplainContext,
): readonly Rich[] {
  const owner = resource === undefined ? undefined : c.model.resources.get(resource);
  const value = owner?.type === type ? property(owner, ...path) : undefined;
  if (value && isPolicy(value)) return readingOf({ type, path, value }, c);
  const meaning =
    value?.kind === "scalar" ? c.facts.valueMeaning(type, path, String(value.value)) : undefined;
  return meaning ? [fromMarked(meaning.text)] : [];
}

/** An L1 prop is the CloudFormation property; an L2 prop is something of its own that ends up in one. */
function propMeaning(prop: PropFact, property: PropertyFact | undefined): string {
  const cfn = property?.note?.text ?? property?.doc ?? "";
  return isL1(prop) ? cfn || prop.doc : prop.doc || cfn;
}

const isL1 = ({ struct }: PropFact): boolean => /\.Cfn\w+(\.\w+)?$/.test(struct);

/** `AWS::IAM::Role.Policies.PolicyName` as type and path. */
function cfnOf(prop: PropFact): [string | undefined, string[]] {
  const [type, ...path] = prop.cfn?.split(".") ?? [];
  return [type, path];
}

function propFacts(prop: PropFact, property: PropertyFact | undefined, meaning: Authored | undefined) {
  const [, limits, change] = property ? propertyFacts(property, meaning) : [];
  const same = isL1(prop) || /^(string|number|.*\.Duration)$/.test(prop.type);
  return [
    fact("Takes", takes(prop)),
    fact("CloudFormation", prop.cfn === undefined ? undefined : say`${code(prop.cfn)}`),
    change ?? (same ? limits : undefined),
  ];
}

function takes({ type, required, default: preset }: PropFact): Rich {
  const parts = [
    type === "any" ? [] : say`${code(typeName(type))}`,
    required ? say`required` : [],
    preset === undefined || required ? [] : say`default ${defaultOf(preset)}`,
  ];
  return parts.filter((part) => part.length > 0).flatMap((part, i) => (i > 0 ? say`, ${part}` : part));
}

/** `{ username: true }` is code; `No external ID required` are words. */
function defaultOf(text: string): Rich {
  const bare = text.replace(/\.$/, "");
  return /^[{[][^.]*[}\]]$/.test(bare) ? [code(bare)] : fromMarked(bare);
}

/** Without the modules: `aws-cdk-lib.aws_iam.IRole[]` is `IRole[]`. */
const typeName = (type: string): string => type.replace(/aws-cdk-lib\.(?:\w+\.)*(\w+)/g, "$1");

export function explainMember(
  term: TermOf<"enumMember" | "method">,
  c: ExplainContext,
): Explanation | undefined {
  const member = c.facts.member(term.fqn, term.name);
  if (!member) return undefined;
  const owner = c.facts.construct(term.fqn);
  const concept =
    c.names.conceptOf(`${term.fqn}.${term.name}`) ??
    c.names.conceptOf(term.fqn) ??
    (owner?.type === undefined ? undefined : c.names.conceptOf(owner.type)) ??
    c.names.conceptOf(moduleOf(term.fqn));
  return explanation(term, {
    title: `${simpleName(term.fqn)}.${term.kind === "method" ? inItsLanguage(term) : term.name}`,
    about: `${term.fqn}.${term.name}`,
    meaning: fromMarked(member.doc),
    reading: statementReading(term.place, c),
    facts: [fact("Gives", given(member.returns))],
    concepts: [concept],
    links: [link("CDK reference", docsUrl(term.fqn))],
  });
}

/** What a call gives to go on with; plain values and `void` are none. */
const given = (type: string | undefined): Rich | undefined =>
  type?.startsWith("aws-cdk-lib.") ? say`${code(typeName(type))}` : undefined;
