import type { Range } from "../types.ts";
import type { ScalarNode } from "./nodes.ts";
import type { Syntax } from "./split.ts";

const FIRST_KEY =
  /^(?:#.*\n\s*)*\{?\s*["']?(?:AWSTemplateFormatVersion|Description|Transform|Metadata|Parameters|Mappings|Conditions|Resources)["']?\s*:/;

/** A block scalar that begins like a template and declares a resource: `TemplateBody: |`. */
export function isTemplateText({ style, range }: ScalarNode, text: string): boolean {
  if (style !== "block") return false;
  const written = text.slice(range.start, range.end);
  return FIRST_KEY.test(written) && /\bResources["']?\s*:/.test(written) && written.includes("::");
}

/** The document with nothing in it but the lines of one text, each where it was. */
export function onlyLines(text: string, { start, end }: Range): string {
  const lineStart = text.lastIndexOf("\n", start) + 1;
  return "\n".repeat(lineStart) + text.slice(lineStart, end);
}

export const syntaxOf = (text: string, { start }: Range): Syntax => (text[start] === "{" ? "json" : "yaml");
