import { CDK_LANGUAGES } from "../detect.ts";
import type { Dialect, TextDoc } from "../types.ts";
import { codePlaceAt, codePlaceFor } from "./code.ts";
import { jsonPlaceAt, jsonPlaceFor } from "./json.ts";
import type { Place, SnippetLanguage } from "./setups.ts";
import { yamlPlaceAt, yamlPlaceFor } from "./yaml.ts";

/** The snippet file that goes with a dialect; none for a policy file, which holds no resources. */
const snippetLanguage = (dialect: Dialect): SnippetLanguage | undefined =>
  dialect.kind === "template" ? dialect.syntax : dialect.kind === "cdk" ? dialect.language : undefined;

/**
 * The place at a cursor where a set-up may begin just there; undefined everywhere else: in a property, a string,
 * a comment. `width` is a level's spaces where the text doesn't show it.
 */
export function placeAt(
  doc: TextDoc,
  language: SnippetLanguage,
  offset: number,
  width: number,
): Place | undefined {
  if (language === "yaml") return yamlPlaceAt(doc.text, offset, width);
  if (language === "json") return jsonPlaceAt(doc.text, offset, width);
  return codePlaceAt(doc.text, language, offset, width);
}

/**
 * The right place for a set-up that is asked for from anywhere in the document; undefined where it has none.
 * `transform` goes into the skeleton of a new template.
 */
export function placeFor(
  doc: TextDoc,
  language: SnippetLanguage,
  offset: number,
  width: number,
  transform?: string,
): Place | undefined {
  if (language === "yaml") return yamlPlaceFor(doc.text, offset, width, transform);
  if (language === "json") return jsonPlaceFor(doc.text, offset, width, transform);
  return codePlaceFor(doc.text, language, offset, width);
}

/** Version 1 of the CDK, whose modules are other packages. C# has the same names in both. */
const CDK1: Readonly<Partial<Record<SnippetLanguage, RegExp>>> = {
  typescript: /['"](?:@aws-cdk\/(?:core|aws-[\w-]+)|monocdk)['"]/,
  javascript: /['"](?:@aws-cdk\/(?:core|aws-[\w-]+)|monocdk)['"]/,
  python: /^from aws_cdk import (?:.*\b)?core\b|^import aws_cdk\.core\b|^(?:from|import) monocdk\b/m,
  java: /^import software\.amazon\.awscdk\.core\./m,
  go: /aws-cdk-go\/awscdk(?!\/v2)/,
};

const isCdk1 = (text: string, dialect: Dialect): boolean =>
  dialect.kind === "cdk" && CDK1[dialect.language]?.test(text) === true && !text.includes("aws-cdk-lib");

const SECTIONS =
  /^(?:AWSTemplateFormatVersion|Description|Metadata|Parameters|Rules|Mappings|Conditions|Transform|Globals|Resources|Outputs)$/;

/**
 * The language of a set-up that a document may take: that of its dialect; of a template that is only begun; of an
 * empty file of a language that a set-up can be written in.
 */
export function targetLanguage(doc: TextDoc, dialect: Dialect | undefined): SnippetLanguage | undefined {
  if (dialect) return isCdk1(doc.text, dialect) ? undefined : snippetLanguage(dialect);
  const own = OF_EDITOR[doc.languageId];
  const text = doc.text.slice(0, 10_000).replace(/^\uFEFF/, "");
  if (text.trim() === "" || (own === "yaml" && beginsTemplate(text))) return own;
  return own === "json" && /^\s*\{\s*(?:"(?:Resources|AWSTemplateFormatVersion)"|\})/.test(text)
    ? "json"
    : undefined;
}

/** Are its top keys those of a template, and nothing else? */
function beginsTemplate(text: string): boolean {
  const keys = text.split(/\r?\n/).filter((line) => /^[^\s#-]/.test(line));
  return (
    keys.some((key) => key.startsWith("Resources:")) &&
    keys.every((key) => SECTIONS.test(key.split(":")[0] ?? ""))
  );
}

/** By the editor's language id; `.template` files are plain text without the AWS Toolkit. */
const OF_EDITOR: Readonly<Record<string, SnippetLanguage>> = {
  yaml: "yaml",
  cloudformation: "yaml",
  plaintext: "yaml",
  json: "json",
  jsonc: "json",
  ...CDK_LANGUAGES,
};
