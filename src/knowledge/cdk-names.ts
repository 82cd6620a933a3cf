import type { CdkLanguage } from "../core/types.ts";

/**
 * The shape of `generated/cdk-names.json`: the CDK's identity API without its documentation.
 *
 * - `modules` are keyed by fqn: `aws-cdk-lib`, `aws-cdk-lib.aws_iam`, ... Each lists, for every language, what
 *   brings it in (`typescript: ["aws-cdk-lib/aws-iam", "@aws-cdk/aws-iam"]`; JavaScript writes the same), and its
 *   types by name (`Role`, `RoleProps`, `CfnRole.PolicyProperty`). A `partial` module lists only the types that
 *   concern identity.
 * - A type text that begins with a dot is of the same module: `.Role[]` in `aws-cdk-lib.aws_iam`.
 * - Names that end in `?` are optional.
 */
export interface CdkNamesData {
  readonly source: readonly {
    readonly package: string;
    readonly version: string;
    readonly license: string;
  }[];
  readonly modules: Readonly<Record<string, CdkModuleData>>;
}

export type CdkModuleData = Readonly<Record<Exclude<CdkLanguage, "javascript">, readonly string[]>> & {
  readonly partial?: boolean;
  readonly types: Readonly<Record<string, CdkTypeData>>;
};

export interface CdkTypeData {
  readonly kind: "class" | "struct" | "enum" | "interface";
  readonly base?: readonly string[];
  readonly construct?: boolean;
  readonly abstract?: boolean;
  readonly cfn?: string;
  readonly init?: readonly (readonly [name: string, type: string])[];
  readonly props?: Readonly<Record<string, string>>;
  /** Properties of a construct by what they are in CloudFormation: `roleArn: "Arn"`, `roleName: "Ref"`. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly statics?: Readonly<Record<string, string>>;
  readonly methods?: Readonly<Record<string, CdkMethodData>>;
  readonly members?: readonly string[];
}

export type CdkMethodData = readonly [
  kind: "static" | "instance",
  returns: string,
  parameters: readonly (readonly [name: string, type: string])[],
];

/** Every construct class by its fqn, for the search. */
export const constructNames = ({ modules }: CdkNamesData): string[] =>
  Object.entries(modules).flatMap(([module, { types }]) =>
    Object.entries(types).flatMap(([name, { construct }]) => (construct ? [`${module}.${name}`] : [])),
  );

/** The construct classes that make a resource type: `Role` and `CfnRole` of `AWS::IAM::Role`. */
export function constructsByType({ modules }: CdkNamesData): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [module, { types }] of Object.entries(modules))
    for (const [name, { construct, cfn }] of Object.entries(types))
      if (construct && cfn) found.set(cfn, [...(found.get(cfn) ?? []), `${module}.${name}`]);
  return found;
}
