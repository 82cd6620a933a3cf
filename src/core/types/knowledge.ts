import type { Concept } from "./concept.ts";
import type {
  ActionFact,
  Authored,
  CautionText,
  ConditionKeyFact,
  ConstructFact,
  ManagedPolicyFact,
  MemberFact,
  PropertyFact,
  PropFact,
  ResourceTypeFact,
  ServicePrincipalFact,
} from "./fact.ts";
import type { PolicyUse } from "./site.ts";

/** A part of the knowledge that is read on first use. `type:Cognito`, `actions:sts`, `cdk:aws_cognito`, ... */
export type Part = string;

/** Names that are there from the first millisecond, to decide whether something means anything. */
export interface Names {
  /** Is this an identity resource type that we explain? */
  isType(type: string): boolean;
  /** The page a name leads to: `AWS::Cognito::UserPool`, `sts:AssumeRole`, `aws-cdk-lib.aws_iam.Role`. */
  conceptOf(name: string): Concept | undefined;
  concept(id: string): Concept | undefined;
  concepts(): readonly Concept[];
  /** Glossary entries that stand in a text, the longest first, never inside an unrelated word. */
  wordsIn(text: string): readonly {
    readonly start: number;
    readonly end: number;
    readonly concept: string;
    readonly formerly: boolean;
  }[];
  /** Is `prefix` a service of IAM's action names (`sts`, `cognito-idp`, `s3`)? */
  isActionService(prefix: string): boolean;
  /** CDK identity modules by canonical name: `aws-cdk-lib.aws_iam`. */
  isModule(module: string): boolean;
}

/** Looked up after `open` has read the parts; undefined where AWS has no such thing or a part is damaged. */
export interface Facts {
  resourceType(type: string): ResourceTypeFact | undefined;
  property(type: string, path: readonly string[]): PropertyFact | undefined;
  /** A reviewed sentence on one allowed value: `OPTIONAL` of `AWS::Cognito::UserPool.MfaConfiguration`. */
  valueMeaning(type: string, path: readonly string[], value: string): Authored | undefined;
  action(action: string): ActionFact | undefined;
  /** Actions that a pattern such as `cognito-idp:Admin*` covers; undefined where its service isn't known. */
  actionsMatching(pattern: string): readonly ActionFact[] | undefined;
  conditionKey(key: string): ConditionKeyFact | undefined;
  managedPolicy(nameOrArn: string): ManagedPolicyFact | undefined;
  servicePrincipal(principal: string): ServicePrincipalFact | undefined;
  construct(fqn: string): ConstructFact | undefined;
  prop(struct: string, name: string): PropFact | undefined;
  /** All props of a struct, in AWS's order. */
  props(struct: string): readonly PropFact[];
  member(fqn: string, name: string): MemberFact | undefined;
  /** Authored sentences, each with its source. An element of the policy language by place: `Principal` in a trust policy. */
  policyElement(name: string, use: PolicyUse): Authored | undefined;
  /** `StringEquals`, `ForAnyValue:StringLikeIfExists`: prefix and suffix are told apart and explained too. */
  conditionOperator(operator: string): Authored | undefined;
  /** What stands beside `Properties`: `DependsOn`, `DeletionPolicy`, ... */
  resourceAttribute(name: string): Authored | undefined;
  /** SAM's policy templates: `DynamoDBCrudPolicy`. */
  samPolicyTemplate(name: string): Authored | undefined;
  caution(id: string): CautionText | undefined;
  /** What changing a property means beyond CloudFormation's word for the update. */
  changeMeaning(type: string, path: readonly string[]): Authored | undefined;
}

/** What `explain` needs, injected into the façade. */
export interface Knowledge {
  readonly names: Names;
  /** The parts that are already read, or a promise of them. Damaged parts are logged and left empty. */
  open(parts: readonly Part[]): Facts | Promise<Facts>;
}
