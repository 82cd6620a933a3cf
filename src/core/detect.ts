import { mentionsCdk } from "./cdk/detect.ts";

import type { CdkLanguage, Dialect, TextDoc } from "./types.ts";
import { holdsType, withoutTags } from "./yamlText.ts";

/** By the editor's language id. */
export const CDK_LANGUAGES: Readonly<Record<string, CdkLanguage>> = {
  typescript: "typescript",
  typescriptreact: "typescript",
  javascript: "javascript",
  javascriptreact: "javascript",
  python: "python",
  java: "java",
  csharp: "csharp",
  go: "go",
};

/**
 * What a document is written in, told by what stands in it and never by its name; undefined when it is
 * none of our business. Cheap: a few searches, no parsing, at most the first million characters. Files of
 * more than two million are passed over.
 */
export function detect(doc: TextDoc): Dialect | undefined {
  const language = CDK_LANGUAGES[doc.languageId];
  if (language) return mentionsCdk(doc.text, language) ? { kind: "cdk", language } : undefined;
  if (!/yaml|json|cloudformation|sam|plaintext|cfn/i.test(doc.languageId)) return undefined;
  if (doc.text.length > LARGEST) return undefined;
  const text = doc.text.slice(0, FARTHEST);
  return isJson(text) || /^jsonc?$/.test(doc.languageId) ? detectJson(text) : detectYaml(text);
}

/** CloudFormation takes a template of one megabyte; what is larger than two is data. */
const LARGEST = 2_000_000;
const FARTHEST = 1_000_000;

