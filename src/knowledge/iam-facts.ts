import type { ActionFact, Facts, ManagedPolicyFact } from "../core/types.ts";
import { field, isRecord, keys, type PartStore, text, texts } from "./parts.ts";

type IamFacts = Pick<Facts, "action" | "actionsMatching" | "managedPolicy">;

const levels: Readonly<Record<string, ActionFact["access"]>> = {
  L: "List",
  R: "Read",
  W: "Write",
  P: "Permissions management",
  T: "Tagging",
};

/** A service's actions by their name in small letters. */
type ActionIndex = ReadonlyMap<string, ActionFact>;

/** Actions and managed policies. `actions-*.json`, `all-actions.json`, `managed-policies.json`: see `scripts/facts/iam.mjs`. */
export function createIamFacts(store: PartStore): IamFacts {
  const indexes = new Map<string, { readonly from: unknown; readonly index: ActionIndex }>();

  /** Built once for a service, and again when its full part has come in. */
  function indexOf(service: string): ActionIndex | undefined {
    const full = store.get(`actions-${service}`)?.actions;
    const compact = field(field(store.get("all-actions"), "services"), service);
    const from = isRecord(full) ? full : compact;
    if (!isRecord(from)) return undefined;
    const known = indexes.get(service);
    if (known?.from === from) return known.index;
    const index = from === full ? fullIndex(service, from) : compactIndex(service, from);
    indexes.set(service, { from, index });
    return index;
  }

  return {
    action(action) {
      const [service = "", name = ""] = action.toLowerCase().split(":", 2);
      return indexOf(service)?.get(name);
    },
    actionsMatching(pattern) {
      const [service = "", name = ""] = pattern.toLowerCase().split(":", 2);
      const index = indexOf(service);
      return index && [...index].filter(([action]) => matches(name, action)).map(([, fact]) => fact);
    },
    managedPolicy: (nameOrArn) => managedPolicyIn(store.get("managed-policies")?.policies, nameOrArn),
  };
}

function fullIndex(service: string, actions: unknown): ActionIndex {
  return new Map(
    keys(actions).map((name) => {
      const data = field(actions, name);
      const fact: ActionFact = {
        action: `${service}:${name}`,
        access: accessOf(field(data, "access")),
        doc: text(field(data, "doc")),
        resources: texts(field(data, "resources")),
        conditionKeys: texts(field(data, "keys")),
        url: text(field(data, "url")),
      };
      return [name.toLowerCase(), fact];
    }),
  );
}

/** `{ "DeleteW GetR": "BucketPolicy ..." }`: verbs, each with its access level, and what they all are about. */
function compactIndex(service: string, byVerbs: unknown): ActionIndex {
  const facts = keys(byVerbs).flatMap((verbs) => {
    const things = (text(field(byVerbs, verbs)) ?? "").split(" ");
    return verbs.split(" ").flatMap((verb) => things.map((thing) => nameOnly(service, verb, thing)));
  });
  return new Map(facts.map((fact) => [fact.action.slice(service.length + 1).toLowerCase(), fact]));
}

const nameOnly = (service: string, verb: string, thing: string): ActionFact => ({
  action: `${service}:${verb.slice(0, -1)}${thing}`,
  access: levels[verb.slice(-1)] ?? "Unknown",
  doc: undefined,
  resources: [],
  conditionKeys: [],
  url: undefined,
});

const accessOf = (value: unknown): ActionFact["access"] =>
  Object.values(levels).find((level) => level === value) ?? "Unknown";

/** IAM's wildcards: `*` any number of characters, `?` exactly one. Both texts in small letters. */
export function matches(pattern: string, name: string): boolean {
  let p = 0;
  let n = 0;
  let star = -1;
  let retry = 0;
  while (n < name.length) {
    if (pattern[p] === "*") {
      star = p++;
      retry = n;
    } else if (pattern[p] === "?" || pattern[p] === name[n]) {
      p++;
      n++;
    } else if (star >= 0) {
      p = star + 1;
      n = ++retry;
    } else return false;
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}

const arnForm = /^arn:[^:]*:iam::aws:policy\/(.*)$/;

/** By name, by `service-role/Name`, or by ARN in any partition. A path that isn't the policy's own is wrong. */
function managedPolicyIn(policies: unknown, nameOrArn: string): ManagedPolicyFact | undefined {
  const given = arnForm.exec(nameOrArn)?.[1] ?? nameOrArn;
  const slash = given.lastIndexOf("/") + 1;
  const [name, path] = [given.slice(slash), given.slice(0, slash)];
  const row = field(policies, name);
  if (!Array.isArray(row)) return undefined;
  const [doc, ownPath = ""] = texts(row);
  const pathTold = path !== "" || arnForm.test(nameOrArn);
  if (pathTold && path !== ownPath) return undefined;
  return { name, arn: `arn:aws:iam::aws:policy/${ownPath}${name}`, doc: doc ?? "" };
}
