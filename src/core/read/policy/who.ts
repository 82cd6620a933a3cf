import type { PrincipalKind, Rich, Value } from "../../types.ts";
import type { ReadContext } from "../context.ts";
import { capital } from "../phrase.ts";
import { resolve } from "../resolve.ts";
import { principalName } from "./principal.ts";

/** Who one principal is, as a sentence. Text with `${...}` is read as CloudFormation substitutes it. */
export function readPrincipal(kind: PrincipalKind, value: Value, context: ReadContext): Rich {
  const { range } = value;
  const text = resolve(substituted(value), context.model);
  const who = principalName({ kind, text, when: [], range }, context);
  return who.length === 0 ? [] : [...capital(who), { text: "." }];
}

const substituted = (value: Value): Value =>
  value.kind === "scalar" && String(value.value).includes("${")
    ? { kind: "intrinsic", name: "Fn::Sub", argument: value, range: value.range }
    : value;
