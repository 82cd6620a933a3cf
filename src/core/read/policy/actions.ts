/** What the actions of a statement cover. */
import { code, say } from "../../text.ts";
import type { Rich } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { and, inline, plural, show } from "../phrase.ts";
import { hasReference, type Text } from "../text.ts";

/** As many are named in a sentence; the fact line below has them all. */
export const NAMED = 8;

/** "`s3:GetObject` and `s3:PutObject`", "every action of DynamoDB (`dynamodb:*`, 57 actions)". */
export function actionsPhrase(actions: readonly Text[], context: ReadContext): Rich {
  if (actions.length === 0) return say`actions that are still to be written`;
  if (actions.some((action) => action.s === "*" || action.s === "*:*"))
    return say`every action of every AWS service`;
  const named = actions.slice(0, NAMED).map((action) => actionPhrase(action, context));
  const rest = actions.length - named.length;
  return rest > 0 ? say`${comma(named)} and ${String(rest)} more` : and(named);
}

const comma = (list: readonly Rich[]): Rich =>
  list.flatMap((part, i) => (i ? [{ text: ", " }, ...part] : [...part]));

function actionPhrase(action: Text, context: ReadContext): Rich {
  if (hasReference(action.s)) return show(action);
  const whole = /^([a-z0-9-]+):\*$/i.exec(action.s);
  const n = /[*?]/.test(action.s) ? context.facts.actionsMatching(action.s)?.length : undefined;
  const counted = n === undefined ? [] : say` (${plural(n, "action")})`;
  if (whole) return say`every action of ${code(whole[1] ?? "")}${counted}`;
  return say`${code(action.s)}${counted}`;
}

/** Every action by name, for a fact line where the sentence names only some. */
export const actionList = (actions: readonly Text[]): Rich => and(actions.map((a) => [code(inline(a))]));

/** "every resource", "`Orders` and `arn:aws:s3:::logs/*`". */
export function resourcesPhrase(resources: readonly Text[]): Rich {
  if (resources.some((resource) => resource.s === "*")) return say`every resource`;
  const named = resources.slice(0, NAMED).map(show);
  const rest = resources.length - named.length;
  return rest > 0 ? say`${comma(named)} and ${String(rest)} more` : and(named);
}
