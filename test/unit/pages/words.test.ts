import assert from "node:assert/strict";
import { join } from "node:path";
import { buildConceptIndex } from "../../../scripts/pages/index.mjs";
import { createConcepts } from "../../../src/knowledge/concepts.ts";

const { index } = buildConceptIndex(join(import.meta.dirname, "..", "..", ".."));
const { wordsIn } = createConcepts(() => index);
const conceptsIn = (comment: string): readonly string[] => wordsIn(comment).map(({ concept }) => concept);

describe("the pages' words in comments", () => {
  for (const [comment, concept] of [
    ["the user pool's password policy", "cognito/user-pool"],
    ["Cognito threat protection needs the Plus plan", "cognito/threat-protection"],
    ["passwordless sign-in by e-mail", "cognito/passkeys-and-passwordless"],
    ["step-up authentication before a payment", "cognito/choice-based-sign-in"],
    ["authorization code flow with PKCE", "cognito/app-client"],
    ["the hosted UI's custom domain", "cognito/domain-and-managed-login"],
    ["identity pool role mapping for admins", "cognito/role-mapping"],
    ["assume-role-with-web-identity in the pipeline", "sts/assume-role-with-web-identity"],
    ["assume role with SAML for the console", "sts/assume-role-with-saml"],
    ["an IAM role for service accounts", "iam/eks-workload-identity"],
    ["its trust relationships name the account", "iam/trust-policy"],
    ["checked with the IAM policy simulator", "iam/policy-evaluation"],
    ["the IAM user group of operators", "iam/group"],
    ["the role session ends after an hour", "sts/assume-role"],
    ["people sign in at the AWS access portal", "identity-center/access-portal"],
    ["SCIM provisioning of the groups", "identity-center/scim"],
    ["the permissionset of developers", "identity-center/permission-set"],
    ["the payer account", "organizations/organizations"],
    ["AWS Microsoft AD for the Windows servers", "directory-service/managed-microsoft-ad"],
    ["an AD trust with the AD on premises", "directory-service/trust-relationship"],
    ["the role's external trust policy", "iam/trust-policy"],
    ["metadata of the SAML application", "iam/saml-provider"],
    ["the cross-account admin role of the pipeline", "sts/cross-account-access"],
    ["an external identity provider of the shop", "sts/identity-federation"],
  ] as const)
    it(`${comment}: ${concept}`, () =>
      assert.ok(conceptsIn(comment).includes(concept), conceptsIn(comment).join()));

  for (const comment of [
    "limits the blast radius of compromised credentials",
    "SRP: a class has one reason to change",
    "passwordless sudo for the build user",
    "the account's password policy",
    "a temporary password, to be changed in the console",
    "a password reset by the directory's administrators",
    "role mapping of the OpenSearch domain",
    "workload identity of the GKE cluster",
    "GuardDuty for threat protection",
    "account takeover prevention of the web ACL",
    "device tracking with Amazon Location",
    "SES sends a verification email",
    "guest access to the file share",
    "user activity log of the Redshift cluster",
    "the feature plan for the next release",
    "the token issuer is Auth0",
    "no privilege escalation in the container",
    "the sub claim is the customer's number",
    "the condition block of the loop",
    "identity source of the API's authorizer: the Authorization header",
    "staff sign in at Okta, OneLogin or Entra ID",
    "the access portal of our customers",
    "automatic provisioning of the servers",
    "jobs run in a background session",
    "backup policy of the file system",
    "data perimeter of the VPC endpoint",
    "NFS directory sharing",
  ])
    it(`${comment}: nothing`, () => assert.deepEqual(conceptsIn(comment), []));
});
