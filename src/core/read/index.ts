/** What this use means: policies and resources read out in words. */

export { cautionsOf, findings } from "./cautions/index.ts";
export { isSilenced } from "./cautions/silence.ts";
export type { ReadContext } from "./context.ts";
export { withFix } from "./fixes/fix.ts";
export { duration } from "./phrase.ts";
export { readCondition } from "./policy/condition.ts";
export { keyNoun } from "./policy/conditionKeys.ts";
export { readPolicy, readStatement, statementFacts } from "./policy/document.ts";
export { readPrincipal } from "./policy/who.ts";
export { readResource, summarise } from "./resources/index.ts";
export { type HeldStatement, statementsOf } from "./resources/statements.ts";
export { property } from "./structure.ts";
export { readText, readValue } from "./value.ts";
