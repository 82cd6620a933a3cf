import type { ConstructFact, Facts, MemberFact, PropFact } from "../core/types.ts";
import { field, isRecord, type PartStore, text, texts } from "./parts.ts";

type CdkFacts = Pick<Facts, "construct" | "prop" | "props" | "member">;

/** `aws-cdk-lib.aws_iam.Role` is `Role` of the module `aws_iam`; `aws-cdk-lib.Duration` is of the core. */
function split(fqn: string): { readonly part: string; readonly name: string } {
  const [, module = "", rest] = /^aws-cdk-lib\.([a-z]\w*)\.(.+)$/.exec(fqn) ?? [];
  return rest === undefined
    ? { part: "cdk-core", name: fqn.replace(/^aws-cdk-lib\./, "") }
    : { part: `cdk-${module}`, name: rest };
}

/** Constructs, props, methods and enum members with their documentation. `cdk-<module>.json`: see `scripts/facts/cdk.mjs`. */
export function createCdkFacts(store: PartStore): CdkFacts {
  const dataOf = (fqn: string): unknown => {
    const { part, name } = split(fqn);
    return field(field(store.get(part), "types"), name);
  };
  /** A member of a type or of what it inherits from, nearest first. */
  function find<T>(fqn: string, give: (data: unknown, at: string) => T | undefined): T | undefined {
    const queue = [fqn];
    const seen = new Set<string>();
    for (const at of queue) {
      if (seen.has(at)) continue;
      seen.add(at);
      const data = dataOf(at);
      const found = data === undefined ? undefined : give(data, at);
      if (found !== undefined) return found;
      queue.push(...texts(field(data, "base")));
    }
    return undefined;
  }
  return {
    construct(fqn) {
      const data = dataOf(fqn);
      return isRecord(data) ? toConstruct(fqn, data) : undefined;
    },
    prop: (struct, name) =>
      find(struct, (data, at) => {
        const prop = field(field(data, "props"), name);
        return isRecord(prop) ? toProp(at, name, prop) : undefined;
      }),
    props(struct) {
      const found = new Map<string, PropFact>();
      find(struct, (data, at) => {
        const props = field(data, "props");
        if (isRecord(props))
          for (const [name, prop] of Object.entries(props))
            if (!found.has(name)) found.set(name, toProp(at, name, prop));
        return undefined; // on to what it inherits
      });
      return [...found.values()];
    },
    member: (fqn, name) =>
      find(fqn, (data, at) => {
        const member = field(field(data, "members"), name);
        return isRecord(member) ? toMember(at, name, member) : undefined;
      }),
  };
}

const toConstruct = (fqn: string, data: unknown): ConstructFact => ({
  fqn,
  kind: kindOf(field(data, "kind")),
  doc: text(field(data, "doc")) ?? "",
  type: text(field(data, "type")),
  props: text(field(data, "propsStruct")),
  url: text(field(data, "url")),
});

const kindOf = (value: unknown): ConstructFact["kind"] =>
  value === "struct" || value === "enum" || value === "interface" ? value : "class";

const toProp = (struct: string, name: string, data: unknown): PropFact => ({
  name,
  struct,
  type: text(field(data, "type")) ?? "",
  typeFqn: text(field(data, "fqn")),
  required: field(data, "required") === true,
  doc: text(field(data, "doc")) ?? "",
  default: text(field(data, "default")),
  cfn: text(field(data, "cfn")),
});

const toMember = (fqn: string, name: string, data: unknown): MemberFact => ({
  fqn,
  name,
  doc: text(field(data, "doc")) ?? "",
  kind: memberKind(field(data, "kind")),
  returns: text(field(data, "returns")),
});

const memberKind = (value: unknown): MemberFact["kind"] =>
  value === "method" || value === "static" || value === "property" ? value : "member";
