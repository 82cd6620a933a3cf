/**
 * What constructs outside of the names' data (a bucket, a function) have to do with identity. No list: in the whole
 * of aws-cdk-lib a property named like this has this type, and a `grant` method gives a Grant.
 */
const MODULE = "aws-cdk-lib.aws_iam.";
const PROPERTIES: readonly (readonly [name: RegExp, type: string])[] = [
  [/^(?!invoke|use)([a-z]\w*)?role$/, `${MODULE}IRole`],
  [/^grantprincipal$/, `${MODULE}IPrincipal`],
  [/^(document|policydocument|resourcepolicy)$/, `${MODULE}PolicyDocument`],
  [/^openidconnectprovider$/, `${MODULE}IOpenIdConnectProvider`],
];

/** A type of the CDK that isn't known by more than its name; the generated (L1) ones hold plain ARNs. */
export const isForeign = (type: string): boolean =>
  /^aws-cdk-lib\.((aws_\w+|custom_resources|pipelines)\.(?!Cfn)[A-Z]\w*|\?)$/.test(type);

/** The type of a property or of what a method gives, `aws-cdk-lib.?` where that is something else of the CDK. */
export function foreignMember(name: string): string {
  const bare = name.replaceAll("_", "").toLowerCase();
  const found = PROPERTIES.find(([pattern]) => pattern.test(bare.replace(/^get(?=.)/, "")));
  if (found) return found[1];
  return isGrant(name) ? `${MODULE}Grant` : "aws-cdk-lib.?";
}

/** `grantRead`, `grant_read`, `GrantRead` */
export const isGrant = (name: string): boolean => /^[gG]rant(_?[a-zA-Z]\w*)?$/.test(name);
