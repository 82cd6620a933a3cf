import type { CdkLanguage } from "../types.ts";

/** What every import of the CDK holds, by language. */
const MARKS: Readonly<Record<CdkLanguage, readonly string[]>> = {
  typescript: ["aws-cdk-lib", "@aws-cdk/", "monocdk"],
  javascript: ["aws-cdk-lib", "@aws-cdk/", "monocdk"],
  python: ["aws_cdk", "monocdk"],
  java: ["software.amazon.awscdk"],
  csharp: ["Amazon.CDK"],
  go: ["aws-cdk-go"],
};

/** Could this source use the CDK? Cheap; a yes costs a scan, a no is silence. */
export const mentionsCdk = (text: string, language: CdkLanguage): boolean =>
  MARKS[language].some((mark) => text.includes(mark));
