/**
 * The nouns of the pipeline. Every stage takes and gives these; this file imports nothing.
 *
 *   text -> detect -> Dialect -> locate -> Located (Site[], Model) -> recognise -> Term -> explain -> Explanation -> render
 *
 * All offsets are UTF-16 code units from the start of the document; ranges are half open.
 */

export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface TextDoc {
  readonly uri: string;
  /** The editor's language id: `yaml`, `json`, `cloudformation`, `typescript`, `python`, ... */
  readonly languageId: string;
  /** Grows with each edit. The same uri and version always mean the same text. */
  readonly version: number;
  readonly text: string;
}

// ---------------------------------------------------------------- detect

export type CdkLanguage = "typescript" | "javascript" | "python" | "java" | "csharp" | "go";

/** What a document is written in, or nothing that concerns us (then `detect` gives undefined). */
export type Dialect =
  | { readonly kind: "template"; readonly syntax: "yaml" | "json" }
  | { readonly kind: "policy"; readonly syntax: "yaml" | "json" }
  | { readonly kind: "cdk"; readonly language: CdkLanguage };

// ---------------------------------------------------------------- values as written

/**
 * A value as it stands in the source, the same for YAML, JSON and CDK. CDK source is brought into
 * CloudFormation's shape (a `Ref` for `pool.userPoolId`, `Fn::Join` for a template literal), so that
 * whoever reads values knows one form only.
 */
export type Value = ScalarValue | MapValue | ListValue | IntrinsicValue | UnknownValue;

export interface ScalarValue {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** The text inside its quotes. */
  readonly range: Range;
}

export interface MapEntry {
  readonly key: string;
  /** The key inside its quotes. */
  readonly keyRange: Range;
  /** Absent while it is still to be typed. */
  readonly value: Value | undefined;
}

export interface MapValue {
  readonly kind: "map";
  readonly entries: readonly MapEntry[];
  readonly range: Range;
}

export interface ListValue {
  readonly kind: "list";
  readonly items: readonly Value[];
  readonly range: Range;
}

/** `!Ref X`, `{"Fn::GetAtt": [...]}`, `!Sub ...`: always named by the long form, `Ref` or `Fn::...`. */
export interface IntrinsicValue {
  readonly kind: "intrinsic";
  readonly name: string;
  readonly argument: Value;
  readonly range: Range;
}

/** An expression that isn't followed: a call into other code, a value that only deployment knows. */
export interface UnknownValue {
  readonly kind: "unknown";
  /** As written, shortened; for a sentence that names what isn't known. */
  readonly text: string;
  readonly range: Range;
}

// ---------------------------------------------------------------- model: what the file declares

/** A resource in CloudFormation's shape, from a template or brought into that shape from a CDK construct. */
export interface Resource {
  /** Logical id; in CDK the name that the code knows it by (variable or field), else the construct id. */
  readonly id: string;
  readonly idRange: Range;
  /** `AWS::IAM::Role`. Empty while it is still to be typed. */
  readonly type: string;
  readonly typeRange: Range | undefined;
  readonly properties: MapValue | undefined;
  /** What stands beside `Properties`: `DependsOn`, `Condition`, `DeletionPolicy`, `Metadata`, ... */
  readonly attributes: readonly MapEntry[];
  readonly range: Range;
  /** CDK only: the construct class, `aws-cdk-lib.aws_iam.Role`. */
  readonly construct?: string;
}

export interface Parameter {
  readonly id: string;
  readonly idRange: Range;
  readonly type: string;
  readonly default: Value | undefined;
  readonly allowedValues: readonly Value[];
  readonly noEcho: boolean;
}

/** What a file declares, for whoever reads across it. Maps are keyed by id, in the order of the file. */
export interface Model {
  readonly resources: ReadonlyMap<string, Resource>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly mappings: ReadonlyMap<string, Value>;
  readonly conditions: ReadonlyMap<string, Value>;
}

