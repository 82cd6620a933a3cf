import type { CdkLanguage } from "../../types.ts";
import type { NameIndex } from "../names.ts";
import type { Node, Syntax } from "../syntax.ts";
import { foreignBuilder, indexSteps, type Steps } from "./builders.ts";
import { callMeaning } from "./calls.ts";
import { constructNames } from "./constructs.ts";
import { declaredMeaning } from "./declared.ts";
import { bindingOf, eachOf, surely } from "./held.ts";
import { type Context, DEEPEST, type Meaning, type Resolver } from "./meaning.ts";
import { memberOf, objectOf } from "./members.ts";
import { nameMeaning } from "./names.ts";
import { openNames } from "./open.ts";
import { operationMeaning } from "./operations.ts";
import { targetTyped } from "./targets.ts";

/** What the expressions of a file mean, each computed when it is first asked for. */
export function createResolver(syntax: Syntax, names: NameIndex, language: CdkLanguage): Resolver {
  const known = new Map<Node, Meaning | undefined>();
  const context: Context = {
    syntax,
    names,
    language,
    meaning,
    open: openNames(syntax, names, language),
    constructs: constructNames(syntax),
    targets: targetTyped(syntax),
    depth: 0,
  };
  function meaning(node: Node): Meaning | undefined {
    if (known.has(node)) return known.get(node);
    if (context.depth > DEEPEST) return undefined;
    known.set(node, undefined);
    context.depth++;
    const result = compute(context, node);
    context.depth--;
    known.set(node, result);
    return result;
  }
  const value = (node: Node): Node | undefined => surely(context, node);
  let steps: Steps | undefined;
  return {
    names,
    language,
    meaning,
    objectOf: (node) => objectOf(context, node),
    binding: (node) => bindingOf(context, node),
    value,
    each: (node) => eachOf(context, node),
    steps(maker) {
      steps ??= indexSteps(syntax, { meaning, value });
      return steps(maker);
    },
  };
}

function compute(c: Context, node: Node): Meaning | undefined {
  switch (node.kind) {
    case "name":
      return nameMeaning(c, node);
    case "member":
      return memberOf(c, objectOf(c, node), node) ?? foreignBuilder(c, node);
    case "call":
      return callMeaning(c, node);
    case "operation":
      return (
        (node.type && declaredMeaning(c, node.type)) ??
        operationMeaning(c, node.operator, node.branches ?? node.operands)
      );
    case "string":
      return { kind: "value", type: "string" };
    case "function":
      return { kind: "function", node };
    case "map":
      return { kind: "object", node };
    default:
      return undefined;
  }
}
