/** What a check gives, and how its authored words are filled in. */
import { code, fromMarked, plain } from "../../text.ts";
import type { Finding, Range, Resource, Rich } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { capital } from "../phrase.ts";
import type { CheckContext } from "./policies.ts";

/** A check's result: which caution, where, with which values for its words. */
export interface Raised {
  readonly id: string;
  readonly range: Range;
  readonly values?: Readonly<Record<string, Rich | string>>;
}

/** Looks at one resource, and from it across the file. Gives nothing where anything it needs is unknown. */
export type Check = (resource: Resource, context: CheckContext) => readonly Raised[];

/** With the authored words; nothing while those are not read yet. */
export function toFinding(raised: Raised, context: ReadContext): Finding | undefined {
  const words = context.facts.caution(raised.id);
  if (!words) return undefined;
  const values = raised.values ?? {};
  return {
    id: raised.id,
    severity: words.severity,
    problem: capital(fill(words.problem, values)),
    remedy: capital(fill(words.remedy, values)),
    source: words.source,
    concept: words.concept,
    range: raised.range,
  };
}

/** `{name}` in our own words by a value of the file; within backticks as code. */
export function fill(pattern: string, values: Readonly<Record<string, Rich | string>>): Rich {
  return pattern.split("`").flatMap((part, i): Rich => {
    if (i % 2) return [code(part.replace(/\{(\w+)\}/g, (all, name) => textOf(values[name]) ?? all))];
    return part.split(/\{(\w+)\}/).flatMap((piece, j) => (j % 2 ? richOf(values[piece]) : fromMarked(piece)));
  });
}

const textOf = (value: Rich | string | undefined): string | undefined =>
  value === undefined || typeof value === "string" ? value : plain(value);

const richOf = (value: Rich | string | undefined): Rich =>
  value === undefined ? [] : typeof value === "string" ? [{ text: value }] : value;
