import type { Range } from "./document.ts";
import type { MapValue, ScalarValue, Value } from "./value.ts";

/** Keys and list positions from the owner's properties (or the document's top) down to a site. */
export type Path = readonly (string | number)[];

/** The resource a site belongs to. */
export interface Owner {
  readonly id: string;
  readonly type: string;
}

/** Where a policy document stands, which decides what its elements mean. */
export type PolicyUse =
  | "trust" // AssumeRolePolicyDocument
  | "identity" // attached to a user, group, role, permission set
  | "resource" // bucket, key, queue, function, ...
  | "scp"
  | "rcp"
  | "organization" // another type of Organizations policy
  | "unknown";

/** A policy document and the part of it that a site stands in. */
export interface PolicyPlace {
  readonly use: PolicyUse;
  /** The resource that holds the document; absent in a standalone policy file. */
  readonly owner: Owner | undefined;
  /** The whole document, as far as it can be read. */
  readonly document: Value;
  /** The statement the site stands in, and its position. */
  readonly statement: MapValue | undefined;
  readonly statementIndex: number | undefined;
}

interface SiteBase {
  readonly range: Range;
  /** Decoded: without quotes and escapes. */
  readonly text: string;
}

/** A spot in the source and what stands there structurally. One list for a document, in order, not overlapping. */
export type Site = SiteBase &
  (
    | { readonly role: "resourceType"; readonly owner: Owner }
    | { readonly role: "logicalId"; readonly owner: Owner }
    /** A key or scalar under a resource's properties; `path` ends with the key, or with what the scalar belongs to. */
    | { readonly role: "key"; readonly owner: Owner; readonly path: Path; readonly value: Value | undefined }
    | { readonly role: "value"; readonly owner: Owner; readonly path: Path; readonly value: ScalarValue }
    /** A resource attribute beside `Properties` (`DeletionPolicy`, `DependsOn`), or SAM's Globals and Connectors. */
    | {
        readonly role: "attributeKey";
        readonly owner: Owner;
        readonly path: Path;
        readonly value: Value | undefined;
      }
    /** `!Ref Pool`, the `Pool` and the `Arn` of `!GetAtt Pool.Arn`, `${Pool.Arn}`, an entry of DependsOn. */
    | {
        readonly role: "reference";
        readonly target: string;
        /** The attribute that is read, of GetAtt and its like. */
        readonly attribute: string | undefined;
        readonly part: "target" | "attribute";
        readonly form: "Ref" | "GetAtt" | "Sub" | "DependsOn" | "Condition" | "variable";
        /** What it gives its value to, such as a text or a principal: what is meant where it leads to nothing of identity. */
        readonly within?: Site;
      }
    /** The name of an intrinsic itself, `!GetAtt`, and the resource that it leads to; `within` as above. */
    | {
        readonly role: "intrinsic";
        readonly name: string;
        readonly target?: string | undefined;
        readonly attribute?: string | undefined;
        readonly within?: Site;
      }
    /** Inside a policy document; `path` counts from the document: `["Statement", 0, "Principal", "Service"]`. */
    | {
        readonly role: "policyKey";
        readonly place: PolicyPlace;
        readonly path: Path;
        readonly value: Value | undefined;
      }
    | {
        readonly role: "policyValue";
        readonly place: PolicyPlace;
        readonly path: Path;
        readonly value: Value;
        /** The `Fn::Join` or `Fn::Sub` that the text is a piece of, else the value itself. */
        readonly whole: Value;
      }
    /** SAM's `Policies: - DynamoDBCrudPolicy: ...`: the template's name. */
    | { readonly role: "samPolicyTemplate"; readonly owner: Owner }
    /** Words for people: comments, descriptions, names of parameters. Only the glossary may answer here. */
    | { readonly role: "prose" }
    // CDK. Names are those of the TypeScript API, whatever the language: `fqn` is `aws-cdk-lib.aws_iam.Role`.
    | { readonly role: "module"; readonly module: string }
    | {
        readonly role: "construct";
        readonly fqn: string;
        readonly resource: string | undefined;
        /** Of a `PolicyStatement`, or a principal in one: the statement. */
        readonly place?: PolicyPlace | undefined;
      }
    /** `fqn` is the struct that declares the prop (`aws-cdk-lib.aws_iam.RoleProps`). `path` leads from the construct's props. */
    | {
        readonly role: "prop";
        readonly fqn: string;
        readonly name: string;
        readonly path: Path;
        readonly construct: string | undefined;
        readonly resource: string | undefined;
        readonly value: Value | undefined;
        /** The value, where it is a `Duration` that the source says. */
        readonly seconds?: number | undefined;
        /** Of a `PolicyStatement`'s props: the statement. */
        readonly place?: PolicyPlace | undefined;
      }
    | {
        readonly role: "member";
        readonly fqn: string;
        readonly name: string;
        /** Of `Effect.ALLOW`: the statement. */
        readonly place?: PolicyPlace | undefined;
      }
    | {
        readonly role: "method";
        readonly fqn: string;
        readonly name: string;
        readonly resource: string | undefined;
        /** Of `statement.addActions(...)`: the statement. */
        readonly place?: PolicyPlace | undefined;
        /** Of `Duration.hours(12)`: the prop that it is given to, and how long that is. */
        readonly given?: GivenDuration | undefined;
      }
    /** A string argument; `prop` says which, when it is a prop's value. */
    | {
        readonly role: "literal";
        readonly prop: { readonly fqn: string; readonly name: string } | undefined;
        readonly call: { readonly fqn: string; readonly name: string; readonly index: number } | undefined;
        readonly place: PolicyPlace | undefined;
      }
  );

/** A `Duration` as the value of a prop of the struct `fqn`. */
export interface GivenDuration {
  readonly fqn: string;
  readonly name: string;
  readonly construct: string | undefined;
  readonly resource: string | undefined;
  readonly seconds: number;
}
