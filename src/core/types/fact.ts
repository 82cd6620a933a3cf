import type { Caution } from "./explanation.ts";

export interface PropertyFact {
  readonly name: string;
  /** Shown type: `String`, `List of PasswordPolicy`, `Json`. */
  readonly type: string;
  readonly required: boolean;
  /** What an update does: `replacement` makes a new resource, `mutable` changes in place; `refused` fails. */
  readonly update: "mutable" | "replacement" | "conditional" | "refused" | undefined;
  /** With `code` in backticks; cut to what a hover can hold. */
  readonly doc: string;
  readonly default: string | undefined;
  readonly allowed: readonly string[];
  /** `spec`: CloudFormation's schema; `api`: the service's own API. */
  readonly allowedFrom: "spec" | "api" | "override" | undefined;
  /** In words ready to show: `1 to 128 characters`, `3600 to 43200`, with the pattern last. */
  readonly limits: readonly string[];
  /** A reviewed sentence that the data lacks or gets wrong, with its source. */
  readonly note: Authored | undefined;
  readonly children: readonly string[];
  /** AWS's page on it, at the property itself where the page has an anchor for it. */
  readonly url: string;
}

export interface AttributeFact {
  readonly name: string;
  readonly type: string;
  readonly doc: string;
}

export interface ResourceTypeFact {
  readonly type: string;
  readonly doc: string;
  /** What `Ref` gives, in words. */
  readonly ref: string | undefined;
  readonly attributes: readonly AttributeFact[];
  readonly properties: readonly string[];
  /** Names of properties whose change makes a new resource. */
  readonly replacedBy: readonly string[];
  readonly primaryIdentifier: readonly string[];
  readonly url: string;
}

export interface ActionFact {
  /** `sts:AssumeRole`, in AWS's own capitals. */
  readonly action: string;
  readonly access: "List" | "Read" | "Write" | "Permissions management" | "Tagging" | "Unknown";
  /** Absent for services outside identity: name and access level only. */
  readonly doc: string | undefined;
  readonly resources: readonly string[];
  readonly conditionKeys: readonly string[];
  readonly url: string | undefined;
}

export interface ConditionKeyFact {
  readonly key: string;
  readonly type: string;
  readonly doc: string;
  /** `aws:` keys of every request. */
  readonly global: boolean;
  /** By its form alone: in a policy it is a claim, elsewhere it may be the tag of an image, `host/path:latest`. */
  readonly guessed?: boolean;
  readonly url: string | undefined;
}

export interface ManagedPolicyFact {
  readonly name: string;
  readonly arn: string;
  readonly doc: string;
}

export interface ServicePrincipalFact {
  readonly principal: string;
  /** "AWS Lambda". */
  readonly service: string;
}

export interface ConstructFact {
  /** `aws-cdk-lib.aws_iam.Role`. */
  readonly fqn: string;
  readonly kind: "class" | "struct" | "enum" | "interface";
  readonly doc: string;
  /** The resource type it makes, when it makes one. */
  readonly type: string | undefined;
  /** The struct of its third argument. */
  readonly props: string | undefined;
  readonly url: string | undefined;
}

export interface PropFact {
  readonly name: string;
  readonly struct: string;
  readonly type: string;
  /** The struct or enum it takes, for going on inside. */
  readonly typeFqn: string | undefined;
  readonly required: boolean;
  readonly doc: string;
  readonly default: string | undefined;
  /** The CloudFormation property behind it: `AWS::IAM::Role.MaxSessionDuration`. */
  readonly cfn: string | undefined;
}

export interface MemberFact {
  readonly fqn: string;
  readonly name: string;
  readonly doc: string;
  /** Method, static or enum member. */
  readonly kind: "method" | "static" | "member" | "property";
  readonly returns: string | undefined;
}

/** A reviewed sentence of ours, with `code` in backticks, and where AWS says so. */
export interface Authored {
  readonly text: string;
  readonly source: string;
}

/** A caution's authored words; `{name}` is filled in by the check that raises it. */
export interface CautionText {
  readonly severity: Caution["severity"];
  readonly problem: string;
  readonly remedy: string;
  readonly source: string;
  readonly concept: string | undefined;
}
