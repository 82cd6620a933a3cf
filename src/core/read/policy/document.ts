/** Statements and documents as readings: the entry points for everything inside a policy. */
import { say } from "../../text.ts";
import type { FactLine, MapValue, PolicyUse, Resource, Rich, Value } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { and, distinct, plural, show } from "../phrase.ts";
import { resourceAt } from "../structure.ts";
import { actionList, NAMED } from "./actions.ts";
import { parsePolicy, parseStatement, type Statement } from "./parse.ts";
import { permissionSentences } from "./permission.ts";
import { trustSentence } from "./trust.ts";

/** What one statement does, in one sentence, with a second for a consequence that it hides: of `action`, where given. */
export function readStatement(
  statement: MapValue,
  use: PolicyUse,
  context: ReadContext,
  action?: string,
): Rich[] {
  const parsed = parseStatement(statement, context);
  return sentences(parsed, use, resourceAt(statement.range.start, context.model), context, action);
}

/** What a whole document does: each of its statements, at most `most` of them. */
export function readPolicy(document: Value, use: PolicyUse, context: ReadContext, most = 3): Rich[] {
  const policy = parsePolicy(document, context);
  if (!policy) return [];
  const owner = resourceAt(document.range.start, context.model);
  return tell(policy.statements, use, owner, context, "more statement", most);
}

/** The first statements, a sentence each; two that read alike are told once. */
export function tell(
  statements: readonly Statement[],
  use: PolicyUse,
  owner: Resource | undefined,
  context: ReadContext,
  more = "more statement",
  most = 2,
): Rich[] {
  let told: readonly Rich[] = [];
  let count = 0;
  while (count < statements.length) {
    const statement = statements[count];
    const next = distinct([
      ...told,
      ...(statement ? sentences(statement, use, owner, context).slice(0, 1) : []),
    ]);
    if (next.length > most) break;
    told = next;
    count++;
  }
  const rest = statements.length - count;
  return rest > 0 ? [...told, say`And ${plural(rest, more)}.`] : [...told];
}

export function sentences(
  statement: Statement,
  use: PolicyUse,
  owner: Resource | undefined,
  context: ReadContext,
  action?: string,
): Rich[] {
  if (use === "trust" || (use === "unknown" && isTrust(statement)))
    return [trustSentence(statement, owner, context)];
  return permissionSentences(statement, use, owner, context, action);
}

/** A policy file of its own does not say what it is for; one that lets somebody assume is a trust policy. */
const isTrust = (statement: Statement): boolean =>
  statement.principals.length > 0 &&
  statement.resources.length + statement.notResources.length === 0 &&
  statement.actions.some((action) => /^sts:assumerole/i.test(action.s));

/** What a sentence had no room for: every action and resource by name, where there are many. */
export function statementFacts(statement: MapValue, context: ReadContext): FactLine[] {
  const parsed = parseStatement(statement, context);
  const facts: FactLine[] = [];
  const actions = [...parsed.actions, ...parsed.notActions];
  const resources = [...parsed.resources, ...parsed.notResources];
  if (actions.length > NAMED) facts.push({ label: "All actions", text: actionList(actions) });
  if (resources.length > NAMED) facts.push({ label: "All resources", text: and(resources.map(show)) });
  return facts;
}
