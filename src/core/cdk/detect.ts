import type { CdkLanguage } from "../types.ts";

const LANGUAGES: Readonly<Record<string, CdkLanguage>> = {
  typescript: "typescript",
  typescriptreact: "typescript",
  javascript: "javascript",
  javascriptreact: "javascript",
  python: "python",
  java: "java",
  csharp: "csharp",
  go: "go",
};

/** What an import of the CDK can't do without, version 1 and 2. */
const MARKS: Readonly<Record<CdkLanguage, readonly string[]>> = {
  typescript: ["aws-cdk-lib", "@aws-cdk/", "monocdk"],
  javascript: ["aws-cdk-lib", "@aws-cdk/", "monocdk"],
  python: ["aws_cdk", "monocdk"],
  java: ["software.amazon.awscdk"],
  csharp: ["Amazon.CDK"],
  go: ["aws-cdk-go"],
};

/**
 * The CDK language of a file that may bring the CDK in, or undefined. Only looks for the words of an import, so
 * that a file that has nothing to do with the CDK is never scanned; whether they are an import is seen in scanning.
 */
export function mentionsCdk(text: string, languageId: string): CdkLanguage | undefined {
  const language = LANGUAGES[languageId];
  return language && MARKS[language].some((mark) => text.includes(mark)) ? language : undefined;
}
