import type { CdkLanguage } from "../types.ts";
import type { Block } from "./blocks.ts";

/**
 * What a new construct in a block has as its owner: `""` for the form's own word (`this`, `self`), another name
 * for a variable or parameter that holds a stack, undefined where nothing does.
 */
export function scopeOf(
  block: Block,
  text: string,
  offset: number,
  language: CdkLanguage,
): string | undefined {
  for (let at: Block | undefined = block; at; at = at.parent) {
    if (at.kind === "function" && isMethod(at, language))
      return isConstruct(at.parent, language) && ready(at, text, offset) ? "" : undefined;
    const parameter = at.kind === "function" ? parameterOf(at, language) : undefined;
    const made = madeIn(text.slice(at.open, offset), language) ?? parameter;
    if (at.kind === "function" && made !== undefined) return made;
  }
  return madeIn(text.slice(0, offset), language);
}

/** A function that stands in a class and has an instance. */
function isMethod(block: Block, language: CdkLanguage): boolean {
  if (language === "go" || block.parent?.kind !== "class") return false;
  if (language === "python") return /\(\s*self\b/.test(block.header);
  return !/\bstatic\b/.test(block.header);
}

/** Does a class extend something? A plain one is no construct. */
function isConstruct(block: Block | undefined, language: CdkLanguage): boolean {
  const header = block?.header ?? "";
  if (language === "python") return /^class\s+\w+\s*\(\s*\w/.test(header);
  return language === "csharp" ? /\bclass\s+\w[^:]*:\s*\w/.test(header) : /\bextends\b/.test(header);
}

/** In a constructor nothing stands before the call of the parent's. */
function ready(block: Block, text: string, offset: number): boolean {
  const call = /(?<![.\w])super\s*\(\s*\)?\s*\.?\s*(?:__init__\s*\()?/.exec(text.slice(offset, block.close));
  return !call || !/\bconstructor\b|__init__/.test(block.header);
}

const PARAMETER: Readonly<Record<CdkLanguage, RegExp>> = {
  typescript: /\b(\w+)\??\s*:\s*(?:\w+\.)?(?:Construct|Stack|\w+Stack)\b/,
  javascript: /\(\s*(scope|stack)\b/,
  python: /\b(\w+)\s*:\s*(?:\w+\.)?(?:Construct|Stack|\w+Stack)\b/,
  java: /\b(?:Construct|Stack|\w+Stack)\s+(\w+)/,
  csharp: /\b(?:Construct|Stack|\w+Stack)\s+(\w+)/,
  go: /\b(\w+)\s+(?:constructs\.Construct|awscdk\.(?:Stack|Construct))\b/,
};

const parameterOf = (block: Block, language: CdkLanguage): string | undefined =>
  PARAMETER[language].exec(block.header)?.[1];

const MADE: Readonly<Record<CdkLanguage, RegExp>> = {
  typescript: /\b(?:const|let|var)\s+(\w+)[^=\n]{0,200}=\s*new\s+(?:\w+\.)*\w*Stack\s*\(/g,
  javascript: /\b(?:const|let|var)\s+(\w+)\s*=\s*new\s+(?:\w+\.)*\w*Stack\s*\(/g,
  python: /^[ \t]*(\w+)\s*=\s*(?:\w+\.)*\w*Stack\s*\(/gm,
  java: /\b\w*Stack\s+(\w+)\s*=\s*(?:new\s+\w*Stack\s*\(|Stack\.Builder\b)/g,
  csharp: /\b(?:var|\w*Stack)\s+(\w+)\s*=\s*new\s+(?:\w+\.)*\w*Stack\s*\(/g,
  go: /\b(\w+)\s*:=\s*(?:\w+\.)?New\w*Stack\s*\(/g,
};

/** The last variable of a text that was made a stack. */
const madeIn = (text: string, language: CdkLanguage): string | undefined =>
  [...text.matchAll(MADE[language])].at(-1)?.[1];
