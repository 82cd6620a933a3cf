import { outermost } from "./balance.ts";

/** What the text of a piece tells without being parsed. Kept with the text, wherever it moves to. */
export interface Traits {
  /** Of JSON: the brackets that stand in no other, one for each entry; undefined where one doesn't close. */
  readonly outermost: number | undefined;
  readonly hasAlias: boolean;
  readonly hasAnchor: boolean;
  /** A resource's type, by its line; undefined where more than one line could be it, or none. */
  readonly type: string | undefined;
}

const ALIAS = /(?:^|[\s,[{:-])\*[\w-]/m;
const ANCHOR = /(?:^|[\s,[{:-])&[\w-]/m;

export function traitsOf(text: string): Traits {
  return {
    get outermost() {
      return keep(this, "outermost", outermost(text));
    },
    get hasAlias() {
      return keep(this, "hasAlias", text.includes("*") && ALIAS.test(text));
    },
    get hasAnchor() {
      return keep(this, "hasAnchor", text.includes("&") && ANCHOR.test(text));
    },
    get type() {
      return keep(this, "type", typeByLine(text));
    },
  };
}

function keep<K extends keyof Traits>(traits: Traits, name: K, value: Traits[K]): Traits[K] {
  Object.defineProperty(traits, name, { value });
  return value;
}

const TYPE = /^([ \t]+)["']?Type["']?[ ]*:[ ]*["']?([\w:.@-]+)["']?[ ]*,?[ ]*(?:#.*)?\r?$/gm;

function typeByLine(text: string): string | undefined {
  const second = /\n([ \t]+)[^\s#]/.exec(text)?.[1];
  let type: string | undefined;
  for (const match of text.matchAll(TYPE)) {
    if (match[1] !== second) continue;
    if (type !== undefined) return undefined;
    type = match[2];
  }
  return type;
}
