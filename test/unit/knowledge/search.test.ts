import assert from "node:assert/strict";
import { buildConceptIndex } from "../../../scripts/pages/index.mjs";
import { createSearch, searchSources, tokens } from "../../../src/knowledge/search.ts";
import { loadKnowledge, loadNames } from "../../support/knowledge.ts";

describe("search", () => {
  let find: (query: string) => readonly { kind: string; name: string }[];

  before(async () => {
    const { words, searches } = buildConceptIndex(process.cwd()).index;
    const types = loadNames().types;
    const constructs = ["aws-cdk-lib.aws_cognito.UserPool", "aws-cdk-lib.aws_iam.Role"];
    const sources = await searchSources(loadKnowledge(), {
      types,
      constructs,
      words: [...words, ...searches],
      snippets: [],
    });
    find = (await createSearch(sources)).find;
  });

  for (const [query, name] of [
    ["hosted UI", "cognito/domain-and-managed-login"],
    ["assume role saml", "sts/assume-role-with-saml"],
    ["user pool", "cognito/user-pool"],
    ["SSO", "identity-center/identity-center"],
    ["passrole", "iam/pass-role"],
    ["trust policy", "iam/trust-policy"],
    ["external id", "sts/external-id"],
    ["AWS Single Sign-On", "identity-center/identity-center"],
    ["AWS::IAM::Role", "AWS::IAM::Role"],
    ["sts:AssumeRoleWithSAML", "sts:AssumeRoleWithSAML"],
    ["ActiveDirectory", "directory-service/microsoft-active-directory"],
    ["migrate users", "cognito/lambda-triggers"],
    ["callback url", "cognito/app-client"],
    ["how do I assume a role with SAML", "sts/assume-role-with-saml"],
    ["trust policies", "iam/trust-policy"],
  ] as const) {
    it(`${query} finds ${name} first`, () => {
      assert.equal(
        find(query)[0]?.name,
        name,
        JSON.stringify(
          find(query)
            .slice(0, 5)
            .map((e) => e.name),
        ),
      );
    });
  }

  it("finds every page that a phrase is typed for", () => {
    const names = find("lockout").map(({ name }) => name);
    for (const name of ["cognito/threat-protection", "cognito/password-policy"])
      assert.ok(names.includes(name));
  });

  it("finds resource types, actions, condition keys and constructs by their names", () => {
    for (const [query, kind, name] of [
      ["AWS::Cognito::UserPoolClient", "type", "AWS::Cognito::UserPoolClient"],
      ["userpoolclient", "type", "AWS::Cognito::UserPoolClient"],
      ["AdminSetUserPassword", "action", "cognito-idp:AdminSetUserPassword"],
      ["sts:ExternalId", "key", "sts:ExternalId"],
      ["aws_cognito.UserPool", "construct", "aws-cdk-lib.aws_cognito.UserPool"],
    ]) {
      assert.ok(
        find(query ?? "").some((entry) => entry.kind === kind && entry.name === name),
        `${query} does not find ${name}`,
      );
    }
  });

  it("finds an action by its beginning", () => {
    assert.ok(
      find("sts:Assume")
        .slice(0, 6)
        .some(({ name }) => name === "sts/assume-role"),
    );
  });

  it("finds nothing for what isn't there", () => assert.deepEqual(find("kubernetes ingress"), []));

  it("takes names apart at their capitals", () => {
    assert.deepEqual(tokens("sts:AssumeRoleWithSAML"), [
      "sts",
      "assumerolewithsaml",
      "assume",
      "role",
      "with",
      "saml",
    ]);
  });
});
