import { readPrincipal } from "../read/index.ts";
import { fromMarked } from "../text.ts";
import type { Explanation } from "../types.ts";
import { type ExplainContext, explanation, pageOf, sourceOf, type TermOf } from "./context.ts";
import { readingAt } from "./policy.ts";

export function explainPrincipalKind(
  term: TermOf<"principalKind">,
  c: ExplainContext,
): Explanation | undefined {
  const text = c.facts.policyElement(term.principal, term.place?.use ?? "unknown");
  if (!text) return undefined;
  return explanation(term, {
    title: term.principal,
    about: term.principal,
    meaning: fromMarked(text.text),
    reading: readingAt(term.place, c),
    concepts: [
      c.names.conceptOf(`policy:Principal.${term.principal}`) ?? c.names.conceptOf("policy:Principal"),
    ],
    links: [sourceOf(text)],
  });
}

/** Who a principal is, in words. */
export function explainPrincipal(term: TermOf<"principal">, c: ExplainContext): Explanation | undefined {
  if (term.bare && !c.facts.servicePrincipal(term.text)) return undefined;
  const concept = c.names.conceptOf(term.text) ?? c.names.conceptOf("policy:Principal");
  const who = readPrincipal(
    term.principal,
    term.value ?? { kind: "scalar", value: term.text, range: term.range },
    c,
  );
  if (who.length === 0) return undefined;
  return explanation(term, {
    title: term.text,
    about: term.text,
    meaning: who,
    reading: readingAt(term.place, c),
    concepts: [concept],
    links: [sourceOf(c.facts.policyElement(term.principal, term.place?.use ?? "unknown")) ?? pageOf(concept)],
  });
}
