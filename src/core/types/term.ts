import type { Range } from "./document.ts";
import type { Owner, PolicyPlace } from "./site.ts";
import type { Value } from "./value.ts";

/** What a site names in AWS. `range` is exactly the term's: it may be part of the site's. */
export type Term = { readonly range: Range } & (
  | { readonly kind: "resourceType"; readonly type: string; readonly resource: string | undefined }
  | { readonly kind: "logicalId"; readonly id: string; readonly type: string }
  /** `path` holds property names only, no list positions: `["Policies", "PasswordPolicy", "MinimumLength"]`. */
  | {
      readonly kind: "property";
      readonly type: string;
      readonly path: readonly string[];
      readonly resource: string | undefined;
      readonly value: Value | undefined;
    }
  | {
      readonly kind: "value";
      readonly type: string;
      readonly path: readonly string[];
      readonly resource: string | undefined;
      readonly value: string;
    }
  | { readonly kind: "resourceAttribute"; readonly name: string; readonly owner: Owner }
  /** The property that holds the policy of a resource that is none of identity: `AWS::SQS::QueuePolicy.PolicyDocument`. */
  | { readonly kind: "policyDocument"; readonly name: string; readonly owner: Owner; readonly value: Value }
  | {
      readonly kind: "reference";
      readonly target: string;
      readonly type: string;
      readonly attribute: string | undefined;
      readonly form: string;
    }
  | {
      readonly kind: "policyElement";
      readonly element: string;
      readonly place: PolicyPlace;
      readonly value: Value | undefined;
    }
  | {
      readonly kind: "policyValue";
      readonly element: string;
      readonly text: string;
      /** The whole value: the `Fn::Join` or `Fn::Sub` that the text is a piece of. */
      readonly value: Value;
      readonly place: PolicyPlace;
    }
  /** `sts:AssumeRole`, `cognito-idp:Admin*`, `*`. */
  | {
      readonly kind: "action";
      readonly action: string;
      readonly element: "Action" | "NotAction";
      readonly place: PolicyPlace | undefined;
    }
  | {
      readonly kind: "principalKind";
      readonly principal: PrincipalKind;
      readonly place: PolicyPlace | undefined;
      readonly value: Value | undefined;
    }
  | {
      readonly kind: "principal";
      readonly principal: PrincipalKind;
      readonly text: string;
      /** The whole value, where the text may be a piece of an `Fn::Join` or `Fn::Sub`. */
      readonly value?: Value;
      readonly place: PolicyPlace | undefined;
      /** A text in source code, in no principal's place: it is one only if AWS has it. */
      readonly bare?: boolean;
    }
  | {
      readonly kind: "conditionOperator";
      readonly operator: string;
      readonly place: PolicyPlace;
      readonly value: Value | undefined;
    }
  | {
      readonly kind: "conditionKey";
      readonly key: string;
      readonly operator: string | undefined;
      readonly place: PolicyPlace | undefined;
      readonly value: Value | undefined;
    }
  | {
      readonly kind: "conditionValue";
      readonly key: string;
      readonly operator: string;
      readonly text: string;
      /** The whole value: the `Fn::Join` or `Fn::Sub` that the text is a piece of. */
      readonly value: Value;
      readonly place: PolicyPlace;
    }
  | { readonly kind: "policyVariable"; readonly key: string; readonly place: PolicyPlace | undefined }
  | { readonly kind: "arn"; readonly arn: string }
  | { readonly kind: "managedPolicy"; readonly name: string; readonly arn: string | undefined }
  | { readonly kind: "samPolicyTemplate"; readonly name: string; readonly owner: Owner }
  | { readonly kind: "module"; readonly module: string }
  | {
      readonly kind: "construct";
      readonly fqn: string;
      readonly resource: string | undefined;
      readonly place?: PolicyPlace | undefined;
    }
  | {
      readonly kind: "prop";
      readonly fqn: string;
      readonly name: string;
      /** In the language of the file, where it stands there: `user_pool_name`. */
      readonly written?: string | undefined;
      readonly construct: string | undefined;
      readonly resource: string | undefined;
      readonly value: Value | undefined;
      /** The value, where it is a `Duration` that the source says. */
      readonly seconds?: number | undefined;
      readonly place?: PolicyPlace | undefined;
    }
  | {
      readonly kind: "enumMember";
      readonly fqn: string;
      readonly name: string;
      readonly place?: PolicyPlace | undefined;
    }
  | {
      readonly kind: "method";
      readonly fqn: string;
      readonly name: string;
      readonly written?: string | undefined;
      readonly resource: string | undefined;
      readonly place?: PolicyPlace | undefined;
    }
  | { readonly kind: "word"; readonly concept: string; readonly word: string }
);

export type PrincipalKind = "AWS" | "Service" | "Federated" | "CanonicalUser" | "*";