// ---------------------------------------------------------------- locate: Site

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
        /** The text that a variable stands in: what is meant where the variable leads to nothing of identity. */
        readonly within?: Site;
      }
    /** The name of an intrinsic itself, `!GetAtt`, and the resource that it leads to. */
    | {
        readonly role: "intrinsic";
        readonly name: string;
        readonly target?: string | undefined;
        readonly attribute?: string | undefined;
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
    | { readonly role: "member"; readonly fqn: string; readonly name: string }
    | {
        readonly role: "method";
        readonly fqn: string;
        readonly name: string;
        readonly resource: string | undefined;
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

/** What `locate` knows of one version of a document. Lazy: nothing is parsed that nobody asked about. */
export interface Located {
  readonly dialect: Dialect;
  siteAt(offset: number): Site | undefined;
  /** The template that stands there as a text, such as a StackSet's `TemplateBody`; offsets are the document's. */
  within?(offset: number): Located | undefined;
  sites(): Iterable<Site>;
  model(): Model;
  /** Reads what the model still needs, a piece with each step: for who lets others go first between them. */
  reading?(): Iterable<unknown>;
}

// ---------------------------------------------------------------- recognise: Term

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
  | { readonly kind: "samPolicyTemplate"; readonly name: string }
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
  | { readonly kind: "enumMember"; readonly fqn: string; readonly name: string }
  | {
      readonly kind: "method";
      readonly fqn: string;
      readonly name: string;
      readonly written?: string | undefined;
      readonly resource: string | undefined;
    }
  | { readonly kind: "word"; readonly concept: string; readonly word: string }
);

export type PrincipalKind = "AWS" | "Service" | "Federated" | "CanonicalUser" | "*";

// ---------------------------------------------------------------- explain

/**
 * Words to show. Renderers escape every span, so text from a user's file can be put into one as it is.
 * Build them with `say` of `core/text.ts`.
 */
export type Rich = readonly Span[];
export interface Span {
  readonly text: string;
  readonly style?: "code" | "strong";
}

/** What is wrong or worth knowing. Findings are these at a place in the file. */
export interface Caution {
  /** Stable, kebab-case: `oidc-issuer-claim-missing`. Users silence a finding by it. */
  readonly id: string;
  /** `fails`: the deployment will be refused. `weakens`: security or correctness. `hint`: worth knowing. */
  readonly severity: "fails" | "weakens" | "hint";
  readonly problem: Rich;
  readonly remedy: Rich;
  /** AWS documentation that says so. */
  readonly source: string;
  /** The page to read on. */
  readonly concept: string | undefined;
}

/** A caution's authored words; `{name}` is filled in by the check that raises it. */
export interface CautionText {
  readonly severity: Caution["severity"];
  readonly problem: string;
  readonly remedy: string;
  readonly source: string;
  readonly concept: string | undefined;
}

export interface Finding extends Caution {
  readonly range: Range;
  /** A mend that is safe to make without asking further. */
  readonly fix?: {
    readonly title: string;
    readonly edits: readonly { readonly range: Range; readonly text: string }[];
  };
}

export interface FactLine {
  readonly label: string;
  readonly text: Rich;
}

export interface Link {
  readonly title: string;
  /** https address, from facts or pages, never from a user's file. */
  readonly url: string;
}

export interface ConceptRef {
  readonly id: string;
  readonly title: string;
  /** Heading anchor within the page. */
  readonly section?: string;
}

/** All that is said about one term. A hover, a sidebar head and an outline row render this and nothing else. */
export interface Explanation {
  readonly range: Range;
  readonly kind: Term["kind"];
  /** What a person calls it: "User pool", "MfaConfiguration". */
  readonly title: string;
  /** Its full AWS name: `AWS::Cognito::UserPool.MfaConfiguration`, `sts:AssumeRole`. */
  readonly about: string;
  /** One sentence, two at most. */
  readonly meaning: Rich;
  /** What this use of it means, in one or two sentences. */
  readonly reading: readonly Rich[];
  readonly facts: readonly FactLine[];
  /** The worst first. */
  readonly cautions: readonly Caution[];
  readonly concepts: readonly ConceptRef[];
  readonly links: readonly Link[];
  /** Nothing here that another extension's schema hover would not say: the editor may keep silent. */
  readonly schemaOnly: boolean;
}

// ---------------------------------------------------------------- outline

/** A row of "In this file". */
export interface OutlineRow {
  readonly id: string;
  readonly service: ServiceId;
  readonly type: string;
  /** "User pool". */
  readonly kind: string;
  /** The page that explains the kind. */
  readonly concept: string | undefined;
  readonly summary: Rich;
  readonly range: Range;
  readonly children: readonly OutlineRow[];
}

export type ServiceId =
  /** The page to begin with, which compares the services. */
  | "start"
  | "sts"
  | "iam"
  | "organizations"
  | "cognito"
  | "directory-service"
  | "identity-center"
  | "verified-permissions"
  | "other";

// ---------------------------------------------------------------- knowledge, as the core sees it

/** One page of the reference, without its body. `media/concepts/<id>.md`. */
export interface Concept {
  /** `cognito/user-pool`: its path under media/concepts. */
  readonly id: string;
  readonly title: string;
  readonly service: ServiceId;
  /** The first paragraph, with `code` in backticks. */
  readonly summary: string;
  readonly related: readonly string[];
  readonly sources: readonly string[];
  /** Anchors of its sections, in order. */
  readonly sections: readonly { readonly anchor: string; readonly title: string }[];
}

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

/** A reviewed sentence of ours, with `code` in backticks, and where AWS says so. */
export interface Authored {
  readonly text: string;
  readonly source: string;
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
