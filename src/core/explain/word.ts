import { code, fromMarked, say } from "../text.ts";
import type { Explanation } from "../types.ts";
import { type ExplainContext, explanation, link, pageOf, sourceOf, type TermOf } from "./context.ts";

export function explainWord(term: TermOf<"word">, c: ExplainContext): Explanation | undefined {
  const concept = c.names.concept(term.concept);
  if (!concept) return undefined;
  return explanation(term, {
    title: concept.title,
    about: term.word,
    meaning: fromMarked(concept.summary),
    concepts: [concept],
    links: [pageOf(concept)],
  });
}

export function explainSamPolicyTemplate(
  term: TermOf<"samPolicyTemplate">,
  c: ExplainContext,
): Explanation | undefined {
  const text = c.facts.samPolicyTemplate(term.name);
  if (!text) return undefined;
  const owner = term.owner.type === "AWS::Serverless::StateMachine" ? "state machine" : "function";
  return explanation(term, {
    title: term.name,
    about: term.name,
    meaning: fromMarked(text.text.replaceAll("the function", `the ${owner}`)),
    facts: [{ label: "Kind", text: say`SAM policy template, expanded into the role of the ${owner}` }],
    concepts: [c.names.concept("iam/inline-policy")],
    links: [sourceOf(text)],
  });
}

/** A module's service and what it builds. */
export function explainModule(term: TermOf<"module">, c: ExplainContext): Explanation | undefined {
  const concept = c.names.conceptOf(term.module);
  if (!concept) return undefined;
  return explanation(term, {
    title: concept.title,
    about: term.module,
    meaning: fromMarked(concept.summary),
    facts: [{ label: "Module", text: say`${code(term.module)}` }],
    concepts: [concept],
    links: [link("CDK reference", moduleUrl(term.module)), pageOf(concept)],
  });
}

const moduleUrl = (module: string): string | undefined =>
  module.startsWith("aws-cdk-lib.")
    ? `https://docs.aws.amazon.com/cdk/api/v2/docs/${module}-readme.html`
    : undefined;
