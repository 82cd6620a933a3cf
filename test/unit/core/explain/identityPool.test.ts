import assert from "node:assert/strict";
import { hover } from "../../../support/explain.ts";

const IMPORTS = `import * as iam from "aws-cdk-lib/aws-iam";
import * as idp from "aws-cdk-lib/aws-cognito-identitypool";
const reader = new iam.Role(this, "Reader", { assumedBy: new iam.AnyPrincipal() });
`;

describe("an identity pool of the CDK says which roles its users get", () => {
  it("names the roles that the CDK makes", async () => {
    const found = await hover(
      "typescript",
      `${IMPORTS}const app = new idp.Identity|Pool(this, "App", { allowUnauthenticatedIdentities: true });`,
    );
    assert.match(
      found?.words.reading ?? "",
      /Signed-in users get the role appAuthenticatedRole and guests get the role appUnauthenticatedRole\.$/,
    );
  });

  it("names the role that it is given, and doesn't say that guests get one where none are let in", async () => {
    const found = await hover(
      "typescript",
      `${IMPORTS}new idp.Identity|Pool(this, "App", { authenticatedRole: reader });`,
    );
    assert.match(
      found?.words.reading ?? "",
      /Signed-in users get the role reader and guests, once let in, get the role AppUnauthenticatedRole\.$/,
    );
  });

  it("says nothing of roles where the props aren't followed", async () => {
    const found = await hover("typescript", `${IMPORTS}new idp.Identity|Pool(this, "App", props);`);
    assert.doesNotMatch(found?.words.reading ?? "", /role/);
  });
});
