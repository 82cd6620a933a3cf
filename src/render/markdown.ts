import type { Rich, Span } from "../core/types.ts";

/**
 * Words as Markdown that shows exactly those words. Text from a user's file comes through here, so nothing in
 * it may become a link, an image, a command, a heading or HTML.
 */
export const richMarkdown = (rich: Rich): string => rich.map(spanMarkdown).join("");

function spanMarkdown({ text, style }: Span): string {
  if (style === "code") return codeMarkdown(text);
  const escaped = escapeMarkdown(text);
  return style === "strong" && escaped.trim() !== "" ? `**${escaped.trim()}**` : escaped;
}

/** Every character that Markdown, its HTML or VS Code's `$(icon)` could read as more than itself. */
export const escapeMarkdown = (text: string): string =>
  oneLine(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/[\\`*_{}[\]#!|>~$@]|:(?=\/\/)/g, "\\$&")
    .replace(/^(\s*)([-+=]|\d+(?=[.)]))/, (_, space, mark) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    )
    .replace(/\bwww\./gi, (host) => `${host.slice(0, -1)}\\.`);

/**
 * A code span with a fence longer than any run of backticks inside. VS Code puts its icons into code as well, where
 * nothing escapes `$(name)`: a mark that nobody sees comes between.
 */
export function codeMarkdown(text: string): string {
  const clean = oneLine(text).replaceAll("$(", "$\u2060(");
  if (clean.trim() === "") return "";
  const longest = Math.max(0, ...(clean.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = clean.startsWith("`") || clean.endsWith("`") ? " " : "";
  return `${fence}${pad}${clean}${pad}${fence}`;
}

/** Without line breaks, control characters and the marks that turn the direction of text. */
export const oneLine = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
