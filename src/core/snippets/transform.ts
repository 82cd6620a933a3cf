import { jsonKeyAt } from "./json.ts";
import { lineEnd, type SnippetLanguage, type TextEdit } from "./setups.ts";

const SERVERLESS = "AWS::Serverless-2016-10-31";

/** The transform that a form needs: a resource of the serverless kind is none without it. */
export const transformOf = (body: readonly string[]): string | undefined =>
  body.some((line) => line.includes("AWS::Serverless::")) ? SERVERLESS : undefined;

/** The transform put above `Resources` of a template that has none yet; one that is there stays as it is. */
export function transformEdits(
  body: readonly string[],
  text: string,
  language: SnippetLanguage,
): readonly TextEdit[] {
  const transform = transformOf(body);
  if (!transform || (language !== "yaml" && language !== "json")) return [];
  const eol = lineEnd(text);
  if (language === "yaml") {
    const at = text.search(/^(["']?)Resources\1[ ]*:/m);
    if (at < 0 || /^(["']?)Transform\1[ ]*:/m.test(text)) return [];
    return [{ range: { start: at, end: at }, text: `Transform: ${transform}${eol}` }];
  }
  const at = jsonKeyAt(text, "Resources");
  if (at === undefined || jsonKeyAt(text, "Transform") !== undefined) return [];
  const lead = /[ \t]*$/.exec(text.slice(0, at))?.[0] ?? "";
  return [{ range: { start: at, end: at }, text: `"Transform": "${transform}",${eol}${lead}` }];
}
