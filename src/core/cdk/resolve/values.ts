import { foreignMember, isForeign } from "../foreign.ts";
import { alternatives } from "../signatures.ts";
import { hasTypeNames } from "./bindings.ts";
import type { Context, Meaning } from "./meaning.ts";
import { elementOf } from "./operations.ts";

export function valueMember(c: Context, type: string, name: string): Meaning | undefined {
  const isList = /(\[\]|\{\})$/.test(type);
  if (isList && ITEM.test(name)) return elementOf(type);
  if (isList && ITEMS.test(name)) return { kind: "value", type };
  for (const alternative of alternatives(type)) {
    const member = c.names.member(alternative, name, c.language);
    if (member?.kind === "method") return { kind: "method", member };
    if (member?.kind === "prop") return { kind: "value", type: member.type, member };
    if (isForeign(alternative) && !c.names.type(alternative))
      return policyMethod(c, name) ?? { kind: "value", type: foreignMember(name) };
  }
  return hasTypeNames(c.language) && OF_ENTRY.test(name) ? { kind: "value", type } : undefined;
}

/** Whatever has a policy of its own takes statements as IAM's interface says. */
function policyMethod(c: Context, name: string): Meaning | undefined {
  const member = c.names.member("aws-cdk-lib.aws_iam.IResourceWithPolicyV2", name, c.language);
  return member?.kind === "method" ? { kind: "method", member } : undefined;
}

/** What gives an item of a list, or a value of a map. */
const ITEM = /^(get|orElse\w*|getFirst|getLast|at|find|pop|shift|(First|Single|Last)(OrDefault)?|ElementAt)$/;

/** What gives some of them. */
const ITEMS = /^(filter|slice|concat|reverse|stream|toList|values|entrySet|Values|Where|ToList|ToArray)$/;

/** What gives the value of an entry, as which the value itself counts. */
const OF_ENTRY = /^(getValue|Value)$/;