/** JSON also in a file that is called YAML; `{{`, `{%` and `{#` begin a template language's tag. */
const isJson = (text: string): boolean => /^\uFEFF?(?:\s|\/\/.*)*\{(?![{%#])/.test(text.slice(0, 10_000));

// ---------------------------------------------------------------- YAML

const TYPE_VALUE = String.raw`["']?(?:AWS|Alexa|Custom|\w+)::\w*`;
const YAML_TYPE = new RegExp(`(?:^[ ]+(?::[ ]+)?|[{,][ ]*)["']?Type["']?[ ]*:[ ]*${TYPE_VALUE}`, "m");

/** A resource alone, while the name of its section is being typed; or in a file of the Serverless Framework. */
const YAML_RESOURCE =
  /^([ ]+)["']?Type["']?[ ]*:[ ]*["']?(?:AWS|Custom)::\w+(?:::\w+)?["']?[ ]*\r?\n(?:\1[ ].*\n|\1["']?(?:DependsOn|Condition|DeletionPolicy|UpdateReplacePolicy)\b.*\n){0,20}\1["']?Properties["']?[ ]*:/m;

function detectYaml(written: string): Dialect | undefined {
  const text = atMargin(withoutTags(written));
  if (isYamlTemplate(text)) return { kind: "template", syntax: "yaml" };
  return isYamlPolicy(text) ? { kind: "policy", syntax: "yaml" } : undefined;
}

/** A document may stand deeper than the margin, all of it. */
function atMargin(text: string): string {
  const indent = /^\uFEFF?(?:[ \t]*(?:#.*|---)?\r?\n)*([ ]+)["'\w]/.exec(text)?.[1];
  return indent === undefined ? text : text.replace(new RegExp(`^${indent}`, "gm"), "");
}

function isYamlTemplate(text: string): boolean {
  if (/^\uFEFF?["']?AWSTemplateFormatVersion["']?[ ]*:/m.test(text)) return true;
  if (/^\uFEFF?["']?Transform["']?[ ]*:\s*(?:-\s*|\[\s*)?["']?AWS::/m.test(text)) return true;
  // CodeDeploy's appspec files have a list there.
  const resources = /^\uFEFF?["']?Resources["']?[ ]*:(?!\s*(?:#.*[\r\n]\s*)*-\s)/m.exec(text);
  if (resources !== null && YAML_TYPE.test(text.slice(resources.index))) return true;
  if (isServerless(text)) return true;
  return YAML_RESOURCE.test(text) && isMostlySections(text);
}

/** A file of the Serverless Framework that declares resources, or says what its functions may do. */
function isServerless(text: string): boolean {
  if (SERVERLESS_RESOURCES.test(text) && YAML_RESOURCE.test(text)) return true;
  return /^service:/m.test(text) && SERVERLESS_PROVIDER.test(text) && EFFECT.test(text);
}

/** Lines below a key at the margin. */
const BELOW = String.raw`[ ]*(?:#.*)?\r?\n(?:[ #].*\n|\r?\n)*?[ ]+`;
const SERVERLESS_RESOURCES = new RegExp(`^resources:${BELOW}(?:- )?Resources:`, "m");
const SERVERLESS_PROVIDER = new RegExp(String.raw`^provider:${BELOW}name:[ ]*["']?aws\b`, "m");
const EFFECT = /^[ ]*(?:-[ ]+)?["']?Effect["']?[ ]*:[ ]*["']?(?:Allow|Deny)\b/m;

/** Nothing at the margin that isn't a section of a template or a resource, save one line that may be broken. */
function isMostlySections(text: string): boolean {
  if (/^Resources:\s*(?:#.*[\r\n]\s*)*-\s/m.test(text)) return false;
  let others = 0;
  for (const { 0: line, index } of text.matchAll(/^[^\s#].*/gm)) {
    if (SECTION_LINE.test(line) || isResourceLine(text, line, index)) continue;
    if (line.startsWith("- ") || ++others > 1) return false;
  }
  return true;
}

/** The key of a resource that stands in no section, in a file that another includes. */
const isResourceLine = (text: string, line: string, start: number): boolean =>
  /^[^-:][^:]*:[ ]*(?:#.*)?\r?$/.test(line) && holdsType(text, start + line.length, 0);

const SECTION_LINE =
  /^(?:\uFEFF?["']?(?:AWSTemplateFormatVersion|Description|Metadata|Parameters|Rules|Mappings|Conditions|Transform|Globals|Hooks|Resources|Outputs)["']?\s*:|---|\{[{%]|[}\]])/;

function isYamlPolicy(text: string): boolean {
  const version = /^\uFEFF?["']?Version["']?[ ]*:[ ]*["']?20(?:12-10-17|08-10-17)/m.test(text);
  if (!version || !/^["']?Statement["']?[ ]*:/m.test(text)) return false;
  return EFFECT.test(text);
}

// ---------------------------------------------------------------- JSON

const JSON_TYPE = /"Type"\s*:\s*"(?:AWS|Alexa|Custom|\w+)::\w*/;
const JSON_EFFECT = /"Effect"\s*:\s*"(?:Allow|Deny)"/;

/** No policy is longer. */
const LONGEST_POLICY = 200_000;

function detectJson(text: string): Dialect | undefined {
  if (isJsonTemplate(text)) return { kind: "template", syntax: "json" };
  return text.length < LONGEST_POLICY && isJsonPolicy(text) ? { kind: "policy", syntax: "json" } : undefined;
}

/** A resource, while the name of its section is broken: a type and properties beside each other, not deep down. */
function hasJsonResource(text: string): boolean {
  if (/^\uFEFF?\s*\[/.test(text)) return false;
  const indent = /^([ \t]+)"Type"\s*:\s*"(?:AWS|Custom)::[\w:]+",?\s*$/m.exec(text)?.[1];
  const first = /(?:^|\n)([ \t]+)"/.exec(text)?.[1];
  if (indent === undefined || first === undefined || indent.length > 3 * first.length) return false;
  return text.includes(`\n${indent}"Properties"`);
}

function isJsonTemplate(text: string): boolean {
  if (/^\uFEFF?\s*\{\s*"AWSTemplateFormatVersion"\s*:/.test(text)) return true;
  if (hasJsonResource(text)) return true;
  const typed = /"Resources"\s*:\s*\{/.test(text) && JSON_TYPE.test(text);
  if (!typed && !text.includes('"AWSTemplateFormatVersion"')) return false;
  const isKey = (key: string): boolean =>
    key === "AWSTemplateFormatVersion" || (typed && key === "Resources");
  return topLevelKeys(text).some(isKey) || (typed && hasSectionLine(text));
}

const hasSectionLine = (text: string): boolean => topLineKeys(text).includes("Resources");

/** While brackets are missing, the layout still tells which keys are the outermost. */
function topLineKeys(text: string): readonly string[] {
  const indent = /(?:^|\n)([ \t]+)"/.exec(text)?.[1];
  if (indent === undefined) return [];
  return Array.from(text.matchAll(new RegExp(`^${indent}"([A-Za-z]+)"`, "gm")), ([, key]) => key ?? "");
}

function isJsonPolicy(text: string): boolean {
  if (!text.includes('"Statement"') || !JSON_EFFECT.test(text) || STACK_POLICY.test(text)) return false;
  return arePolicyKeys(topLevelKeys(text)) || arePolicyKeys(topLineKeys(text));
}

const POLICY_KEYS = new Set(["Version", "Id", "Statement"]);

const arePolicyKeys = (keys: readonly string[]): boolean =>
  keys.includes("Statement") && keys.every((key) => POLICY_KEYS.has(key));

/** CloudFormation's stack policies have the same form, with actions of their own. */
const STACK_POLICY = /"Update:(?:\*|Modify|Replace|Delete)"/;

/** The keys of the outermost object, up to `Resources`, as far as it can be read. */
function topLevelKeys(text: string): readonly string[] {
  const keys: string[] = [];
  let depth = 0;
  let last = "";
  for (const [token] of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[{}[\]:]/g)) {
    if (token === "{" || token === "[") depth++;
    else if (token === "}" || token === "]") depth--;
    else if (depth === 1 && token === ":") keys.push(last);
    else if (depth === 1) last = token.slice(1, -1);
    if (keys.at(-1) === "Resources") break;
  }
  return keys;
}
