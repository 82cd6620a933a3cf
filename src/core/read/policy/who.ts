import type { PrincipalKind, Rich, Value } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { capital } from "../phrase.ts";
import { resolve } from "../resolve.ts";
import { principalName } from "./principal.ts";

/** Who one principal is, as a sentence. Text with `${...}` is read as CloudFormation substitutes it. */
export function readPrincipal(kind: PrincipalKind, text: string, context: ReadContext): Rich {
  const range = { start: 0, end: 0 };
  const scalar: Value = { kind: "scalar", value: text, range };
  const value: Value = text.includes("${")
    ? { kind: "intrinsic", name: "Fn::Sub", argument: scalar, range }
    : scalar;
  const who = principalName({ kind, text: resolve(value, context.model), when: [], range }, context);
  return who.length === 0 ? [] : [...capital(who), { text: "." }];
}
