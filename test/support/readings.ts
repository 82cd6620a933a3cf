/** What readings and cautions are given, from a template's text, with facts that know enough for words. */
import type { ReadContext } from "../../src/core/read/index.ts";
import type { ActionFact, Facts } from "../../src/core/types.ts";
import { createAuthoredFacts } from "../../src/knowledge/authored-facts.ts";
import type { PartData } from "../../src/knowledge/parts.ts";
import { readPart } from "./knowledge.ts";
import { locateText } from "./template.ts";

const ACTIONS: readonly [string, ActionFact["access"]][] = [
  ["dynamodb:GetItem", "Read"],
  ["dynamodb:PutItem", "Write"],
  ["dynamodb:Query", "Read"],
  ["iam:CreateRole", "Write"],
  ["iam:GetRole", "Read"],
  ["iam:PassRole", "Write"],
  ["iam:PutRolePolicy", "Permissions management"],
  ["s3:GetObject", "Read"],
  ["s3:ListBucket", "List"],
  ["s3:PutObject", "Write"],
  ["sts:AssumeRole", "Write"],
];

const SERVICES: Readonly<Record<string, string>> = {
  "lambda.amazonaws.com": "AWS Lambda",
  "ec2.amazonaws.com": "Amazon EC2",
};

const fact = ([action, access]: readonly [string, ActionFact["access"]]): ActionFact => ({
  action,
  access,
  doc: undefined,
  resources: [],
  conditionKeys: [],
  url: undefined,
});

const authored = readPart("authored") as PartData;
const { caution } = createAuthoredFacts({
  get: () => authored,
  missing: () => [],
  load: async () => {},
});

const KNOWN: Partial<Facts> = {
  caution,
  action: (name) => {
    const found = ACTIONS.find(([a]) => a.toLowerCase() === name.toLowerCase());
    return found && fact(found);
  },
  actionsMatching: (pattern) => {
    const service = pattern.split(":")[0];
    if (!ACTIONS.some(([a]) => a.startsWith(`${service}:`))) return undefined;
    const regex = new RegExp(`^${pattern.replaceAll("*", ".*")}$`, "i");
    return ACTIONS.filter(([a]) => regex.test(a)).map(fact);
  },
  servicePrincipal: (principal) => {
    const service = SERVICES[principal];
    return service ? { principal, service } : undefined;
  },
};

/** A few facts, enough for words; every other question has no answer. */
export const someFacts = new Proxy(KNOWN, {
  get: (known, name) => known[name as keyof Facts] ?? (() => undefined),
}) as Facts;

export const HEAD = 'AWSTemplateFormatVersion: "2010-09-09"\n';

/** A YAML template without its first line, or a whole JSON one. */
export function contextOf(source: string): ReadContext {
  const located = locateText(source.trimStart().startsWith("{") ? source : HEAD + source);
  return { model: located.model(), facts: someFacts, dialect: located.dialect };
}
