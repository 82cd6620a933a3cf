import type { Facts, Knowledge, Names } from "../core/types.ts";
import { createAuthoredFacts } from "./authored-facts.ts";
import { createCdkFacts } from "./cdk-facts.ts";
import type { ConceptNames } from "./concepts.ts";
import { createIamFacts } from "./iam-facts.ts";
import { createPartStore, type Log, type ReadPart } from "./parts.ts";
import { createPolicyFacts } from "./policy-facts.ts";
import { createTypeFacts } from "./type-facts.ts";

/** `generated/names.json`, compiled into the bundle. */
export interface NamesIndex {
  readonly types: readonly string[];
  /** Prefixes of IAM actions, blank between them. */
  readonly services: string;
  readonly modules: readonly string[];
  /** Every part that there is; another name is not asked for. */
  readonly parts: readonly string[];
}

export interface KnowledgeOptions {
  readonly names: NamesIndex;
  /** What the pages know: `createConcepts` of the concept index. */
  readonly concepts: ConceptNames;
  readonly read: ReadPart;
  readonly log: Log;
}

/**
 * Concepts and facts behind one door. Names answer at once; facts after `open` has read the parts they are in.
 * Parts are named as their files: `types-Cognito`, `actions-sts`, `cdk-aws_iam`, `keys`, `managed-policies`,
 * `principals`, `all-actions`, `authored`. A part that doesn't exist is passed over, a damaged one logged.
 */
export function createKnowledge({ names, concepts, read, log }: KnowledgeOptions): Knowledge {
  const store = createPartStore(names.parts, read, log);
  const facts: Facts = {
    ...createTypeFacts(store),
    ...createIamFacts(store),
    ...createPolicyFacts(store),
    ...createAuthoredFacts(store),
    ...createCdkFacts(store),
  };
  return {
    names: { ...concepts, ...plainNames(names) },
    open(parts) {
      const missing = store.missing(parts);
      return missing.length === 0 ? facts : store.load(missing).then(() => facts);
    },
  };
}

function plainNames(names: NamesIndex): Pick<Names, "isType" | "isActionService" | "isModule"> {
  const types = new Set(names.types);
  const services = new Set(names.services.split(" "));
  const modules = new Set(names.modules);
  return {
    isType: (type) => types.has(type),
    isActionService: (prefix) => services.has(prefix.toLowerCase()),
    isModule: (module) => modules.has(module),
  };
}
