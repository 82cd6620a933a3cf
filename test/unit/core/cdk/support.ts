import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mentionsCdk } from "../../../../src/core/cdk/detect.ts";
import { createCdkLocator } from "../../../../src/core/cdk/locate.ts";
import type { CdkNamesData } from "../../../../src/core/cdk/names.ts";
import type { CdkLanguage, Located, Site, Value } from "../../../../src/core/types.ts";

const file = new URL("../../../../src/knowledge/generated/cdk-names.json", import.meta.url);
export const names: CdkNamesData = JSON.parse(readFileSync(file, "utf8"));

/** A text with one `|`: the text without it, and where it was. */
export function cursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf("|");
  assert.ok(offset >= 0, "no cursor in the test's text");
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

export function located(text: string, language: CdkLanguage): Located | undefined {
  if (!mentionsCdk(text, language)) return undefined;
  const doc = { uri: "file:///test", languageId: language, version: 1, text };
  return createCdkLocator(names).locate(doc, { kind: "cdk", language });
}

export const sitesOf = (text: string, language: CdkLanguage): readonly Site[] => [
  ...(located(text, language)?.sites() ?? []),
];

/** The site at the cursor, in one line: `prop aws_cognito.UserPoolProps.mfa`. */
export function siteLine(marked: string, language: CdkLanguage): string | undefined {
  const { text, offset } = cursor(marked);
  const found = located(text, language);
  const site = found?.siteAt(offset) ?? found?.siteAt(offset - 1);
  if (!site) return undefined;
  assert.equal(site.range.start <= offset && offset <= site.range.end, true);
  return lineOf(site);
}

const short = (fqn: string): string => fqn.replaceAll("aws-cdk-lib.", "").replaceAll("aws-cdk-lib", "core");

export function lineOf(site: Site): string {
  switch (site.role) {
    case "module":
      return `module ${short(site.module)}`;
    case "construct":
      return `construct ${short(site.fqn)}`;
    case "prop":
    case "member":
    case "method":
      return `${site.role} ${short(site.fqn)}.${site.name}`;
    case "literal":
      return `literal ${site.text}`;
    case "reference":
      return `reference ${site.target}${site.part === "attribute" ? `.${site.attribute ?? "Ref"}` : ""}`;
    case "policyKey":
    case "policyValue":
      return `${site.role} ${site.path.join("/")}`;
    default:
      return site.role;
  }
}

/** A value as JSON has it; what isn't followed is `?` and its text. */
export function plain(value: Value | undefined): unknown {
  switch (value?.kind) {
    case "scalar":
      return value.value;
    case "list":
      return value.items.map(plain);
    case "map":
      return Object.fromEntries(value.entries.map((entry) => [entry.key, plain(entry.value)]));
    case "intrinsic":
      return { [value.name]: plain(value.argument) };
    case "unknown":
      return `?${value.text}`;
    default:
      return undefined;
  }
}

export const plainModel = (found: Located): Readonly<Record<string, unknown>> =>
  Object.fromEntries([...found.model().resources].map(([id, resource]) => [id, plain(resource.properties)]));

/** A text with a cursor, and the site that stands there. */
export type Case = readonly [marked: string, expected: string | undefined];

export function check(language: CdkLanguage, groups: Readonly<Record<string, readonly Case[]>>): void {
  for (const [group, cases] of Object.entries(groups))
    describe(group, () => {
      for (const [marked, expected] of cases)
        it(marked, () => assert.equal(siteLine(marked, language), expected));
    });
}
