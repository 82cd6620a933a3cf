import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Facts } from "../../../src/core/types.ts";
import { loadFacts, loadNames, readPart } from "../../support/knowledge.ts";

const authored = join(import.meta.dirname, "..", "..", "..", "src", "knowledge", "authored");

describe("authored sentences", () => {
  let facts: Facts;
  before(async () => {
    facts = await loadFacts();
  });

  it("say what a policy element means by its use", () => {
    assert.match(facts.policyElement("Principal", "trust")?.text ?? "", /take this role/);
    assert.match(facts.policyElement("Principal", "identity")?.text ?? "", /Not allowed/);
    assert.match(facts.policyElement("Principal", "resource")?.text ?? "", /this resource/);
    assert.match(facts.policyElement("Effect: Deny", "scp")?.text ?? "", /management account/);
    for (const name of ["Effect: Allow", "Action: *", "NotAction", "NotPrincipal"])
      assert.match(facts.policyElement(name, "rcp")?.text ?? "", /^Not allowed in an RCP/, name);
    assert.match(facts.policyElement("NotPrincipal", "identity")?.text ?? "", /^Not allowed/);
    for (const name of ["Version", "Id", "Statement", "Sid", "Effect", "NotPrincipal", "Action", "NotAction"])
      for (const use of ["trust", "identity", "resource", "scp", "rcp", "organization", "unknown"] as const)
        assert.ok(facts.policyElement(name, use)?.source.startsWith("https://"), `${name} ${use}`);
    for (const kind of ["AWS", "Service", "Federated", "CanonicalUser", "*"])
      assert.ok(facts.policyElement(kind, "trust"), kind);
    assert.equal(facts.policyElement("Nonsense", "trust"), undefined);
    assert.equal(facts.policyElement("toString", "trust"), undefined);
  });

  it("explain an operator with its prefix and suffix", () => {
    assert.match(facts.conditionOperator("StringEquals")?.text ?? "", /exactly this text/);
    const both = facts.conditionOperator("ForAnyValue:StringLikeIfExists")?.text ?? "";
    assert.match(both, /pattern.*ForAnyValue.*IfExists/);
    assert.match(
      facts.conditionOperator("ForAllValues:StringEquals")?.text ?? "",
      /doesn't have the key at all/,
    );
    assert.equal(facts.conditionOperator("StringSimilar"), undefined);
    for (const family of ["String", "Numeric", "Date", "Arn"])
      assert.ok(
        facts.conditionOperator(`${family}Equals`) && facts.conditionOperator(`${family}NotEquals`),
        family,
      );
    for (const one of ["Bool", "Null", "BinaryEquals", "IpAddress", "NotIpAddress", "NumericLessThanEquals"])
      assert.ok(facts.conditionOperator(one), one);
    assert.equal(facts.conditionOperator("IfExists"), undefined);
    assert.equal(facts.conditionOperator("ForAnyValue"), undefined);
  });

  it("say once what happens without the key, by the prefix or suffix before the operator", () => {
    const without = (operator: string) =>
      (facts.conditionOperator(operator)?.text.match(/[^.]*\b(the key\b|it doesn't hold)[^.]*\./g) ?? [])
        .filter((sentence) => /without the key|doesn't have the key/i.test(sentence))
        .map((sentence) => (/doesn't hold/.test(sentence) ? "fails" : "holds"));
    for (const [operator, told] of [
      ["StringEquals", "fails"],
      ["StringNotEquals", "holds"],
      ["ArnEquals", "fails"],
      ["NotIpAddress", "holds"],
      ["Bool", "fails"],
      ["StringEqualsIfExists", "holds"],
      ["BoolIfExists", "holds"],
      ["ForAllValues:StringEquals", "holds"],
      ["ForAnyValue:StringEquals", "fails"],
      ["ForAnyValue:StringNotLike", "fails"],
      ["ForAnyValue:StringLikeIfExists", "holds"],
    ] as const)
      assert.deepEqual(without(operator), [told], operator);
  });

  it("say what a value means, at its place only", () => {
    const meaning = (path: string[], value: string) =>
      facts.valueMeaning("AWS::Cognito::UserPool", path, value);
    assert.ok(meaning(["MfaConfiguration"], "OPTIONAL"));
    assert.ok(meaning(["AccountRecoverySetting", "RecoveryMechanisms", "Name"], "verified_email"));
    assert.equal(meaning(["UserPoolName"], "OPTIONAL"), undefined);
    assert.equal(meaning(["MfaConfiguration"], "constructor"), undefined);
    const version = (trigger: string) => meaning(["LambdaConfig", trigger, "LambdaVersion"], "V1_0")?.text;
    assert.match(version("PreTokenGenerationConfig") ?? "", /ID token/);
    assert.doesNotMatch(version("CustomEmailSender") ?? "", /token/);
  });

  it("say of a key of a map what it holds", () => {
    const provider = "AWS::Cognito::UserPoolIdentityProvider";
    assert.match(facts.valueMeaning(provider, ["ProviderDetails"], "oidc_issuer")?.text ?? "", /`iss`/);
    assert.ok(facts.valueMeaning(provider, ["AttributeMapping"], "given_name"));
    assert.equal(facts.valueMeaning(provider, ["AttributeMapping"], "source"), undefined);
  });

  it("know resource attributes and SAM's policy templates", () => {
    assert.ok(facts.resourceAttribute("DeletionPolicy"));
    for (const name of ["FunctionArn", "Identity", "ReauthorizeEvery", "issuer", "ResourcePolicy"])
      assert.ok(facts.resourceAttribute(name), name);
    assert.equal(facts.resourceAttribute("source"), undefined);
    assert.match(facts.samPolicyTemplate("DynamoDBCrudPolicy")?.text ?? "", /one DynamoDB table/);
    assert.equal(facts.samPolicyTemplate("NothingPolicy"), undefined);
  });

  it("belong to properties that there are, and to values that are allowed", () => {
    const values = parse(readFileSync(join(authored, "values.yaml"), "utf8"), { merge: true }) as Record<
      string,
      Record<string, string>
    >;
    for (const [name, meanings] of Object.entries(values)) {
      const [type = "", ...tail] = name.split(".");
      const property = findByTail(facts, type, tail);
      assert.ok(property, `values.yaml: ${name} is no property. Remedy: mend its path`);
      const { allowed } = property;
      for (const value of Object.keys(meanings).filter((key) => key !== "source"))
        assert.ok(
          allowed.length === 0 || allowed.includes(value) || OFFERED.has(`${name}: ${value}`),
          `values.yaml: ${name} doesn't allow ${value}. Remedy: remove it, or add it to \`allowed\` in overrides.yaml`,
        );
    }
  });

  it("belong to one property each, but for what several properties share", () => {
    const part = readPart("authored") as { values: Record<string, unknown> };
    const places = new Map<string, string[]>();
    for (const type of loadNames().types)
      for (const path of pathsOf(facts, type)) {
        const tails = path.map((_, from) => [type, ...path.slice(from)].join("."));
        const name = tails.find((tail) => Object.hasOwn(part.values, tail));
        if (name) places.set(name, [...(places.get(name) ?? []), path.join(".")]);
      }
    const several = [...places].filter(([, paths]) => paths.length > 1).map(([name]) => name);
    assert.deepEqual(several, ["AWS::Cognito::UserPoolRiskConfigurationAttachment.EventAction"]);
  });

  it("name a source of AWS's or of the issuer's for every line", () => {
    for (const file of readdirSync(authored)) {
      const text = readFileSync(join(authored, file), "utf8");
      for (const [, url = ""] of text.matchAll(/(?:source|url): (http\S+)/g))
        assert.match(
          url,
          /^https:\/\/(docs\.aws\.amazon\.com|docs\.github\.com|docs\.gitlab\.com|developer\.hashicorp\.com|circleci\.com|support\.atlassian\.com|buildkite\.com|vercel\.com)\//,
          `${file}: ${url}`,
        );
    }
    const { cautions: _, ...part } = JSON.parse(
      readFileSync(join(authored, "..", "generated", "authored.json"), "utf8"),
    ) as { cautions?: unknown };
    for (const [text, source] of pairs(part))
      assert.ok(text.endsWith(".") && source.startsWith("https://"), text);
  });

  it("say what `Ref` gives for every type but those left out with a reason", () => {
    const without = loadNames().types.filter((type) => !facts.resourceType(type)?.ref);
    assert.deepEqual(without, [
      "AWS::VerifiedPermissions::IdentitySource",
      "AWS::VerifiedPermissions::Policy",
    ]);
  });
});

/** Values that the service takes although the data doesn't list them. */
const OFFERED = new Set([
  "AWS::Cognito::UserPoolClient.ExplicitAuthFlows: ALLOW_CLIENT_TOKEN_AUTH",
  "AWS::RolesAnywhere::TrustAnchor.SourceType: SELF_SIGNED_REPOSITORY",
]);

/** Every property of a type, by its path; a definition within itself is gone into once. */
function pathsOf(facts: Facts, type: string): readonly string[][] {
  const below = (path: readonly string[]): string[][] => {
    const names = path.length ? facts.property(type, path)?.children : facts.resourceType(type)?.properties;
    const fresh = (names ?? []).filter((name) => !path.includes(name));
    return fresh.flatMap((name) => [[...path, name], ...below([...path, name])]);
  };
  return below([]);
}

function findByTail(facts: Facts, type: string, tail: readonly string[]) {
  const search = (path: readonly string[], depth: number): ReturnType<Facts["property"]> => {
    const here = facts.property(type, [...path, ...tail]);
    if (here || depth === 0) return here;
    const names =
      path.length === 0
        ? (facts.resourceType(type)?.properties ?? [])
        : (facts.property(type, path)?.children ?? []);
    for (const name of names) {
      const found = search([...path, name], depth - 1);
      if (found) return found;
    }
    return undefined;
  };
  return search([], 3);
}

/** `[text, source]` wherever they stand. */
function* pairs(node: unknown): Iterable<[string, string]> {
  if (Array.isArray(node)) yield [String(node[0]), String(node[1])];
  else if (typeof node === "object" && node !== null)
    for (const child of Object.values(node)) yield* pairs(child);
}
