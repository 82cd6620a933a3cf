import type { DocumentSelector } from "vscode";

/**
 * Where the extension may speak. `cloudformation` is the AWS Toolkit's language id; without the Toolkit
 * `.template`, `.cfn` and `.sam` files are plain text, so they are selected by pattern.
 */
export const DOCUMENTS: DocumentSelector = [
  "yaml",
  "json",
  "jsonc",
  "cloudformation",
  "typescript",
  "typescriptreact",
  "javascript",
  "javascriptreact",
  "python",
  "java",
  "csharp",
  "go",
  { pattern: "**/*.{template,cfn,sam}" },
];
