/** What each condition key stands for, as the subject of a clause: "the caller's organization is ...". */
import { code, say } from "../../text.ts";
import type { Rich } from "../../types.ts";

const NOUNS: Readonly<Record<string, string>> = {
  "aws:calledvia": "the chain of services that call on the caller's behalf",
  "aws:calledviafirst": "the first service that calls on the caller's behalf",
  "aws:calledvialast": "the last service that calls on the caller's behalf",
  "aws:currenttime": "the time of the request",
  "aws:ec2instancesourceprivateipv4":
    "the private IPv4 address of the instance that the credentials were made for",
  "aws:ec2instancesourcevpc": "the VPC of the instance that the credentials were made for",
  "aws:epochtime": "the time of the request, in seconds since 1970,",
  "aws:federatedprovider": "the identity provider that the caller signed in with",
  "aws:multifactorauthage": "the age of the caller's multi-factor authentication",
  "aws:multifactorauthpresent": "multi-factor authentication of the caller",
  "aws:principalaccount": "the caller's account",
  "aws:principalarn": "the caller's ARN",
  "aws:principalisawsservice": "the caller being an AWS service",
  "aws:principalorgid": "the caller's organization",
  "aws:principalorgpaths": "the caller's place in its organization",
  "aws:principalservicename": "the calling service",
  "aws:principalservicenameslist": "the names of the calling service",
  "aws:principaltype": "the caller's kind",
  "aws:referer": "the page that the request says it comes from",
  "aws:requestedregion": "the Region of the request",
  "aws:resourceaccount": "the resource's account",
  "aws:resourceorgid": "the resource's organization",
  "aws:resourceorgpaths": "the resource's place in its organization",
  "aws:securetransport": "TLS on the request",
  "aws:sourceaccount": "the account that the service acts for",
  "aws:sourcearn": "the resource that the service acts for",
  "aws:sourceidentity": "the source identity of the session",
  "aws:sourceip": "the caller's IP address",
  "aws:sourceorgid": "the organization that the service acts for",
  "aws:sourceorgpaths": "the place in the organization that the service acts for",
  "aws:sourcevpc": "the VPC that the request comes through",
  "aws:sourcevpcarn": "the VPC that the request comes through, by ARN,",
  "aws:sourcevpce": "the VPC endpoint that the request comes through",
  "aws:vpceaccount": "the account that owns the VPC endpoint",
  "aws:vpceorgid": "the organization that owns the VPC endpoint",
  "aws:vpceorgpaths": "the place in the organization of the VPC endpoint's owner",
  "aws:tagkeys": "the tag keys in the request",
  "aws:tokenissuetime": "the time when the caller's credentials were issued",
  "aws:useragent": "the caller's user agent",
  "aws:userid": "the caller's unique id",
  "aws:username": "the user's name",
  "aws:viaawsservice": "a service that calls on the caller's behalf",
  "aws:vpcsourceip": "the caller's IP address within the VPC",
  "iam:associatedresourcearn": "the resource that the passed role will work for",
  "iam:awsservicename": "the service that a service-linked role is for",
  "iam:passedtoservice": "the service that the role is handed to",
  "iam:permissionsboundary": "the permissions boundary that is set",
  "iam:policyarn": "the policy that is attached or detached",
  "iam:organizationspolicyid": "the organization policy",
  "kms:viaservice": "the service that uses the key for the caller",
  "kms:calleraccount": "the caller's account",
  "kms:grantisforawsresource": "the grant being for an AWS service",
  "organizations:policytype": "the type of organization policy",
  "organizations:serviceprincipal": "the service that is given access to the organization",
  "s3:prefix": "the key prefix that is listed",
  "s3:x-amz-acl": "the canned ACL in the request",
  "s3:x-amz-server-side-encryption": "the encryption in the request",
  "saml:aud": "the recipient of the SAML response",
  "saml:iss": "the issuer of the SAML assertion",
  "saml:sub": "the subject of the SAML assertion",
  "saml:sub_type": "the kind of subject in the SAML assertion",
  "saml:namequalifier": "the name qualifier of the SAML provider",
  "saml:doc": "the SAML provider's account and name",
  "sts:awsservicename": "the service that the token is for",
  "sts:durationseconds": "the session length that is asked for",
  "sts:externalid": "the external ID",
  "sts:identitytokenaudience": "the audience of the token that is asked for",
  "sts:requestcontext/identitycenter:userid": "the Identity Center user",
  "sts:requestcontextproviders": "the provider of the passed context",
  "sts:rolesessionname": "the role session name",
  "sts:signingalgorithm": "the signing algorithm of the token that is asked for",
  "sts:sourceidentity": "the source identity that is set",
  "sts:taskpolicyarn": "the task policy of the root session",
  "sts:transitivetagkeys": "the keys of the session tags that are passed on",
};

const TAGGED: readonly (readonly [string, (tag: string) => Rich])[] = [
  ["aws:principaltag/", (tag) => say`the caller's tag ${code(tag)}`],
  ["aws:resourcetag/", (tag) => say`the resource's tag ${code(tag)}`],
  ["iam:resourcetag/", (tag) => say`the tag ${code(tag)} of the IAM resource`],
  ["aws:requesttag/", (tag) => say`the tag ${code(tag)} in the request`],
  ["sts:requestcontext/", (claim) => say`the passed context ${code(claim)}`],
  ["saml:", (attribute) => say`the SAML attribute ${code(attribute)}`],
];

/** Keys whose values are account ids. */
export const isAccountKey = (key: string): boolean =>
  /^(aws:(principal|source|resource|vpce)account|kms:calleraccount)$/i.test(key);

/** Keys whose values are seconds. */
export const isSecondsKey = (key: string): boolean =>
  /^(aws:multifactorauthage|sts:durationseconds)$/i.test(key);

/** The issuer and claim of an OIDC condition key, `token.actions.githubusercontent.com:sub`. */
export function oidcKey(key: string): { readonly issuer: string; readonly claim: string } | undefined {
  const colon = key.lastIndexOf(":");
  const issuer = key.slice(0, colon);
  // A host comes first; in `aws:ResourceTag/example.com:team` it is a service.
  if (colon < 3 || !/^[^:]*[.$]/.test(issuer)) return undefined;
  return { issuer, claim: key.slice(colon + 1) };
}

const CLAIMS: Readonly<Record<string, string>> = {
  sub: "the subject",
  aud: "the audience",
  amr: "the sign-in kind",
};

/** "the caller's organization"; a key that isn't known keeps its name. */
export function keyNoun(key: string): Rich {
  const lower = key.toLowerCase();
  const noun = NOUNS[lower];
  if (noun) return [{ text: noun }];
  const oidc = oidcKey(key);
  if (oidc) {
    const claim = CLAIMS[oidc.claim.toLowerCase()];
    return claim
      ? say`${claim} (${code(key)}) of the token`
      : say`the claim ${code(oidc.claim)} (${code(key)}) of the token`;
  }
  const tagged = TAGGED.find(([prefix]) => lower.startsWith(prefix));
  return tagged ? tagged[1](key.slice(tagged[0].length)) : [code(key)];
}
