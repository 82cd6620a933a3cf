import type { Rich, Span } from "./types.ts";

/** `code` as it stands in the source or in AWS: names, values, identifiers. */
export const code = (text: string): Span => ({ text, style: "code" });

export const strong = (text: string): Span => ({ text, style: "strong" });

/**
 * Words to show, as a tagged template: say`Users of ${code(pool)} may take this role.`
 * A plain string put in is text as it stands, never markup.
 */
export function say(parts: TemplateStringsArray, ...values: readonly (Span | string | Rich)[]): Rich {
  const spans: Span[] = [];
  parts.forEach((part, i) => {
    if (part) spans.push({ text: part });
    const value = values[i];
    if (value === undefined) return;
    if (typeof value === "string") spans.push({ text: value });
    else if ("text" in value) spans.push(value);
    else spans.push(...value);
  });
  return spans;
}

/** Text of our own pages and facts: what stands between backticks is code. Never for text of a user's file. */
export function fromMarked(text: string): Rich {
  return text
    .split("`")
    .map((part, i): Span => (i % 2 ? code(part) : { text: part }))
    .filter((span) => span.text !== "");
}

/** Without styles, for tree rows, labels and logs. */
export const plain = (rich: Rich): string => rich.map((span) => span.text).join("");

/** The lines with which Git marks the two sides of a conflict become blank; both sides are read. */
export const withoutConflicts = (text: string): string =>
  text.includes("<<<<<<<") ? text.replace(CONFLICT, (line) => " ".repeat(line.length)) : text;

const CONFLICT = /^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?$/gm;
