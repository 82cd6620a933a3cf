import assert from "node:assert/strict";
import { hover } from "../../../support/explain.ts";

const inPool = (type: string, lines: string) =>
  hover(
    "yaml",
    `AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  X:\n    Type: ${type}\n    Properties:\n${lines}`,
  );

describe("properties", () => {
  it("name what they hold instead of AWS's name for it", async () => {
    const found = await inPool("AWS::Cognito::UserPool", "      Lambda|Config: {}\n");
    assert.match(found?.markdown ?? "", /\*Holds:\* `CreateAuthChallenge`/);
  });

  it("do not say of a text that it is a String", async () => {
    const found = await inPool("AWS::Cognito::UserPool", "      UserPool|Name: a\n");
    assert.ok(found);
    assert.doesNotMatch(found.markdown, /String/);
  });

  it("that are keys of a map have meanings of their own", async () => {
    const type = "AWS::Cognito::IdentityPoolRoleAttachment";
    const guests = await inPool(type, "      Roles:\n        unauth|enticated: a\n");
    assert.match(guests?.words.meaning ?? "", /guests/);
    const other = await inPool(type, "      Roles:\n        some|thing: a\n");
    assert.match(other?.words.meaning ?? "", /^The map of the roles/);
  });
});

describe("values", () => {
  it("of a switch say what is switched", async () => {
    const line = (value: string) =>
      `      AdminCreateUserConfig:\n        AllowAdminCreateUserOnly: ${value}\n`;
    const closed = await inPool("AWS::Cognito::UserPool", line("tr|ue"));
    assert.equal(closed?.words.meaning, "Nobody can sign up; only administrators make users.");
    const open = await inPool("AWS::Cognito::UserPool", line("fal|se"));
    assert.equal(open?.words.meaning, "Anyone can sign up.");
  });

  it("know the audience sts.amazonaws.com, which is no provider", async () => {
    const found = await inPool("AWS::IAM::OIDCProvider", "      ClientIdList: [sts.amaz|onaws.com]\n");
    assert.match(found?.words.meaning ?? "", /^The audience/);
    assert.equal(await inPool("AWS::IAM::OIDCProvider", "      ClientIdList: [my-|app]\n"), undefined);
  });
});
